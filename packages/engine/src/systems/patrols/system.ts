/** Patrols: by day, with an enemy about, some go round what lies outside. */
import { defineSystem, fill } from '../../kernel/system.ts';
import { frights } from '../dread/state.ts';
import { away } from '../infirmary/patients.ts';
import { found, returned, sent } from './events.ts';
import { onPatrol } from './facts.ts';
import { goRound, send } from './rounds.ts';
import { going, patrol } from './state.ts';
import { words } from './words.ts';

/** How much dread it leaves to find where somebody has lain, and to hear of it. [d] */
const FINDING = 0.12;
const HEARING = 0.1;

export const patrols = defineSystem({
  id: 'patrols',
  after: ['alarms', 'scouting', 'routine', 'infirmary'],
  tables: [patrol, going],
  events: { sent, found, returned },
  facts: [onPatrol],
  words,
  rules: [send, goRound],
  fills: [
    fill(frights, { of: 'patrols/found', own: { actor: FINDING, group: HEARING } }),
    fill(away, {
      takes: (world, who) => world.of(patrol).on.raw[who] === 1,
      read: (world, who) => world.of(patrol).on.at(who),
    }),
  ],
});
