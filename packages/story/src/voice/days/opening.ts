import { chance, pick } from '../../draw.ts';
import { ordinalWords } from '../../english/numbers.ts';
import { dayOf } from '../../english/times.ts';
import type { Fact } from '../fact.ts';
import type { Teller } from '../teller.ts';
import { lately } from '../teller.ts';

const HOUR = 3600;
const DAY = 86_400;

/** Parts of a day as a journal names them, by their first hour. */
const PARTS: readonly (readonly [number, readonly string[]])[] = [
  [0, ['before light', 'in the small hours', 'in the night']],
  [5, ['first thing', 'early in the morning', 'early in the day']],
  [8, ['in the morning', 'that morning', 'before noon']],
  [12, ['at noon', 'about noon']],
  [13, ['in the afternoon', 'that afternoon']],
  [17, ['towards evening', 'in the evening', 'that evening']],
  [20, ['after dark', 'at night', 'late in the evening']],
];
/** In how many of a hundred cases the time of day is said, at the beginning of a day and later. */
const AT_FIRST = 60;
const LATER = 75;

/** Where a journal has got to in a day. */
export interface Where {
  /** Several days are told as one: each is named. */
  readonly gathered: boolean;
  /** The day that was named last, and which part of it; no part is -1. */
  day: number;
  part: number;
  /** The days that were named last as the span of something. */
  spanned?: string;
  /** How many sentences of the section there are, and how many of them begin with a name. */
  sentences: number;
  named: number;
  /** How often one was tied to the day in so many words. */
  turns: number;
  /** The latest moment that was told. */
  latest: number;
}

export function startOf(day: number, gathered: boolean): Where {
  return { gathered, day: gathered ? -1 : day, part: -1, sentences: 0, named: 0, turns: 0, latest: -Infinity };
}

/** Of so many sentences at most this share begins with a name. */
const NAMED = 0.36;
const FEWEST = 2;

/** Whether another sentence that begins with a name would make too many of them. */
export function isFullOfNames({ sentences, named }: Where): boolean {
  return sentences >= FEWEST && (named + 1) / (sentences + 1) > NAMED;
}

/** `On the fourteenth`, `before light`, or nothing: when this was, where it needs to be said. */
export function dayWordsFor(fact: Fact, where: Where, teller: Teller): string {
  const at = teller.begin + fact.time;
  const day = dayOf(at);
  const hour = (((at % DAY) + DAY) % DAY) / HOUR;
  const part = PARTS.findLastIndex(([from]) => hour >= from);
  const goesOn = fact.time >= where.latest;
  const begins = where.latest === -Infinity;
  where.latest = Math.max(where.latest, fact.time);
  if (where.gathered) {
    const until = dayOf(teller.begin + fact.until);
    if (day === where.day && until <= day) return '';
    where.day = day;
    if (until > day) {
      where.day = until;
      const known = `${day} ${until}`;
      if (where.spanned === known) return 'in the same days';
      const second = where.spanned !== undefined;
      where.spanned = known;
      if (until === day + 1) return `on the ${ordinalWords(day)} and the ${ordinalWords(until)} day`;
      if (second) return `from the ${ordinalWords(day)} to the ${ordinalWords(until)} day`;
      return `between the ${ordinalWords(day)} and the ${ordinalWords(until)} day`;
    }
    return pick(
      [`on the ${ordinalWords(day)}`, `on the ${ordinalWords(day)} day`],
      fact.key,
      'day',
      lately(teller.phrases, 3),
    );
  }
  if (!goesOn || part <= where.part) return '';
  // Only the first part and the last stand apart from the rest of the day.
  const apart = part === 0 || part === PARTS.length - 1;
  const wanted = begins ? AT_FIRST : isFullOfNames(where) ? 100 : LATER;
  if (!apart && !chance(wanted, fact.key, 'part of day')) return '';
  where.part = part;
  return pick(PARTS[part]?.[1] ?? [''], fact.key, 'part', lately(teller.phrases, 6));
}
