import type { WordsFor } from '../../kernel/system.ts';
import type { shaken, steadied, tookOver, wavered } from './system.ts';

export const words: WordsFor<{
  shaken: typeof shaken;
  wavered: typeof wavered;
  steadied: typeof steadied;
  'took-over': typeof tookOver;
}> = {
  shaken: {
    weight: 'detail',
    asCause: () => 'behind',
    tell: () => ({
      verb: 'lose',
      subject: { role: 'squad' },
      object: { role: 'target' },
    }),
  },
  wavered: {
    inThrong: 'joined',
    weight: 'turn',
    tell: () => ({
      verb: 'give',
      subject: { role: 'squad' },
      object: { noun: 'ground', of: 'none' },
      complements: [{ by: 'at', phrase: { role: 'place' } }],
    }),
    asReason: () => ({ verb: 'waver', subject: { role: 'squad' } }),
  },
  steadied: {
    weight: 'beat',
    tell: () => ({
      verb: 'get',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [{ by: 'in hand again at', phrase: { role: 'place' } }],
    }),
  },
  'took-over': {
    asCause: () => 'behind',
    inThrong: 'unsaid',
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'take over',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [{ by: 'from', phrase: { role: 'target' } }],
    }),
  },
};
