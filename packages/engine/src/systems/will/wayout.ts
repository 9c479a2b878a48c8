import { claim, mind } from '../../kernel/beliefs.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { harmlessAsKnown } from '../captivity/state.ts';
import { groupOf, hostile, refugeOf } from '../groups/state.ts';
import { between, metresBetween, pairRow, position } from '../places/state.ts';
import { isAt } from '../sight/state.ts';

/** Seconds for which an enemy is taken to be still about where they were last seen or said to be. [d] */
export const ABOUT = 120;
/** How much longer than the straight way back a way past an enemy may be, for the enemy to stand in it. [d] */
const DETOUR = 1.15;
const DETOUR_METRES = 5;

/** An enemy whom somebody takes to be on their feet and about: who, where, and the row of the claim. */
export interface Known {
  readonly who: number;
  readonly at: number;
  readonly row: number;
}

/** Every enemy whom somebody takes to be on their feet and about, newest claim first. Plain reads. */
export function enemiesAsKnown(world: World, holder: number, within = ABOUT): Known[] {
  const claims = world.of(claim);
  const of = groupOf(world, holder);
  const known: Known[] = [];
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== isAt.hash || world.time - claims.seen.raw[row] > within) continue;
    const who = claims.subject.raw[row];
    const at = claims.place.raw[row] - 1;
    if (at < 0 || !hostile(world, of, groupOf(world, who)) || harmlessAsKnown(world, holder, who) >= 0) continue;
    known.push({ who, at, row });
  }
  return known;
}

/** Whether a place lies on the way back from `own` to `refuge`, beyond where one is oneself. */
export function liesBehind(world: World, own: number, at: number, refuge: number): boolean {
  if (at === own) return own === refuge;
  const straight = metresBetween(world, own, refuge);
  return metresBetween(world, own, at) + metresBetween(world, at, refuge) <= straight * DETOUR + DETOUR_METRES;
}

/**
 * The enemies whom somebody takes to stand in their way out: somewhere along it, or with them where there is nowhere
 * further to go. None where they believe it open. Only beliefs count, and where they are themselves.
 */
export function inTheWay(world: World, who: number): Known[] {
  const refuge = refugeOf(world, groupOf(world, who));
  const own = world.of(position).at.raw[who];
  const enemies = enemiesAsKnown(world, who);
  if (refuge < 0) return enemies.filter((enemy) => enemy.at === own);
  const way = new Set<number>(own === refuge ? [own] : []);
  const { next } = world.of(between);
  for (let at = own, steps = 0; at !== refuge && steps < world.of(place).count; steps++) {
    at = next.raw[pairRow(world, at, refuge)];
    way.add(at);
  }
  return enemies.filter((enemy) => way.has(enemy.at));
}

/** Read, within a decision, the claims that it rests on. */
export function readAll(world: World, known: readonly Known[]): void {
  const { place: at } = world.of(claim);
  for (const { row } of known) at.at(row);
}
