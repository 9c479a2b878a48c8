import { GRAINS, MUTE_SCOPE_SECONDS } from '@anchorhold/engine';
import { MOVED_IN_ENGAGEMENT, windowOf } from './fates.ts';
import type { Happening } from './happening.ts';
import type { Lived } from './lived.ts';

/** Effects outside a fight are looked for so long: over a month everything descends from everything. */
const SPAN = 48 * 3600;
/** How long withholding lasts in a fight. */
const SCOPE_IN_ENGAGEMENT = MUTE_SCOPE_SECONDS[GRAINS.indexOf('second')]!;

/** A fight from its opening to its end. */
export interface Engagement {
  /** Numbers of the events that open and end it; the end is above all numbers where it goes on to the end of the run. */
  readonly first: number;
  readonly last: number;
  readonly opened: number;
  readonly ended: number;
}

const known = new WeakMap<Lived, Engagement[]>();

/** The fights of a run, in order of time. */
export function engagementsOf(lived: Lived): Engagement[] {
  const found = known.get(lived) ?? engagementsIn(lived);
  known.set(lived, found);
  return found;
}

function engagementsIn({ happenings, until }: Lived): Engagement[] {
  const found: Engagement[] = [];
  // Several groups may attack at once, and each opens and ends a clash of its own: the fight is over with the last of them.
  let clashes = 0;
  for (const { kind, id, time } of happenings) {
    const fight = found.at(-1);
    if (kind === 'engagement/opened') {
      if (clashes++ === 0) found.push({ first: id, last: Infinity, opened: time, ended: until });
    } else if (kind === 'engagement/ended' && fight !== undefined && --clashes === 0) {
      found[found.length - 1] = { ...fight, last: id, ended: time };
    }
  }
  return found;
}

/** The fight in which an event came. */
export function engagementWith(lived: Lived, id: number): Engagement | undefined {
  return engagementsOf(lived).find((each) => id >= each.first && id <= each.last);
}

/** Until when effects of an event are looked for: the end of its fight, else 48 hours on or the end of the run. */
export function spanEnd(lived: Lived, event: Happening): number {
  const inside = engagementWith(lived, event.id);
  return inside?.ended ?? Math.min(lived.until, Math.max(lived.begin, event.time) + SPAN);
}

/**
 * For how long a cause, the first of which came at `from`, is withheld at least, so that its effect can show it: as much
 * longer than the effect may move as it is in an engagement, and until the effect. What may come an hour late and count as
 * the same cannot be judged by a cause that was only put off for an hour, or for the minute that withholding lasts in a
 * fight; nor what came minutes after its cause by one that came a minute later, and was there again in time.
 */
export function scopeFor(effect: Happening, from: number): number {
  const wide = (windowOf(effect) * SCOPE_IN_ENGAGEMENT) / MOVED_IN_ENGAGEMENT;
  return Math.max(wide, effect.time - from);
}
