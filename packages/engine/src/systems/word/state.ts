import { i32 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';

/** When each person last called out; 0 for never. */
export const calling = table('calling', { last: i32 }, { along: person });
