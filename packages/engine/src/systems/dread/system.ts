/** Dread: what people have lived through stays with them, and wears off over quiet days. */
import { choice, entries, optionally } from '../../kernel/shape.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { LEVELS, calmed, grewAfraid, onEdge } from './events.ts';
import { dreads } from './facts.ts';
import { FRIGHTS } from './frights.ts';
import { liveThrough, wearOff } from './living.ts';
import { fear, felt, frights } from './state.ts';
import { words } from './words.ts';

export const peopleDread = entries('people', {
  dread: optionally(choice(LEVELS, 'How much they dread what may come, beside what the scenario tells of their past.')),
});

export const dread = defineSystem({
  id: 'dread',
  after: ['captivity', 'resolve', 'wounds'],
  tables: [fear, felt],
  events: { 'grew-afraid': grewAfraid, 'on-edge': onEdge, calmed },
  facts: [dreads],
  words,
  rules: [liveThrough, wearOff],
  fills: [fill(frights, ...FRIGHTS)],
  scenario: [peopleDread],
  build: (world, setup) => {
    world.of(felt).add();
    for (const [key, { dread: level }] of setup.entries(peopleDread)) {
      if (level === undefined) continue;
      world.recordPast(grewAfraid, { actor: world.cast.mustRow(person, key), level }, world.time);
    }
  },
});
