import { MUTE_SCOPE_SECONDS } from '@anchorhold/engine';
import type { EventRecord } from '@anchorhold/engine';
import { MOVED_ELSE, MOVED_IN_ENGAGEMENT } from './compare.ts';
import type { History } from './history.ts';

/** Effects outside a fight are looked for so long: over a month everything descends from everything. */
const SPAN = 48 * 3600;
/** What belongs to "the first two minutes". */
export const SOON = 120;
/** The chronicle's number for events that came while seconds were lived one by one. */
const GRAIN_OF_SECONDS = 1;

export interface Engagement {
  /** Ids of the events that open and end it; the end is above all ids where it goes on to the end of the run. */
  readonly first: number;
  readonly last: number;
  readonly opened: number;
  readonly ended: number;
}

const known = new WeakMap<History, Engagement[]>();

export function engagementsOf(history: History): Engagement[] {
  const found = known.get(history) ?? engagementsIn(history);
  known.set(history, found);
  return found;
}

function engagementsIn({ events, until }: History): Engagement[] {
  const found: Engagement[] = [];
  for (const { kind, id, time } of events) {
    const open = found.at(-1);
    if (kind === 'engagement/opened') found.push({ first: id, last: Infinity, opened: time, ended: until });
    else if (kind === 'engagement/ended' && open?.last === Infinity) {
      found[found.length - 1] = { ...open, last: id, ended: time };
    }
  }
  return found;
}

/** The engagement in which an event came. */
export function engagementWith(history: History, id: number): Engagement | undefined {
  return engagementsOf(history).find((each) => id >= each.first && id <= each.last);
}

/** Until when effects of an event are looked for: the end of its engagement, else 48 hours on or the end of the run. */
export function spanEnd(history: History, event: EventRecord): number {
  const inside = engagementWith(history, event.id);
  return inside?.ended ?? Math.min(history.until, Math.max(history.begin, event.time) + SPAN);
}

/** By how many seconds an event may move and still be the same. */
export function windowOf({ world }: History, { id }: EventRecord): number {
  return world.chronicle.grain(id) === GRAIN_OF_SECONDS ? MOVED_IN_ENGAGEMENT : MOVED_ELSE;
}

/**
 * For how long a cause, the first of which came at `from`, is withheld at least, so that its effect can show it: as much
 * longer than the effect may move as it is in an engagement, and until the effect. What may come an hour late and count as
 * the same cannot be judged by a cause that was only put off for an hour, or for the minute that withholding lasts in a
 * fight; nor what came minutes after its cause by one that came a minute later, and was there again in time.
 */
export function scopeFor(history: History, effect: EventRecord, from: number): number {
  const wide = (windowOf(history, effect) * MUTE_SCOPE_SECONDS[GRAIN_OF_SECONDS]!) / MOVED_IN_ENGAGEMENT;
  return Math.max(wide, effect.time - from);
}
