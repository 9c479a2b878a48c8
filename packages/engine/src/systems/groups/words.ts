import type { WordsFor } from '../../kernel/system.ts';
import type { succeeded } from './system.ts';

export const words: WordsFor<{ succeeded: typeof succeeded }> = {
  succeeded: {
    weight: 'turn',
    variants: () => [
      {
        verb: 'take',
        subject: { role: 'actor' },
        object: { noun: 'lead', of: 'the' },
        complements: [{ by: 'in', phrase: { role: 'target', possessed: { noun: 'place' } } }],
      },
    ],
    tell: () => ({
      verb: 'take over',
      subject: { role: 'actor' },
      complements: [{ by: 'from', phrase: { role: 'target' } }],
    }),
  },
};
