import { readEvent } from '@anchorhold/engine';
import type { Clause, World } from '@anchorhold/engine';
import { eventOf } from './causes.ts';
import type { Chronicled, Chronicles } from './chronicled.ts';
import { grow } from './grow.ts';
import type { Sayer } from './say.ts';
import type { Why } from './types.ts';

export interface WhyOptions {
  /** All causes down to so many levels, however many lines that takes. Without it, what a dozen lines hold. */
  readonly depth?: number;
  /** Shown name of the reader's own side; people of others are introduced with theirs. */
  readonly home?: string;
  /**
   * The world as it was when all that is due in a second has happened, by seconds on the clock of worlds. With it, what had
   * been coming on behind the event is told as well.
   */
  readonly worldAt?: (time: number) => World;
}

/** Lines of a whole answer where no depth is asked for, and the columns that they are reckoned by. */
export const MOST_LINES = 12;
export const COLUMNS = 66;
/** Levels to which a tree grows where there is room. */
export const DEEPEST = 6;

export const STATED = 'What was stated as it happened; nothing has been tested.';

/**
 * Why an event happened, as far as its causes are stated: the nearest reasons first, chains of passing on folded, many
 * alike gathered. Throws RangeError where there is no such event.
 */
export function whyOf(past: Chronicles, id: number, options: WhyOptions = {}): Why {
  const event = eventOf(past, id);
  const { worldAt, depth } = options;
  const clauses = worldAt === undefined || event.time < 0 ? [] : driftOf(past, event, worldAt);
  const top = { text: (sayer: Sayer) => sayer.event(event), drift: (sayer: Sayer) => sayer.drift(clauses, event) };
  const { text, causes, left, drift } = grow(past, event, top, {
    depth: depth ?? DEEPEST,
    lines: depth === undefined ? MOST_LINES : Infinity,
    columns: COLUMNS,
    home: options.home,
  });
  return { event: { id, key: event.key, time: event.time, text }, drift, scope: STATED, causes, left };
}

/** What had been coming on behind an event, in clauses. */
function driftOf(
  past: Chronicles,
  { id, time, kind }: Chronicled,
  worldAt: (time: number) => World,
): readonly Clause[] {
  const world = worldAt(time + past.begin);
  const drift = world.ruleset.entryById(kind)?.words.drift;
  return drift?.(world, readEvent(world, id).fields as never) ?? [];
}
