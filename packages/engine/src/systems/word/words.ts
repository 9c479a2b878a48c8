import type { WordsFor } from '../../kernel/system.ts';
import type { called } from './system.ts';

export const words: WordsFor<{ called: typeof called }> = {
  called: {
    weight: 'beat',
    inWhy: 'word',
    act: true,
    tell: () => ({
      verb: 'shout',
      subject: { role: 'actor' },
      content: {
        verb: 'be',
        subject: { role: 'target' },
        complements: [{ by: 'in', phrase: { role: 'place' } }],
      },
    }),
  },
};
