import type { WordsFor } from '../../kernel/system.ts';
import type { alarmed, spotted } from './system.ts';

export const words: WordsFor<{ spotted: typeof spotted; alarmed: typeof alarmed }> = {
  spotted: {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'see',
      subject: { role: 'actor' },
      object: { role: 'target' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  alarmed: {
    weight: 'detail',
    asCause: () => 'behind',
    tell: (event) => ({
      verb: event.by === 'sight' ? 'see' : 'hear',
      subject: { role: 'actor' },
      object: {
        noun: event.by === 'sight' ? 'somebody coming' : 'shout',
        of: event.by === 'sight' ? 'none' : 'the',
      },
    }),
  },
};
