import type { Told } from '../../told.ts';

/** A stretch of a history: a night that is told by its scenes, or days that are told as a journal has them. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly days: boolean;
}

const HOUR = 3600;
const DAY = 86_400;
/** What is lived closely belongs together while no longer pause is in it, seconds. */
const PAUSE = 1800;
/** So much happens in a fight; less, such as an alarm, is told with its day. */
const FEWEST_EVENTS = 40;
const FEWEST_TURNS = 8;
/** Less than this is no days. */
const SHORTEST_DAYS = DAY;
/** A night ends for a journal when people get up; a fight that began after this hour goes on till then. */
const FIRST_HOUR = 5;
const EVENING = 18;

/** Events that somebody was in and that did not happen on the hour: time was lived closely there. */
function closely(told: readonly Told[], begin: number): Told[] {
  return told.filter(({ time, roles }) => time >= 0 && roles['actor'] !== undefined && (begin + time) % HOUR !== 0);
}

/** When people have got up after a moment of the night; the next full hour by day. */
function endAfter(time: number, begin: number): number {
  const clock = begin + time;
  const ofDay = ((clock % DAY) + DAY) % DAY;
  const midnight = clock - ofDay;
  if (ofDay < FIRST_HOUR * HOUR) return midnight + FIRST_HOUR * HOUR - begin;
  if (ofDay >= EVENING * HOUR) return midnight + DAY + FIRST_HOUR * HOUR - begin;
  return Math.ceil(clock / HOUR) * HOUR - begin;
}

function fightsIn(told: readonly Told[], begin: number): Span[] {
  const stretches: Told[][] = [];
  for (const event of closely(told, begin).sort((a, b) => a.time - b.time)) {
    const open = stretches.at(-1);
    if (open !== undefined && event.time - (open.at(-1)?.time ?? 0) <= PAUSE) open.push(event);
    else stretches.push([event]);
  }
  return stretches
    .filter(
      (all) => all.length >= FEWEST_EVENTS || all.filter(({ weight }) => weight === 'turn').length >= FEWEST_TURNS,
    )
    .map((all) => ({ from: all[0]?.time ?? 0, to: endAfter(all.at(-1)?.time ?? 0, begin), days: false }));
}

/** A history as nights and days in turn. One that is shorter than days, or is a single night, is one span without days. */
export function spansOf(told: readonly Told[], begin: number): Span[] {
  const last = Math.max(0, ...told.map(({ time }) => time)) + 1;
  // Without the words of its systems it cannot be gathered.
  if (told.every(({ lasting, inThrong }) => lasting === undefined && inThrong === undefined))
    return [{ from: 0, to: last, days: false }];
  const spans: Span[] = [];
  let from = 0;
  const add = (span: Span) => {
    const before = spans.at(-1);
    const days = span.days && span.to - span.from >= SHORTEST_DAYS;
    if (before !== undefined && before.days === days) spans[spans.length - 1] = { ...before, to: span.to };
    else if (span.to > span.from) spans.push({ ...span, days });
  };
  for (const fight of fightsIn(told, begin)) {
    if (fight.from > from) add({ from, to: fight.from, days: true });
    add({ ...fight, from: Math.max(from, fight.from) });
    from = Math.max(from, fight.to);
  }
  if (from < last) add({ from, to: last, days: true });
  return spans.length === 0 ? [{ from: 0, to: last, days: false }] : spans;
}
