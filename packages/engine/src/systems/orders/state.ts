import { event, i32, u16, u32, u8 } from '../../kernel/columns.ts';
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
  'scout',
  'breach',
  'counterattack',
  'pursue',
  'carry word',
] as const;
export type Task = (typeof TASKS)[number];

/**
 * What each person has been told to do, where (as row + 1), the event by which they heard, and what their squad was told when
 * they heard it; `plan` is the contingency for which they lie in wait, as row + 1, `of` the one to which they belong.
 */
export const duty = table(
  'duty',
  { task: u8, place: u32, by: event, under: event, plan: u32, of: u32 },
  { along: person },
);

/**
 * Word on its way: who carries it, for or from which squad, and the order, or 1 for a report; 1 once its bearer has found
 * nobody and gone on to where they were said to be.
 */
export const message = table(
  'message',
  {
    runner: u32,
    squad: u16,
    isReport: u8,
    order: event,
    task: u8,
    goal: u32,
    sent: event,
    followed: u8,
  },
  { perPerson: 1 },
);

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
  /** After which end of a fight it was last laid; 0 before the first. */
  laid: event,
  /** How many it takes. */
  size: u16,
});
