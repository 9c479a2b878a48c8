import { SECONDS } from './system.ts';
import type { Noun } from './words.ts';

/** How long something went on, as a noun with its number: seconds below a minute, minutes below two hours, then hours. */
export function spanOf(seconds: number): Noun {
  if (seconds < SECONDS.minute) return { noun: 'second', count: Math.max(1, Math.round(seconds)) };
  if (seconds < 2 * SECONDS.hour) return { noun: 'minute', count: Math.round(seconds / SECONDS.minute) };
  return { noun: 'hour', count: Math.round(seconds / SECONDS.hour) };
}
