/** Measures for tests of luck. All are deterministic: the seeds are fixed, so a bound that holds once always holds. */

/**
 * How many standard deviations a chi-square over counts lies above (or below) what chance would give, by Wilson and
 * Hilferty's cube root. `weights` are the expected shares, equal if absent.
 */
export function chiSquareDeviations(counts: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let total = 0;
  let weightTotal = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i]!;
    weightTotal += weights ? weights[i]! : 1;
  }
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const expected = (total * (weights ? weights[i]! : 1)) / weightTotal;
    sum += (counts[i]! - expected) ** 2 / expected;
  }
  const freedom = counts.length - 1;
  return (Math.cbrt(sum / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
}

/** How many standard deviations a count of hits lies from its expectation under probability `p`. */
export function binomialDeviations(hits: number, tries: number, p: number): number {
  return (hits - tries * p) / Math.sqrt(tries * p * (1 - p));
}

/** The correlation of a series with itself `lag` later, in standard deviations from 0. */
export function serialDeviations(values: ArrayLike<number>, lag: number): number {
  const n = values.length - lag;
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i]! / values.length;
  let together = 0;
  let alone = 0;
  for (let i = 0; i < n; i++) {
    together += (values[i]! - mean) * (values[i + lag]! - mean);
    alone += (values[i]! - mean) ** 2;
  }
  return (together / alone) * Math.sqrt(n);
}

/** The share of the lower tail of a standard normal, for x <= 0, to 1e-14 of itself. */
export function normalTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x > -3) {
    // From the middle outwards: Phi(x) = 1/2 + density * (x + x^3/3 + x^5/15 + ...).
    let term = x;
    let sum = x;
    for (let k = 3; k < 200; k += 2) {
      term *= (x * x) / k;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  // Laplace's continued fraction for the ratio of tail and density.
  let fraction = 0;
  for (let k = 300; k >= 1; k--) fraction = k / (-x + fraction);
  return density / (-x + fraction);
}
