import { predicate } from '../../kernel/beliefs.ts';
import { event, i32, tally, u16, u32, u8 } from '../../kernel/columns.ts';
import { barrier } from '../barriers/state.ts';
import { group, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** What can make a leader doubt. */
export const DOUBTS = [
  'loss',
  'surprise',
  'flank',
  'reserve',
  'neighbour',
  'none left',
  'leader',
  'ammunition',
  'time',
  'breach',
] as const;
export type Doubt = (typeof DOUBTS)[number];
/** What gives a leader heart. */
export const HEARTS = ['flight', 'taken', 'breach'] as const;
export type Heart = (typeof HEARTS)[number];

/** What a leader believes is going wrong and going well, and whether they have given up; whether their people have run. */
export const doubts = table(
  'doubts',
  {
    doubt: tally,
    heart: tally,
    gaveUp: u8,
    gaveUpBy: event,
    routed: u8,
    routedBy: event,
    /** Doubts that come once only, a bit each, in the order of `DOUBTS`. */
    once: u16,
    /** Who led when the leader last took stock, as row + 1. */
    ledBy: u32,
    /** When something last went forward, or was last found not to, and the event. */
    movedAt: i32,
    movedBy: event,
    /** When an enemy where none was looked for last took the leader aback, and how often that was. */
    abackAt: i32,
    abackTimes: u8,
    /** When the leader last took in that some had lain hidden. */
    hiddenAt: i32,
  },
  { along: group },
);

/** The claim that somebody lay hidden and has shown themselves. */
export const cameOut = predicate('will/came-out', person);

/** Which groups' leaders have taken account of a breach: a bit each. */
export const openings = table('openings', { known: u32 }, { along: barrier });

/**
 * Of whom a leader has taken account already: own people as lost or broken, enemies as a surprise, as standing in the way
 * back, as fled.
 */
export const reckoned = table(
  'reckoned',
  { lost: u8, surprise: u8, hidden: u8, behind: u8, broke: u8, fled: u8 },
  { along: person, stamps: 'none' },
);

/** A fight is over: the next begins without what the leader came to doubt in this one. Only from within an event's `apply`. */
export function comeToThemselves(world: World, of: number): void {
  const rows = world.of(doubts);
  rows.doubt.clear(of);
  rows.heart.clear(of);
  rows.gaveUp.put(of, 0);
  rows.routed.put(of, 0);
  rows.once.put(of, 0);
}
