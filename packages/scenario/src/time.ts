import type { TimeWindow } from '@anchorhold/engine';
import { accept, exactProduct, LARGEST, refuse, type Parsed } from './decimal.ts';
import { plain } from './plain.ts';

export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;
export const WEEK = 7 * DAY;
/** A year is 365 days. */
export const YEAR = 365 * DAY;

const UNITS = [
  ['y', YEAR],
  ['w', WEEK],
  ['d', DAY],
  ['h', HOUR],
  ['m', MINUTE],
  ['s', 1],
] as const;

const DURATION_HINT = 'Write 90m, 6h, 5d, 3y, 1h30m, or ISO 8601 such as PT6H.';
const MOMENT_HINT =
  'Write day and clock such as d2 04:30, a day alone such as d2 (its midnight), or a time from the start such as 6h.';
const WINDOW_HINT = 'Write d2 to d4, d1 23:00 to d2 03:00, or one moment such as d2 04:30.';

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const SHORT = new RegExp(
  `^(?:(${NUMBER})y)?(?:(${NUMBER})w)?(?:(${NUMBER})d)?(?:(${NUMBER})h)?(?:(${NUMBER})m(?:in)?)?(?:(${NUMBER})s)?$`,
);
const ISO = new RegExp(
  `^p(?:(${NUMBER})y)?(?:(${NUMBER})w)?(?:(${NUMBER})d)?(?:t(?=\\d)(?:(${NUMBER})h)?(?:(${NUMBER})m)?(?:(${NUMBER})s)?)?$`,
);
const ISO_MONTHS = /^p[^t]*\dm/;

/**
 * A duration in integer seconds, at most LARGEST (68 years): `90m`, `6h`, `5d`, `2w`, `3y`, `45s`, from large to small unit
 * in one (`1h30m`, `1h 30m`), decimals that come to whole seconds (`1.5h`), or ISO 8601 (`PT1H30M`, `P3DT4H`).
 */
export function parseDuration(text: string): Parsed<number> {
  const shown = `"${plain(text, 40)}"`;
  const compact = text.length > 100 ? '' : text.toLowerCase().replace(/\s+/g, '');
  if (compact.startsWith('-'))
    return refuse('negative', `${shown} is negative, and a duration is not.`, DURATION_HINT, true);
  if (/^\d+(\.\d+)?$/.test(compact)) {
    return refuse(
      'no-unit',
      `${shown} has no unit.`,
      `Write ${compact}m for minutes, ${compact}h for hours or ${compact}d for days.`,
    );
  }
  if (ISO_MONTHS.test(compact)) {
    return refuse('bad-duration', `${shown} counts in months, and months differ in length.`, 'Write days: 30d.', true);
  }
  const parts = SHORT.exec(compact) ?? ISO.exec(compact);
  if (parts === null || parts.slice(1).every((part) => part === undefined)) {
    return refuse('bad-duration', `${shown} is not a duration.`, DURATION_HINT);
  }
  let seconds = 0;
  for (const [i, [, factor]] of UNITS.entries()) {
    const digits = parts[i + 1];
    if (digits === undefined) continue;
    const product = exactProduct(digits, factor);
    if (product === 'fraction') {
      return refuse('fraction', `${shown} does not come to whole seconds.`, 'Use a smaller unit: 90s, 20m.', true);
    }
    seconds = product === 'overflow' ? Infinity : seconds + product;
  }
  if (seconds > LARGEST) return refuse('too-large', `${shown} is too long: at most 68 years.`, DURATION_HINT, true);
  return accept(seconds);
}

