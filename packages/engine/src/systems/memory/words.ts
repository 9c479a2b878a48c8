import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
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

/** What comes back, as it does: somebody is seen, heard, felt, or the place is there again. */
function comesBack(how: string, has: { readonly target: boolean; readonly where: boolean }): Clause<Roles> {
  const where = { by: 'at', phrase: { role: 'where' } } as const;
  if (how === 'heard') return { verb: 'hear', subject: actor, object: target, manner: 'again' };
  if (how === 'saw') return { verb: 'see', subject: actor, object: target, manner: 'again' };
  if (how === 'felt') return { verb: 'feel', subject: actor, object: { noun: 'wound', of: 'own' }, manner: 'again' };
  if (!has.where) return { verb: 'be', subject: actor, complement: 'back in it' };
  return { verb: 'be', subject: actor, complement: 'back', complements: [where] };
}

/** The same in sleep. */
function dreamt(how: string, has: { readonly target: boolean; readonly where: boolean }): Clause<Roles> {
  const of =
    how === 'felt'
      ? ({ noun: 'wound', of: 'own' } as const)
      : (how === 'was there' || !has.target) && has.where
        ? ({ role: 'where' } as const)
        : has.target
          ? target
          : ({ noun: 'it', of: 'none' } as const);
  return {
    verb: 'wake',
    subject: actor,
    complements: [
      { by: 'from', phrase: { noun: 'dream', of: 'a' } },
      { by: 'of', phrase: of },
    ],
  };
}

interface Back {
  readonly how: string;
  readonly target?: number;
  readonly where?: number;
}
const has = ({ target: whom, where }: Back): { target: boolean; where: boolean } => ({
  target: whom !== undefined && whom >= 0,
  where: where !== undefined && where >= 0,
});

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
    weight: ({ by }) => (by === 'nothing' || by === 'the dark' ? 'detail' : 'beat'),
    inThrong: 'unsaid',
    recalls: true,
    tell: (event) => comesBack(event.how, has(event)),
    asReason: (event) => comesBack(event.how, has(event)),
  },
  'woke-from': {
    weight: 'beat',
    inThrong: 'unsaid',
    recalls: true,
    tell: (event) => dreamt(event.how, has(event)),
  },
  haunted: {
    weight: 'beat',
    inThrong: 'apart',
    recalls: true,
    tell: () => ({ verb: 'find', subject: actor, object: { noun: 'peace', of: 'no' } }),
    variants: () => [
      { verb: 'go', subject: actor, complements: [{ by: 'about', phrase: { noun: 'like somebody still out there', of: 'none' } }] },
      { verb: 'speak', subject: actor, complement: 'little', complements: [{ by: 'and', phrase: { noun: 'slept less', of: 'none' } }] },
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
      purpose: { verb: 'be posted', subject: actor, complement: 'anywhere', complements: [{ by: 'but at', phrase: { role: 'place' } }] },
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
    asReason: () => ({ verb: 'be', subject: actor, complement: 'broken', complements: [{ by: 'over', phrase: target }] }),
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
    tell: () => ({ verb: 'have', subject: actor, object: { noun: 'enough', of: 'none' }, complements: [{ by: 'of', phrase: { noun: 'fighting', of: 'none' } }] }),
    asReason: () => ({ verb: 'be', subject: actor, complement: 'weary of fighting' }),
  },
  restored: {
    weight: 'detail',
    inThrong: 'joined',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'be', subject: actor, complement: 'more like', complements: [{ by: '', phrase: { noun: 'self', of: 'own' } }] }),
  },
};
