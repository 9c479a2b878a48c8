import type { Phrase } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { broughtIn, dressedAnew, ranOut, tookInHand } from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const woundsOf = (event: { readonly actor: number; readonly target: number }): Phrase<'target'> =>
  event.actor === event.target ? { noun: 'wound', of: 'own' } : { role: 'target', possessed: { noun: 'wound' } };

export const words: WordsFor<{
  'brought-in': typeof broughtIn;
  'took-in-hand': typeof tookInHand;
  dressed: typeof dressedAnew;
  'ran-out': typeof ranOut;
}> = {
  'brought-in': {
    inThrong: 'joined',
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'carry',
      subject: target,
      passive: true,
      complements: [{ by: 'to', phrase: { role: 'goal' } }],
    }),
    variants: () => [
      { verb: 'carry', subject: actor, object: target, complements: [{ by: 'to', phrase: { role: 'goal' } }] },
    ],
  },
  'took-in-hand': {
    inThrong: 'joined',
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'take',
      subject: actor,
      object: target,
      complements: [{ by: 'into', phrase: { noun: 'care', of: 'own' } }],
    }),
    asReason: () => ({ verb: 'nurse', subject: actor, object: target, aspect: 'progressive' }),
  },
  dressed: {
    inThrong: 'unsaid',
    weight: 'detail',
    act: true,
    asCause: () => 'nothing',
    sum: (all) => ({ amount: { noun: 'wound', count: all.length }, as: 'dressed' }),
    tell: (event) => ({
      verb: event.first ? 'bind up' : 'dress',
      subject: actor,
      object: woundsOf(event),
      ...(event.first ? {} : { manner: 'anew' }),
    }),
    asReason: (event) => ({ verb: 'dress', subject: actor, object: woundsOf(event) }),
  },
  'ran-out': {
    weight: 'turn',
    sums: true,
    tell: () => ({
      verb: 'have',
      subject: actor,
      object: { noun: 'dressing', of: 'no', count: 2 },
      complement: 'left',
    }),
  },
};
