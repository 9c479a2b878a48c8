import { CAUSE_KINDS } from '@anchorhold/engine';
import type { Setup } from '@anchorhold/engine';
import { differencesBefore, live } from './history.ts';
import type { History } from './history.ts';
import { testOutcomes, testPlacebos } from './outcomes.ts';
import type { OutcomeResult, OutcomeSizes } from './outcomes.ts';
import { statementsOf, testStatement } from './precision.ts';
import type { CauseResult } from './precision.ts';
import { closureWithin, firstMinutes, muteOne } from './recall.ts';
import type { MuteResult, Share } from './recall.ts';
import { sample, sampleByKind } from './sample.ts';

/** How much is asked of each seed. */
export interface Sizes extends OutcomeSizes {
  /** Mutes drawn uniformly over events, and of each kind. */
  readonly mutes: number;
  readonly mutesAKind: number;
  /** Stated causes, likewise. */
  readonly stated: number;
  readonly statedAKind: number;
  /** The most kinds that are drawn from. */
  readonly kinds: number;
  /** Events whose closure within two minutes is taken: in the opening, and from the first shot on. */
  readonly early: number;
  /** Mutes that are lived from the setup on, to compare what lies before them. */
  readonly fromSetup: number;
}

/** A part of a run: how many days are lived, and from which hour on events are drawn. */
export interface Span {
  readonly days: number;
  readonly from: number;
}

/** What one seed says. */
export interface SeedResult {
  readonly seed: number;
  readonly mutes: readonly MuteResult[];
  readonly mutesByKind: readonly MuteResult[];
  readonly stated: readonly CauseResult[];
  readonly statedByKind: readonly CauseResult[];
  /** Closure within the first two minutes of an engagement, and within two minutes from its first shot on. */
  readonly opening: readonly Share[];
  readonly firstShot: readonly Share[];
  readonly differencesBefore: number;
  readonly runsBefore: number;
  readonly events: number;
  readonly withReason: number;
  /** Kinds of events without any cause that do not declare that they may come so. */
  readonly unexplained: readonly string[];
  readonly outcomes: readonly OutcomeResult[];
  readonly placebos: readonly OutcomeResult[];
}

export function measureSeed(setup: Setup, seed: number, sizes: Sizes, span?: Span): SeedResult {
  if (span === undefined) return measureHistory(live(setup, seed), sizes);
  return measureHistory(live(setup, seed, span.days * 86_400), sizes, span.from * 3600);
}

/** Of the events that come so many seconds or more after the beginning, and of those before it where that is 0. */
export function measureHistory(history: History, sizes: Sizes, from = 0): SeedResult {
  const { seed, begin, until } = history;
  const first = from === 0 ? -Infinity : begin + from;
  const events = history.events.filter(({ time }) => time >= first && time <= until);
  const statements = statementsOf(history).filter(({ effect }) => effect.time >= first);
  const muted = sample(events, sizes.mutes, 'mutes', seed);
  return {
    seed,
    mutes: muted.map((event) => muteOne(history, event)),
    mutesByKind: sampleByKind(events, ({ kind }) => kind, sizes.mutesAKind, 'mutes', seed, sizes.kinds).map((event) =>
      muteOne(history, event),
    ),
    stated: sample(statements, sizes.stated, 'stated', seed).map((each) => testStatement(history, each)),
    statedByKind: sampleByKind(
      statements,
      ({ effect }) => effect.kind,
      sizes.statedAKind,
      'stated',
      seed,
      sizes.kinds,
    ).map((each) => testStatement(history, each)),
    opening: closures(history, 'opening', sizes.early),
    firstShot: closures(history, 'first shot', sizes.early),
    differencesBefore: muted.slice(0, sizes.fromSetup).reduce((sum, { id }) => sum + differencesBefore(history, id), 0),
    runsBefore: Math.min(sizes.fromSetup, muted.length),
    events: events.length,
    withReason: events.filter(({ because }) => because.some(({ as }) => as === CAUSE_KINDS[0])).length,
    unexplained: events
      .filter(({ because, outside, entry }) => because.length === 0 && !outside && !entry.kind.uncaused)
      .map(({ kind }) => kind),
    outcomes: testOutcomes(history, sizes),
    placebos: testPlacebos(history, sizes),
  };
}

function closures(history: History, from: 'opening' | 'first shot', count: number): Share[] {
  return firstMinutes(history, from).flatMap(({ events, to }) =>
    sample(events, count, `closure from the ${from}`, history.seed).map(({ id }) => closureWithin(history, id, to)),
  );
}
