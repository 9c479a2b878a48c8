import { claim, claimsOf, readEvent, state } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';

/**
 * The kinds of events by which one person passes on to another what they hold: the actor to the target. What is passed on
 * keeps the true event that it is about.
 */
const TELLINGS: readonly string[] = ['orders/reported', 'orders/sent-word', 'orders/brought-word', 'muster/reported'];
/** The kinds that are themselves what the news is about, and by which the actor lets all of their own know who hear it. */
const SHOUT = 'word/called';
const OUTCRIES: readonly string[] = [SHOUT, 'barriers/breached'];

/** What somebody knew when they passed it on. */
interface Held {
  readonly who: number;
  readonly predicate: number;
  readonly subject: number;
  /** The event that it is about, or 0. */
  readonly truth: number;
  /** Through how many mouths it had come to them. */
  readonly hops: number;
  /** The event by which they passed it on. */
  readonly until: number;
}

/**
 * Through whom a claim came to its holder: rows of people, from the one who told them back to whoever knew at first hand.
 * Empty where the holder's own senses told them. It is the way that the word went at the time, whatever those on it came to
 * hold since; nobody stands on it twice, nor the holder at all: word that came round to somebody who had seen it themselves
 * is their own. Where the chronicle does not say from whom somebody had it, the path ends there.
 */
export function pathOf(world: World, row: number): number[] {
  const claims = world.of(claim);
  const from = claims.from.raw[row]! - 1;
  if (from < 0) return [];
  const held: Held = {
    who: from,
    predicate: claims.predicate.raw[row]!,
    subject: claims.subject.raw[row]!,
    truth: claims.truth.raw[row]!,
    hops: claims.hops.raw[row]! - 1,
    until: claims.source0.raw[row]!,
  };
  return withoutRounds([claims.holder.raw[row]!, from, ...(wayTo(world, held) ?? [])]).slice(1);
}

/** A way without its loops: where somebody comes up again, what lies between is left out. */
function withoutRounds(way: readonly number[]): number[] {
  const plain: number[] = [];
  for (const who of way) {
    const before = plain.indexOf(who);
    if (before >= 0) plain.length = before + 1;
    else plain.push(who);
  }
  return plain;
}

/** Through whom it had come to somebody when they passed it on; null where nobody can have told it to them. */
function wayTo(world: World, held: Held): number[] | null {
  const { who, hops, truth } = held;
  if (hops <= 0) return knewAtFirstHand(world, who, truth) ? [] : null;
  const unchanged = stillHeld(world, held);
  if (unchanged !== null) return [unchanged.who, ...(wayTo(world, unchanged) ?? [])];
  const crier = hops === 1 && truth > 0 && truth < held.until ? criedBy(world, truth) : -1;
  return crier >= 0 && areOwn(world, crier, who) ? [crier] : searched(world, held);
}

/** From whom they had it, as their mind still holds it: where it has not changed since they passed it on. */
function stillHeld(world: World, { who, predicate, subject, truth, hops, until }: Held): Held | null {
  const claims = world.of(claim);
  const row = claimsOf(world, who).find(
    (each) => claims.predicate.raw[each] === predicate && claims.subject.raw[each] === subject,
  );
  if (row === undefined || claims.source0.raw[row]! >= until) return null;
  if (claims.truth.raw[row] !== truth || claims.hops.raw[row] !== hops) return null;
  const from = claims.from.raw[row]! - 1;
  return { who: from, predicate, subject, truth, hops: hops - 1, until: claims.source0.raw[row]! };
}

/** The last time before it that somebody who can have known it told them. */
function searched(world: World, held: Held): number[] | null {
  for (let id = held.until - 1; id > held.truth; id--) {
    const entry = world.ruleset.kinds[world.chronicle.kind(id)]!;
    if (!TELLINGS.includes(entry.kind.id)) continue;
    const { roles } = readEvent(world, id);
    if (roles['target'] !== held.who) continue;
    if (roles['about'] !== undefined && roles['about'] !== held.subject) continue;
    const way = wayTo(world, { ...held, who: roles['actor']!, hops: held.hops - 1, until: id });
    if (way !== null) return [roles['actor']!, ...way];
  }
  return null;
}

/** Who let their own know of an event as it came about, or -1. */
function criedBy(world: World, event: number): number {
  const { kind, roles } = readEvent(world, event);
  return OUTCRIES.includes(kind) ? (roles['actor'] ?? -1) : -1;
}

/** Whether somebody was there: they did it or noticed it. Of what is about no event, anybody may have been. */
function knewAtFirstHand(world: World, who: number, event: number): boolean {
  if (event === 0) return true;
  const { kind, roles, witnesses } = readEvent(world, event);
  // Whoever hears a shout has it from whoever shouts.
  return roles['actor'] === who || (kind !== SHOUT && witnesses.some((each) => each.who === who));
}

function areOwn(world: World, one: number, other: number): boolean {
  const groups = world.of(state.member).group.raw;
  return groups[one] === groups[other];
}
