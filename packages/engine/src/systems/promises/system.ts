/** Promises and vows: who gave their word to whom on what, whether it stands, and what came of it. */
import { defineSystem, fill } from '../../kernel/system.ts';
import { peopleNames } from '../../kernel/cast.ts';
import { regards } from '../bonds/state.ts';
import { moves } from '../feelings/state.ts';
import { oddPromises, peoplePromises } from './before.ts';
import { WORD_CHANGES, WORD_MOVES } from './effects.ts';
import { broken, kept, made, released } from './events.ts';
import { owed } from './facts.ts';
import { feeding } from './feeding.ts';
import { holdingTheWall, keepingTheGate, standingBy } from './holding.ts';
import { offer, seeThrough } from './keeping.ts';
import { burying, lookingAfter } from './last-wishes.ts';
import { layRefrains, listened, peopleRefrains, refrain, saidAgain, sayAgain } from './refrain.ts';
import { returning } from './returning.ts';
import { sitting } from './sitting.ts';
import { makeGood, standingIn } from './standing-in.ts';
import { answered, promise, undertakings } from './state.ts';
import { comingBack, makingPay } from './vowing.ts';
import { words } from './words.ts';

export const promises = defineSystem({
  id: 'promises',
  after: ['bands', 'bonds', 'captivity', 'feelings', 'infirmary', 'parties', 'past', 'rations', 'routine', 'voice'],
  tables: [promise, answered, refrain, listened],
  events: { made, kept, broken, released, 'said-again': saidAgain },
  facts: [owed],
  words,
  affair: 'people',
  rules: [offer, makeGood, seeThrough, sayAgain],
  fills: [
    fill(
      undertakings,
      feeding,
      sitting,
      burying,
      lookingAfter,
      returning,
      standingIn,
      comingBack,
      makingPay,
      holdingTheWall,
      keepingTheGate,
      standingBy,
    ),
    fill(regards, ...WORD_CHANGES),
    fill(moves, ...WORD_MOVES),
  ],
  scenario: [peoplePromises, peopleRefrains],
  check: (setup) => [...setup.entries(peopleNames).keys()].flatMap((key) => oddPromises(setup, key)),
  build: (world, setup) => {
    world.of(answered).add();
    layRefrains(world, setup);
  },
  // What was promised before the first day is answered for already.
  start: (world) => {
    world.of(answered).upTo.raw[0] = world.chronicle.length;
    world.of(listened).upTo.raw[0] = world.chronicle.length;
  },
});
