/** A lowest and a highest value that what is measured lies between, as far as the sample tells. */
export type Interval = readonly [low: number, high: number];

/** Standard deviations for an interval that holds the truth in 95 of 100 samples, and in 99. */
const NINETY_FIVE = 1.959964;
const NINETY_NINE = 2.575829;
const RESAMPLES = 2_000;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / mustHave(values);
}

/** The value that a share `q` (0..1) of the others lies below, between two where it falls between. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = q * (mustHave(sorted) - 1);
  const below = Math.floor(at);
  return sorted[below]! + (sorted[Math.ceil(at)]! - sorted[below]!) * (at - below);
}

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

/**
 * The interval (95 %) of a statistic by the bootstrap: how it falls out in samples drawn from this one. The draws are the
 * same each time, so that one sample always has one interval.
 */
export function bootstrap(values: readonly number[], statistic: (sample: readonly number[]) => number): Interval {
  const count = mustHave(values);
  const draw = draws(count);
  const found = [];
  for (let i = 0; i < RESAMPLES; i++) {
    found.push(statistic(Array.from({ length: count }, () => values[draw()]!)));
  }
  return [quantile(found, 0.025), quantile(found, 0.975)];
}

/** The interval of the mean of paired differences; `strict` for 99 %, to decide by while a sample still grows. */
export function meanInterval(differences: readonly number[], strict = false): Interval {
  const count = mustHave(differences);
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

/** Whole numbers from 0 to `count` - 1, all equally likely: the high bits of a multiplicative sequence (Weyl and mix). */
function draws(count: number): () => number {
  let state = 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return Math.floor((((bits ^ (bits >>> 15)) >>> 0) / 4294967296) * count);
  };
}

function mustHave(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('nothing was measured');
  return values.length;
}
