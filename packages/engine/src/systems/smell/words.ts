import type { WordsFor } from '../../kernel/system.ts';
import type { smelt } from './system.ts';

export const words: WordsFor<{ smelt: typeof smelt }> = {
  smelt: {
    weight: 'detail',
    inWhy: 'sense',
    tell: () => ({
      verb: 'smell',
      subject: { role: 'actor' },
      object: { noun: 'powder', of: 'none' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
};
