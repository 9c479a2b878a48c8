import type { WordsFor } from '../../kernel/system.ts';
import type { begun, found, mended } from './events.ts';

const wall = { role: 'barrier' } as const;

export const words: WordsFor<{ found: typeof found; begun: typeof begun; mended: typeof mended }> = {
  found: {
    weight: 'beat',
    inWhy: 'sense',
    tell: (event) => ({
      verb: 'find',
      subject: { role: 'actor' },
      object: wall,
      complement: event.how === 'open' ? 'open' : event.how === 'through' ? 'broken' : 'about to give',
    }),
  },
  begun: {
    weight: 'beat',
    act: true,
    tell: (event) => ({
      verb: 'set',
      subject: { role: 'actor' },
      object: { noun: 'person', count: event.hands },
      purpose: {
        verb: 'mend',
        subject: { role: 'actor' },
        object: wall,
        complements:
          event.timber > 0
            ? [{ by: 'with', phrase: { noun: 'timber', count: Math.round(event.timber / 1000), unit: 'kilo' } }]
            : [{ by: 'out of', phrase: { noun: 'wreckage', of: 'the' } }],
      },
    }),
  },
  mended: {
    weight: 'turn',
    sums: true,
    tell: (event) =>
      event.as === 'shut'
        ? { verb: 'shut', subject: { role: 'actor' }, object: wall, complement: 'again' }
        : {
            verb: 'stand',
            subject: wall,
            complement: event.as === 'new' ? 'again, as strong as before' : 'again, patched',
          },
    asReason: () => ({ verb: 'mend', subject: wall, passive: true }),
  },
};
