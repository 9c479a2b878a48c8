import type { WordsFor } from '../../kernel/system.ts';
import type { ended, opened } from './system.ts';

export const words: WordsFor<{ opened: typeof opened; ended: typeof ended }> = {
  opened: {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'begin', subject: { noun: 'fight', of: 'the' } }),
    asReason: () => ({ verb: 'be', subject: { role: 'group' }, complement: 'within reach' }),
  },
  ended: {
    weight: 'turn',
    sums: true,
    tell: (event) => {
      if (event.how === 'left') return { verb: 'be', subject: { role: 'group' }, complement: 'gone' };
      if (event.how === 'beaten')
        return {
          verb: 'be',
          subject: { noun: 'one', of: 'no' },
          complement: 'left standing',
          complements: [{ by: 'of', phrase: { role: 'group' } }],
        };
      return { verb: 'fall', subject: { noun: 'firing', of: 'the' }, complement: 'silent' };
    },
  },
};
