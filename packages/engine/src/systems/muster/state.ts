import { event, i32, u8 } from '../../kernel/columns.ts';
import { group, table } from '../../kernel/tables.ts';

/** The gathering after a fight: 0 not yet, 1 called, 2 over. */
export const gathering = table('gathering', { state: u8, calledAt: i32, called: event }, { along: group });
