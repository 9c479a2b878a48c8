import { peopleNames } from '../../kernel/cast.ts';
import type { Remark } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { peoplePast, toldDeeds, wronged } from './deeds.ts';
import { toldPromises } from '../promises/before.ts';
import { NO_TIE, TIES, addBond, bond } from './state.ts';
import { words } from './words.ts';

/** Ties that are the same from the other side, or have a counterpart there. */
const MUTUAL: Readonly<Partial<Record<(typeof TIES)[number], (typeof TIES)[number]>>> = {
  sister: 'sister',
  brother: 'brother',
  wife: 'husband',
  husband: 'wife',
  friend: 'friend',
  rival: 'rival',
};
const GRUDGES = { low: 0.3, middling: 0.6, high: 1 } as const;

export const past = defineSystem({
  id: 'past',
  after: ['bodies'],
  tables: [bond],
  events: { wronged },
  words,
  scenario: [peoplePast],
  check: (setup) => {
    const remarks: Remark[] = [];
    for (const [key, fields] of setup.entries(peoplePast)) {
      fields.past.forEach((deed, i) => {
        if (deed.whom === key) {
          remarks.push({
            severity: 'error',
            code: 'own-victim',
            path: ['people', key, 'past', i, 'whom'],
            message: `${key} cannot ${deed.did} ${key}.`,
            hint: 'Name somebody else, or leave "whom" out.',
          });
        }
      });
      if (fields.ties.has(key)) {
        remarks.push({
          severity: 'error',
          code: 'own-tie',
          path: ['people', key, 'ties', key],
          message: `${key} is tied to nobody by that: it is the same person.`,
        });
      }
    }
    return remarks;
  },
  build: (world, setup) => {
    const told = [...toldPromises(world, setup), ...toldDeeds(world, setup)];
    // Oldest first: events are recorded in the order in which they happened.
    told.sort((a, b) => b.ago - a.ago || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    for (const each of told) each.record();
    for (const key of setup.entries(peopleNames).keys()) {
      const from = world.cast.mustRow(person, key);
      for (const [other, tie] of setup.entries(peoplePast).get(key)!.ties) {
        const to = world.cast.mustRow(person, other);
        const kind = typeof tie === 'string' ? tie : (tie.is ?? tie.was);
        const grudge = typeof tie === 'string' || tie.grudge === undefined ? 0 : GRUDGES[tie.grudge];
        addBond(world, from, to, kind === undefined ? NO_TIE : TIES.indexOf(kind), grudge, 0);
        const back = kind === undefined ? undefined : MUTUAL[kind];
        if (back !== undefined) addBond(world, to, from, TIES.indexOf(back), 0, 0);
      }
    }
  },
});
