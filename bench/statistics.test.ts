import { expect, test } from 'vitest';
import {
  bootstrap,
  isClear,
  mean,
  meanInterval,
  median,
  pooledInterval,
  pooledShare,
  quantile,
  shareDifference,
  wilson,
} from './statistics.ts';

/** A made-up sample of `count` values from a uniform spread around `middle`. */
const spread = (count: number, middle: number): number[] =>
  Array.from({ length: count }, (_, i) => middle + ((i * 7919) % count) / count - 0.5);

test('mean, median and quantiles', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(median([9, 1, 3])).toBe(3);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(quantile([0, 10], 0.25)).toBe(2.5);
  expect(quantile([4], 0.9)).toBe(4);
});

test('nothing measured is refused, not passed off as a number', () => {
  for (const statistic of [mean, median, (values: number[]) => bootstrap(values, mean), meanInterval]) {
    expect(() => statistic([])).toThrow('nothing was measured');
  }
  expect(() => wilson(0, 0)).toThrow('no share');
  expect(() => wilson(3, 2)).toThrow('no share');
});

test("Wilson's interval, against the values of his tables", () => {
  const close = ([low, high]: readonly [number, number]): number[] => [low, high].map((x) => Number(x.toFixed(4)));
  expect(close(wilson(0, 10))).toEqual([0, 0.2775]);
  expect(close(wilson(10, 10))).toEqual([0.7225, 1]);
  expect(close(wilson(5, 10))).toEqual([0.2366, 0.7634]);
  expect(close(wilson(81, 263))).toEqual([0.2553, 0.3662]);
});

test('the bootstrap of a mean agrees with the interval of the normal distribution', () => {
  const sample = spread(400, 5);
  const [low, high] = bootstrap(sample, mean);
  const [normalLow, normalHigh] = meanInterval(sample);
  expect(low).toBeCloseTo(normalLow, 2);
  expect(high).toBeCloseTo(normalHigh, 2);
  expect(bootstrap(sample, mean)).toEqual([low, high]);
});

test('an interval narrows with the root of the sample', () => {
  const width = (values: number[]): number => meanInterval(values)[1] - meanInterval(values)[0];
  expect(width(spread(100, 0)) / width(spread(1_600, 0))).toBeCloseTo(4, 1);
});

test('differences are clear when they lie on one side, and never on a handful', () => {
  expect(isClear(spread(50, 0.4))).toBe(true);
  expect(isClear(spread(50, -0.4))).toBe(true);
  expect(isClear(spread(50, 0.02))).toBe(false);
  expect(isClear([5, 5.1, 5.2, 5.3])).toBe(false);
});

test('a pooled share goes by how much each run counts, and its interval by how unlike runs are', () => {
  const alike = Array.from({ length: 40 }, () => ({ hits: 5, tries: 10 }));
  const unlike = Array.from({ length: 40 }, (_, i) => ({ hits: i % 2 === 0 ? 10 : 0, tries: 10 }));
  expect(
    pooledShare([
      { hits: 1, tries: 1 },
      { hits: 0, tries: 3 },
    ]),
  ).toBe(0.25);
  expect(pooledShare([{ hits: 0, tries: 0 }])).toBe(0);
  expect(pooledInterval(alike)).toEqual([0.5, 0.5]);
  const [low, high] = pooledInterval(unlike);
  expect(high - low).toBeGreaterThan(wilson(200, 400)[1] - wilson(200, 400)[0]);
});

test('the difference of two shares is taken of pairs, and tells a side only where there is one', () => {
  const runs = (share: number): { hits: number; tries: number }[] =>
    Array.from({ length: 60 }, (_, i) => ({ hits: ((i * 7919) % 60) / 60 < share ? 6 : 4, tries: 10 }));
  const apart = shareDifference(runs(0.9), runs(0.1));
  expect(apart.value).toBeGreaterThan(0);
  expect(apart.interval[0]).toBeGreaterThan(0);
  expect(shareDifference(runs(0.5), runs(0.5))).toEqual({ value: 0, interval: [0, 0] });
  expect(() => shareDifference(runs(0.5), [])).toThrow('cannot be paired');
});
