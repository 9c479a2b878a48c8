/** The infirmary: where the wounded are brought, and who sees to them from day to day. */
import { entries, nameIn, optionally } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import { bringIn } from './bringing.ts';
import { broughtIn, dressedAnew, ranOut, tookInHand } from './events.ts';
import { inCare } from './facts.ts';
import { round } from './rounds.ts';
import { care, infirmaries } from './state.ts';
import { words } from './words.ts';

export const groupWards = entries('groups', {
  infirmary: optionally(nameIn('places', 'Where it brings its wounded; its home where it is left out.')),
});

export const infirmary = defineSystem({
  id: 'infirmary',
  after: ['captivity', 'engagement', 'offices', 'stores', 'wounds'],
  tables: [care, infirmaries],
  events: { 'brought-in': broughtIn, 'took-in-hand': tookInHand, dressed: dressedAnew, 'ran-out': ranOut },
  facts: [inCare],
  words,
  affair: 'wounded',
  rules: [bringIn, round],
  scenario: [groupWards],
  build: (world, setup) => {
    const { at } = world.of(infirmaries);
    for (const [key, { infirmary: named }] of setup.entries(groupWards)) {
      if (named !== undefined) at.put(world.cast.mustRow(group, key), world.cast.mustRow(place, named) + 1);
    }
  },
});
