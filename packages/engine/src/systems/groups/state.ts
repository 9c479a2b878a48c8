import { event, u16, u32 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** To which group each person belongs. */
export const member = table('member', { group: u16 }, { along: person });

/**
 * What each group is: who leads it, as row + 1, whom it takes for enemies (a bit a group), where it lives, and where those
 * who have come from elsewhere get away by, both as row + 1; who led it before and would have the lead back, as row + 1, and the event
 * by which the lead passed on last.
 */
export const side = table(
  'side',
  { leader: u32, hostile: u32, home: u32, wayOut: u32, before: u32, ledBy: event },
  { along: group },
);

/** The most groups that a scenario may have: enmities are bits of one word. */
export const MOST_GROUPS = 32;

export function groupOf(world: World, who: number): number {
  return world.of(member).group.raw[who];
}
/** Row of the leader, or -1. */
export function leaderOf(world: World, of: number): number {
  return world.of(side).leader.at(of) - 1;
}
export function hostile(world: World, a: number, b: number): boolean {
  return (world.of(side).hostile.raw[a] & (1 << b)) !== 0;
}
/** Where people of a group run to: the way that they came by, else home; -1 where they have neither. */
export function refugeOf(world: World, of: number): number {
  const rows = world.of(side);
  return (rows.wayOut.raw[of] > 0 ? rows.wayOut.raw[of] : rows.home.raw[of]) - 1;
}
/** Rows of a group's people, in the order of stable names. */
export function peopleIn(world: World, of: number): number[] {
  const { group: groups } = world.of(member);
  const { count } = world.of(person);
  const rows = [];
  for (let who = 0; who < count; who++) if (groups.raw[who] === of) rows.push(who);
  return rows;
}
