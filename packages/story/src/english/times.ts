import { countWords, ordinalWords } from './numbers.ts';

const day = 86_400;
const hour = 3600;

function ofDay(seconds: number): number {
  return ((seconds % day) + day) % day;
}

/** `02:14` of seconds after midnight of the first day. */
export function clock(seconds: number): string {
  const minutes = Math.floor(ofDay(seconds) / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The number of the day, the first being 1. */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / day) + 1;
}

/** `the third day`. */
export function dayWords(seconds: number): string {
  return `the ${ordinalWords(dayOf(seconds))} day`;
}

/** `in the morning`, `at night`: what follows an hour where it could be either of two. */
export function partOfDay(seconds: number): string {
  const h = Math.floor(ofDay(seconds) / hour);
  if (h < 12) return 'in the morning';
  if (h < 18) return 'in the afternoon';
  return h < 22 ? 'in the evening' : 'at night';
}

function hourName(h: number): string {
  const of = ((h % 24) + 24) % 24;
  if (of === 0) return 'midnight';
  return of === 12 ? 'noon' : countWords(of > 12 ? of - 12 : of);
}

function plainHour(h: number): string {
  return countWords(((h + 11) % 12) + 1);
}

/**
 * About what time it was, as people say it: `shortly before two`, `half past eleven`, `two o'clock`. Put `at` before it
 * in a sentence where `bare` is false.
 */
export function aboutTime(seconds: number): { readonly words: string; readonly bare: boolean } {
  const minutes = Math.round(ofDay(seconds) / 60);
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  const say = (words: string, bare = false) => ({ words, bare });
  if (m <= 1) return say(hourName(h));
  if (m <= 7) return say(`shortly after ${hourName(h)}`, true);
  if (m <= 12) return say(`ten past ${hourName(h)}`);
  if (m <= 17) return say(`a quarter past ${hourName(h)}`);
  if (m <= 24) return say(`twenty past ${hourName(h)}`);
  if (m <= 34) return say(`half past ${plainHour(h)}`);
  if (m <= 42) return say(`twenty to ${hourName(h + 1)}`);
  if (m <= 47) return say(`a quarter to ${hourName(h + 1)}`);
  if (m <= 52) return say(`ten to ${hourName(h + 1)}`);
  return say(`shortly before ${hourName(h + 1)}`, true);
}

/** A span as people say it: `a minute`, `some five minutes`, `half an hour`, `two days`, `three years`. */
export function spanWords(seconds: number): string {
  const s = Math.abs(seconds);
  const several = (n: number, unit: string) => (n === 1 ? `a ${unit}` : `${countWords(n)} ${unit}s`);
  if (s < 50) return 'a few moments';
  if (s < 570) return several(Math.round(s / 60), 'minute');
  if (s < 750) return 'ten minutes';
  if (s < 1200) return 'a quarter of an hour';
  if (s < 1500) return 'twenty minutes';
  if (s < 2400) return 'half an hour';
  if (s < 4500) return 'an hour';
  if (s < 22 * hour) return countWords(Math.round(s / hour)) + ' hours';
  if (s < 13 * day) return several(Math.max(1, Math.round(s / day)), 'day');
  if (s < 50 * day) return several(Math.round(s / (7 * day)), 'week');
  if (s < 330 * day) return several(Math.round(s / (30.4 * day)), 'month');
  return several(Math.max(1, Math.round(s / (365.25 * day))), 'year');
}
