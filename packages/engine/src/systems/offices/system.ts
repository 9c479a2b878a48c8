import { peopleNames } from '../../kernel/cast.ts';
import { choice, entries, list, withDefault } from '../../kernel/shape.ts';
import type { Remark } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { OFFICES, charge } from './state.ts';
import { words } from './words.ts';

export const peopleOffices = entries('people', {
  office: withDefault(list(choice(OFFICES), 'What they are in charge of; the second takes over from a leader.'), []),
});

export const offices = defineSystem({
  id: 'offices',
  after: ['groups'],
  tables: [charge],
  events: {},
  words,
  scenario: [peopleOffices],
  check: (setup) => {
    const remarks: Remark[] = [];
    const seconds = new Map<string, string>();
    const names = setup.entries(peopleNames);
    for (const [key, { office }] of setup.entries(peopleOffices)) {
      if (!office.includes('second')) continue;
      const group = names.get(key)?.group ?? setup.first('groups') ?? '';
      const other = seconds.get(group);
      seconds.set(group, other ?? key);
      if (other === undefined) continue;
      remarks.push({
        severity: 'warning',
        code: 'two-seconds',
        path: ['people', key, 'office'],
        message: `${other} and ${key} are both second in ${group}.`,
        hint: `The lead would pass to ${other}.`,
      });
    }
    return remarks;
  },
  build: (world, setup) => {
    const charges = world.of(charge).of;
    for (const [key, { office }] of setup.entries(peopleOffices)) {
      charges.put(
        world.cast.mustRow(person, key),
        office.reduce((bits, each) => bits | (1 << OFFICES.indexOf(each)), 0),
      );
    }
  },
});
