/** Bonds: what people hold of each other, made by what they did to and before each other. */
import { defineSystem, fill } from '../../kernel/system.ts';
import { cameToFear, cameToTrust, feltBetrayed, grewFond, lostFaith, lostFear, soured, tied } from './events.ts';
import { holdsOf } from './facts.ts';
import { settleBefore, weigh } from './living.ts';
import { moves } from '../feelings/state.ts';
import { EMBITTERS, REGARD_CHANGES } from './regards.ts';
import { acquaintance, circle, regards, strand, tellings, weighed } from './state.ts';
import { TELLINGS } from './tells.ts';
import { layTies } from './ties.ts';
import { words } from './words.ts';

export const bonds = defineSystem({
  id: 'bonds',
  after: ['captivity', 'debrief', 'dread', 'feelings', 'past', 'resolve', 'wounds'],
  tables: [acquaintance, circle, strand, weighed],
  events: {
    tied,
    'came-to-trust': cameToTrust,
    'lost-faith': lostFaith,
    'grew-fond': grewFond,
    soured,
    'came-to-fear': cameToFear,
    'lost-fear': lostFear,
    'felt-betrayed': feltBetrayed,
  },
  facts: [holdsOf],
  words,
  affair: 'people',
  rules: [weigh],
  fills: [
    fill(regards, ...REGARD_CHANGES),
    fill(tellings, ...TELLINGS),
    fill(moves, { of: 'bonds/felt-betrayed', feels: 'resentment', own: { actor: EMBITTERS }, about: 'target' }),
  ],
  build: (world) => {
    world.of(weighed).add();
    layTies(world);
  },
  start: settleBefore,
});
