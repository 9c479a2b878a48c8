import { event, i32, u16, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';

/** Those who are out on a patrol, since what event. */
export const patrol = table('patrol', { on: u8, by: event }, { along: person });

/** Each group's patrol: when the last was sent, by what event, who leads it, as row + 1, where it goes, as row + 1, and what it found. */
export const going = table('going', { last: i32, by: event, leads: u16, at: u16, foundBy: event }, { along: group });
