import { event, f32, i32, u8 } from '../../kernel/columns.ts';
import { place, table } from '../../kernel/tables.ts';

/** How a place keeps what lies in it. */
export const KEEPS = ['dry', 'damp', 'open'] as const;
/** What spoils food: damp that got in, rats, or its age alone. */
export const SPOILERS = ['damp', 'rats', 'age'] as const;
/** What spoils. */
export const SPOILS = ['food', 'seed grain'] as const;

/** How each place keeps food: row of KEEPS + 1 (0: nothing spoils there), what has got at it (row of SPOILERS + 1), and by which event. */
export const keeping = table('keeping', { keeps: u8, blight: u8, blightBy: event }, { along: place });

/** Grams that have gone bad and that nobody has found yet, with the part of a gram: row `place * SPOILS.length + good`. */
export const rot = table('rot', { bad: i32, part: f32 }, { stamps: 'none' });
