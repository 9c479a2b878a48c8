import { u32 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { member } from '../groups/state.ts';
import { squad } from '../squads/state.ts';

/** What people are in charge of. In this order they stand in for a leader who falls. */
export const OFFICES = ['second', 'watch', 'gate', 'arms', 'stores', 'infirmary', 'kitchen', 'repairs'] as const;
export type Office = (typeof OFFICES)[number];

/** What each person is in charge of, a bit an office. Scenarios give it, and it stays theirs. */
export const charge = table('charge', { of: u32 }, { along: person, stamps: 'none' });

/** All that somebody is in charge of, in the order of OFFICES. */
export function officesOf(world: World, who: number): Office[] {
  const bits = world.of(charge).of.raw[who];
  return OFFICES.filter((_, i) => (bits & (1 << i)) !== 0);
}
/** The first thing that somebody is in charge of, or null. */
export function officeOf(world: World, who: number): Office | null {
  return officesOf(world, who)[0] ?? null;
}
export function holds(world: World, who: number, office: Office): boolean {
  return (world.of(charge).of.raw[who] & (1 << OFFICES.indexOf(office))) !== 0;
}
/** Who of a group is in charge of something: the first by stable name, alive or not; -1 where nobody is. */
export function holderOf(world: World, group: number, office: Office): number {
  const { group: groups } = world.of(member);
  for (let who = 0; who < world.of(person).count; who++) {
    if (groups.raw[who] === group && holds(world, who, office)) return who;
  }
  return -1;
}

/**
 * Who of those who could takes over from a leader: the second first, then whoever is in charge of something, in the order
 * of OFFICES, then whoever leads a squad, else the first by stable name. -1 where nobody could. `candidates` are rows of
 * one group.
 */
export function successor(world: World, candidates: readonly number[]): number {
  const { leader } = world.of(squad);
  const leading = new Set<number>();
  for (let row = 0; row < world.of(squad).count; row++) leading.add(leader.raw[row] - 1);
  let best = -1;
  let rank: number = OFFICES.length + 2;
  for (const who of candidates) {
    const bits = world.of(charge).of.raw[who];
    const first = OFFICES.findIndex((_, i) => (bits & (1 << i)) !== 0);
    const own = first >= 0 ? first : leading.has(who) ? OFFICES.length : OFFICES.length + 1;
    if (own < rank) [best, rank] = [who, own];
  }
  return best;
}
