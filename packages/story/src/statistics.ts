/** A lowest and a highest value that what is measured lies between, as far as the sample tells. */
export type Interval = readonly [low: number, high: number];

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
