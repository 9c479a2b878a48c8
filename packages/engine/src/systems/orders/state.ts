import { event, i32, u32, u8 } from '../../kernel/columns.ts';
import { namedTable, person, table } from '../../kernel/tables.ts';

export const TASKS = [
  'none',
  'hold',
  'creep up',
  'storm',
  'cover',
  'load',
  'carry off',
  'fall back',
  'leave',
  'ambush',
  'breach',
] as const;
export type Task = (typeof TASKS)[number];

/** What each person has been told to do, where (as row + 1), and the event by which they heard. */
export const duty = table('duty', { task: u8, place: u32, by: event, squad: u8, plan: u32 }, { along: person });

/** A contingency: prepared beforehand, hidden, waiting for its moment. `state` 0 waits, 1 signalled, 2 sprung, 3 called off. */
export const contingency = namedTable('contingency', {
  commander: u32,
  hidden: u32,
  watchPlace: u32,
  watchGroup: u32,
  /** What calls it off, as rows + 1; 0 for nothing. */
  unlessPlace: u32,
  unlessGroup: u32,
  goal: u32,
  delay: i32,
  state: u8,
  signal: event,
});
