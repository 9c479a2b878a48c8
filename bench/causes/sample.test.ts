import { expect, test } from 'vitest';
import { resampled } from './resampled.ts';
import { sample, sampleByKind } from './sample.ts';

const letters = [...'abcdefghij'];

test('a sample holds what was asked for, nothing twice, and is the same each time', () => {
  const drawn = sample(letters, 4, 'tests', 1);
  expect(new Set(drawn).size).toBe(4);
  expect(sample(letters, 4, 'tests', 1)).toEqual(drawn);
  expect(sample(letters, 99, 'tests', 1)).toHaveLength(letters.length);
});

test('every one is drawn equally often over many seeds', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 4_000; seed++) {
    for (const each of sample(letters, 3, 'tests', seed)) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  // 1,200 expected each; five deviations are 145.
  for (const letter of letters) expect(Math.abs(counts.get(letter)! - 1_200)).toBeLessThan(145);
});

test('a sample by kind takes rare kinds as well as common ones', () => {
  const list = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'c2'];
  const drawn = sampleByKind(list, (each) => each[0]!, 2, 'tests', 1);
  expect(drawn.map((each) => each[0]).join('')).toBe('aabcc');
});

test('an interval over clusters is wide where the clusters differ, and nothing where they agree', () => {
  const share = (hits: readonly number[]): number => hits.filter((hit) => hit === 1).length / hits.length;
  const alike = Array.from({ length: 20 }, () => [0, 1]);
  const apart = Array.from({ length: 20 }, (_, i) => [i % 2, i % 2]);
  expect(resampled(alike, share)).toEqual([0.5, 0.5]);
  const [low, high] = resampled(apart, share);
  expect(low).toBeLessThan(0.4);
  expect(high).toBeGreaterThan(0.6);
});
