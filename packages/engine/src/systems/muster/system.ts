/** The hour after a fight: the wounded are seen to, the walls manned, heads and stores counted, and people sent to rest. */
import { defineSystem } from '../../kernel/system.ts';
import {
  calledTogether,
  countedHeads,
  countedRounds,
  found,
  missed,
  posted,
  reported,
  stoodDown,
  tookItIn,
} from './events.ts';
import { missing } from './facts.ts';
import { meet } from './holding.ts';
import { nurse } from './nursing.ts';
import { absence, gathering } from './state.ts';
import { words } from './words.ts';

export const muster = defineSystem({
  id: 'muster',
  after: ['barriers', 'captivity', 'engagement', 'stores', 'wounds'],
  tables: [gathering, absence],
  events: {
    'called-together': calledTogether,
    reported,
    posted,
    'counted-heads': countedHeads,
    missed,
    found,
    'counted-rounds': countedRounds,
    'took-it-in': tookItIn,
    'stood-down': stoodDown,
  },
  facts: [missing],
  words,
  rules: [nurse, meet],
});
