import type { EventRecord } from '@anchorhold/engine';
import {
  MOVED_IN_ENGAGEMENT,
  engagementWith,
  engagementsOf,
  fates,
  spanEnd,
  windowOf,
  withheldWith,
} from '@anchorhold/story';
import type { Fate } from '@anchorhold/story';
import { descendants } from './descent.ts';
import { without } from './history.ts';
import type { History } from './history.ts';
import { nameOf } from './tell.ts';

/** Seconds that belong to "the first two minutes". */
const SOON = 120;

/** Of some events, how many are of a sort. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** What came of withholding one event. */
export interface MuteResult {
  readonly seed: number;
  readonly kind: string;
  /** Of the later events that vanished, moved or changed: those that descend from the withheld one. */
  readonly recall: Share;
  /** Of all later events: those that descend from it. */
  readonly closure: Share;
  /** The same within two minutes; null where it was not withheld in an engagement. */
  readonly closureSoon: Share | null;
  /** The first effect that no path led to; those after it may only follow from it. */
  readonly missed: Missed | null;
}

export interface Missed {
  readonly pair: string;
  readonly text: string;
}

/** Withhold an event, live on, and look whether what became otherwise descends from it. */
export function muteOne(history: History, muted: EventRecord): MuteResult {
  const sources = withheldWith(history, [muted.id]);
  const descends = descendants(history, sources);
  const end = spanEnd(history, history.happenings[muted.id - 1]!);
  const later = laterThan(history, muted.id, sources, end);
  const margin = Math.max(MOVED_IN_ENGAGEMENT, ...later.map(({ id }) => windowOf(history.happenings[id - 1]!)));
  const after = without(history, [muted.id], end + margin);
  // What lies beyond the end, and what came in the same second before, takes its own match and nobody else's.
  const known = new Set(sources);
  const beside = history.happenings.filter(
    ({ id, time }) => time >= muted.time && time <= end + margin && !known.has(id),
  );
  const fate = fates(beside, after);
  const altered = later.filter(({ id }) => fate.get(id) !== 'same');
  const missed = altered.filter(({ id }) => descends[id] === 0);
  return {
    seed: history.seed,
    kind: muted.kind,
    recall: { hits: altered.length - missed.length, of: altered.length },
    closure: share(later, descends),
    closureSoon:
      engagementWith(history, muted.id) === undefined
        ? null
        : share(
            later.filter(({ time }) => time <= muted.time + SOON),
            descends,
          ),
    missed: missed.length === 0 ? null : tellMissed(history, muted, missed[0]!, fate.get(missed[0]!.id)!),
  };
}

/**
 * Closure within a stretch of two minutes, for one of the events in it: which of the others after it in that stretch
 * descend from it.
 */
export function closureWithin(history: History, id: number, until: number): Share {
  const sources = withheldWith(history, [id]);
  return share(laterThan(history, id, sources, until), descendants(history, sources));
}

/** The events of each engagement's first two minutes, or of the two from its first shot on, and when they are over. */
export function firstMinutes(
  history: History,
  from: 'opening' | 'first shot',
): { events: EventRecord[]; to: number }[] {
  return engagementsOf(history).flatMap(({ first, last, ended }) => {
    const inside = history.events.filter(({ id }) => id >= first && id < last);
    const start = from === 'opening' ? inside[0] : inside.find(({ kind }) => kind === 'shooting/shot');
    if (start === undefined) return [];
    const to = Math.min(start.time + SOON, ended);
    return [{ events: inside.filter(({ id, time }) => id >= start.id && time <= to), to }];
  });
}

/** Events after one until a moment, without those that are withheld with it: they are sources, not effects. */
function laterThan(history: History, id: number, sources: readonly number[], end: number): EventRecord[] {
  const withheld = new Set(sources);
  const from = history.events[id - 1]!.time;
  // What lies before the first day is not on record in the order of time.
  return history.events.filter(
    (event) => event.id > id && event.time >= from && event.time <= end && !withheld.has(event.id),
  );
}

function share(events: readonly EventRecord[], descends: Uint8Array): Share {
  return { hits: events.filter(({ id }) => descends[id] === 1).length, of: events.length };
}

function tellMissed(history: History, muted: EventRecord, event: EventRecord, fate: Fate): Missed {
  const apart = `${event.time - muted.time} s later`;
  return {
    pair: `${muted.kind} -> ${event.kind}`,
    text: `seed ${history.seed}: without ${nameOf(history, muted)}, ${nameOf(history, event)}, ${apart}: ${fate}`,
  };
}
