import type { WordsFor } from '../../kernel/system.ts';
import type { broke, pinned, rallied } from './system.ts';

export const words: WordsFor<{ pinned: typeof pinned; rallied: typeof rallied; broke: typeof broke }> = {
  pinned: {
    weight: 'beat',
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'go',
      subject: { role: 'actor' },
      complements: [{ by: 'to', phrase: { noun: 'ground', of: 'none' } }],
    }),
  },
  rallied: {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'look up', subject: { role: 'actor' }, manner: 'again' }),
  },
  broke: {
    weight: 'turn',
    tell: () => ({
      verb: 'lose',
      subject: { role: 'actor' },
      object: { noun: 'nerve', of: 'own' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
    asReason: () => ({ verb: 'lose', subject: { role: 'actor' }, object: { noun: 'nerve', of: 'own' } }),
  },
};
