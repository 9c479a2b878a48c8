/** Salvage: what a fight has left lying is gathered by daylight, kept with the rounds, and given out again. */
import { entries, nameIn, optionally } from '../../kernel/shape.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import { side } from '../groups/state.ts';
import { lackings } from '../stores/lacking.ts';
import { armed, gathered, issued } from './events.ts';
import { gather, issue } from './gathering.ts';
import { lacksRounds } from './lacking.ts';
import { armory, storesOfRounds } from './state.ts';
import { words } from './words.ts';

export const groupArmory = entries('groups', {
  armory: optionally(
    nameIn('places', 'Where it keeps its arms; where most of its rounds lie, else home, where it is left out.'),
  ),
});

export const salvage = defineSystem({
  id: 'salvage',
  after: ['burial', 'defence', 'infirmary', 'items', 'muster', 'stores'],
  tables: [armory],
  events: { gathered, issued, armed },
  words,
  rules: [gather, issue],
  fills: [fill(lackings, lacksRounds)],
  scenario: [groupArmory],
  build: (world, setup) => {
    const { at } = world.of(armory);
    for (let of = 0; of < world.of(group).count; of++) {
      const home = world.of(side).home.raw[of];
      if (home > 0) at.put(of, (storesOfRounds(world, of)[0] ?? home - 1) + 1);
    }
    for (const [key, { armory: named }] of setup.entries(groupArmory)) {
      if (named !== undefined) at.put(world.cast.mustRow(group, key), world.cast.mustRow(place, named) + 1);
    }
  },
});
