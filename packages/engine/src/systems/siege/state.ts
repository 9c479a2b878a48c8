import { event, i32, u32 } from '../../kernel/columns.ts';
import { group, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** Who lies before each group's place, as row + 1 (0: nobody), since when, and the event by which they came. */
export const investment = table('investment', { by: u32, since: i32, began: event }, { along: group });

/** Row of the group that besieges another, or -1. */
export function besiegerOf(world: World, of: number): number {
  return world.of(investment).by.raw[of] - 1;
}
