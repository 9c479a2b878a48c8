import { expect, test } from 'vitest';
import { fates } from './fates.ts';
import type { Happening } from './happening.ts';

const event = (id: number, given: Partial<Happening> = {}): Happening => ({
  id,
  key: 'a',
  turn: 'a',
  time: id,
  kind: 'test/hit',
  fine: true,
  place: 0,
  result: { depth: 8, where: 'arm' },
  ...given,
});
const fateOf = (before: Happening, after: Happening[]): string | undefined => fates([before], after).get(before.id);

test('an event is the same while it comes with the same key within its window, to the second', () => {
  expect(fateOf(event(5), [event(90, { time: 5 })])).toBe('same');
  expect(fateOf(event(5), [event(90, { time: 15 })])).toBe('same');
  expect(fateOf(event(5), [event(90, { time: 16 })])).toBe('moved');
  expect(fateOf(event(50), [event(90, { time: 39 })])).toBe('moved');
  expect(fateOf(event(5), [event(90, { time: 5, key: 'b' })])).toBe('vanished');
});

test('where hours are lived it may move by one', () => {
  const slow = { fine: false };
  expect(fateOf(event(5, slow), [event(90, { ...slow, time: 3605 })])).toBe('same');
  expect(fateOf(event(5, slow), [event(90, { ...slow, time: 3606 })])).toBe('moved');
});

test('another place or another result is a change', () => {
  expect(fateOf(event(5), [event(5, { place: 1 })])).toBe('changed');
  expect(fateOf(event(5), [event(5, { result: { depth: 8, where: 'leg' } })])).toBe('changed');
  expect(fateOf(event(5), [event(5, { result: { depth: 12, where: 'arm' } })])).toBe('changed');
});

test('a measure that is almost the same is the same', () => {
  expect(fateOf(event(5), [event(5, { result: { depth: 9, where: 'arm' } })])).toBe('same');
});

test('events are matched one to one, the nearest first', () => {
  const before = [event(1, { time: 0 }), event(2, { time: 6 })];
  const found = fates(before, [event(9, { time: 7 })]);
  expect([found.get(1), found.get(2)]).toEqual(['vanished', 'same']);
});
