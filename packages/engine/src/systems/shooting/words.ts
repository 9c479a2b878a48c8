import { roundsLeft } from '../bodies/drift.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { beganSweeping, ceased, letUp, openedFire, shot, swept } from './events.ts';

const SHOOTER = { role: 'actor' } as const;
const TARGET = { role: 'target' } as const;
const GOAL = { role: 'goal' } as const;
const FROM = { by: 'from', phrase: { role: 'place' } } as const;
const AT = { by: 'at', phrase: TARGET } as const;

/** So many rounds that hit nobody are worth saying. */
const VAIN = 5;

/** Rounds that went into places, all told. */
const sumOf = (events: readonly { readonly rounds: number }[]): number =>
  events.reduce((sum, event) => sum + event.rounds, 0);

export const words: WordsFor<{
  'opened-fire': typeof openedFire;
  ceased: typeof ceased;
  shot: typeof shot;
  'began-sweeping': typeof beganSweeping;
  swept: typeof swept;
  'let-up': typeof letUp;
}> = {
  'opened-fire': {
    weight: 'beat',
    act: true,
    asCause: () => 'past',
    tell: () => ({
      verb: 'open fire',
      subject: { role: 'actor' },
      complements: [
        { by: 'from', phrase: { role: 'place' } },
        { by: 'on', phrase: { role: 'target' } },
      ],
    }),
    variants: () => [
      { verb: 'shoot', subject: SHOOTER, complements: [AT, FROM] },
      {
        verb: 'turn',
        subject: SHOOTER,
        object: { noun: 'fire', of: 'own' },
        complements: [{ by: 'on', phrase: TARGET }],
      },
      { verb: 'take aim', subject: SHOOTER, complements: [AT, FROM] },
      { verb: 'begin', subject: SHOOTER, object: { noun: 'firing', of: 'none' }, complements: [AT] },
      { verb: 'let fly', subject: SHOOTER, complements: [AT, FROM] },
    ],
    asReason: () => ({
      verb: 'fire',
      subject: { role: 'actor' },
      aspect: 'progressive',
      complements: [{ by: 'at', phrase: { role: 'target' } }],
    }),
  },
  'began-sweeping': {
    weight: 'detail',
    act: true,
    asCause: () => 'past',
    tell: () => ({ verb: 'fire', subject: SHOOTER, complements: [{ by: 'into', phrase: GOAL }, FROM] }),
    variants: () => [
      {
        verb: 'turn',
        subject: SHOOTER,
        object: { noun: 'fire', of: 'own' },
        complements: [{ by: 'on', phrase: GOAL }],
      },
      { verb: 'shoot', subject: SHOOTER, complements: [{ by: 'into', phrase: GOAL }], manner: 'without a target' },
      { verb: 'rake', subject: SHOOTER, object: GOAL, complements: [FROM] },
    ],
    asReason: () => ({
      verb: 'fire',
      subject: SHOOTER,
      aspect: 'progressive',
      complements: [{ by: 'into', phrase: GOAL }],
    }),
  },
  swept: {
    inThrong: 'summed',
    weight: 'detail',
    act: true,
    asCause: () => 'behind',
    tell: (event) => ({
      verb: 'fire',
      subject: SHOOTER,
      object: { noun: 'round', count: event.rounds },
      complements: [{ by: 'into', phrase: GOAL }],
    }),
    gather: (events) => ({
      verb: events.length % 3 === 0 ? 'put' : 'fire',
      subject: SHOOTER,
      object: { noun: 'round', count: sumOf(events) },
      complements: [{ by: 'into', phrase: GOAL }, FROM],
    }),
    asReason: () => ({ verb: 'fire', subject: SHOOTER, complements: [{ by: 'into', phrase: GOAL }] }),
  },
  'let-up': {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: (event) =>
      event.why === 'friends'
        ? { verb: 'hold', subject: SHOOTER, object: { noun: 'fire', of: 'own' } }
        : {
            verb: 'stop',
            subject: SHOOTER,
            object: { noun: 'firing', of: 'none' },
            complements: [{ by: 'into', phrase: GOAL }],
          },
  },
  ceased: {
    drift: (world, { actor, why }) => (why === 'sparing' ? roundsLeft(world, actor, 'actor') : []),
    inThrong: ({ why }) => (why === 'empty' ? 'losses' : 'unsaid'),
    weight: (event) => (event.why === 'empty' ? 'beat' : 'detail'),
    asCause: () => 'nothing',
    tell: (event) => {
      if (event.why === 'lost')
        return {
          verb: 'lose',
          subject: { role: 'actor' },
          object: { role: 'target' },
          complements: [{ by: 'from', phrase: { noun: 'sight', of: 'none' } }],
        };
      if (event.why === 'empty')
        return {
          verb: 'run',
          subject: { role: 'actor' },
          complements: [{ by: 'out of', phrase: { noun: 'round', count: 2, of: 'none' } }],
        };
      if (event.why === 'sparing') {
        return { verb: 'save', subject: SHOOTER, object: { noun: 'last round', count: 2, of: 'own' } };
      }
      return { verb: 'stop', subject: { role: 'actor' }, object: { noun: 'firing', of: 'none' } };
    },
  },
  shot: {
    inThrong: 'summed',
    weight: 'detail',
    act: true,
    asCause: () => 'behind',
    tell: () => ({ verb: 'fire', subject: { role: 'actor' }, complements: [{ by: 'at', phrase: { role: 'target' } }] }),
    gather: (events, hit) => ({
      verb: events.length % 3 === 0 ? 'loose off' : 'fire',
      subject: { role: 'actor' },
      object: { noun: 'round', count: events.length },
      complements: [
        { by: 'from', phrase: { role: 'place' } },
        { by: 'at', phrase: { role: 'target' } },
      ],
      ...(hit || events.length < VAIN ? {} : { manner: 'without hitting anybody' }),
    }),
    reply: (events, hit) => ({
      verb: events.length % 3 === 0 ? 'reply' : 'answer',
      subject: { role: 'actor' },
      complements: [{ by: 'with', phrase: { noun: '', count: events.length } }],
      ...(hit || events.length < VAIN ? {} : { manner: 'to no more effect' }),
    }),
    asReason: () => ({
      verb: 'fire',
      subject: { role: 'actor' },
      complements: [{ by: 'at', phrase: { role: 'target' } }],
    }),
  },
};
