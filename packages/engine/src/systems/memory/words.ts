import type { WordsFor } from '../../kernel/system.ts';
import type { Clause, Phrase } from '../../kernel/words.ts';
import type {
  SENSED,
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

/** What comes back, as its words need to know it. */
interface Back {
  readonly how: (typeof SENSED)[number];
  readonly target?: number;
  readonly where?: number;
}

/** What can be said of it by those who are in it: of nobody and nowhere in particular, only that it was those days. */
function sensed({ how, target: whom = -1, where = -1 }: Back): (typeof SENSED)[number] {
  const names = how === 'saw' || how === 'heard' ? whom : how === 'was there' ? where : 0;
  return names < 0 ? 'those days' : how;
}

const voice = { role: 'target', possessed: { noun: 'voice' } } as const;
const beforeEyes = [{ by: 'before', phrase: { noun: 'eyes', of: 'own' } }] as const;
const there = [{ by: 'in', phrase: { role: 'where' } }] as const;
const inThose = [{ by: 'in', phrase: { noun: 'the days of the siege', of: 'none' } }] as const;

/** It comes back: somebody is seen or heard, a wound is felt, the place is there again. */
const COMES_BACK: Readonly<Record<(typeof SENSED)[number], Clause<Roles>>> = {
  saw: { verb: 'have', subject: actor, object: target, complements: beforeEyes },
  heard: { verb: 'hear', subject: actor, object: voice, manner: 'again' },
  felt: { verb: 'feel', subject: actor, object: { noun: 'wound', of: 'the' }, manner: 'as if it were new' },
  'was there': { verb: 'be', subject: actor, complement: 'back', complements: there },
  'those days': { verb: 'be', subject: actor, complement: 'back', complements: inThose },
};

/** The same in sleep. */
const DREAMT_OF: Readonly<Record<(typeof SENSED)[number], Phrase<Roles>>> = {
  saw: target,
  heard: voice,
  felt: { noun: 'blow', of: 'the' },
  'was there': { role: 'where' },
  'those days': { noun: 'the siege', of: 'none' },
};
const dreamt = (back: Back): Clause<Roles> => ({
  verb: 'wake',
  subject: actor,
  complements: [
    { by: 'from', phrase: { noun: 'dream', of: 'a' } },
    { by: 'of', phrase: DREAMT_OF[sensed(back)] },
  ],
});

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
    tell: (event) => COMES_BACK[sensed(event)],
  },
  'woke-from': {
    weight: ({ how, again }) => (isTold(how, again) ? 'beat' : 'detail'),
    inThrong: 'apart',
    recalls: true,
    tell: dreamt,
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
    weight: ({ again }) => (again ? 'detail' : 'beat'),
    inThrong: 'apart',
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
      verb: 'come',
      subject: actor,
      complements: [{ by: 'to', phrase: { noun: 'self', of: 'own' } }],
      manner: 'again',
    }),
  },
};
