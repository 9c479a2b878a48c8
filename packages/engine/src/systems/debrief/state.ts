import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';

/**
 * What has been told at debriefings, each word as it was given: what of whom, by whom, how sure they were, and at which telling.
 * Words that contradict each other stand side by side.
 */
export const testimony = table(
  'testimony',
  {
    group: u16,
    teller: u32,
    predicate: u32,
    subject: i32,
    /** As row + 1. */
    place: i32,
    polarity: u8,
    confidence: f32,
    truth: event,
    by: event,
  },
  { perPerson: 4, stamps: 'row' },
);

/** The debriefing of each group: 1 while it is held, 2 over; after which end of a fight, by what event, and who called it, as row + 1. */
export const debriefing = table('debriefing', { stage: u8, after: event, called: event, by: u32 }, { along: group });

/** By which finding each barrier is held to be where its keepers' walls are weakest; 0 where it is not. */
export const weakness = table('weakness', { by: event }, { along: barrier });

/** The barrier that a group holds to be its weakest, or -1. Plain reads. */
export function weakestOf(world: World, of: number): number {
  const { by } = world.of(weakness);
  const walls = world.of(barrier);
  for (let row = 0; row < walls.count; row++) {
    if (by.raw[row] !== 0 && walls.keeper.raw[row] === of + 1) return row;
  }
  return -1;
}
