import { event, u32, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { leaderOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { squad } from '../squads/state.ts';

/** What people are in charge of. In this order they stand in for a leader who falls. */
export const OFFICES = ['second', 'watch', 'gate', 'arms', 'stores', 'infirmary', 'kitchen', 'repairs'] as const;
export type Office = (typeof OFFICES)[number];

/** What each person is in charge of, a bit an office; and 1 for those too young to be given anything. */
export const charge = table('charge', { of: u32, minor: u8 }, { along: person });

/**
 * Each office of each group, in rows `group * OFFICES.length + office`: who holds it, and who held it before and would have it
 * back, both as row + 1; by which event it passed on last; and 1 while there is nobody to give it to.
 */
export const seat = table('seat', { holder: u32, before: u32, by: event, vacant: u8 });

export function seatRow(group: number, office: Office): number {
  return group * OFFICES.length + OFFICES.indexOf(office);
}

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
/** Who of a group is in charge of something; -1 where nobody is, or whoever is can do nothing about it now. */
export function holderOf(world: World, group: number, office: Office): number {
  const who = world.of(seat).holder.raw[seatRow(group, office)] - 1;
  return who >= 0 && isUp(world, who) ? who : -1;
}

/** Whether somebody is alive, on their feet, free and here, asleep or awake. Plain reads. */
export function isUp(world: World, who: number): boolean {
  const { alive, down } = world.of(body);
  return (
    alive.raw[who] === 1 &&
    down.raw[who] === 0 &&
    world.of(position).gone.raw[who] === 0 &&
    world.of(captive).state.raw[who] === 0
  );
}

/**
 * Who of those who are able sees to something: whoever is in charge of it, else the leader, else whoever would take over. -1
 * where nobody could. `able` are rows of one group.
 */
export function whoSeesTo(world: World, group: number, office: Office | null, able: readonly number[]): number {
  const seated = office === null ? -1 : holderOf(world, group, office);
  if (seated >= 0 && able.includes(seated)) return seated;
  const other = office === null ? undefined : able.find((who) => holds(world, who, office));
  if (other !== undefined) return other;
  const leader = leaderOf(world, group);
  return able.includes(leader) ? leader : successor(world, able);
}

/** Who sees to something rests on who is in charge of it, or leads. Tracked. */
export function readCharge(world: World, group: number, office: Office | null): void {
  if (office !== null) world.of(seat).holder.at(seatRow(group, office));
  leaderOf(world, group);
}

/**
 * Who of those who could takes over from a leader: the second first, then whoever is in charge of something, in the order
 * of OFFICES, then whoever leads a squad, else the first by stable name. -1 where nobody could. `candidates` are rows of
 * one group.
 */
export function successor(world: World, candidates: readonly number[]): number {
  const leading = squadLeaders(world);
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

/** Rows of those who lead a squad. */
export function squadLeaders(world: World): Set<number> {
  const { leader } = world.of(squad);
  const leading = new Set<number>();
  for (let row = 0; row < world.of(squad).count; row++) leading.add(leader.raw[row] - 1);
  return leading;
}
