import { defineSystem, fill } from '../../kernel/system.ts';
import { isAttacked } from '../barriers/state.ts';
import { news } from '../orders/news.ts';
import { calledBack, fellBack, heldBack, pursued, sentIn, stoodTo } from './events.ts';
import { lead } from './lead.ts';
import { defence as doings, layWards, ward } from './state.ts';
import { words } from './words.ts';

export const defence = defineSystem({
  id: 'defence',
  after: ['orders', 'squads', 'barriers', 'will', 'engagement'],
  tables: [doings, ward],
  events: {
    'stood-to': stoodTo,
    'sent-in': sentIn,
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
