import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, person, place, table } from '../../kernel/tables.ts';

/** What water comes from. The last two are filled by rain and by nothing else. */
export const SOURCES = ['well', 'spring', 'river', 'cistern', 'rain butts'] as const;
/** Those that can fail: what is stored under a roof does not. */
export const FAILING = ['well', 'spring', 'river', 'rain butts'] as const;
export type SourceName = (typeof SOURCES)[number];
/** How a source can fail. */
export const FAILS = ['ran dry', 'froze'] as const;
/** What each is given a day: for comfort, to get by, to drink, and less than that. */
export const ALLOWANCES = ['plenty', 'enough', 'drink', 'sips'] as const;
/** How far thirst has gone with somebody. */
export const LEVELS = ['well', 'parched', 'failing'] as const;

/** Water that can be had in each place. */
export const source = table(
  'source',
  {
    /** Row of SOURCES + 1; 0: none. */
    kind: u8,
    /** Millilitres that are in it, that it holds, that it yields a day, and that it catches of each millimetre of rain. */
    has: i32,
    holds: i32,
    yields: i32,
    catches: i32,
    /** Row of FAILS + 1 while it gives nothing, and the event by which it failed, or gave again. */
    fails: u8,
    failsBy: event,
    /** The event by which those who live near were cut off from it; 0: they were not. */
    cutBy: event,
  },
  { along: place },
);

/** How each group comes by its water, where the scenario tells of that. */
export const supply = table(
  'supply',
  {
    /** Where it is kept, as row + 1; 0: what they drink is no part of this world. */
    seat: u32,
    /** Row of ALLOWANCES, by which event; for how many days what there is is to last. */
    allowance: u8,
    setBy: event,
    days: u16,
    /** The events by which water was fetched and shared out last. */
    fetchedBy: event,
    sharedBy: event,
    /** The days on which that was done last, and the allowance thought of; from d1 as 0. */
    fetchedOn: i32,
    sharedOn: i32,
    weighedOn: i32,
    /** 1 while there is none, and since what event. */
    out: u8,
    outBy: event,
  },
  { along: group },
);

/** What each person has drunk and lacks. */
export const thirst = table(
  'thirst',
  {
    /** Millilitres that they have been given and not drunk yet; and what their body lacks. */
    inHand: i32,
    short: f32,
    /** The second until which this is reckoned, and the event on whose account they lack (0: they do not). */
    reckoned: i32,
    shortBy: event,
    /** The event by which they were given water last. */
    givenBy: event,
    /** Row of LEVELS, and by which event; the share of their weight with which they die. */
    level: u8,
    levelBy: event,
    deadAt: f32,
  },
  { along: person },
);
