import { event, i32, u32, u8 } from '../../kernel/columns.ts';
import { group, table } from '../../kernel/tables.ts';

export const STAGES = ['none', 'away', 'creeping up', 'storming', 'loading', 'leaving'] as const;

/** What a band means to do: what it wants and where that lies, how far it has got, and what moved it. */
export const intent = table(
  'intent',
  {
    stage: u8,
    since: i32,
    wants: u8,
    target: u32,
    staging: u32,
    shortBy: event,
    planned: event,
    stageBy: event,
  },
  { along: group },
);
