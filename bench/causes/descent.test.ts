import { expect, test } from 'vitest';
import { descendants } from './descent.ts';
import { because, eventOf } from './event.fixture.ts';

const event = (id: number): number => 2 * id;
const frame = (id: number): number => 2 * id + 1;
const edges = (parents: Record<number, number[]>) => (node: number) => parents[node] ?? [];
const ids = (descends: Uint8Array): number[] => [...descends.keys()].filter((id) => descends[id] === 1);

test('an event descends by a chain of stated causes, and what stands beside the chain does not', () => {
  const events = [
    eventOf(1),
    eventOf(2, { because: [because(1)] }),
    eventOf(3),
    eventOf(4, { because: [because(3), because(2)] }),
    eventOf(5, { because: [because(3)] }),
  ];
  expect(ids(descendants({ events, parents: () => [] }, [1]))).toEqual([1, 2, 4]);
});

test('it descends by hidden edges through decisions that rest on earlier decisions', () => {
  const events = [1, 2, 3, 4].map((id) => eventOf(id));
  const parents = edges({
    [frame(1)]: [event(1)],
    [frame(2)]: [event(2), frame(1)],
    [frame(3)]: [event(2)],
    [event(3)]: [frame(2)],
    [event(4)]: [frame(3)],
  });
  expect(ids(descendants({ events, parents }, [1]))).toEqual([1, 3]);
});

test('nothing before the first source descends, whatever it states', () => {
  const events = [eventOf(1, { because: [because(2)] }), eventOf(2), eventOf(3, { because: [because(1)] })];
  expect(ids(descendants({ events, parents: () => [] }, [2]))).toEqual([2]);
});

test('several sources count together', () => {
  const events = [eventOf(1), eventOf(2), eventOf(3, { because: [because(1)] }), eventOf(4, { because: [because(2)] })];
  expect(ids(descendants({ events, parents: () => [] }, [1, 2]))).toEqual([1, 2, 3, 4]);
});
