import type { WordsFor } from '../../kernel/system.ts';
import { SAID } from '../rations/said.ts';
import { inPieces } from '../stores/state.ts';
import type { assaulted, cutOff, invested, rationed, usedUp, watchedThrough } from './events.ts';

const group = { role: 'group' } as const;
const TIMES = ['', '', '', 'three', 'four', 'five', 'six'];
const GRAMS_A_KILO = 1000;

export const words: WordsFor<{
  invested: typeof invested;
  'cut-off': typeof cutOff;
  assaulted: typeof assaulted;
  'watched-through': typeof watchedThrough;
  rationed: typeof rationed;
  'used-up': typeof usedUp;
}> = {
  invested: {
    weight: 'turn',
    learned: true,
    tell: () => ({ verb: 'lay siege', subject: group, complements: [{ by: 'to', phrase: { role: 'target' } }] }),
  },
  'cut-off': {
    inThrong: 'joined',
    weight: 'beat',
    learned: true,
    tell: () => ({
      verb: 'cut off',
      subject: group,
      object: { role: 'target' },
      complements: [{ by: 'from', phrase: { role: 'place' } }],
    }),
  },
  assaulted: {
    inThrong: 'summed',
    weight: 'turn',
    learned: true,
    tell: (event) => {
      const at = { by: 'at', phrase: { role: 'place' } } as const;
      if (event.how === 'broken off')
        return {
          verb: 'break off',
          subject: group,
          object: { noun: 'assault', of: 'a' },
          complements: [{ by: 'on', phrase: { role: 'place' } }],
        };
      const price = { by: 'at the price of', phrase: { noun: 'life', count: event.lost } } as const;
      return {
        verb: 'beat off',
        subject: { role: 'target' },
        object: group,
        complements: event.lost > 0 ? [at, price] : [at],
      };
    },
    gather: (events) => {
      const lost = events.reduce((sum, event) => sum + event.lost, 0);
      const times = events.length === 2 ? 'twice' : `${TIMES[events.length] ?? 'several'} times`;
      return {
        verb: 'beat off',
        subject: { role: 'target' },
        object: group,
        complements: [
          { by: `${times}, at`, phrase: { role: 'place' } },
          ...(lost > 0 ? [{ by: ', at the price of', phrase: { noun: 'life', count: lost } } as const] : []),
        ],
        manner: ',',
      };
    },
  },
  'watched-through': {
    inThrong: 'apart',
    weight: 'beat',
    learned: true,
    tell: (event) => ({
      verb: 'come down',
      subject: group,
      complements: [
        { by: 'to', phrase: { noun: 'hour', count: event.slept } },
        { by: 'of', phrase: { noun: 'sleep a night', of: 'none' } },
      ],
    }),
  },
  rationed: {
    lasting: (event) => [{ what: 'rations', of: 'group', as: SAID[event.to], by: 'days' }],
    inThrong: 'apart',
    weight: 'beat',
    learned: true,
    tell: (event) => ({
      verb: 'go over',
      subject: group,
      complements: [{ by: 'to', phrase: { noun: SAID[event.to], of: 'none' } }],
    }),
  },
  'used-up': {
    weight: 'detail',
    learned: true,
    tell: (event) => ({
      verb: 'use up',
      subject: group,
      object: inPieces(event.good)
        ? { noun: event.good.replace(/s$/, ''), count: event.amount }
        : {
            noun: event.good,
            count: Math.floor(event.amount / GRAMS_A_KILO),
            unit: event.good === 'water' ? 'litre' : 'kilo',
          },
    }),
  },
};
