import { bloodLost } from './drift.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { died, disabled, dressed, fell, leftOff, tended, weakened, wounded } from './system.ts';
import { DOWN, WHERE, wordsOfDays } from './words-of-days.ts';
import type { OfDays } from './words-of-days.ts';

const woundOf = ({ actor, target }: { readonly actor: number; readonly target: number }) =>
  actor === target
    ? ({ noun: 'own wound', of: 'own' } as const)
    : ({ role: 'target', possessed: { noun: 'wound' } } as const);

const sinks = (slowly: boolean): Clause<'actor'> => {
  const subject = { role: 'actor' } as const;
  if (!slowly) return { verb: 'go down', subject };
  return { verb: 'sink', subject, complements: [{ by: 'to', phrase: { noun: 'ground', of: 'the' } }] };
};

/** What people die of that is said of their death. */
const DIED_OF: Readonly<Record<string, string>> = {
  hunger: 'hunger',
  thirst: 'thirst',
  cold: 'cold',
  fever: 'wound fever',
};

export const words: WordsFor<
  {
    wounded: typeof wounded;
    disabled: typeof disabled;
    weakened: typeof weakened;
    fell: typeof fell;
    died: typeof died;
    tended: typeof tended;
    dressed: typeof dressed;
    'left-off': typeof leftOff;
  } & OfDays
> = {
  ...wordsOfDays,
  wounded: {
    inThrong: 'unsaid',
    weight: 'turn',
    leaves: ({ actor, target }) =>
      actor === undefined || actor === target
        ? null
        : { noun: 'wound', that: { verb: 'give', subject: { role: 'actor' }, object: { role: 'target' } } },
    variants: (event) => {
      const complements = [{ by: 'in', phrase: { noun: WHERE[event.region], of: 'the' } }] as const;
      const target = { role: 'target' } as const;
      const hit = { verb: 'hit', subject: target, passive: true, complements } as const;
      if (event.actor === undefined) return [hit];
      return [
        { verb: 'shoot', subject: { role: 'actor' }, object: target, complements },
        { verb: 'catch', subject: { role: 'actor' }, object: target, complements },
      ];
    },
    tell: (event) => ({
      verb: 'hit',
      subject: event.actor === undefined ? { noun: 'shot', of: 'a' } : { role: 'actor' },
      object: { role: 'target' },
      complements: [{ by: 'in', phrase: { noun: WHERE[event.region], of: 'the' } }],
    }),
    asReason: (event) => ({
      verb: 'hit',
      subject: { role: 'target' },
      passive: true,
      complements: [
        { by: 'in', phrase: { noun: WHERE[event.region], of: 'the' } },
        { by: 'by', phrase: { role: 'actor' } },
      ],
    }),
  },
  disabled: {
    weight: 'beat',
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      if (event.what === 'legs') return { verb: 'be', subject, complement: 'unable to stand' };
      if (event.what === 'stride') return { verb: 'begin', subject, purpose: { verb: 'limp', subject } };
      return {
        verb: 'lose',
        subject,
        object: { noun: 'use', of: 'the' },
        complements: [{ by: 'of', phrase: { noun: 'arm', of: 'own' } }],
      };
    },
  },
  weakened: {
    drift: (world, { actor }) => bloodLost(world, actor, 'actor'),
    weight: 'beat',
    tell: () => ({
      verb: 'grow',
      subject: { role: 'actor' },
      complement: 'faint',
      complements: [{ by: 'from', phrase: { noun: 'loss of blood', of: 'none' } }],
    }),
    asReason: () => ({ verb: 'be', subject: { role: 'actor' }, complement: 'faint' }),
  },
  fell: {
    drift: (world, { actor, from }) => (from === 'fever' ? [] : bloodLost(world, actor, 'actor')),
    inThrong: ({ from }) => (from === 'fever' ? 'apart' : 'losses'),
    lasting: () => [{ ...DOWN, as: 'laid up', by: 'number' }],
    weight: 'turn',
    sums: true,
    variants: (event) => (event.from === 'fever' ? [] : [sinks(event.from === 'blood')]),
    asReason: ({ from }) =>
      from === 'fever'
        ? { verb: 'keep', subject: { role: 'actor' }, object: { noun: 'bed', of: 'own' } }
        : { verb: 'be', subject: { role: 'actor' }, complement: 'down' },
    tell: (event) =>
      event.from === 'fever'
        ? {
            verb: 'take',
            subject: { role: 'actor' },
            complements: [{ by: 'to', phrase: { noun: 'bed', of: 'own' } }],
          }
        : {
            verb: event.from === 'blood' ? 'collapse' : 'fall',
            subject: { role: 'actor' },
            complements: [{ by: 'in', phrase: { role: 'place' } }],
          },
  },
  died: {
    drift: (world, { actor, of }) => (of === 'wound' || of === 'bleeding' ? bloodLost(world, actor, 'actor') : []),
    inThrong: 'losses',
    weight: 'turn',
    sums: true,
    lasting: () => [
      { what: 'all', of: 'actor' },
      { what: 'dead', of: 'actor', as: 'dead', by: 'number', atEnd: true },
    ],
    tell: (event) => ({
      verb: event.of === 'bleeding' ? 'bleed' : 'die',
      subject: { role: 'actor' },
      ...(event.of === 'bleeding' ? { complements: [{ by: 'to', phrase: { noun: 'death', of: 'none' } }] } : {}),
      ...(event.of in DIED_OF ? { complements: [{ by: 'of', phrase: { noun: DIED_OF[event.of], of: 'none' } }] } : {}),
    }),
    asReason: () => ({ verb: 'die', subject: { role: 'actor' } }),
  },
  tended: {
    drift: (world, { target }) => bloodLost(world, target, 'target'),
    weight: 'detail',
    inWhy: 'behind',
    act: true,
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'kneel',
      subject: { role: 'actor' },
      complements: [{ by: 'by', phrase: { role: 'target' } }],
    }),
  },
  dressed: {
    drift: (world, { target }) => bloodLost(world, target, 'target'),
    inThrong: 'unsaid',
    weight: 'turn',
    act: true,
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      const object = woundOf(event);
      if (event.how === 'packing') return { verb: 'pack', subject, object };
      if (event.how === 'pressure')
        return {
          verb: 'press',
          subject,
          object: { noun: 'dressing', of: 'a' },
          complements: [{ by: 'on', phrase: object }],
        };
      if (event.how === 'tourniquet')
        return {
          verb: 'tie',
          subject,
          object: { noun: 'tourniquet', of: 'a' },
          complements: [{ by: 'above', phrase: object }],
        };
      return { verb: 'bind up', subject, object };
    },
  },
  'left-off': {
    weight: (event) => (event.why === 'dead' || event.why === 'under fire' ? 'beat' : 'detail'),
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      const target = { role: 'target' } as const;
      if (event.why === 'dead') return { verb: 'come', subject, complements: [{ by: 'too late for', phrase: target }] };
      if (event.why === 'under fire')
        return {
          verb: 'be',
          subject,
          complement: 'driven',
          complements: [{ by: 'from', phrase: target }],
          manner: 'by the fire',
        };
      return { verb: 'leave', subject, object: target };
    },
  },
};
