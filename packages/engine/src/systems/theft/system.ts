/** Theft: the hungry take food from their own, hide it and eat it; it is missed, looked for, found or not, and dealt with. */
import { defineSystem, fill } from '../../kernel/system.ts';
import { movings } from '../rations/moved.ts';
import { docks } from '../rations/shares.ts';
import { ate, caught, judged, missed, searched, stole, uncovered } from './events.ts';
import { thieving } from './facts.ts';
import { find, judge, miss, search } from './inquiry.ts';
import { hoard, inquiry } from './state.ts';
import { eatHoards, see, steal } from './stealing.ts';
import { giveScruples } from './tempted.ts';
import { words } from './words.ts';

/** What a thief is given while it lasts, as a share of what the others get. [d] */
const DOCKED = 0.5;

export const theft = defineSystem({
  id: 'theft',
  after: ['past', 'rations', 'routine', 'stores'],
  tables: [hoard, inquiry],
  events: { stole, ate, caught, missed, searched, uncovered, judged },
  facts: [thieving],
  words,
  rules: [steal, see, eatHoards, miss, search, find, judge],
  fills: [
    fill(movings, { kind: stole }, { kind: caught, back: true }, { kind: uncovered, back: true }),
    fill(docks, (world, who) => {
      const { dockedUntil, judgedBy } = world.of(hoard);
      return dockedUntil.raw[who] > world.time ? { share: DOCKED, by: judgedBy.raw[who] } : null;
    }),
  ],
  build: giveScruples,
});
