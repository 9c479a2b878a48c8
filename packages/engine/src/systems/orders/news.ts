import { believe, claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import type { Predicate } from '../../kernel/beliefs.ts';
import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { FRESH } from '../sight/state.ts';

/** A kind of claim that people pass on when they report, and how much it is worth telling: 3 is worth a report of its own. */
export interface News {
  readonly what: Predicate;
  readonly weight: number;
}
/** What a report is made of. A system whose claims are news puts them here. */
export const news = slot<News>('orders/news');

/** Seconds for which news is news. [d] */
const NEWS_STANDS = 300;
/** The most that one report passes on, and the most reasons that it states. */
const MOST_TOLD = 16;
const MOST_REASONS = 16;

/** What is worth telling: how much together, the claims, and what they rest on. */
export interface Told {
  readonly weight: number;
  readonly rows: readonly number[];
  readonly sources: readonly number[];
}

/** What somebody has learned since a moment that is worth telling. */
export function latestNews(world: World, holder: number, since: number): Told {
  const claims = world.of(claim);
  const told = world.ruleset.filled(news);
  const rows: number[] = [];
  const sources: number[] = [];
  let weight = 0;
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const changed = claims.changed.raw[row];
    if (changed <= since || world.time - changed > NEWS_STANDS || claims.from.raw[row] !== 0) continue;
    const kind = told.find((each) => each.what.hash === claims.predicate.raw[row]);
    if (kind === undefined) continue;
    weight += kind.weight;
    if (rows.length < MOST_TOLD) rows.push(row);
    for (const id of sourcesOf(world, row))
      if (sources.length < MOST_REASONS && !sources.includes(id)) sources.push(id);
  }
  return { weight, rows, sources };
}

/** The hearer comes to hold what the speaker holds and is news. Only from an event's `apply`. */
export function shareNews(world: World, speaker: number, hearer: number, source: number): void {
  const claims = world.of(claim);
  const told = world.ruleset.filled(news);
  const rows: number[] = [];
  for (let row = world.of(mind).first.raw[speaker] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (world.time - claims.changed.raw[row] > NEWS_STANDS || claims.subject.raw[row] === hearer) continue;
    if (rows.length < MOST_TOLD && told.some((each) => each.what.hash === claims.predicate.raw[row])) rows.push(row);
  }
  // The oldest first, so that the newest is the first that the hearer thinks of.
  for (const row of rows.reverse()) {
    const kind = told.find((each) => each.what.hash === claims.predicate.raw[row])!;
    believe(world, hearer, kind.what, claims.subject.raw[row], {
      place: claims.place.raw[row] - 1,
      confidence: Math.min(0.7, claims.confidence.raw[row]),
      source,
      truth: claims.truth.raw[row],
      from: speaker,
      hops: claims.hops.raw[row] + 1,
      negated: claims.polarity.raw[row] === 0,
      // What is told is older than what is seen: too old to aim by.
      seen: Math.min(claims.seen.raw[row], world.time - FRESH - 1),
    });
  }
}
