/**
 * The few curves that rules need, in arithmetic that every engine does alike: `Math.exp` and its kin differ between
 * JavaScript engines in their last digits, and one digit is enough to part two histories.
 *
 * Each takes the nearest point of a checked-in table (curve-tables.ts, made by scripts/curve-tables.mjs) and a short
 * series around it. Errors stated here are the largest against the true value and are tested. Within a few units in
 * the last place a curve need not be monotone; over steps of more than 1e-14 of the result it is.
 */
import { EXP2_STEPS, LN_POINTS, LN2, LN2_STEP_HIGH, LN2_STEP_LOW, QUARTER_SINES, TURN } from './curve-tables.ts';

const LEAST_EXPONENT = -1074;

/** Powers of two from 2^-1074 to 2^1023; doubling is exact. */
const POWERS = /* @__PURE__ */ powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2098);
  let power = 5e-324;
  for (let i = 0; i < powers.length; i++) {
    powers[i] = power;
    power *= 2;
  }
  return powers;
}

/** 2^(n / 64) * e^r for integer n and |r| <= ln 2 / 128. */
function exponentialNear(n: number, r: number): number {
  const exponent = Math.floor(n / 64);
  const series = r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  const step = EXP2_STEPS[n - exponent * 64];
  const value = step + step * series;
  if (exponent < LEAST_EXPONENT) return value * 0.5 * POWERS[0];
  if (exponent > 1023) return value * 2 * POWERS[POWERS.length - 1];
  return value * POWERS[exponent - LEAST_EXPONENT];
}

/** e^x. Relative error at most 1e-15; `exp(0)` is 1. Infinity above 709.79, 0 below -745.13. */
export function exp(x: number): number {
  if (!(x > -745.1332191019412)) return x !== x ? x : 0;
  if (x > 709.79) return Infinity;
  const n = Math.floor(x * (64 / LN2) + 0.5);
  // ln 2 / 64 in two parts, of which the first times n is exact, keeps the digits of large arguments.
  return exponentialNear(n, x - n * LN2_STEP_HIGH - n * LN2_STEP_LOW);
}

/** 2^x. Relative error at most 1e-15; exact for integers. Infinity from 1024 on, 0 below -1075. */
export function exp2(x: number): number {
  if (!(x >= -1075)) return x !== x ? x : 0;
  if (x >= 1024) return Infinity;
  const n = Math.floor(x * 64 + 0.5);
  return exponentialNear(n, (x - n / 64) * LN2);
}

const bitsOfDouble = /* @__PURE__ */ new DataView(new ArrayBuffer(8));

/** The natural logarithm. Error at most 1e-15 of the result. `ln(1)` is 0, `ln(0)` -Infinity, NaN below 0. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x < 2.2250738585072014e-308) return ln(x * 18014398509481984) - 54 * LN2;
  bitsOfDouble.setFloat64(0, x);
  const exponent = (bitsOfDouble.getInt32(0) >>> 20) - 1023;
  const mantissa = x * POWERS[-exponent - LEAST_EXPONENT];
  const index = Math.floor((mantissa - 1) * 128 + 0.5);
  // From point 53 on, the table holds ln(c / 2), so that nothing large cancels near x = 1. No branch: luck would miss it.
  const halved = (index + 75) >> 7;
  const point = 1 + index / 128;
  const s = (mantissa - point) / (mantissa + point);
  const s2 = s * s;
  return (exponent + halved) * LN2 + (LN_POINTS[index] + 2 * s * (1 + s2 * (1 / 3 + s2 * (1 / 5))));
}

/** 1 / (1 + e^-x), from 0 to 1. Relative error at most 2e-15; `logistic(0)` is 1/2. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** The hyperbolic tangent, from -1 to 1, odd. Relative error at most 2e-14; `tanh(0)` is 0. */
export function tanh(x: number): number {
  if (x < 0) return -tanh(-x);
  if (x < 0.02) {
    const x2 = x * x;
    return x * (1 - x2 * (1 / 3 - x2 * (2 / 15 - x2 * (17 / 315))));
  }
  return 1 - 2 / (exp(2 * x) + 1);
}

/**
 * What is left of 1 after `time` with the given half-life (both in the same unit, seconds as a rule): 2^(-time / halfLife).
 * Relative error at most 1e-15; exact at whole half-lives. An infinite half-life leaves 1.
 * Throws RangeError unless `time` >= 0 and `halfLife` > 0.
 */
export function decay(time: number, halfLife: number): number {
  if (!(time >= 0 && halfLife > 0)) {
    throw new RangeError(`decay over ${time} with half-life ${halfLife}: time is at least 0, a half-life above 0`);
  }
  return exp2(-time / halfLife);
}

/** Sines at 256ths of a turn, 0 to 320: a turn and a quarter, so that the cosine is the same table 64 further on. */
const SINES = /* @__PURE__ */ unfoldedSines();

function unfoldedSines(): Float64Array {
  const sines = new Float64Array(321);
  for (let i = 0; i < sines.length; i++) {
    const quarter = Math.floor(i / 64) % 4;
    const within = i % 64;
    const size = QUARTER_SINES[quarter % 2 === 0 ? within : 64 - within];
    // 0 - 0 is 0 where -0 would show up in comparisons and prints.
    sines[i] = quarter < 2 ? size : 0 - size;
  }
  return sines;
}

/**
 * The sine of an angle in turns (1 is a full circle). Error at most 1e-15 within a turn either way;
 * exact at quarter turns. NaN for what is not finite.
 */
export function sinTurn(turns: number): number {
  const t = turns - Math.floor(turns);
  const n = Math.floor(t * 256 + 0.5);
  const r = (t - n / 256) * TURN;
  const r2 = r * r;
  const sine = r * (1 - r2 * (1 / 6 - r2 * (1 / 120)));
  const lessThanOne = r2 * (1 / 2 - r2 * (1 / 24 - r2 * (1 / 720)));
  return SINES[n] + (SINES[n + 64] * sine - SINES[n] * lessThanOne);
}

/** The cosine of an angle in turns; see `sinTurn`. */
export function cosTurn(turns: number): number {
  return sinTurn(turns - Math.floor(turns) + 0.25);
}

/** How much of its day has passed at an absolute second, in [0, 1): an angle in turns from midnight. */
export function dayTurn(second: number): number {
  return (second - Math.floor(second / 86400) * 86400) / 86400;
}

/**
 * The x below which a standard normal lies with probability p: the inverse of its distribution function, by algorithm
 * AS 241 (PPND7) of M. J. Wichura, Applied Statistics 37 (1988). Relative error at most 2e-7 for p from 1e-10
 * to 1 - 1e-10. -Infinity and Infinity at 0 and 1, NaN beyond.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    );
  }
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN;
  const root = Math.sqrt(-ln(tail));
  let x: number;
  if (root <= 5) {
    const r = root - 1.6;
    x =
      (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
      ((0.12021132975 * r + 0.7370016425) * r + 1);
  } else {
    const r = root - 5;
    x =
      (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) /
      ((0.012258202635 * r + 0.24197894225) * r + 1);
  }
  return q < 0 ? -x : x;
}
