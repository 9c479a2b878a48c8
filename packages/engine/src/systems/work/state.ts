import { event, f32, i32, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';

/** What there is to do by day. Which of it there is, systems say: see `tasks`. */
export const WORKS = ['mend', 'dig', 'tend', 'cook', 'fetch'] as const;
export type Work = (typeof WORKS)[number];

/** What somebody can be set to: nothing (too young, too old), what takes no strength, anything. */
export const NOTHING = 0;
export const LIGHT = 1;
export const ANYTHING = 2;

/** What people are at in an hour beside a task: row + 1 of one, or none, or drill. */
export const IDLE = 0;
export const DRILL = 255;

/** What each person does of what there is to do. */
export const labour = table(
  'labour',
  {
    /** NOTHING, LIGHT or ANYTHING, by age. */
    grade: u8,
    /** The works that they know, a bit each. */
    knows: u8,
    /** How readily they do as they are told, 0 readily; more where they are stubborn. By temper. */
    balky: f32,
    /** What they are set to, as its place among the tasks + 1, and by which event. */
    task: u8,
    by: event,
    /** What they are at this hour: the same, or DRILL. It is drift. */
    doing: u8,
    /** The day, as seconds of its beginning, on which they do not work, and the event by which. */
    off: i32,
    offBy: event,
    /** Hours of work since they slept last. */
    worked: f32,
  },
  { along: person },
);

/**
 * How each group goes about its work: for how many hours of the day, and for how many of them whoever has nothing else to do is
 * drilled; when hands were assigned last, and by which event.
 */
export const crew = table('crew', { hours: u8, drill: u8, setAt: i32, setBy: event }, { along: group });

/** Standing orders, in rows `group * WORKS.length + work`: 0 as it is needed, 1 never, else first of all, and the higher the sooner. */
export const standing = table('standing', { rank: u8 }, { stamps: 'none' });
export const NEVER = 1;

export function standingRow(of: number, work: Work): number {
  return of * WORKS.length + WORKS.indexOf(work);
}
