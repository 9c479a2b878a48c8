import { sleepless } from '../bodies/drift.ts';
import { foughtFor } from '../engagement/drift.ts';
import { underFire } from '../shooting/drift.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { gaveUp, heartened, routed, shaken } from './events.ts';
import type { Doubt, Heart } from './state.ts';

type Role = 'actor' | 'target' | 'group' | 'place' | 'barrier';

/** What it is that makes a leader doubt. */
const doubted = (by: Doubt): Clause<Role> => {
  const target = { role: 'target' } as const;
  switch (by) {
    case 'loss':
      return { verb: 'be', subject: target, complement: 'down' };
    case 'surprise':
      return {
        verb: 'take',
        subject: { role: 'actor' },
        passive: true,
        complements: [
          { by: 'by', phrase: { noun: 'surprise', of: 'none' } },
          { by: 'by', phrase: target },
        ],
      };
    case 'reserve':
      return {
        verb: 'come',
        subject: target,
        complements: [{ by: 'out of', phrase: { noun: 'hiding', of: 'none' } }],
      };
    case 'flank':
      return { verb: 'get', subject: target, complements: [{ by: 'behind', phrase: { role: 'group' } }] };
    case 'neighbour':
      return { verb: 'lose', subject: target, object: { noun: 'nerve', of: 'own' } };
    case 'none left':
      return { verb: 'be', subject: { noun: 'one', of: 'no' }, complement: 'left to send in' };
    case 'leader':
      return { verb: 'be', subject: target, complement: 'gone' };
    case 'ammunition':
      return { verb: 'run out', subject: { noun: 'round', of: 'the', count: 2 }, aspect: 'progressive' };
    case 'breach':
      return { verb: 'be', subject: { role: 'barrier' }, complement: 'open' };
    default:
      return { verb: 'get', subject: { role: 'group' }, negated: true, manner: 'any further' };
  }
};

/** Doubts that say no more than what it was that happened. */
const KNOWN_BY_WHAT_HAPPENED: readonly Doubt[] = ['loss', 'reserve', 'neighbour', 'leader', 'breach'];

const heart = (by: Heart): Clause<Role> => {
  if (by === 'flight') return { verb: 'run', subject: { role: 'target' } };
  if (by === 'breach') return { verb: 'be', subject: { role: 'barrier' }, complement: 'open' };
  return { verb: 'have', subject: { role: 'group' }, object: { role: 'place' } };
};

/** What sort of thing it is that makes a leader doubt. */
const SORTS: Readonly<Record<Doubt, string>> = {
  loss: 'loss',
  surprise: 'surprise',
  reserve: 'hidden enemy',
  flank: 'turning of the flank',
  neighbour: 'loss of nerve',
  'none left': 'want of a reserve',
  leader: 'loss of a leader',
  ammunition: 'want of rounds',
  breach: 'breach of the wall',
  time: 'loss of time',
};

export const words: WordsFor<{
  shaken: typeof shaken;
  heartened: typeof heartened;
  'gave-up': typeof gaveUp;
  routed: typeof routed;
}> = {
  shaken: {
    weight: 'detail',
    inWhy: ({ by }) => (KNOWN_BY_WHAT_HAPPENED.includes(by) ? 'behind' : 'itself'),
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      if (event.by === 'surprise')
        return {
          verb: 'reckon',
          subject,
          negated: true,
          aspect: 'perfect',
          complements: [{ by: 'with', phrase: { role: 'target' } }],
        };
      if (event.by === 'leader')
        return {
          verb: 'lead',
          subject,
          complements: [{ by: 'in', phrase: { role: 'target', possessed: { noun: 'place' } } }],
        };
      return { verb: 'see', subject, content: doubted(event.by) };
    },
    asReason: (event) => doubted(event.by),
    sort: ({ by }) => ({ noun: SORTS[by] }),
  },
  heartened: {
    weight: 'detail',
    inWhy: 'behind',
    asCause: () => 'nothing',
    tell: (event) => ({ verb: 'see', subject: { role: 'actor' }, content: heart(event.by) }),
    asReason: (event) => heart(event.by),
  },
  'gave-up': {
    weight: 'turn',
    sums: true,
    drift: (world, { actor, group }) => [
      ...foughtFor(world, group),
      ...sleepless(world, actor, 'actor'),
      ...underFire(world, actor, 'actor'),
    ],
    tell: () => ({ verb: 'give up', subject: { role: 'actor' }, object: { noun: 'fight', of: 'the' } }),
  },
  routed: {
    weight: 'turn',
    sums: true,
    tell: () => ({
      verb: 'run',
      subject: { role: 'group' },
      complements: [{ by: 'from', phrase: { role: 'place' } }],
      manner: 'without waiting for a word',
    }),
    asReason: () => ({ verb: 'run', subject: { role: 'group' } }),
  },
};
