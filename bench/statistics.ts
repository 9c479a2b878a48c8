import { mean, quantile } from '@anchorhold/story';
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

/**
 * Whether paired differences tell already which side of 0 they lie on. Stricter than the interval that is reported,
 * because somebody who looks again and again is more often deceived.
 */
export function isClear(differences: readonly number[]): boolean {
  const [low, high] = meanInterval(differences, true);
  return differences.length >= 30 && (low > 0 || high < 0);
}
