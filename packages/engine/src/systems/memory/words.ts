import type { WordsFor } from '../../kernel/system.ts';
import type { Clause, Phrase } from '../../kernel/words.ts';
import type {
  brokeDown,
  haunted,
  keptAway,
  relived,
  restored,
  sleptThrough,
  stayedBy,
  tookUpAgain,
  wearied,
  wokeFrom,
} from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
type Roles = 'actor' | 'target' | 'where' | 'place';

/** What comes back, as it does: somebody is seen or heard, a wound is felt, the place is there again. */
function comesBack(how: string): Clause<Roles> {
  switch (how) {
    case 'heard':
      return {
        verb: 'hear',
        subject: actor,
        object: { role: 'target', possessed: { noun: 'voice' } },
        manner: 'again',
      };
    case 'saw':
      return { verb: 'have', subject: actor, object: target, complements: beforeEyes };
    case 'felt':
      return { verb: 'feel', subject: actor, object: { noun: 'wound', of: 'the' }, manner: 'as if it were new' };
    case 'was there':
      return { verb: 'be', subject: actor, complement: 'back', complements: [{ by: 'in', phrase: { role: 'where' } }] };
    default:
      return { verb: 'lose', subject: actor, object: { noun: 'self', of: 'own' }, complements: inThose };
  }
}
const beforeEyes = [{ by: 'before', phrase: { noun: 'eye', count: 2, of: 'own' } }] as const;
const inThose = [{ by: 'in', phrase: { noun: 'the days of the siege', of: 'none' } }] as const;

/** The same in sleep. */
function dreamt(how: string): Clause<Roles> {
  const of: Phrase<Roles> =
    how === 'felt'
      ? { noun: 'blow', of: 'the' }
      : how === 'was there'
        ? { role: 'where' }
        : how === 'heard'
          ? { role: 'target', possessed: { noun: 'voice' } }
          : how === 'saw'
            ? target
            : { noun: 'the siege', of: 'none' };
  const complements = [
    { by: 'from', phrase: { noun: 'dream', of: 'a' } },
    { by: 'of', phrase: of },
  ] as const;
  return { verb: 'wake', subject: actor, complements };
}

/** It is worth a word the first time, and where it is of somebody or something, not of days that all of them had. */
const isTold = (how: string, again: boolean): boolean => !again && how !== 'those days';

export const words: WordsFor<{
  relived: typeof relived;
  'woke-from': typeof wokeFrom;
  haunted: typeof haunted;
  'slept-through-at-last': typeof sleptThrough;
  'kept-away': typeof keptAway;
  'broken-down': typeof brokeDown;
  'took-up-again': typeof tookUpAgain;
  'stayed-by': typeof stayedBy;
  wearied: typeof wearied;
  restored: typeof restored;
}> = {
  relived: {
    weight: ({ how, by, again }) => (by !== 'nothing' && isTold(how, again) ? 'beat' : 'detail'),
    inThrong: 'apart',
    recalls: true,
    tell: ({ how }) => comesBack(how),
  },
  'woke-from': {
    weight: ({ how, again }) => (isTold(how, again) ? 'beat' : 'detail'),
    inThrong: 'apart',
    recalls: true,
    tell: ({ how }) => dreamt(how),
  },
  haunted: {
    weight: 'beat',
    inThrong: 'apart',
    recalls: true,
    tell: () => ({ verb: 'find', subject: actor, object: { noun: 'peace', of: 'no' } }),
    variants: () => [
      {
        verb: 'go',
        subject: actor,
        complements: [{ by: 'about', phrase: { noun: 'like somebody still out there', of: 'none' } }],
      },
      { verb: 'speak', subject: actor, manner: 'little and slept less' },
    ],
    asReason: () => ({ verb: 'find', subject: actor, object: { noun: 'peace', of: 'no' } }),
  },
  'slept-through-at-last': {
    weight: 'beat',
    inThrong: 'apart',
    tell: () => ({ verb: 'sleep', subject: actor, manner: 'the whole night through at last' }),
    asReason: () => ({ verb: 'sleep', subject: actor, manner: 'through at last' }),
  },
  'kept-away': {
    weight: 'beat',
    inThrong: 'unsaid',
    recalls: true,
    tell: () => ({
      verb: 'ask',
      subject: actor,
      purpose: {
        verb: 'be posted',
        subject: actor,
        complement: 'anywhere',
        complements: [{ by: 'but at', phrase: { role: 'place' } }],
      },
    }),
    asCause: () => 'behind',
  },
  'broken-down': {
    weight: 'turn',
    inThrong: 'apart',
    tell: () => ({
      verb: 'turn',
      subject: actor,
      object: { noun: 'face', of: 'own' },
      complements: [
        { by: 'to', phrase: { noun: 'wall', of: 'the' } },
        { by: 'over', phrase: target },
      ],
    }),
    asReason: () => ({
      verb: 'be',
      subject: actor,
      complement: 'broken',
      complements: [{ by: 'over', phrase: target }],
    }),
    lasting: () => [{ what: 'broken', of: 'actor', as: 'past all work for grief', by: 'number' }],
  },
  'took-up-again': {
    weight: 'beat',
    inThrong: 'apart',
    tell: () => ({
      verb: 'get up',
      subject: actor,
      purpose: { verb: 'do', subject: actor, object: { noun: 'share', of: 'own' }, manner: 'again' },
    }),
    lasting: () => [{ what: 'broken', of: 'actor' }],
  },
  'stayed-by': {
    weight: 'detail',
    inThrong: 'apart',
    act: true,
    tell: () => ({ verb: 'stay', subject: actor, complements: [{ by: 'by', phrase: target }] }),
    sum: () => null,
  },
  wearied: {
    weight: 'detail',
    inThrong: 'joined',
    tell: () => ({
      verb: 'have',
      subject: actor,
      object: { noun: 'enough', of: 'none' },
      complements: [{ by: 'of', phrase: { noun: 'fighting', of: 'none' } }],
    }),
    asReason: () => ({ verb: 'be', subject: actor, complement: 'weary of fighting' }),
  },
  restored: {
    weight: 'detail',
    inThrong: 'joined',
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'be',
      subject: actor,
      complement: 'more like',
      complements: [{ by: '', phrase: { noun: 'self', of: 'own' } }],
    }),
  },
};
