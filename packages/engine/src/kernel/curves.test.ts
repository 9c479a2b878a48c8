import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { cosTurn, dayTurn, decay, exp, exp2, ln, logistic, normalQuantile, sinTurn, tanh } from './curves.ts';
import { normalTail } from './statistics.fixture.ts';

// Many draws: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

/** `Math` itself may be off by an ulp, 2.2e-16; the stated errors leave room for it. */
const relative = (found: number, right: number) => Math.abs(found / right - 1);
const near = (min: number, max: number) => fc.double({ min, max, noNaN: true });
function check(arbitrary: fc.Arbitrary<number>, holds: (x: number) => unknown): void {
  const property = fc.property(arbitrary, (x) => {
    holds(x);
  });
  fc.assert(property, { seed: 11, numRuns: 5000 });
}

/** Evenly spaced, since random doubles crowd around 0. */
function* grid(from: number, to: number, steps: number): Generator<number> {
  for (let i = 0; i <= steps; i++) yield from + ((to - from) * i) / steps;
}

function expectRising(curve: (x: number) => number, from: number, to: number): void {
  let before = -Infinity;
  for (const x of grid(from, to, 20_000)) {
    const value = curve(x);
    if (!(value > before)) expect.fail(`falls at ${x}: ${before} then ${value}`);
    before = value;
  }
}

describe('exp', () => {
  it('is within 1e-15 of the truth', () => {
    for (const x of grid(-708, 709.7, 50_000)) expect(relative(exp(x), Math.exp(x))).toBeLessThan(1e-15);
    check(near(-20, 20), (x) => expect(relative(exp(x), Math.exp(x))).toBeLessThan(1e-15));
  });
  it('is exact at its ends and rises', () => {
    expect([exp(0), exp(-0), exp(-Infinity), exp(-746), exp(710), exp(Infinity), exp(NaN)]).toEqual([
      1,
      1,
      0,
      0,
      Infinity,
      Infinity,
      NaN,
    ]);
    expect(exp(709.78)).toBeLessThan(Infinity);
    expect(exp(-745)).toBeGreaterThan(0);
    expect(exp(-745.15)).toBe(0);
    expectRising(exp, -700, 700);
    expectRising(exp, -1e-9, 1e-9);
  });
});

describe('exp2', () => {
  it('is within 1e-15 of the truth, and exact for integers', () => {
    for (const x of grid(-1020, 1023, 50_000)) expect(relative(exp2(x), 2 ** x)).toBeLessThan(1e-15);
    for (let k = -1074; k < 1024; k++) expect(exp2(k)).toBe(2 ** k);
    expect([exp2(1024), exp2(-1076), exp2(NaN), exp2(-Infinity)]).toEqual([Infinity, 0, NaN, 0]);
    expect(exp2(1023.9999)).toBeLessThan(Infinity);
  });
});

describe('ln', () => {
  it('is within 1e-15 of the truth, near 1 as well', () => {
    const closeTo = (x: number) => {
      const right = Math.log(x);
      expect(Math.abs(ln(x) - right)).toBeLessThanOrEqual(1e-15 * Math.abs(right));
    };
    check(near(5e-324, 1.7e308), closeTo);
    check(near(1e-10, 1), closeTo);
    check(near(0.99, 1.01), closeTo);
    check(fc.integer({ min: 0, max: 0xffffffff }), (u) => closeTo((u + 0.5) / 2 ** 32));
    for (const x of grid(0.4, 3, 50_000)) closeTo(x);
    for (const x of [5e-324, 1e-310, 2.2250738585072014e-308, Number.MAX_VALUE, 1 - 2 ** -53, 1 + 2 ** -52]) closeTo(x);
  });
  it('is exact at its ends, rises, and undoes exp', () => {
    expect([ln(1), ln(0), ln(-0), ln(Infinity), ln(-1), ln(NaN)]).toEqual([
      0,
      -Infinity,
      -Infinity,
      Infinity,
      NaN,
      NaN,
    ]);
    expectRising(ln, 1e-6, 8);
    expectRising(ln, 1 - 1e-9, 1 + 1e-9);
    check(near(-600, 600), (x) => expect(Math.abs(ln(exp(x)) - x)).toBeLessThan(1e-15 + 1e-15 * Math.abs(x)));
  });
});

describe('logistic', () => {
  it('is within 2e-15 of the truth, and mirrors', () => {
    for (const x of grid(-700, 700, 20_000)) {
      const right = x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
      expect(relative(logistic(x), right)).toBeLessThan(2e-15);
      expect(Math.abs(logistic(x) + logistic(-x) - 1)).toBeLessThan(4e-16);
    }
    expect([logistic(0), logistic(-Infinity), logistic(Infinity), logistic(NaN)]).toEqual([0.5, 0, 1, NaN]);
    expectRising(logistic, -700, 30);
  });
});

