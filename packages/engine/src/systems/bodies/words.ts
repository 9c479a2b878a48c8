import type { WordsFor } from '../../kernel/system.ts';
import type { woke } from './system.ts';

export const words: WordsFor<{ woke: typeof woke }> = {
  woke: {
    weight: 'detail',
    tell: (event) => ({
      verb: 'wake',
      subject: { role: 'actor' },
      ...(event.by === 'call' ? { complements: [{ by: 'to', phrase: { noun: 'shout', of: 'a' } }] } : {}),
      ...(event.by === 'noise' ? { complements: [{ by: 'to', phrase: { noun: 'firing', of: 'the' } }] } : {}),
    }),
  },
};
