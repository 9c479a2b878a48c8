import type { WordsFor } from '../../kernel/system.ts';
import type { Clause, Complement } from '../../kernel/words.ts';
import type { FINDINGS, ignored, noticed, raised, stirred, stoodDown, turnedOut } from './events.ts';

const actor = { role: 'actor' } as const;
const inPlace = { by: 'in', phrase: { role: 'place' } } as const;
const ALARM = { noun: 'alarm', of: 'the' } as const;

/** What stirred, as a thing that does. */
const STIRRED = {
  animal: { noun: 'animal', of: 'a' },
  wind: { noun: 'wind', of: 'the' },
  mist: { noun: 'mist', of: 'the' },
} as const;
const MOVED = { animal: 'move about', wind: 'stir', mist: 'drift' } as const;

/** What those found who went to look. */
function finding(found: (typeof FINDINGS)[number]): Clause<'actor' | 'place'> {
  if (found === 'a fight') return { verb: 'have', subject: actor, object: { noun: 'fight', of: 'a' } };
  const what = {
    nothing: { noun: 'nobody', of: 'none' },
    'an animal': { noun: 'tracks of a fox', of: 'the' },
    people: { noun: 'place where somebody had lain', of: 'the' },
  } as const;
  return { verb: 'find', subject: actor, object: what[found], complements: [inPlace] };
}

const withPeople = (people: number): Complement<never>[] =>
  people > 1 ? [{ by: 'with', phrase: { noun: 'other', count: people - 1 } }] : [];

export const words: WordsFor<{
  stirred: typeof stirred;
  noticed: typeof noticed;
  raised: typeof raised;
  'turned-out': typeof turnedOut;
  ignored: typeof ignored;
  'stood-down': typeof stoodDown;
}> = {
  stirred: {
    weight: 'detail',
    tell: ({ what }) => ({ verb: MOVED[what], subject: STIRRED[what], complements: [inPlace] }),
  },
  noticed: {
    weight: 'detail',
    tell: ({ as }) => ({
      verb: 'take',
      subject: actor,
      object: { noun: 'figure', of: 'a' },
      complements: [
        inPlace,
        {
          by: 'for',
          phrase: {
            noun: as === 'nothing' ? 'shadow' : as.replace(/^(an|the) /, ''),
            of: as === 'the wind' || as === 'the mist' ? 'the' : 'a',
          },
        },
      ],
    }),
    asReason: () => ({
      verb: 'see',
      subject: actor,
      object: { noun: 'something move', of: 'none' },
      complements: [inPlace],
    }),
  },
  raised: {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'raise',
      subject: actor,
      object: ALARM,
      complements: [{ by: 'at', phrase: { noun: 'figure', of: 'a' } }, inPlace],
    }),
    asReason: () => ({ verb: 'raise', subject: actor, object: ALARM }),
  },
  'turned-out': {
    weight: 'beat',
    // Who turned out at an alarm is no reason for the next one.
    asCause: () => 'nothing',
    inWhy: 'itself',
    act: true,
    tell: ({ people }) => ({ verb: 'turn out', subject: actor, complements: withPeople(people) }),
    asReason: () => ({ verb: 'turn out', subject: actor }),
  },
  ignored: {
    weight: 'turn',
    tell: () => ({
      verb: 'get',
      subject: { noun: 'nobody', of: 'none' },
      manner: 'up',
      complements: [{ by: 'for', phrase: ALARM }],
    }),
  },
  'stood-down': {
    weight: 'beat',
    act: true,
    tell: ({ found }) => finding(found),
    asReason: ({ found }) => finding(found),
  },
};
