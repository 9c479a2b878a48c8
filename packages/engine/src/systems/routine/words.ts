import type { Clause, Complement } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import { sleepless } from '../bodies/drift.ts';
import type {
  fellAsleep,
  foundAsleep,
  refused,
  rose,
  setWatch,
  steppedIn,
  swapped,
  tookWatch,
  turnedIn,
} from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const place = { role: 'place' } as const;
const group = { role: 'group' } as const;
const WATCH = { noun: 'watch', of: 'none' } as const;
const inPlace = { by: 'in', phrase: place } as const;

/** `a watch of two people`. */
const ofPeople = (count: number): Complement<never> => ({ by: 'of', phrase: { noun: 'person', count } });

/** How a watch is said: for itself the first time, later by what is different about it. */
function setting(posts: number, change: 'first' | 'as before' | 'more' | 'fewer'): Clause<'actor' | 'group'> {
  const watch = { noun: change === 'more' ? 'stronger watch' : 'watch', of: 'a' } as const;
  if (change === 'fewer') {
    return { verb: 'make do', subject: actor, complements: [{ by: 'with', phrase: watch }, ofPeople(posts)] };
  }
  return { verb: 'set', subject: actor, object: watch, complements: posts === 1 ? [] : [ofPeople(posts)] };
}

/** `Aldersyke sent five people to bed`: what those of a home do, not always all of it. */
const some = (people: number) => ({ noun: 'person', count: people }) as const;

export const words: WordsFor<{
  'set-watch': typeof setWatch;
  'took-watch': typeof tookWatch;
  'fell-asleep': typeof fellAsleep;
  'found-asleep': typeof foundAsleep;
  swapped: typeof swapped;
  'stepped-in': typeof steppedIn;
  refused: typeof refused;
  'turned-in': typeof turnedIn;
  rose: typeof rose;
}> = {
  'set-watch': {
    weight: ({ change }) => (change === 'as before' ? 'detail' : 'beat'),
    inThrong: ({ change }) => (change === 'as before' ? 'unsaid' : 'apart'),
    act: true,
    // That a watch was set is no reason for what it sees.
    asCause: () => 'nothing',
    inWhy: 'itself',
    tell: ({ posts, change }) => setting(posts, change),
    asReason: () => ({ verb: 'set', subject: actor, object: { noun: 'watch', of: 'the' }, aspect: 'perfect' }),
  },
  'took-watch': {
    weight: 'detail',
    asCause: () => 'behind',
    tell: () => ({ verb: 'go', subject: actor, complements: [{ by: 'on', phrase: WATCH }, inPlace] }),
    asReason: () => ({ verb: 'stand', subject: actor, object: WATCH, complements: [inPlace], aspect: 'progressive' }),
  },
  'fell-asleep': {
    weight: 'beat',
    // Whoever is found asleep has fallen asleep.
    asCause: () => 'nothing',
    inWhy: 'itself',
    inThrong: 'joined',
    tell: ({ over }) => ({
      verb: 'fall asleep',
      subject: actor,
      complements: over === 'watch' ? [{ by: 'on', phrase: WATCH }, inPlace] : [inPlace],
    }),
    drift: (world, event) => sleepless(world, event.actor, 'actor'),
  },
  'found-asleep': {
    weight: 'turn',
    act: true,
    asCause: () => 'behind',
    tell: () => ({
      verb: 'find',
      subject: actor,
      object: target,
      complement: 'asleep on watch',
      complements: [inPlace],
    }),
  },
  swapped: {
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'leave',
      subject: actor,
      object: { noun: 'watch', of: 'own' },
      complements: [{ by: 'to', phrase: target }],
    }),
    drift: (world, event) => sleepless(world, event.actor, 'actor'),
  },
  'stepped-in': {
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'take over',
      subject: actor,
      object: { noun: 'watch', of: 'the' },
      complements: [{ by: 'from', phrase: target }, inPlace],
    }),
  },
  refused: {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'refuse',
      subject: actor,
      purpose: { verb: 'stand', subject: actor, object: WATCH, complements: [inPlace] },
    }),
    drift: (world, event) => sleepless(world, event.actor, 'actor'),
  },
  'turned-in': {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: ({ people }) => ({
      verb: 'send',
      subject: group,
      object: some(people),
      complements: [{ by: 'to', phrase: { noun: 'bed', of: 'none' } }],
    }),
  },
  rose: {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: ({ people }) =>
      people === 0
        ? { verb: 'be', subject: group, complement: 'done with the night’s watch' }
        : { verb: 'have', subject: group, object: some(people), complement: 'up again' },
  },
};
