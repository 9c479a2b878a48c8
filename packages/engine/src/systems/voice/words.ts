import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { shouted } from './events.ts';
import type { KindOfWords } from './state.ts';

const said = (kind: KindOfWords): Clause<'actor' | 'target' | 'place'> => {
  const subject = { role: 'actor' } as const;
  const target = { role: 'target' } as const;
  switch (kind) {
    case 'vow':
      return {
        verb: 'shout',
        subject,
        complements: [{ by: 'to', phrase: target }],
        manner: ', “I will come back for you”',
      };
    case 'threat':
      return {
        verb: 'shout',
        subject,
        complements: [{ by: 'to', phrase: target }],
        manner: ', “I am not done with you”',
      };
    case 'taunt':
      return { verb: 'jeer', subject, complements: [{ by: 'at', phrase: target }] };
    case 'demand':
      return {
        verb: 'call',
        subject,
        complements: [{ by: 'on', phrase: target }],
        purpose: { verb: 'give up', subject: target, object: { noun: 'place', of: 'the' } },
      };
    default:
      return {
        verb: 'call',
        subject,
        complements: [{ by: 'on', phrase: { noun: 'rest', of: 'the' } }],
        purpose: { verb: 'stand fast', subject },
      };
  }
};

/** Other words for the same; nobody swears in the words of another. */
const spoken = (kind: KindOfWords): Clause<'actor' | 'target' | 'place'>[] => {
  const lines =
    kind === 'vow'
      ? ['“you have not seen the last of me”', '“next time you will open to me”']
      : kind === 'threat'
        ? ['“this is not over”', '“I know your face”']
        : [];
  return lines.map((line) => ({
    verb: 'call out',
    subject: { role: 'actor' },
    complements: [{ by: 'to', phrase: { role: 'target' } }],
    manner: `, ${line}`,
  }));
};

export const words: WordsFor<{ shouted: typeof shouted }> = {
  shouted: {
    inThrong: ({ kind }) => (kind === 'rally' ? 'unsaid' : 'apart'),
    weight: (event) => (event.kind === 'vow' || event.kind === 'threat' ? 'turn' : 'beat'),
    act: true,
    tell: (event) => said(event.kind),
    variants: (event) => spoken(event.kind),
  },
};
