import { defineSystem, fill } from '../../kernel/system.ts';
import { isAttacked } from '../barriers/state.ts';
import { news } from '../orders/news.ts';
import { calledBack, fellBack, heldBack, manned, pursued, sentIn, stoodTo } from './events.ts';
import { lead } from './lead.ts';
import { defence as doings, layWards, sortie, ward } from './state.ts';
import { words } from './words.ts';

export const defence = defineSystem({
  id: 'defence',
  after: ['orders', 'squads', 'barriers', 'will', 'engagement'],
  tables: [doings, ward, sortie],
  events: {
    'stood-to': stoodTo,
    'sent-in': sentIn,
    manned,
    'fell-back': fellBack,
    pursued,
    'held-back': heldBack,
    'called-back': calledBack,
  },
  words,
  rules: [lead],
  fills: [fill(news, { what: isAttacked, weight: 3 })],
  build: (world) => layWards(world),
});
