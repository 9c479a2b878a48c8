import type { WordsFor } from '../../kernel/system.ts';
import type { lostContact } from './contact.ts';
import type { ended, opened } from './system.ts';

export const words: WordsFor<{ opened: typeof opened; ended: typeof ended; 'lost-contact': typeof lostContact }> = {
  opened: {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'begin', subject: { noun: 'fight', of: 'the' } }),
    asReason: () => ({ verb: 'be', subject: { role: 'group' }, complement: 'within reach' }),
  },
  'lost-contact': {
    inThrong: 'apart',
    weight: 'beat',
    tell: () => ({
      verb: 'lose touch',
      subject: { role: 'actor' },
      complements: [
        { by: 'with', phrase: { role: 'group' } },
        { by: 'beyond', phrase: { role: 'place' } },
      ],
    }),
  },
  ended: {
    weight: 'turn',
    sums: true,
    tell: (event) => {
      const subject = { role: 'group' } as const;
      switch (event.how) {
        case 'left':
          return { verb: 'be', subject, complement: 'gone' };
        case 'withdrawn':
          return { verb: 'draw off', subject, aspect: 'perfect' };
        case 'routed':
          return { verb: 'run', subject, aspect: 'perfect', manner: 'to the last of them' };
        case 'surrendered':
          return { verb: 'lay down', subject, aspect: 'perfect', object: { noun: 'arms', of: 'own' } };
        case 'overrun':
          return { verb: 'take', subject, aspect: 'perfect', object: { noun: 'place', of: 'the' } };
        case 'beaten':
          return {
            verb: 'be',
            subject: { noun: 'one', of: 'no' },
            complement: 'left standing',
            complements: [{ by: 'of', phrase: subject }],
          };
        default:
          return { verb: 'fall', subject: { noun: 'firing', of: 'the' }, complement: 'silent' };
      }
    },
  },
};
