import type { Phrase } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type {
  bedded,
  broughtIn,
  closedEyes,
  dressedAnew,
  foundDead,
  gaveUpOn,
  ranOut,
  satBy,
  tookInHand,
  tookUpAgain,
  waits,
} from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const woundsOf = (event: { readonly actor: number; readonly target: number }): Phrase<'target'> =>
  event.actor === event.target ? { noun: 'wound', of: 'own' } : { role: 'target', possessed: { noun: 'wound' } };

export const words: WordsFor<{
  'brought-in': typeof broughtIn;
  'took-in-hand': typeof tookInHand;
  dressed: typeof dressedAnew;
  'ran-out': typeof ranOut;
  bedded: typeof bedded;
  waits: typeof waits;
  'gave-up-on': typeof gaveUpOn;
  'took-up-again': typeof tookUpAgain;
  'sat-by': typeof satBy;
  'closed-eyes': typeof closedEyes;
  'found-dead': typeof foundDead;
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
    // Who nurses whom changes with every shift.
    inThrong: 'unsaid',
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
  bedded: {
    inThrong: 'unsaid',
    weight: 'detail',
    act: true,
    tell: () => ({
      verb: 'find',
      subject: actor,
      object: { noun: 'bed', of: 'a' },
      complements: [{ by: 'for', phrase: target }],
    }),
  },
  waits: {
    inThrong: 'joined',
    weight: 'beat',
    tell: () => ({
      verb: 'have',
      subject: actor,
      object: { noun: 'bed', of: 'no' },
      complements: [{ by: 'for', phrase: target }],
    }),
  },
  'gave-up-on': {
    inThrong: 'apart',
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'give up',
      subject: actor,
      object: target,
      purpose: {
        verb: 'save',
        subject: actor,
        object: { noun: 'dressings', of: 'the' },
        complements: [{ by: 'for', phrase: { noun: 'rest', of: 'the' } }],
      },
    }),
  },
  'took-up-again': {
    inThrong: 'joined',
    weight: 'beat',
    act: true,
    tell: () => ({ verb: 'see to', subject: actor, object: target, complement: 'again' }),
  },
  'sat-by': {
    inThrong: 'joined',
    weight: 'beat',
    act: true,
    tell: () => ({ verb: 'sit up', subject: actor, complements: [{ by: 'with', phrase: target }] }),
  },
  'closed-eyes': {
    inThrong: 'apart',
    weight: 'turn',
    tell: () => ({
      verb: 'stay',
      subject: actor,
      complements: [
        { by: 'with', phrase: target },
        { by: 'to', phrase: { noun: 'end', of: 'the' } },
      ],
    }),
  },
  'found-dead': {
    inThrong: 'apart',
    weight: 'turn',
    tell: () => ({ verb: 'find', subject: actor, object: target, complement: 'dead in bed' }),
  },
};
