import { expect, test } from 'vitest';
import { slopes } from './regression.ts';

test('slopes are those of a plane through the points, whatever goes together with what', () => {
  const rows = [
    [0, 1, 5],
    [1, 1, 5],
    [2, 3, 5],
    [4, 2, 5],
    [3, 7, 5],
  ];
  const found = slopes(
    rows,
    rows.map(([a, b]) => 2 + 0.5 * a! - 0.25 * b!),
  );
  expect(found[0]).toBeCloseTo(0.5);
  expect(found[1]).toBeCloseTo(-0.25);
  // What never varies explains nothing.
  expect(found[2]).toBe(0);
});

test('a fit of nothing is refused', () => {
  expect(() => slopes([], [])).toThrow(RangeError);
  expect(() => slopes([[1]], [1, 2])).toThrow(RangeError);
});
