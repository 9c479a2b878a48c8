/** Memory: what happened stays with people or fades; some of it comes back unbidden, and heals, or does not quite. */
import { claim } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { readEvent } from '../../kernel/read.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { regards } from '../bonds/state.ts';
import { frights } from '../dread/state.ts';
import { away } from '../infirmary/patients.ts';
import { saps } from '../needs/vigour.ts';
import { keepCompany } from './company.ts';
import { cameThrough } from './danger.ts';
import {
  brokeDown,
  haunted,
  keptAway,
  relived,
  restored,
  sleptThrough,
  stayedBy,
  tookUpAgain,
  wearied,
  wokeFrom,
} from './events.ts';
import { mindOf } from './facts.ts';
import { frailtyBy } from './harming.ts';
import { lay, sleepOnIt } from './keeping.ts';
import { live } from './living.ts';
import { comeAgain } from './reliving.ts';
import { cues, eases, harms, marks, engram, memoryOf, recorded, tollOn, trauma, troubled } from './state.ts';
import { takeIn } from './taking-in.ts';
import { CUES, EASES, HARMS, MARKS, REGARDED } from './touches.ts';
import { words } from './words.ts';

/** How much dread it leaves to live through something again, awake or in a dream, 0..1. [d] */
const RELIVED = 0.05;
const DREAMT = 0.06;
/** How strong a memory they have who only saw what was done before the first day, 0..1. [d] */
const SAW_IT_DONE = 0.3;
/** What is left of the work in somebody in all the trouble there is, in somebody as weary of fighting as can be, and in somebody who cannot go on. [d] */
const TROUBLE_LEAVES = 0.75;
const TOLL_LEAVES = 0.8;
const BROKEN_LEAVES = 0.1;
const P_FRAIL = purpose('memory/frail');

/** What is left of the work in somebody, 0..1. Plain reads. */
function wearsDown(world: World, who: number): number {
  const left = (1 - (1 - TROUBLE_LEAVES) * troubled(world, who)) * (1 - (1 - TOLL_LEAVES) * tollOn(world, who));
  return isBroken(world, who) ? BROKEN_LEAVES * left : left;
}
const isBroken = (world: World, who: number): boolean => world.of(trauma).broken.raw[who] !== 0;

/** What those know of the past who saw it, they remember. */
function rememberPast(world: World): void {
  const claims = world.of(claim);
  for (let row = 0; row < claims.count; row++) {
    const truth = claims.truth.raw[row];
    if (!claims.isLive(row) || truth === 0) continue;
    const who = claims.holder.raw[row];
    if (memoryOf(world, who, truth) < 0) lay(world, who, readEvent(world, truth), SAW_IT_DONE, 0, true);
  }
}

export const memory = defineSystem({
  id: 'memory',
  after: ['bodies', 'captivity', 'dread', 'feelings', 'needs', 'past', 'resolve', 'wounds'],
  tables: [engram, trauma, recorded],
  events: {
    relived,
    'woke-from': wokeFrom,
    haunted,
    'slept-through-at-last': sleptThrough,
    'kept-away': keptAway,
    'broken-down': brokeDown,
    'took-up-again': tookUpAgain,
    'stayed-by': stayedBy,
    wearied,
    restored,
  },
  facts: [mindOf],
  words,
  affair: 'people',
  rules: [keepCompany, cameThrough, comeAgain, sleepOnIt, live],
  fills: [
    fill(marks, ...MARKS),
    fill(harms, ...HARMS),
    fill(cues, ...CUES),
    fill(eases, ...EASES),
    fill(
      frights,
      { of: 'memory/relived', own: { actor: RELIVED } },
      { of: 'memory/woke-from', own: { actor: DREAMT } },
    ),
    fill(regards, ...REGARDED),
    fill(saps, wearsDown),
    fill(away, isBroken),
  ],
  build: (world) => {
    world.of(recorded).add();
    const { frail } = world.of(trauma);
    for (let who = 0; who < world.of(person).count; who++) frail.raw[who] = frailtyBy(world.luck(P_FRAIL, who));
  },
  start: (world) => {
    takeIn(world, 0, true);
    world.of(recorded).upTo.raw[0] = world.chronicle.length;
    rememberPast(world);
  },
});
