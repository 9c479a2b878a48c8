import type { WordsFor } from '../../kernel/system.ts';
import type { gaveUp, shaken } from './system.ts';

export const words: WordsFor<{ shaken: typeof shaken; 'gave-up': typeof gaveUp }> = {
  shaken: {
    weight: 'detail',
    tell: (event) =>
      event.by === 'loss'
        ? {
            verb: 'see',
            subject: { role: 'actor' },
            content: { verb: 'be', subject: { role: 'target' }, complement: 'down' },
          }
        : {
            verb: 'reckon',
            subject: { role: 'actor' },
            negated: true,
            aspect: 'perfect',
            complements: [{ by: 'with', phrase: { role: 'target' } }],
          },
    asReason: (event) =>
      event.by === 'loss'
        ? { verb: 'be', subject: { role: 'target' }, complement: 'down' }
        : {
            verb: 'take',
            subject: { role: 'actor' },
            passive: true,
            complements: [
              { by: 'by', phrase: { noun: 'surprise', of: 'none' } },
              { by: 'by', phrase: { role: 'target' } },
            ],
          },
  },
  'gave-up': {
    weight: 'turn',
    sums: true,
    tell: () => ({ verb: 'give up', subject: { role: 'actor' }, object: { noun: 'fight', of: 'the' } }),
  },
};
