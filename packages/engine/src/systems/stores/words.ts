import type { WordsFor } from '../../kernel/system.ts';
import type { beganLoading, counted, dropped, took } from './events.ts';
import { measured } from './measured.ts';

export const words: WordsFor<{
  'began-loading': typeof beganLoading;
  took: typeof took;
  dropped: typeof dropped;
  counted: typeof counted;
}> = {
  'began-loading': {
    weight: 'beat',
    inWhy: 'behind',
    act: true,
    asCause: () => 'nothing',
    tell: (event) => ({
      verb: 'begin',
      subject: { role: 'actor' },
      purpose: {
        verb: 'fill',
        subject: { role: 'actor' },
        object: { noun: 'sack', count: 2, of: 'none' },
        complements: [{ by: 'with', phrase: { noun: event.good, of: 'none' } }],
      },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  took: {
    weight: 'turn',
    act: true,
    tell: (event) => ({
      verb: 'shoulder',
      subject: { role: 'actor' },
      object: measured(event.good, event.amount),
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
    asReason: (event) => ({ verb: 'shoulder', subject: { role: 'actor' }, object: measured(event.good, event.amount) }),
  },
  dropped: {
    weight: 'beat',
    tell: (event) => ({
      verb: 'drop',
      subject: { role: 'actor' },
      object: { noun: 'sack', of: 'the' },
      complements: [
        { by: 'of', phrase: { noun: event.good, of: 'none' } },
        { by: 'in', phrase: { role: 'place' } },
      ],
    }),
  },
  counted: {
    weight: 'turn',
    sums: true,
    tell: (event) => ({
      verb: 'count',
      subject: { role: 'actor' },
      object: measured(event.good, event.amount),
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
};
