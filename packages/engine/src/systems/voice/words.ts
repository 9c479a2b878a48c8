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
        verb: 'swear',
        subject,
        manner: 'for all to hear',
        purpose: { verb: 'come back', subject, complements: [{ by: 'for', phrase: target }] },
      };
    case 'threat':
      return {
        verb: 'shout',
        subject,
        complements: [{ by: 'to', phrase: target }],
        content: { verb: 'be', subject, complement: 'not done', complements: [{ by: 'with', phrase: target }] },
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

export const words: WordsFor<{ shouted: typeof shouted }> = {
  shouted: {
    inThrong: ({ kind }) => (kind === 'rally' ? 'unsaid' : 'apart'),
    weight: (event) => (event.kind === 'vow' || event.kind === 'threat' ? 'turn' : 'beat'),
    tell: (event) => said(event.kind),
  },
};
