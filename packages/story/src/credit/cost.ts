import type { Lived } from '../forks/lived.ts';
import { spanOf } from './acts.ts';
import type { Act } from './acts.ts';
import type { Settled } from './question.ts';

/**
 * How much may be lived for one question where nobody says how much: units of work, one for each person and step. What is
 * done follows from work and not from a clock, so that the same question has the same answer on every machine. [d: some
 * minutes on two cores]
 */
export const MOST_WORK = 20_000_000;
/** So often the later luck is drawn anew at least, and at most, where nobody says how often. [d] */
export const FEWEST_REDRAWS = 8;
export const MOST_REDRAWS = 24;

/** The work of living the run from a moment on to another; both in seconds after d1 00:00. */
export function workBetween(lived: Lived, from: number, until: number): number {
  const { log } = lived.end.recipe;
  return Math.max(1, lived.wakeBefore(until, log).work - lived.wakeBefore(from, log).work);
}

/** How often the later luck can be drawn anew for all coalitions of some acts. */
export function redrawsWithin(lived: Lived, acts: readonly Act[], { at }: Settled): number {
  const from = Math.min(...acts.map((act) => spanOf(lived, act).first));
  const affordable = Math.floor(MOST_WORK / (workBetween(lived, from, at) * (1 << acts.length)));
  return Math.max(FEWEST_REDRAWS, Math.min(MOST_REDRAWS, affordable));
}

/** How many acts, at most, can be put in every combination under the fewest redraws. */
export function actsWithin(lived: Lived, from: number, until: number, most: number): number {
  const coalitions = MOST_WORK / (workBetween(lived, from, until) * FEWEST_REDRAWS);
  return Math.max(1, Math.min(most, Math.floor(Math.log2(Math.max(2, coalitions)))));
}
