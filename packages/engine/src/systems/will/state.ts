import { event, tally, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';

/** What a leader believes is going wrong, and whether they have given up. */
export const doubts = table('doubts', { doubt: tally, gaveUp: u8, gaveUpBy: event }, { along: group });

/** Whom their own leader has counted as lost, and whom the other side's leader has been surprised by. */
export const reckoned = table('reckoned', { lost: u8, surprise: u8 }, { along: person, stamps: 'none' });
