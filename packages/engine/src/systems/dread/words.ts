import type { WordsFor } from '../../kernel/system.ts';
import type { calmed, grewAfraid, onEdge } from './events.ts';

const actor = { role: 'actor' } as const;

export const words: WordsFor<{
  'grew-afraid': typeof grewAfraid;
  'on-edge': typeof onEdge;
  calmed: typeof calmed;
}> = {
  'grew-afraid': {
    weight: 'detail',
    tell: ({ level }) => ({
      verb: 'be',
      subject: actor,
      complement:
        level === 'low' ? 'uneasy for days' : level === 'middling' ? 'afraid for days' : 'sick with fear for days',
      aspect: 'perfect',
    }),
    asReason: ({ level }) => ({
      verb: 'be',
      subject: actor,
      complement: level === 'low' ? 'uneasy before' : level === 'middling' ? 'afraid before' : 'sick with fear before',
    }),
  },
  'on-edge': {
    weight: 'beat',
    inThrong: 'joined',
    tell: () => ({
      verb: 'start',
      subject: actor,
      complements: [{ by: 'at', phrase: { noun: 'shadow', count: 2, of: 'none' } }],
    }),
    variants: () => [
      {
        verb: 'start',
        subject: actor,
        complements: [{ by: 'at', phrase: { noun: 'sound', of: 'a' } }],
        manner: 'again and again',
      },
      { verb: 'look', subject: actor, complements: [{ by: 'over', phrase: { noun: 'shoulder', of: 'own' } }] },
    ],
    asReason: () => ({ verb: 'be', subject: actor, complement: 'on edge' }),
  },
  calmed: {
    weight: 'detail',
    asCause: () => 'nothing',
    inThrong: 'joined',
    tell: () => ({ verb: 'be', subject: actor, complement: 'calm again' }),
  },
};
