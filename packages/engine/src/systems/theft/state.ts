import { predicate } from '../../kernel/beliefs.ts';
import { event, f32, i32, u16, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';

/** What the hungry steal. */
export const STOLEN = ['food'] as const;
/** How food is stolen: out of the store by night, or by whoever has the scales in hand. */
export const HOW = ['by night', 'at the scales'] as const;
/** What is done to a thief. */
export const SENTENCES = ['named', 'docked'] as const;

/** The claim that somebody steals from their own. */
export const isThief = predicate('theft/thief', person);

/** Food that people have hidden, what they had to overcome to take it, and what came out of it. */
export const hoard = table(
  'hoard',
  {
    /** Grams, where they lie, and by which theft they came there last. */
    grams: i32,
    at: u16,
    by: event,
    /** 0..1: how much it takes to make somebody steal from their own. */
    scruple: f32,
    /** The event by which it came out last, and the one by which it was judged. */
    outBy: event,
    judgedBy: event,
    /** How often they were judged, and until when they are given less. */
    times: u8,
    dockedUntil: i32,
  },
  { along: person },
);

/**
 * What each group knows of thefts: until which event it has looked, and the events by which something was missed (first since
 * the last search, and last), and looked for.
 */
export const inquiry = table(
  'inquiry',
  { until: event, firstBy: event, missedBy: event, suspect: u16, searchedBy: event },
  { along: group },
);
