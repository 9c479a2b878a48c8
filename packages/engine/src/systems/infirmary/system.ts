/** The infirmary: where the wounded are brought, and who sees to them from day to day. */
import { defineSystem, fill } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import { groupWards, oddBeds } from './beds.ts';
import { look, sit } from './bedside.ts';
import { bringIn } from './bringing.ts';
import { lackings } from '../stores/lacking.ts';
import { tasks } from '../work/tasks.ts';
import {
  bedded,
  broughtIn,
  closedEyes,
  dressedAnew,
  foundDead,
  gaveUpOn,
  ranOut,
  satBy,
  tookInHand,
  tookUpAgain,
  waits,
} from './events.ts';
import { inCare, scarred } from './facts.ts';
import { lacksDressings } from './lacking.ts';
import { nursing } from './nursing.ts';
import { round } from './rounds.ts';
import { bedside, care, infirmaries, lying } from './state.ts';
import { words } from './words.ts';

export const infirmary = defineSystem({
  id: 'infirmary',
  after: ['captivity', 'engagement', 'offices', 'stores', 'work', 'wounds'],
  tables: [care, infirmaries, lying, bedside],
  events: {
    'brought-in': broughtIn,
    'took-in-hand': tookInHand,
    dressed: dressedAnew,
    'ran-out': ranOut,
    bedded,
    waits,
    'gave-up-on': gaveUpOn,
    'took-up-again': tookUpAgain,
    'sat-by': satBy,
    'closed-eyes': closedEyes,
    'found-dead': foundDead,
  },
  facts: [inCare, scarred],
  words,
  affair: 'wounded',
  rules: [bringIn, round, sit, look],
  fills: [fill(tasks, nursing), fill(lackings, lacksDressings)],
  scenario: [groupWards],
  check: oddBeds,
  build: (world, setup) => {
    const { at, beds: counts } = world.of(infirmaries);
    for (const [key, { infirmary: named, beds }] of setup.entries(groupWards)) {
      if (beds !== undefined) counts.put(world.cast.mustRow(group, key), beds + 1);
      if (named !== undefined) at.put(world.cast.mustRow(group, key), world.cast.mustRow(place, named) + 1);
    }
  },
});
