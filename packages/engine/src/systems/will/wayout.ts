import { claim, mind } from '../../kernel/beliefs.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { harmlessAsKnown, stands } from '../captivity/state.ts';
import { groupOf, hostile, peopleIn, refugeOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nextFor, wayMetres } from '../places/ways.ts';
import { isAt } from '../sight/state.ts';

/** Seconds for which an enemy is taken to be still about where they were last seen or said to be. [d] */
export const ABOUT = 120;
/** How much longer than the straight way back a way past an enemy may be, for the enemy to stand in it. [d] */
const DETOUR = 1.15;
const DETOUR_METRES = 5;
/** Enemies in the way to each of those who want to pass, from which it is closed to them. [d] */
const HOLDS_UP = 0.5;

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

/** Whether a place lies on somebody's way back from where they are, beyond their own. */
export function liesBehind(world: World, who: number, at: number): boolean {
  const own = world.of(position).at.raw[who];
  const refuge = refugeOf(world, groupOf(world, who));
  if (refuge < 0) return false;
  if (at === own) return own === refuge;
  const round = wayMetres(world, who, own, at) + wayMetres(world, who, at, refuge);
  return round <= wayMetres(world, who, own, refuge) * DETOUR + DETOUR_METRES;
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
  for (let at = own, steps = world.of(place).count; at !== refuge && steps > 0; steps--) {
    at = nextFor(world, who, at, refuge);
    if (at < 0) return enemies;
    way.add(at);
  }
  return enemies.filter((enemy) => way.has(enemy.at));
}

/** How many of their own stand where a leader is, the leader among them. */
export function besides(world: World, leader: number): number {
  const { at } = world.of(position);
  const own = peopleIn(world, groupOf(world, leader));
  return own.filter((who) => at.raw[who] === at.raw[leader] && stands(world, who)).length;
}

/**
 * The enemies whom a leader takes to close the way out to those beside them: none where there are too few of them to hold
 * up so many.
 */
export function cutOffBy(world: World, leader: number): Known[] {
  const closing = inTheWay(world, leader);
  return closing.length >= besides(world, leader) * HOLDS_UP ? closing : [];
}

/** Read, within a decision, the claims that it rests on. */
export function readAll(world: World, known: readonly Known[]): void {
  const { place: at } = world.of(claim);
  for (const { row } of known) at.at(row);
}
