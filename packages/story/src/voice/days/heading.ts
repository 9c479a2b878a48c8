import { ordinalWords } from '../../english/numbers.ts';
import type { Ledger } from './ledger.ts';

const HOUR = 3600;
const DAY = 86_400;
/** So many hours of a part of the day make its weather. */
const FEWEST_HOURS = 2;
/** So many hours of weather are the whole day's. */
const ALL_DAY = 16;
/** Parts of a day for its weather, by their first hour. */
const PARTS = [
  [0, 'before light'],
  [5, 'in the morning'],
  [12, 'in the afternoon'],
  [17, 'in the evening'],
  [21, 'at night'],
] as const;

/** The days that a section tells: the same twice for one. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** What is in the sky at each hour of a day. */
function hoursOf(day: number, ledger: Ledger, begin: number): ReadonlyMap<string, number[]> {
  const hours = new Map<string, number[]>();
  for (let hour = 0; hour < 24; hour++) {
    for (const { by, as } of ledger.at((day - 1) * DAY + hour * HOUR - begin)) {
      if (by === 'sky') hours.set(as, [...(hours.get(as) ?? []), hour]);
    }
  }
  return hours;
}

/** `mist before light`: in which part of the day there was most of it; empty for a clear day. */
function skyOf(day: number, ledger: Ledger, begin: number): string {
  const said = [...hoursOf(day, ledger, begin)].flatMap(([as, hours]) => {
    if (hours.length >= ALL_DAY) return [`${as} all day`];
    const within = PARTS.map(([from, words], at) => ({ words, hours: hours.filter((hour) => hour >= from && hour < (PARTS[at + 1]?.[0] ?? 24)).length })); // prettier-ignore
    const longest = within.reduce((most, part) => (part.hours > most.hours ? part : most));
    return longest.hours < FEWEST_HOURS ? [] : [`${as} ${longest.words}`];
  });
  return said.join(', ');
}

/** Over several days, what was in the sky on more than half of them. */
function skyOver({ first, last }: Days, ledger: Ledger, begin: number): string {
  const days = new Map<string, number>();
  for (let day = first; day <= last; day++) {
    for (const [as, hours] of hoursOf(day, ledger, begin)) {
      if (hours.length >= FEWEST_HOURS) days.set(as, (days.get(as) ?? 0) + 1);
    }
  }
  const count = last - first + 1;
  return [...days]
    .filter(([, n]) => n * 2 > count)
    .map(([as, n]) => `${as} ${n === count ? 'every day' : 'on most days'}`)
    .join(', ');
}

/** The last day with anything in the sky, and the day on which it was last said. */
export interface Sky {
  readonly day: number;
  readonly said: number;
}

/** What has stayed away for so many days is news when it comes back; else what the sky is like is said again after so many. */
const STAYED_AWAY = 4;
const SAID_AGAIN = 12;
/** A whole day of it is said sooner. */
const ALL_DAY_AGAIN = 6;

/** Mist that comes down most nights is what one is used to. */
function isNews(sky: string, day: number, last: Sky): boolean {
  if (sky === '') return false;
  const since = day - last.said;
  return day - last.day >= STAYED_AWAY || since >= SAID_AGAIN || (sky.endsWith('all day') && since >= ALL_DAY_AGAIN);
}

/** `The fourth day, mist before light`; `The twelfth to the sixteenth day`. What the sky was is said where it is news. */
export function headingOf(
  days: Days,
  { ledger, begin, memory }: { readonly ledger: Ledger; readonly begin: number; readonly memory: { sky: Sky } },
  season: string | undefined,
): string {
  const { first, last } = days;
  const one = first === last;
  const day = `The ${ordinalWords(first)}${one ? '' : last === first + 1 ? ` and the ${ordinalWords(last)}` : ` to the ${ordinalWords(last)}`} day`; // prettier-ignore
  const sky = one ? skyOf(first, ledger, begin) : skyOver(days, ledger, begin);
  const said = isNews(sky, first, memory.sky) ? sky : '';
  if (sky !== '') memory.sky = { day: last, said: said === '' ? memory.sky.said : first };
  return [day, season ?? '', said].filter((words) => words !== '').join(', ');
}
