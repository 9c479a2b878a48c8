import { event, f32, i32, u32, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';

/** Who has taken each of the hurt in hand, as row + 1 (0: nobody), and by which event. */
export const care = table(
  'care',
  {
    carer: u32,
    by: event,
    /** Days of care since their fever began, each worth as much as the carer knows; and when they were last seen to. */
    had: f32,
    seenAt: i32,
  },
  { along: person },
);

/**
 * Where each group brings its wounded, as row of a place + 1 (0: home), whether it has run out of dressings, and by
 * which event the last was used.
 */
export const infirmaries = table('infirmaries', { at: u32, out: u8, usedBy: event }, { along: group });
