import { expect, test } from 'vitest';
import type { Happening } from './happening.ts';
import type { Lived } from './lived.ts';
import { engagementWith, engagementsOf } from './spans.ts';

/** A run of nothing but these events, a minute apart, to 10,000 seconds. */
function runOf(...kinds: readonly string[]): Lived {
  const happenings = kinds.map((kind, at) => ({ id: at + 1, time: 60 * (at + 1), kind }) as Happening);
  return { happenings, until: 10_000 } as unknown as Lived;
}
const [OPENED, ENDED, OTHER] = ['engagement/opened', 'engagement/ended', 'shooting/shot'];

test('a fight goes from its opening to its end, and one that does not end to that of the run', () => {
  const run = runOf(OTHER, OPENED, OTHER, ENDED, OTHER, OPENED, OTHER);
  expect(engagementsOf(run)).toEqual([
    { first: 2, last: 4, opened: 120, ended: 240 },
    { first: 6, last: Infinity, opened: 360, ended: 10_000 },
  ]);
  expect([1, 3, 5, 7].map((id) => engagementWith(run, id)?.first)).toEqual([undefined, 2, undefined, 6]);
});

test('where several groups attack at once the fight is over with the last of them', () => {
  const run = runOf(OPENED, OPENED, OTHER, ENDED, OTHER, ENDED, OTHER, OPENED, ENDED);
  expect(engagementsOf(run)).toEqual([
    { first: 1, last: 6, opened: 60, ended: 360 },
    { first: 8, last: 9, opened: 480, ended: 540 },
  ]);
  expect(engagementWith(run, 7)).toBeUndefined();
});
