import { describe, expect, test } from 'vitest';
import { SIZES, exponentInterval, exponentOf, fightOut } from './attrition.ts';
import type { Duel, Fire, Sizes } from './attrition.ts';

const duel = (before: Sizes, after: Sizes): Duel => ({ before, after, aimedHits: 0, areaHits: 0 });
const fights = (fire: Fire, count: number, shaken = false): Duel[] =>
  Array.from({ length: count }, (_, i) => fightOut(fire, SIZES[i % SIZES.length]!, i + 1, shaken));

test('the exponent is 1 where both lose as many, 2 where squares keep their difference', () => {
  expect(exponentOf([duel([40, 20], [30, 10])])).toBeCloseTo(1, 6);
  // 40.5 and 20.5 squared differ by 1220; so do the squares of 36.4 and 10.5, less than a hundredth off.
  const left = Math.sqrt(1220 + 10.5 * 10.5) - 0.5;
  expect(exponentOf([duel([40, 20], [left, 10])])).toBeCloseTo(2, 6);
});

describe('how numbers tell', () => {
  test('[S1] by aimed fire as their squares', { timeout: 60_000 }, () => {
    const [low, high] = exponentInterval(fights('aimed', 48));
    expect([low > 1, low <= 2, high >= 2]).toEqual([true, true, true]);
  });

  test('[S1] by fire into places as they are', { timeout: 60_000 }, () => {
    const some = fights('area', 24);
    const [low, high] = exponentInterval(some);
    expect([low <= 1, high >= 1, high < 2]).toEqual([true, true, true]);
    expect(some.every(({ areaHits, aimedHits }) => areaHits > 10 * aimedHits)).toBe(true);
  });

  test('[S3] more than by squares where near misses keep heads down', { timeout: 60_000 }, () => {
    expect(exponentOf(fights('aimed', 16, true))).toBeGreaterThan(exponentOf(fights('aimed', 16)));
  });
});