/** Seconds as a duration that `parseDuration` reads: `1h30m`, `5d`, `3y`, `0s`. */
export function formatDuration(seconds: number): string {
  let left = Math.abs(Math.trunc(seconds));
  let out = '';
  for (const [letter, factor] of UNITS) {
    if (letter === 'w') continue;
    const count = Math.floor(left / factor);
    left -= count * factor;
    if (count > 0) out += `${count}${letter}`;
  }
  return (seconds < 0 ? '-' : '') + (out === '' ? '0s' : out);
}

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?`;
const DAY_AND_CLOCK = new RegExp(`^d\\s?(-?\\d{1,6})(?:\\s+${CLOCK})?$`, 'i');
const CLOCK_ALONE = new RegExp(`^${CLOCK}$`);

/**
 * A moment in integer seconds after d1 00:00: `d2 04:30`, `d2 04:30:05`, `d2` (its midnight), or a duration counted from
 * `start` (the scenario's beginning, in seconds after d1 00:00). The day before d1 is d-1; there is no d0.
 */
export function parseMoment(text: string, start = 0): Parsed<number> {
  const shown = `"${plain(text, 40)}"`;
  const trimmed = text.length > 100 ? '' : text.trim();
  const parts = DAY_AND_CLOCK.exec(trimmed);
  if (parts !== null) {
    const day = Number(parts[1]);
    if (day === 0) return refuse('bad-moment', 'There is no d0.', 'The first day is d1, the day before it d-1.', true);
    const clock = clockSeconds(parts[2] ?? '0', parts[3] ?? '0', parts[4] ?? '0');
    if (clock === null) {
      return refuse('bad-moment', `${shown} is no time of day.`, 'Clocks run from 00:00 to 23:59.', true);
    }
    const seconds = (day > 0 ? day - 1 : day) * DAY + clock;
    if (Math.abs(seconds) > LARGEST)
      return refuse('too-large', `${shown} is too far away: at most 68 years.`, MOMENT_HINT, true);
    return accept(seconds);
  }
  if (CLOCK_ALONE.test(trimmed)) {
    if (parseClock(trimmed) === null) {
      return refuse('bad-moment', `${shown} is no time of day.`, 'Clocks run from 00:00 to 23:59.', true);
    }
    return refuse('bad-moment', `${shown} does not say which day.`, `Write the day too: d1 ${trimmed}.`, true);
  }
  const fromStart = parseDuration(text);
  if (fromStart.ok) {
    const seconds = start + fromStart.value;
    return seconds > LARGEST
      ? refuse('too-large', `${shown} is too far away: at most 68 years.`, MOMENT_HINT, true)
      : accept(seconds);
  }
  if (fromStart.recognised) return fromStart;
  return refuse('bad-moment', `${shown} is not a moment.`, MOMENT_HINT);
}

/** A time of day such as `16:30` or `16:30:05` in seconds, or null. */
export function parseClock(text: string): number | null {
  const parts = CLOCK_ALONE.exec(text.trim());
  return parts === null ? null : clockSeconds(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '0');
}

function clockSeconds(hours: string, minutes: string, seconds: string): number | null {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  return h > 23 || m > 59 || s > 59 ? null : h * HOUR + m * MINUTE + s;
}

/**
 * Seconds after d1 00:00 as day and clock: `d2 04:30`, with seconds where they are not zero: `d2 04:30:05`. The past counts
 * backwards from d1 and skips zero, with the clock still running forwards: a minute before d1 is `d-1 23:59`.
 * `parseMoment` reads all of it. Parts of a second are dropped.
 */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const day = Math.floor(whole / DAY);
  const clock = whole - day * DAY;
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `d${day < 0 ? day : day + 1} ${two(Math.floor(clock / HOUR))}:${two(Math.floor(clock / MINUTE) % 60)}`;
  return clock % 60 === 0 ? text : `${text}:${two(clock % 60)}`;
}

/**
 * A span of time, or one moment (`from` and `to` are then the same). A day alone means its midnight at both ends: `d2 to d4`
 * runs from d2 00:00 until d4 00:00, so that d4 itself is outside.
 */
export function parseWindow(text: string, start = 0): Parsed<TimeWindow> {
  const shown = `"${plain(text, 60)}"`;
  const ends = text.length > 200 ? [] : text.trim().split(/\s+to\s+/i);
  if (ends.length > 2 || ends.length === 0) return refuse('bad-window', `${shown} is not a span of time.`, WINDOW_HINT);
  const from = parseMoment(ends[0] ?? '', start);
  if (!from.ok) return from.recognised ? from : { ...from, code: 'bad-window', hint: WINDOW_HINT };
  const to = ends.length === 1 ? from : parseMoment(ends[1] ?? '', start);
  if (!to.ok) return to.recognised ? to : { ...to, code: 'bad-window', hint: WINDOW_HINT };
  if (to.value < from.value) {
    return refuse('bad-window', `${shown} ends before it begins.`, 'Write the earlier moment first.', true);
  }
  return accept({ from: from.value, to: to.value });
}
