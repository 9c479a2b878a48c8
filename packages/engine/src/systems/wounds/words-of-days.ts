/** How the days after a wound are said. */
import type { WordsFor } from '../../kernel/system.ts';
import type { feverBroke, fevered, gotStrong, gotUp, healed, maimed, regained } from './course.ts';

export const WHERE = {
  head: 'head',
  chest: 'chest',
  belly: 'belly',
  arm: 'arm',
  leg: 'leg',
  neck: 'neck',
  groin: 'groin',
} as const;

/** The kinds of events that these words are for. */
export interface OfDays {
  readonly fevered: typeof fevered;
  readonly 'fever-broke': typeof feverBroke;
  readonly 'got-up': typeof gotUp;
  readonly 'got-strong': typeof gotStrong;
  readonly healed: typeof healed;
  readonly regained: typeof regained;
  readonly maimed: typeof maimed;
}

const actor = { role: 'actor' } as const;
export const DOWN = { what: 'down', of: 'actor' } as const;
const FEVER = { what: 'fever', of: 'actor' } as const;

export const wordsOfDays: WordsFor<OfDays> = {
  fevered: {
    inThrong: (event) => (event.away ? 'unsaid' : 'apart'),
    weight: (event) => (event.away ? 'detail' : 'turn'),
    lasting: () => [{ ...FEVER, as: 'in a fever', by: 'number' }],
    tell: (event) => ({
      verb: 'run',
      subject: actor,
      object: { noun: 'fever', of: 'a' },
      complements: [
        { by: 'from', phrase: { noun: 'wound', of: 'the' } },
        { by: 'in', phrase: { noun: WHERE[event.region], of: 'the' } },
      ],
    }),
    asReason: () => ({ verb: 'have', subject: actor, object: { noun: 'wound fever', of: 'a' } }),
  },
  'fever-broke': {
    inThrong: (event) => (event.away ? 'unsaid' : 'apart'),
    weight: (event) => (event.away ? 'detail' : 'turn'),
    lasting: () => [FEVER],
    tell: () => ({ verb: 'break', subject: { role: 'actor', possessed: { noun: 'fever' } } }),
  },
  'got-up': {
    inThrong: (event) => (event.away ? 'unsaid' : 'apart'),
    weight: (event) => (event.away ? 'detail' : 'beat'),
    ends: true,
    lasting: () => [DOWN],
    tell: () => ({ verb: 'be', subject: actor, complement: 'up and about again' }),
  },
  'got-strong': {
    inThrong: 'unsaid',
    weight: 'detail',
    tell: () => ({ verb: 'get back', subject: actor, object: { noun: 'strength', of: 'own' } }),
  },
  healed: {
    inThrong: (event) => (event.away ? 'unsaid' : 'apart'),
    weight: (event) => (event.grave && !event.away ? 'beat' : 'detail'),
    tell: (event) => ({
      verb: 'heal',
      subject: { role: 'actor', possessed: { noun: `${WHERE[event.region]} wound` } },
    }),
  },
  regained: {
    inThrong: (event) => (event.away ? 'unsaid' : 'apart'),
    weight: 'detail',
    tell: (event) => ({
      verb: 'get back',
      subject: actor,
      object: { noun: 'use', of: 'the' },
      complements: [{ by: 'of', phrase: { noun: event.limb, of: 'own' } }],
    }),
  },
  maimed: {
    inThrong: (event) => (event.away ? 'unsaid' : 'apart'),
    weight: (event) => (event.away ? 'detail' : 'turn'),
    tell: (event) =>
      event.limb === 'arm'
        ? {
            verb: 'lose',
            subject: actor,
            object: { noun: 'use', of: 'the' },
            complements: [{ by: 'of', phrase: { noun: 'arm', of: 'own' } }],
            manner: 'for good',
          }
        : { verb: 'leave', subject: actor, passive: true, complement: 'lame for good' },
  },
};
