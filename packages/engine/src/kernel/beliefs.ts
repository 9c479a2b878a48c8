import { event, f32, i32, u16, u32, u8 } from './columns.ts';
import { hashText32 } from './hash.ts';
import { person, table } from './tables.ts';
import type { TableDef } from './tables.ts';
import type { World } from './world.ts';

/**
 * What people hold to be so. A belief is a claim, not a copy of the truth: it says what, of whom, where, since when, how
 * sure, and from whom. It can describe what never happened.
 */
export const claim = table(
  'claim',
  {
    holder: u32,
    /** Hash of the predicate's name. */
    predicate: u32,
    /** Row of what it is about, in the predicate's table; the place it names, as row + 1. */
    subject: i32,
    place: i32,
    /** 1: it is so, 0: it is not so. */
    polarity: u8,
    /** 0..1. */
    confidence: f32,
    /** When the holder last had word or sight of it; when the holder's mind last changed about it. */
    seen: i32,
    changed: i32,
    /** When the holder first came to hold anything of the kind about the subject. */
    first: i32,
    /** Who told the holder, as row + 1; 0 where the holder's own senses did. */
    from: u32,
    /** How many mouths it has gone through. */
    hops: u16,
    /** The true event that it is about, where there is one. */
    truth: event,
    /** Independent events by which the holder came to hold it, newest first. */
    source0: event,
    source1: event,
    source2: event,
    /** The holder's next claim, as row + 1: a chain that only this file walks. */
    next: u32,
  },
  { stamps: 'row', perPerson: 32 },
);

/** Where each person's claims begin, as row + 1. */
export const mind = table('mind', { first: u32 }, { along: person, stamps: 'none' });

/** What a claim can say. */
export interface Predicate {
  readonly id: string;
  readonly hash: number;
  readonly subject: TableDef;
}

/** Declare what claims can say of a row of `subject`: `predicate('sight/at', person)`. */
export function predicate(id: `${string}/${string}`, subject: TableDef): Predicate {
  return { id, hash: hashText32(id), subject };
}

/** How somebody came by a claim. */
export interface Word {
  readonly place?: number;
  readonly confidence: number;
  /** The event by which it reached the holder. */
  readonly source: number;
  /** The true event that it is about. */
  readonly truth?: number;
  /** Who said so; -1 for the holder's own senses. */
  readonly from?: number;
  readonly hops?: number;
  /** When what it says was so, for news that took its time; now, where it is left out. */
  readonly seen?: number;
  readonly negated?: boolean;
}

/** Row of the holder's claim of this predicate about this subject, or -1. */
export function findClaim(world: World, holder: number, what: Predicate, subject: number): number {
  const claims = world.of(claim);
  const subjects = claims.subject.raw;
  const next = claims.next.raw;
  let row = world.of(mind).first.raw[holder] - 1;
  while (row >= 0) {
    // Fewer claims are about the same subject than of the same kind: most are passed over by one look.
    if (subjects[row] === subject && claims.predicate.raw[row] === what.hash) return row;
    row = next[row] - 1;
  }
  return -1;
}

/**
 * The holder comes to hold, or holds more firmly, that `what` is so of `subject`. Word that agrees with what is held
 * joins its sources; word that differs (another place, the contrary) replaces them. Older word that agrees only joins
 * the sources; older word that differs changes nothing.
 * Returns the claim's row. Only from an event's `apply`.
 */
