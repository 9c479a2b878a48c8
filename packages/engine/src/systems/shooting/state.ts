import { event, i32, u32, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';

/**
 * Whom each person is firing at, as row + 1, or else the place that they fire into, as row + 1; the event by which they
 * opened fire; when the next round can go; rounds fired since the magazine was full; the event by which they last ran out.
 */
export const aim = table(
  'aim',
  { target: u32, sweeps: u32, opened: event, next: i32, fired: u8, emptyBy: event },
  { along: person },
);
