import type { WordsFor } from '../../kernel/system.ts';
import type { gotAway } from './events.ts';

export const words: WordsFor<{ 'got-away': typeof gotAway }> = {
  'got-away': {
    inThrong: 'joined',
    asCause: () => 'nothing',
    weight: 'beat',
    tell: () => ({
      verb: 'get away',
      subject: { role: 'actor' },
      complements: [{ by: 'by way of', phrase: { role: 'place' } }],
    }),
  },
};
