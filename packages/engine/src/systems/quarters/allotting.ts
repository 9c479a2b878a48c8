/** In the evening whoever is in charge sees to it that everybody has a bed, and that prisoners lie apart. */
import { jointly, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { burning } from '../fire/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { whoSeesTo } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { homesIn } from '../routine/beds.ts';
import { isEvening, isNight } from '../routine/hours.ts';
import { allotted, shutUp } from './events.ts';
import { bedless, cellOf, isFit, lodge } from './rooms.ts';
import { lodging } from './state.ts';

/** The most events that are stated for it. */
const MOST_STATED = 4;

export const allot = rule('quarters/allot', { phase: 'decide', at: 'hour' }, (world, beat) => {
  for (const { of, people } of homesIn(world, beat, (_, each) => isEvening(world, each) && !isNight(world, each))) {
    if (world.of(campaign).state.raw[of] === 1) continue;
    const up = people.filter((who) => world.of(body).awake.raw[who] === 1);
    const boss = whoSeesTo(world, of, 'stores', up);
    if (boss < 0) continue;
    giveBeds(world, of, boss);
    if (heldBy(world, of).some((who) => world.of(lodging).at.raw[who] === 0)) shutAway(world, of, boss);
  }
});

function giveBeds(world: World, of: number, boss: number): void {
  const without = bedless(world, of);
  if (without.length === 0) return;
  const given = lodge(world, of, without);
  const short = [...given.values()].filter((at) => at < 0).length;
  // For whom there is no bed tonight there was none last night.
  if (short === without.length && without.every((who) => world.of(lodging).at.raw[who] === 0)) return;
  world.trace.open(boss, world.time);
  const because = new Set(without.map((who) => whyBedless(world, who)));
  because.delete(0);
  const fields = { actor: boss, group: of, place: mostOf(world, of, given), people: without.length - short, short };
  world.propose(allotted, fields, jointly([...because].sort((a, b) => a - b).slice(0, MOST_STATED), 1));
  world.trace.close(false);
}

/** What their bed burnt by, or by what they came. Tracked. */
function whyBedless(world: World, who: number): number {
  const at = world.of(lodging).at.at(who) - 1;
  if (at < 0 || isFit(world, at)) return world.of(position).by.raw[who];
  world.of(burning).stage.at(at);
  return world.of(burning).by.raw[at];
}

/** The place to which most of them go; home where there is room for none. */
function mostOf(world: World, of: number, given: ReadonlyMap<number, number>): number {
  const counts = new Int32Array(world.of(place).count);
  let best = world.of(side).home.raw[of] - 1;
  for (const at of given.values()) if (at >= 0 && ++counts[at] > counts[best]) best = at;
  return best;
}

/** Those whom a group holds, who are on their feet. */
function heldBy(world: World, of: number): number[] {
  const { state, keeper } = world.of(captive);
  const { down, alive } = world.of(body);
  const held: number[] = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (state.raw[who] !== 2 || alive.raw[who] === 0 || down.raw[who] === 1 || world.of(position).gone.raw[who] === 1)
      continue;
    if (groupOf(world, keeper.raw[who] - 1) === of) held.push(who);
  }
  return held;
}

function shutAway(world: World, of: number, boss: number): void {
  const cell = cellOf(world, of);
  if (cell < 0) return;
  for (const target of heldBy(world, of)) {
    if (world.of(lodging).at.raw[target] !== 0) continue;
    world.trace.open(boss, world.time);
    const { state, taken } = world.of(captive);
    state.at(target);
    world.propose(shutUp, { actor: boss, target, place: cell }, [reason(taken.raw[target])]);
    world.trace.close(false);
  }
}
