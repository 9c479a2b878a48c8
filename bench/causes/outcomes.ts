import type { EventRecord } from '@anchorhold/engine';
import { MOVED_IN_ENGAGEMENT, withheldWith } from '@anchorhold/story';
import type { Happening } from '@anchorhold/story';
import { descendants } from './descent.ts';
import { otherLuck } from './history.ts';
import type { History } from './history.ts';
import { groupsOf, idsOf } from './precision.ts';
import { sample } from './sample.ts';
import { nameOf } from './tell.ts';

/** Large turns. Whose they are is what counts, not who led or struck (see `turnOf` of each kind). */
export const OUTCOMES: readonly string[] = ['wounds/died', 'will/gave-up', 'raid/came', 'assault/came'];
/** How many are tried in each run: stated causes of each kind of outcome, and placebos. */
export interface OutcomeSizes {
  /** Lucks that each mute is tried under. */
  readonly lucks: number;
  readonly statements: number;
  readonly placebos: number;
}

/** One mute under many lucks, each time beside the same luck without the mute. */
export interface OutcomeResult {
  readonly seed: number;
  readonly kind: string;
  readonly text: string;
  readonly pairs: readonly Pair[];
}

/** Whether an outcome came about under one luck. */
export interface Pair {
  readonly without: boolean;
  readonly with: boolean;
  /** Whether it came with the mute as well, but further off than an event may move. */
  readonly moved: boolean;
  /** Whether, in the run without the mute, a path led to the outcome from what the mute withholds. */
  readonly path: boolean;
}

/** Stated causes of outcomes, each withheld under many lucks. */
export function testOutcomes(history: History, { statements, lucks }: OutcomeSizes): OutcomeResult[] {
  const outcomes = outcomesOf(history);
  return OUTCOMES.flatMap((kind) => {
    const stated = outcomes.filter((outcome) => outcome.kind === kind).flatMap(groupsOf);
    return sample(stated, statements, `outcomes ${kind}`, history.seed).map(({ effect, causes }) =>
      tryLucks(history, idsOf(causes), effect, lucks),
    );
  });
}

/** Events before an outcome that no path leads from to it, each withheld under many lucks. */
export function testPlacebos(history: History, { placebos, lucks }: OutcomeSizes): OutcomeResult[] {
  const candidates = outcomesOf(history).flatMap((outcome) =>
    history.events
      .filter(({ id, time }) => id < outcome.id && time >= history.begin && time < outcome.time)
      .map((event) => ({ event, outcome })),
  );
  const found: OutcomeResult[] = [];
  for (const { event, outcome } of sample(candidates, candidates.length, 'placebos', history.seed)) {
    if (found.length === placebos) break;
    const sources = withheldWith(history, [event.id]);
    if (descendants(history, sources)[outcome.id] === 0) found.push(tryLucks(history, [event.id], outcome, lucks));
  }
  return found;
}

function outcomesOf(history: History): EventRecord[] {
  return history.events.filter(({ kind, time }) => OUTCOMES.includes(kind) && time <= history.until);
}

function tryLucks(history: History, ids: readonly number[], outcome: EventRecord, lucks: number): OutcomeResult {
  const { turn } = history.happenings[outcome.id - 1]!;
  const pairs = Array.from({ length: lucks }, (_, i): Pair => {
    const plain = otherLuck(history, ids, false, i + 1);
    const muted = otherLuck(history, ids, true, i + 1);
    const before = find(plain.happenings, turn, history.until);
    const after = find(muted.happenings, turn, history.until);
    return {
      without: before !== undefined,
      with: after !== undefined,
      moved: before !== undefined && after !== undefined && Math.abs(after.time - before.time) > MOVED_IN_ENGAGEMENT,
      path:
        before !== undefined &&
        descendants(plain, withheldWith(history, ids, { events: plain.happenings }))[before.id] === 1,
    };
  });
  const names = ids.map((id) => nameOf(history, history.events[id - 1]!)).join(' + ');
  return {
    seed: history.seed,
    kind: outcome.kind,
    text: `seed ${history.seed}: ${nameOf(history, outcome)} without ${names}`,
    pairs,
  };
}

/** The same turn in another history. */
function find(happenings: readonly Happening[], turn: string, until: number): Happening | undefined {
  return happenings.find((event) => event.turn === turn && event.time <= until);
}
