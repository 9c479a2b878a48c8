/** Alarms: whoever stands watch in the dark takes what stirs there for an enemy, or an enemy for what stirs there. */
import { defineSystem, fill } from '../../kernel/system.ts';
import { frights } from '../dread/state.ts';
import { forgetDoubt, standDown, turnOut } from './answering.ts';
import { conditions } from './conditions.ts';
import { ignored, noticed, raised, stirred, stoodDown, turnedOut } from './events.ts';
import { heedsAlarms, underArms } from './facts.ts';
import { makeOut } from './making-out.ts';
import { layGame, oddWatches, placeGame } from './settings.ts';
import { alarm, vigil, wild } from './state.ts';
import { stirAbout } from './watching.ts';
import { words } from './words.ts';

/** How much dread it leaves to raise an alarm, to hear one and to turn out for it, and to look twice. [d] */
const RAISING = 0.08;
const HEARING = 0.04;
const TURNING_OUT = 0.04;
const LOOKING_TWICE = 0.02;
/** How much more of it is felt by somebody in all the trouble there is: to them it is then again. [d, after m: startle after trauma] */
const STARTLES = 5;
/** And to find that somebody really lay there. [d] */
const FINDING = 0.2;

export const alarms = defineSystem({
  id: 'alarms',
  after: ['dread', 'light', 'routine'],
  tables: [vigil, alarm, wild],
  events: { stirred, noticed, raised, 'turned-out': turnedOut, ignored, 'stood-down': stoodDown },
  conditions,
  facts: [heedsAlarms, underArms],
  words,
  rules: [standDown, stirAbout, makeOut, turnOut, forgetDoubt],
  fills: [
    fill(
      frights,
      { of: 'alarms/raised', own: { actor: RAISING }, seen: HEARING, startles: STARTLES },
      { of: 'alarms/turned-out', seen: TURNING_OUT, startles: STARTLES },
      { of: 'alarms/noticed', own: { actor: LOOKING_TWICE }, startles: STARTLES },
      { of: 'alarms/stood-down', own: { group: FINDING }, when: ({ found }) => found === 'people' },
    ),
  ],
  scenario: [placeGame],
  check: oddWatches,
  build: layGame,
});
