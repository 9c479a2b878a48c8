import { bootstrap, mean, quantile } from '@anchorhold/story';
import type { Interval } from '@anchorhold/story';

export { bootstrap, mean, quantile } from '@anchorhold/story';
export type { Interval } from '@anchorhold/story';

/** Standard deviations for an interval that holds the truth in 95 of 100 samples, and in 99. */
const NINETY_FIVE = 1.959964;
const NINETY_NINE = 2.575829;

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Wilson's interval (95 %) of a share, from `hits` in `tries`: right for few tries and for shares near 0 and 1 as well. */
export function wilson(hits: number, tries: number): Interval {
  if (!(tries > 0 && hits >= 0 && hits <= tries)) throw new RangeError(`${hits} hits in ${tries} tries are no share`);
  const z2 = NINETY_FIVE ** 2 / tries;
  const share = hits / tries;
  const middle = (share + z2 / 2) / (1 + z2);
  const reach = (NINETY_FIVE / (1 + z2)) * Math.sqrt((share * (1 - share)) / tries + z2 / (4 * tries));
  // At no hits and at hits only, rounding must not push the bound past what was seen.
  return [hits === 0 ? 0 : middle - reach, hits === tries ? 1 : middle + reach];
}

/** The interval of the mean of paired differences; `strict` for 99 %, to decide by while a sample still grows. */
export function meanInterval(differences: readonly number[], strict = false): Interval {
  const count = differences.length;
  const middle = mean(differences);
  const spread = differences.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, count - 1);
  const reach = (strict ? NINETY_NINE : NINETY_FIVE) * Math.sqrt(spread / count);
  return [middle - reach, middle + reach];
}

/** So many hits in so many tries, as one run counts them. */
export interface Counted {
  readonly hits: number;
  readonly tries: number;
}

/** The share of hits in the tries of all runs together, each run by as many as it has; 0 where nobody tried. */
export function pooledShare(runs: readonly Counted[]): number {
  const sum = (of: keyof Counted): number => runs.reduce((all, run) => all + run[of], 0);
  return sum('hits') / Math.max(1, sum('tries'));
}

/** The interval (95 %) of a pooled share: runs are drawn, since what one run counts hangs together. */
export function pooledInterval(runs: readonly Counted[]): Interval {
  return overRuns(runs.length, (drawn) => pooledShare(drawn.map((i) => runs[i]!)));
}

/** By how much the pooled share of one variant is above that of the other, with its interval (95 %): pairs are drawn whole. */
export function shareDifference(
  ones: readonly Counted[],
  others: readonly Counted[],
): { readonly value: number; readonly interval: Interval } {
  if (ones.length !== others.length) throw new RangeError(`${ones.length} runs cannot be paired with ${others.length}`);
  const of = (drawn: readonly number[]): number =>
    pooledShare(drawn.map((i) => ones[i]!)) - pooledShare(drawn.map((i) => others[i]!));
  return { value: of(ones.map((_, i) => i)), interval: overRuns(ones.length, of) };
}

/** The interval of what comes of runs, which are drawn by their numbers. */
function overRuns(count: number, of: (drawn: readonly number[]) => number): Interval {
  return bootstrap(
    Array.from({ length: count }, (_, i) => i),
    of,
  );
}

/**
 * Whether paired differences tell already which side of 0 they lie on. Stricter than the interval that is reported,
 * because somebody who looks again and again is more often deceived.
 */
export function isClear(differences: readonly number[]): boolean {
  const [low, high] = meanInterval(differences, true);
  return differences.length >= 30 && (low > 0 || high < 0);
}
