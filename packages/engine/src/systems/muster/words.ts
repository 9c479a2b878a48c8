import type { WordsFor } from '../../kernel/system.ts';
import type { calledTogether, reported, stoodDown } from './system.ts';

export const words: WordsFor<{
  'called-together': typeof calledTogether;
  reported: typeof reported;
  'stood-down': typeof stoodDown;
}> = {
  'called-together': {
    asCause: () => 'behind',
    weight: 'turn',
    tell: () => ({
      verb: 'call',
      subject: { role: 'actor' },
      object: { noun: 'rest', of: 'the' },
      complement: 'together',
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  reported: {
    weight: 'beat',
    tell: () => ({
      verb: 'tell',
      subject: { role: 'actor' },
      object: { role: 'target' },
      content: {
        verb: 'fall',
        subject: { role: 'about' },
        aspect: 'perfect',
        complements: [{ by: 'in', phrase: { role: 'place' } }],
      },
    }),
  },
  'stood-down': {
    inThrong: 'unsaid',
    weight: 'turn',
    tell: () => ({
      verb: 'send',
      subject: { role: 'actor' },
      object: { noun: 'rest', of: 'the' },
      complements: [{ by: 'to', phrase: { noun: 'bed', of: 'none' } }],
    }),
  },
};