describe('tanh', () => {
  it('is within 2e-14 of the truth, odd, and rises', () => {
    for (const x of [...grid(-20, 20, 40_001), ...grid(-0.03, 0.03, 20_001), 1e-300]) {
      if (x !== 0) expect(relative(tanh(x), Math.tanh(x))).toBeLessThan(2e-14);
      expect(tanh(-x)).toBe(-tanh(x));
    }
    expect([tanh(0), tanh(Infinity), tanh(-Infinity), tanh(NaN)]).toEqual([0, 1, -1, NaN]);
    expectRising(tanh, -12, 12);
    expectRising(tanh, 0.019999, 0.020001);
  });
});

describe('decay', () => {
  it('halves exactly at each half-life and is within 1e-15 between', () => {
    expect([0, 300, 600, 900].map((t) => decay(t, 300))).toEqual([1, 0.5, 0.25, 0.125]);
    expect([decay(5, Infinity), decay(1e9, 1)]).toEqual([1, 0]);
    for (const t of grid(0, 100_000, 20_000)) expect(relative(decay(t, 333), 2 ** (-t / 333))).toBeLessThan(1e-15);
    expectRising((t) => -decay(t, 60), 0, 3000);
  });
  it('refuses what has no meaning', () => {
    expect(() => decay(-1, 60)).toThrow('decay over -1 with half-life 60: time is at least 0');
    for (const halfLife of [0, -3, NaN]) expect(() => decay(1, halfLife)).toThrow(RangeError);
  });
});

describe('sinTurn and cosTurn', () => {
  it('are within 1e-15 of the truth', () => {
    for (const t of grid(-1, 1, 50_000)) {
      expect(Math.abs(sinTurn(t) - Math.sin(2 * Math.PI * t))).toBeLessThan(1e-15);
      expect(Math.abs(cosTurn(t) - Math.cos(2 * Math.PI * t))).toBeLessThan(1e-15);
    }
  });
  it('are exact at quarter turns, any number of turns on, and stay within -1 and 1', () => {
    for (const whole of [0, -3, 1000]) {
      expect([0, 0.25, 0.5, 0.75].map((t) => sinTurn(whole + t))).toEqual([0, 1, 0, -1]);
      expect([0, 0.25, 0.5, 0.75].map((t) => cosTurn(whole + t))).toEqual([1, 0, -1, 0]);
    }
    expect([sinTurn(-1e-20), cosTurn(-1e-20), sinTurn(Infinity), cosTurn(NaN)]).toEqual([0, 1, NaN, NaN]);
    check(near(-10, 10), (t) => {
      expect(Math.abs(sinTurn(t))).toBeLessThanOrEqual(1);
      expect(Math.abs(sinTurn(t) ** 2 + cosTurn(t) ** 2 - 1)).toBeLessThan(1e-14);
    });
    expectRising(sinTurn, -0.249, 0.249);
  });
  it('turn a day from midnight to midnight, before the first one too', () => {
    expect([0, 21600, 43200, 86399, 86400, -21600].map(dayTurn)).toEqual([0, 0.25, 0.5, 86399 / 86400, 0, 0.75]);
  });
});

describe('normalQuantile', () => {
  it('is within 2e-7 of itself, to the ends of what 32 bits reach', () => {
    const misses = (p: number) => {
      // An error dx of the quantile shows up as density * dx in the distribution function.
      const x = normalQuantile(p);
      const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
      return Math.abs((normalTail(x) - p) / density / x);
    };
    for (const p of grid(0.001, 0.4999, 5000)) expect(misses(p)).toBeLessThan(2e-7);
    for (const e of grid(1, 9.9, 2000)) expect(misses(10 ** -e)).toBeLessThan(2e-7);
  });
  it('knows the values of the tables', () => {
    // Quantiles to 10 digits: 2.5 %, 1 in 1000, and the chances of 4.5 and 6 deviations.
    expect(normalQuantile(0.025)).toBeCloseTo(-1.959963985, 6);
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306, 6);
    expect(normalQuantile(3.397673124730053e-6)).toBeCloseTo(-4.5, 5);
    expect(normalQuantile(9.865876450376946e-10)).toBeCloseTo(-6, 5);
  });
  it('is odd about one half, exact at its ends, and rises', () => {
    for (const p of grid(1 / 4096, 0.5, 2047)) expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 12);
    expect([0, 0.5, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
    expectRising(normalQuantile, 1e-6, 1 - 1e-6);
    expectRising((p) => normalQuantile(p * p), 1e-5, 1e-3);
  });
});
