import type { EventRecord } from '@anchorhold/engine';
import { expect, test } from 'vitest';
import { fates } from './compare.ts';
import { eventOf } from './event.fixture.ts';

const fateOf = (before: EventRecord, after: EventRecord[]): string | undefined =>
  fates([before], after, () => 10).get(before.id);

test('an event is the same while it comes with the same key within its window, to the second', () => {
  expect(fateOf(eventOf(5), [eventOf(90, { time: 5 })])).toBe('same');
  expect(fateOf(eventOf(5), [eventOf(90, { time: 15 })])).toBe('same');
  expect(fateOf(eventOf(5), [eventOf(90, { time: 16 })])).toBe('moved');
  expect(fateOf(eventOf(50), [eventOf(90, { time: 39 })])).toBe('moved');
  expect(fateOf(eventOf(5), [eventOf(90, { time: 5, key: 'b' })])).toBe('vanished');
});

test('another place or another result is a change', () => {
  const data = { depth: 8, where: 'arm', of: 0 };
  expect(fateOf(eventOf(5), [eventOf(5, { roles: { actor: 0, place: 1 } })])).toBe('changed');
  expect(fateOf(eventOf(5), [eventOf(5, { data: { ...data, where: 'leg' } })])).toBe('changed');
  expect(fateOf(eventOf(5), [eventOf(5, { data: { ...data, depth: 12 } })])).toBe('changed');
});

test('a measure that is almost the same is the same, and ids of other events are not compared', () => {
  const data = { depth: 8, where: 'arm', of: 0 };
  expect(fateOf(eventOf(5), [eventOf(5, { data: { ...data, depth: 9 } })])).toBe('same');
  expect(fateOf(eventOf(5), [eventOf(5, { data: { ...data, of: 77 } })])).toBe('same');
});

test('events are matched one to one, the nearest first', () => {
  const before = [eventOf(1, { time: 0 }), eventOf(2, { time: 6 })];
  const found = fates(before, [eventOf(9, { time: 7 })], () => 10);
  expect([found.get(1), found.get(2)]).toEqual(['vanished', 'same']);
});
