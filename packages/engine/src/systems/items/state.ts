import { event, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { GEAR } from '../bodies/state.ts';

/** A weapon that lies about with the rounds that belong to it: whose it was last, and the event by which it came to lie there. */
export const thing = table('thing', { weapon: u8, rounds: i32, place: u16, of: u32, by: event }, { perPerson: 1 });

/** Weapons that can be let go of, in the order of their table. Empty hands hold a knife, which comes first there. */
export const KINDS = GEAR.slice(1).map((name) => name as Exclude<(typeof GEAR)[number], 'knife'>);
export const kindOf = (weapon: number): (typeof KINDS)[number] => KINDS[weapon - 1];

/** The event by which each person last let go of a weapon. */
export const hands = table('hands', { lostBy: event }, { along: person });

/** The row of what an event left lying, or -1. */
export function thingBy(world: World, event: number): number {
  const rows = world.of(thing);
  for (let row = 0; row < rows.count; row++) if (rows.isLive(row) && rows.by.raw[row] === event) return row;
  return -1;
}
