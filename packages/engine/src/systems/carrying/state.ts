import { event, u32 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/**
 * Who carries whom, from either side, as rows + 1; the event by which they took them up; whom they left lying last; and, of
 * somebody who lies there, the event by which a comrade first left them.
 */
export const burden = table(
  'burden',
  { bears: u32, carrier: u32, by: event, left: u32, leftBy: event },
  { along: person },
);

/** Row of whom somebody carries, or -1. */
export function borneBy(world: World, who: number): number {
  return world.of(burden).bears.raw[who] - 1;
}