export function believe(world: World, holder: number, what: Predicate, subject: number, word: Word): number {
  const claims = world.of(claim);
  const seen = word.seen ?? world.time;
  const placeCell = (word.place ?? -1) + 1;
  const polarity = word.negated === true ? 0 : 1;
  let row = findClaim(world, holder, what, subject);
  const known = row >= 0;
  if (known && claims.seen.raw[row] > seen) {
    if (claims.place.raw[row] === placeCell && claims.polarity.raw[row] === polarity)
      corroborate(world, row, word.source);
    return row;
  }
  // A claim's cells share one stamp: the last of these writes is noted for all.
  if (!known) {
    row = claims.add();
    const minds = world.of(mind);
    claims.next.raw[row] = minds.first.raw[holder];
    minds.first.put(holder, row + 1);
    claims.holder.raw[row] = holder;
    claims.predicate.raw[row] = what.hash;
    claims.subject.raw[row] = subject;
    claims.first.raw[row] = world.time;
  }
  const agrees = known && claims.place.raw[row] === placeCell && claims.polarity.raw[row] === polarity;
  if (!agrees) {
    claims.changed.raw[row] = world.time;
    claims.source1.raw[row] = 0;
    claims.source2.raw[row] = 0;
    claims.confidence.raw[row] = word.confidence;
  } else {
    if (claims.source0.raw[row] !== word.source) {
      claims.source2.raw[row] = claims.source1.raw[row];
      claims.source1.raw[row] = claims.source0.raw[row];
    }
    claims.confidence.raw[row] = Math.max(claims.confidence.raw[row], word.confidence);
  }
  claims.source0.raw[row] = word.source;
  claims.place.raw[row] = placeCell;
  claims.polarity.raw[row] = polarity;
  claims.seen.raw[row] = seen;
  claims.from.raw[row] = (word.from ?? -1) + 1;
  claims.hops.raw[row] = word.hops ?? 0;
  claims.truth.put(row, word.truth ?? 0);
  return row;
}

/** One more independent source for what is held already: a reason beside the others, and no change of mind. */
function corroborate(world: World, row: number, source: number): void {
  const { source0, source1, source2 } = world.of(claim);
  if (source0.raw[row] === source || source1.raw[row] === source || source2.raw[row] === source) return;
  source2.raw[row] = source1.raw[row];
  source1.raw[row] = source;
}

/** The events that a claim rests on, newest first. */
export function sourcesOf(world: World, row: number): number[] {
  const claims = world.of(claim);
  return [claims.source0.raw[row], claims.source1.raw[row], claims.source2.raw[row]].filter((id) => id !== 0);
}

/** Rows of all that somebody holds, newest first. */
export function claimsOf(world: World, holder: number): number[] {
  const claims = world.of(claim);
  const rows = [];
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) rows.push(row);
  return rows;
}

/** Drop every claim of this predicate whose word is older than `before`. */
export function forget(world: World, holder: number, what: Predicate, before: number): void {
  const claims = world.of(claim);
  const minds = world.of(mind);
  let last = -1;
  let row = minds.first.raw[holder] - 1;
  while (row >= 0) {
    const next = claims.next.raw[row] - 1;
    if (claims.predicate.raw[row] === what.hash && claims.seen.raw[row] < before) {
      if (last < 0) minds.first.put(holder, next + 1);
      else claims.next.put(last, next + 1);
      claims.remove(row);
    } else last = row;
    row = next;
  }
}

/** The holder no longer holds this claim: it was about somebody or something else. Only from an event's `apply`. */
export function dropClaim(world: World, holder: number, row: number): void {
  const { next } = world.of(claim);
  const minds = world.of(mind);
  if (minds.first.raw[holder] === row + 1) minds.first.put(holder, next.raw[row]);
  else {
    let last = minds.first.raw[holder] - 1;
    while (last >= 0 && next.raw[last] !== row + 1) last = next.raw[last] - 1;
    if (last < 0) throw new Error(`claim ${row} is not one of those that ${world.keyOf(person, holder)} holds`);
    next.put(last, next.raw[row]);
  }
  world.of(claim).remove(row);
}

/** Row of the newest claim of this predicate that somebody holds, or -1. */
export function firstClaim(world: World, holder: number, what: Predicate): number {
  const claims = world.of(claim);
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] === what.hash) return row;
  }
  return -1;
}
