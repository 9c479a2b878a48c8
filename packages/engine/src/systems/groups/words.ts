import type { WordsFor } from '../../kernel/system.ts';
import type { succeeded } from './system.ts';

export const words: WordsFor<{ succeeded: typeof succeeded }> = {
  succeeded: {
    weight: 'turn',
    tell: () => ({
      verb: 'take over',
      subject: { role: 'actor' },
      complements: [{ by: 'from', phrase: { role: 'target' } }],
    }),
  },
};
