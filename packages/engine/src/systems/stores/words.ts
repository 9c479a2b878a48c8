import type { WordsFor } from '../../kernel/system.ts';
import type { beganLoading, counted, dropped, took } from './events.ts';

/** Dry goods are said in whole kilos, others in pieces. */
export const measured = (good: string, amount: number) =>
  good === 'rounds' || good === 'dressings'
    ? ({ noun: good === 'rounds' ? 'round' : 'dressing', count: amount } as const)
    : ({ noun: good, count: Math.round(amount / 1000), unit: 'kilo' } as const);

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
