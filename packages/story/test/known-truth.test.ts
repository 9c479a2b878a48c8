import { eventsOf } from '@anchorhold/engine';
import { expect, test } from 'vitest';
import { eventSayer } from '../src/index.ts';
import { KNOWN, liveKnown } from './known-truth.fixture.ts';
import type { KnownHistory } from './known-truth.fixture.ts';

/** A history as its events in words, each with the numbers of those that it happened because of. */
function told(name: KnownHistory): string[] {
  const { end } = liveKnown(name, { seed: 2 });
  const say = eventSayer(end);
  return [...eventsOf(end)].map((event) => {
    const because = event.because.map(({ id, group }) => `${id}${group > 0 ? '+' : ''}`);
    return `${event.id} ${say(event)}${because.length > 0 ? ` because ${because.join(' ')}` : ''}`;
  });
}

test('the histories of known truth come about as they were built', () => {
  expect(Object.fromEntries(Object.keys(KNOWN).map((name) => [name, told(name as KnownHistory)])))
    .toMatchInlineSnapshot(`
      {
        "a cause that only advances the moment": [
          "1 Ada pushed the mill.",
          "2 The mill fell to the left. because 1",
          "3 Ben pushed the mill.",
        ],
        "a cause that only changes the manner": [
          "1 Ada pushed the mill.",
          "2 Ben pushed the mill.",
          "3 The mill fell to the right. because 1+ 2+",
        ],
        "a chain": [
          "1 Ada pushed the first.",
          "2 The first fell to the left. because 1",
          "3 The second fell to the left. because 2",
          "4 The mill fell to the left. because 3",
          "5 Ben pushed the slab. because 1",
          "6 The slab fell to the left. because 5",
        ],
        "any two of three": [
          "1 Ada pushed the mill.",
          "2 Ben pushed the mill.",
          "3 Cleo pushed the mill.",
          "4 The mill fell to the left. because 1+ 2+ 3+",
        ],
        "held back": [
          "1 Ada pushed the mill.",
          "2 Ben propped up the mill.",
        ],
        "one needed cause": [
          "1 Ada pushed the mill.",
          "2 The mill fell to the left. because 1",
          "3 Ben pushed the slab.",
          "4 The slab fell to the left. because 3",
        ],
        "pushed twice": [
          "1 Ada pushed the mill.",
          "2 Ada pushed the mill.",
          "3 The mill fell to the left. because 1+ 2+",
        ],
        "two needed together": [
          "1 Ada pushed the mill.",
          "2 Ben pushed the mill.",
          "3 The mill fell to the left. because 1+ 2+",
        ],
        "two needed together, and luck": [
          "1 Ada pushed the mill.",
          "2 Ben pushed the mill.",
          "3 The mill fell to the left. because 1+ 2+",
        ],
        "two redundant causes": [
          "1 Ada pushed the mill.",
          "2 Ben pushed the mill.",
          "3 The mill fell to the left. because 1+ 2+",
        ],
        "two redundant causes, and luck": [
          "1 Ada pushed the mill.",
          "2 Ben pushed the mill.",
          "3 The mill fell to the left. because 1+ 2+",
        ],
      }
    `);
});
