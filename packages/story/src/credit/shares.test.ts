import { expect, test } from 'vitest';
import { butFor, jointSets, redundantSets, responsibilityOf, shareOf } from './shares.ts';
import type { Worth } from './shares.ts';

/** The worth of every coalition of `count` acts. */
const worthOf = (count: number, is: (stands: (act: number) => boolean) => number | boolean): Worth =>
  Array.from({ length: 1 << count }, (_, set) => Number(is((act) => ((set >>> act) & 1) === 1)));
const all = (worth: Worth, of: (worth: Worth, act: number) => number): number[] =>
  Array.from({ length: Math.log2(worth.length) }, (_, act) => of(worth, act));

test('of two acts without each of which it would have ended otherwise each is needed, and half of it is theirs', () => {
  const worth = worthOf(2, (has) => has(0) && has(1));
  expect(all(worth, butFor)).toEqual([1, 1]);
  expect(all(worth, responsibilityOf)).toEqual([1, 1]);
  expect(all(worth, shareOf)).toEqual([1 / 2, 1 / 2]);
  expect([jointSets(worth), redundantSets(worth)]).toEqual([[0b11], []]);
});

test('of two acts either of which is enough none is needed, and each is half responsible', () => {
  const worth = worthOf(2, (has) => has(0) || has(1));
  expect(all(worth, butFor)).toEqual([0, 0]);
  expect(all(worth, responsibilityOf)).toEqual([1 / 2, 1 / 2]);
  expect(all(worth, shareOf)).toEqual([1 / 2, 1 / 2]);
  expect([jointSets(worth), redundantSets(worth)]).toEqual([[], [0b11]]);
});

test('where three others have to be withheld first, an act is a quarter responsible', () => {
  // All eight vote for it, and five would have done.
  const worth = worthOf(8, (has) => [0, 1, 2, 3, 4, 5, 6, 7].filter(has).length >= 5);
  expect(all(worth, responsibilityOf)).toEqual(Array(8).fill(1 / 4));
  expect(all(worth, shareOf)).toEqual(Array(8).fill(1 / 8));
});

test('an act that others can stand in for only in part is worth more than they are', () => {
  // The glove game: one has the left glove, two have a right one. Shares by hand: 2/3, 1/6, 1/6.
  const worth = worthOf(3, (has) => has(0) && (has(1) || has(2)));
  expect(all(worth, shareOf)).toEqual([2 / 3, 1 / 6, 1 / 6]);
  expect(all(worth, responsibilityOf)).toEqual([1, 1 / 2, 1 / 2]);
  expect([jointSets(worth), redundantSets(worth)]).toEqual([[0b011, 0b101], [0b110]]);
});

test('an act that does nothing has no part in anything', () => {
  const worth = worthOf(3, (has) => has(0) && has(1));
  expect([butFor(worth, 2), responsibilityOf(worth, 2), shareOf(worth, 2)]).toEqual([0, 0, 0]);
});

test('an act that stood against it has a share below nothing', () => {
  const worth = worthOf(2, (has) => has(0) && !has(1));
  expect(all(worth, shareOf)).toEqual([1 / 2, -1 / 2]);
});

test('shares of a measure add up, and sum to the whole effect whatever the coalitions are worth', () => {
  expect(
    all(
      worthOf(2, (has) => 3 * Number(has(0)) + 2 * Number(has(1))),
      shareOf,
    ),
  ).toEqual([3, 2]);
  let state = 7;
  const worth = worthOf(5, () => (state = (state * 1103515245 + 12345) % 2147483648) % 100);
  const sum = all(worth, shareOf).reduce((a, b) => a + b, 0);
  expect(sum).toBeCloseTo(worth.at(-1)! - worth[0]!, 10);
});

test('a table that lacks coalitions is refused', () => {
  expect(() => shareOf([0, 1, 1], 0)).toThrow('3 coalitions are not all coalitions of at most 8 acts');
});
