import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
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
 * Where each group brings its wounded, as row of a place + 1 (0: home), how many beds there are, plus 1 (0: as many as it
 * takes), whether it has run out of dressings, and by which event the last was used.
 */
export const infirmaries = table('infirmaries', { at: u32, beds: u16, out: u8, usedBy: event }, { along: group });

/** How each of the hurt lies: 1 in a bed, 2 without one; whether no more is spent on them, by which event; whether their death is known. */
export const lying = table('lying', { bed: u8, givenUp: u8, givenUpBy: event, known: u8 }, { along: person });

/** By whose side each person sits by night, and who sits by theirs, as rows + 1; since which event, and until when. */
export const bedside = table('bedside', { sits: u32, watched: u32, by: event, until: i32 }, { along: person });
