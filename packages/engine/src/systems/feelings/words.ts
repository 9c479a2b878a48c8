import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { letGo, stoodApart, tookHold } from './events.ts';
import type { Emotion } from './state.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
type Roles = 'actor' | 'target' | 'place';

const OPENLY: Readonly<Record<Emotion, Clause<Roles>>> = {
  relief: { verb: 'breathe', subject: actor, manner: 'again' },
  hope: { verb: 'begin', subject: actor, purpose: { verb: 'hope', subject: actor } },
  pride: { verb: 'hold', subject: actor, object: { noun: 'head', of: 'own' }, manner: 'high' },
  gratitude: { verb: 'be', subject: actor, complement: 'grateful' },
  grief: { verb: 'weep', subject: actor },
  shame: { verb: 'be', subject: actor, complement: 'ashamed' },
  resentment: { verb: 'be', subject: actor, complement: 'bitter' },
};
const HIDDEN: Readonly<Partial<Record<Emotion, Clause<Roles>>>> = {
  grief: {
    verb: 'show',
    subject: actor,
    object: { noun: 'grief', of: 'own' },
    complements: [{ by: 'to', phrase: { noun: 'nobody', of: 'none' } }],
  },
  shame: {
    verb: 'keep',
    subject: actor,
    object: { noun: 'shame', of: 'own' },
    complements: [{ by: 'to', phrase: { noun: 'self', of: 'own' } }],
  },
  resentment: { verb: 'swallow', subject: actor, object: { noun: 'anger', of: 'own' } },
};
const ABOUT: Readonly<Partial<Record<Emotion, string>>> = { gratitude: 'to', grief: 'for', resentment: 'towards' };

function said(what: Emotion, how: string, about: boolean): Clause<Roles> {
  const clause = how === 'hidden' ? (HIDDEN[what] ?? OPENLY[what]) : OPENLY[what];
  const by = ABOUT[what];
  if (!about || by === undefined) return clause;
  return {
    ...clause,
    complements: [...(clause.complements ?? []), { by: how === 'hidden' ? 'over' : by, phrase: target }],
  };
}

export const words: WordsFor<{
  'took-hold': typeof tookHold;
  'let-go': typeof letGo;
  'stood-apart': typeof stoodApart;
}> = {
  'took-hold': {
    weight: 'detail',
    inThrong: 'joined',
    tell: ({ what, how, target: about }) => said(what, how, about !== undefined),
    asReason: ({ what, target: about }) => said(what, 'openly', about !== undefined),
  },
  'let-go': {
    weight: 'detail',
    inThrong: 'unsaid',
    asCause: () => 'nothing',
    tell: ({ what }) => ({
      verb: 'have',
      subject: actor,
      object: { noun: 'the worst', of: 'none' },
      complements: [
        { by: 'of', phrase: { noun: what, of: 'own' } },
        { by: 'behind', phrase: { noun: 'self', of: 'own' } },
      ],
    }),
  },
  'stood-apart': {
    weight: 'turn',
    inThrong: 'joined',
    tell: () => ({
      verb: 'think',
      subject: actor,
      complements: [
        { by: 'of', phrase: target },
        { by: 'amid', phrase: { noun: 'rejoicing', of: 'the' } },
      ],
    }),
    variants: () => [
      {
        verb: 'stand',
        subject: actor,
        complement: 'apart',
        complements: [
          { by: 'with', phrase: { noun: 'thought', count: 2, of: 'own' } },
          { by: 'of', phrase: target },
        ],
      },
    ],
    asReason: () => ({ verb: 'think', subject: actor, complements: [{ by: 'of', phrase: target }], manner: 'still' }),
  },
};
