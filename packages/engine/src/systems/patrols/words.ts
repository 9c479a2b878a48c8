import type { WordsFor } from '../../kernel/system.ts';
import type { found, returned, sent } from './events.ts';

const actor = { role: 'actor' } as const;
const inPlace = { by: 'in', phrase: { role: 'place' } } as const;

export const words: WordsFor<{ sent: typeof sent; found: typeof found; returned: typeof returned }> = {
  sent: {
    weight: 'beat',
    act: true,
    tell: ({ third }) => ({
      verb: 'send',
      subject: actor,
      object: {
        all: [
          { role: 'target' },
          { role: 'other' },
          ...(third === undefined || third < 0 ? [] : [{ role: 'third' } as const]),
        ],
      },
      complements: [
        { by: 'to', phrase: { role: 'place' } },
        { by: 'on', phrase: { noun: 'patrol', of: 'none' } },
      ],
    }),
    asReason: () => ({ verb: 'send', subject: actor, object: { noun: 'patrol', of: 'a' }, manner: 'out' }),
  },
  found: {
    weight: 'turn',
    tell: () => ({
      verb: 'find',
      subject: actor,
      object: { noun: 'tracks', of: 'none' },
      complements: [inPlace, { by: 'where', phrase: { noun: 'somebody had lain', of: 'none' } }],
    }),
  },
  returned: {
    weight: 'detail',
    asCause: () => 'behind',
    tell: ({ empty }) => ({
      verb: 'come back',
      subject: actor,
      complements: [
        { by: 'from', phrase: { noun: 'patrol', of: 'the' } },
        { by: 'with', phrase: empty ? { noun: 'nothing to tell', of: 'none' } : { noun: 'bad news', of: 'none' } },
      ],
    }),
  },
};
