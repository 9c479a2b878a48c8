/** Burial: the dead lie where they fell until somebody has them laid in the earth. */
import { entries, nameIn, optionally } from '../../kernel/shape.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import { tasks } from '../work/tasks.ts';
import { dig, graves } from './digging.ts';
import { begun, buried, buriedTogether, done } from './events.ts';
import { atRest } from './facts.ts';
import { digging, grave } from './state.ts';
import { words } from './words.ts';

export const groupGraves = entries('groups', {
  graves: optionally(nameIn('places', 'Where it buries the dead; the nearest open ground where it is left out.')),
});

export const burial = defineSystem({
  id: 'burial',
  after: ['infirmary', 'light', 'offices', 'work', 'wounds'],
  tables: [grave, digging],
  events: { begun, buried, 'buried-together': buriedTogether, done },
  facts: [atRest],
  words,
  affair: 'wounded',
  rules: [dig],
  fills: [fill(tasks, graves)],
  scenario: [groupGraves],
  build: (world, setup) => {
    const { at } = world.of(digging);
    for (const [key, { graves }] of setup.entries(groupGraves)) {
      if (graves !== undefined) at.put(world.cast.mustRow(group, key), world.cast.mustRow(place, graves) + 1);
    }
  },
});
