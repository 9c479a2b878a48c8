/** What people have promised each other, and sworn against each other. */
import { predicate } from '../../kernel/beliefs.ts';
import { event, i32, u32, u8 } from '../../kernel/columns.ts';
import type { Cause } from '../../kernel/events.ts';
import type { EventRecord } from '../../kernel/read.ts';
import { slot } from '../../kernel/system.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

export const DAY = 86_400;
/** What is sworn against somebody: it is owed to oneself, and no one can be let down by it. */
export const VOWS = ['come back for them', 'make them pay'] as const;
/** What can have been promised before the first day. */
export const PROMISED_BEFORE = [
  'come back',
  'stand by them',
  'hold the wall',
  'keep the gate',
  'bring medicine',
  'share the harvest',
  'repay',
  'harm nobody',
  'stay away',
  'keep quiet',
  ...VOWS,
] as const;
/** What people promise each other. */
export const PROMISES = [
  ...PROMISED_BEFORE,
  'feed them',
  'sit by them',
  'bury them',
  'look after theirs',
  'be back by dark',
  'take their watch',
] as const;
export type Promised = (typeof PROMISES)[number];

export const isVow = (that: Promised): boolean => (VOWS as readonly string[]).includes(that);

/** How things stand with a promise. */
export const STANDINGS = ['stands', 'kept', 'broken', 'released'] as const;

/**
 * Promises and vows: `to` whom, a person as row + 1, or a whole group as row + 1 in `toGroup`; `about` whom as row + 1, where that is
 * somebody else; `what` indexes PROMISES, `state` STANDINGS; `due` is when it has to be done, 0 for never; `given` is the event by
 * which it was made, `ended` the one by which it was kept, broken or released.
 */
export const promise = table(
  'promise',
  { from: u32, to: u32, toGroup: u32, about: u32, what: u8, state: u8, due: i32, given: event, ended: event },
  { stamps: 'row' },
);

/** Up to which event all that people make promises on account of has been looked at: one row. */
export const answered = table('answered', { upTo: event }, { stamps: 'none' });

/** The claim that somebody kept their word, or, denied, that they broke it; its truth is the event by which they did. */
export const keptWord = predicate('promises/kept-word', person);

/** To whom, or to which group, and about whom; -1 for nobody. */
export interface Parties {
  readonly from: number;
  readonly to: number;
  readonly toGroup: number;
  readonly about: number;
}

/** Row of a promise that still stands, or -1. Plain reads. */
export function promiseOf(world: World, between: Parties, that: Promised): number {
  const rows = world.of(promise);
  const what = PROMISES.indexOf(that);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.state.raw[row] !== 0 || rows.what.raw[row] !== what) continue;
    if (rows.from.raw[row] !== between.from || rows.to.raw[row] !== between.to + 1) continue;
    if (rows.toGroup.raw[row] === between.toGroup + 1 && rows.about.raw[row] === between.about + 1) return row;
  }
  return -1;
}

/** Rows of what somebody has promised or sworn that still stands. Plain reads. */
export function standingOf(world: World, from: number): number[] {
  const rows = world.of(promise);
  const found = [];
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.state.raw[row] === 0 && rows.from.raw[row] === from) found.push(row);
  }
  return found;
}

/** The event by which a group was promised more to eat, where that stands; 0 where it was not. Tracked. */
export function promisedFood(world: World, of: number): number {
  const rows = world.of(promise);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.toGroup.raw[row] !== of + 1 || whatOf(world, row) !== 'feed them') continue;
    if (rows.state.at(row) === 0) return rows.given.raw[row];
  }
  return 0;
}

export const whatOf = (world: World, row: number): Promised => PROMISES[world.of(promise).what.raw[row]];

/** Why nothing is owed any more. */
export const RELEASES = ['died', 'taken', 'outlived', 'spared', 'fight', 'gone', 'no need'] as const;

/** What becomes of a promise, and on account of what. */
export type Fate =
  | { readonly as: 'kept' | 'broken'; readonly because: readonly Cause[] }
  | { readonly as: 'released'; readonly why: (typeof RELEASES)[number]; readonly because: readonly Cause[] };

/** One sort of promise: what gives rise to it, and what becomes of it. */
export interface Undertaking {
  readonly that: Promised;
  /** The kinds of events on which somebody may promise it. */
  readonly upon: readonly string[];
  /** Make the promise, or not, on such an event: a decision of whoever makes it. */
  readonly offer?: (world: World, event: EventRecord) => void;
  /** What has become of one that stands; null while it stands. Tracked: it is what those decide on who judge it. */
  readonly fate: (world: World, row: number) => Fate | null;
  /** Whether it outlives whom it was given to. */
  readonly outlives?: true;
}

/** All sorts of promises that are made while people live. */
export const undertakings = slot<Undertaking>('promises/undertakings');
