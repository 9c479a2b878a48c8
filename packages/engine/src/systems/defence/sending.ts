import { claim, sourcesOf } from '../../kernel/beliefs.ts';
import { within } from '../../kernel/bubbles.ts';
import { jointly } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { harmlessAsKnown } from '../captivity/state.ts';
import { side } from '../groups/state.ts';
import { metresBetween } from '../places/state.ts';
import { notice } from '../sight/state.ts';
import { squad, squadPeople, squadsIn } from '../squads/state.ts';
import type { Known } from '../will/wayout.ts';
import { hasFreePeople } from './events.ts';

/** The most that is stated as one reason. */
export const MOST_REASONS = 20;

/**
 * Who is sent: the reserve, else for a counterattack the squad that has the shortest way; -1 for nobody. Squads are taken to be
 * where they were sent or belong, and whole but for those of whom the leader has learned otherwise.
 */
export function whomToSend(world: World, of: number, leader: number, at: number, reserveOnly: boolean): number {
  const rows = world.of(squad);
  const home = world.of(side).home.raw[of];
  let best = -1;
  let bestMetres = Infinity;
  for (const row of squadsIn(world, of)) {
    if ((reserveOnly && rows.reserve.at(row) === 0) || rows.goal.raw[row] === at + 1) continue;
    if (!hasFreePeople(world, row) || !isWhole(world, leader, row)) continue;
    const from = (rows.goal.raw[row] || rows.post.raw[row] || home) - 1;
    const metres = metresBetween(world, from, at) - (rows.reserve.raw[row] === 1 ? 10_000 : 0);
    if (metres < bestMetres) {
      best = row;
      bestMetres = metres;
    }
  }
  if (best >= 0) rows.reserve.at(best);
  return best;
}

/** How many fit people a leader takes to be where they were sent. */
export function sentTo(world: World, of: number, leader: number, at: number): number {
  const { goal } = world.of(squad);
  const squads = squadsIn(world, of).filter((row) => goal.raw[row] === at + 1 && hasFreePeople(world, row));
  const people = squads.flatMap((row) => squadPeople(world, row));
  return people.filter((who) => harmlessAsKnown(world, leader, who) < 0).length;
}

/** Whether a leader takes at least half of a squad to be fit to be sent anywhere. */
function isWhole(world: World, leader: number, row: number): boolean {
  const people = squadPeople(world, row);
  return people.filter((who) => harmlessAsKnown(world, leader, who) < 0).length * 2 >= people.length;
}

/** The post whose people stand behind the wall against a place outside, or -1. */
export function postAgainst(world: World, of: number, outside: number): number {
  const rows = world.of(barrier);
  for (let row = 0; row < rows.count; row++) {
    if (rows.keeper.raw[row] === of + 1 && rows.outside.raw[row] === outside) return rows.inside.raw[row];
  }
  return -1;
}

/** When somebody last fired, of all those in the same fight. Sound to read: gunfire is heard all over it. */
export function lastShot(world: World, leader: number): number {
  const { flashAt } = world.of(notice);
  const { bubble } = world.of(within);
  let last = -Infinity;
  for (let who = 0; who < world.of(person).count; who++) {
    if (bubble.raw[who] === bubble.raw[leader]) last = Math.max(last, flashAt.raw[who]);
  }
  return last;
}

/** All by which these enemies are known, as one reason. */
export function whyOf(world: World, enemies: readonly Known[]): Cause[] {
  const sources: number[] = [];
  for (const enemy of enemies) {
    world.of(claim).place.at(enemy.row);
    for (const id of sourcesOf(world, enemy.row))
      if (sources.length < MOST_REASONS && !sources.includes(id)) sources.push(id);
  }
  return jointly(sources, 1);
}
