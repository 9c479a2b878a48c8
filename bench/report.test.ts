import { expect, test } from 'vitest';
import { holds, tableOf } from './report.ts';

test('in full the value must lie within the floor', () => {
  expect(holds(10, [8, 12], { max: 10 }, false)).toBe(true);
  expect(holds(10.1, [8, 12], { max: 10 }, false)).toBe(false);
  expect(holds(0.09, [0.05, 0.2], { min: 0.1 }, false)).toBe(false);
  expect(holds(0.5, [0.4, 0.6], { min: 0.1, max: 0.4 }, false)).toBe(false);
  expect(holds(7, [7, 7], {}, false)).toBe(true);
});

test('in quick form the interval must touch it', () => {
  expect(holds(10.1, [8, 12], { max: 10 }, true)).toBe(true);
  expect(holds(0.09, [0.05, 0.2], { min: 0.1 }, true)).toBe(true);
  expect(holds(0.05, [0.02, 0.09], { min: 0.1 }, true)).toBe(false);
  expect(holds(13, [12.5, 14], { min: 1, max: 12 }, true)).toBe(false);
});

test('the table says what holds, with what must be and what is aimed at', () => {
  const claim = { claim: 'a copy', scenario: 'toy', value: 4.8812, unit: 'copies', interval: [4.45, 5.15] as const };
  const table = tableOf([
    { ...claim, floor: { max: 10 }, target: { max: 3 }, holds: true },
    {
      ...claim,
      claim: 'crashes',
      value: 2,
      unit: 'nights',
      interval: [2, 2],
      floor: { max: 0 },
      target: {},
      holds: false,
    },
  ]);
  expect(table).toBe(
    [
      '    claim    on   value        interval      must be  aim',
      'ok  a copy   toy  4.88 copies  4.45 to 5.15  ≤ 10     ≤ 3',
      'NO  crashes  toy  2 nights                   ≤ 0',
      '',
    ].join('\n'),
  );
});
