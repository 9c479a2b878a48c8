import { workedAt } from './drift.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { breached, began, climbed, cracked, leftOff } from './events.ts';

export const words: WordsFor<{
  began: typeof began;
  'left-off': typeof leftOff;
  cracked: typeof cracked;
  breached: typeof breached;
  climbed: typeof climbed;
}> = {
  began: {
    asCause: () => 'nothing',
    inThrong: 'first',
    weight: 'beat',
    act: true,
    tell: () => ({ verb: 'set about', subject: { role: 'actor' }, object: { role: 'barrier' } }),
    variants: () => [
      { verb: 'start', subject: { role: 'actor' }, complements: [{ by: 'on', phrase: { role: 'barrier' } }] },
      { verb: 'go to work', subject: { role: 'actor' }, complements: [{ by: 'on', phrase: { role: 'barrier' } }] },
    ],
    asReason: () => ({
      verb: 'work',
      subject: { role: 'actor' },
      complements: [{ by: 'at', phrase: { role: 'barrier' } }],
      aspect: 'progressive',
    }),
  },
  'left-off': {
    weight: 'detail',
    inWhy: 'behind',
    tell: () => ({
      verb: 'leave off',
      subject: { role: 'actor' },
      complements: [{ by: 'at', phrase: { role: 'barrier' } }],
    }),
    asCause: () => 'nothing',
  },
  cracked: {
    drift: (world, { barrier }) => workedAt(world, barrier, 'barrier'),
    weight: 'beat',
    tell: () => ({ verb: 'begin to give', subject: { role: 'barrier' } }),
  },
  breached: {
    drift: (world, { barrier }) => workedAt(world, barrier, 'barrier'),
    weight: 'turn',
    sums: true,
    learned: true,
    tell: (event) => {
      const wall = { role: 'barrier' } as const;
      if (event.how === 'burnt') return { verb: 'burn through', subject: wall };
      const actor = event.actor === undefined || event.actor < 0 ? null : ({ role: 'actor' } as const);
      if (actor === null) return { verb: 'give way', subject: wall };
      if (event.how === 'opened') return { verb: 'open', subject: actor, object: wall, complements: [WITHIN] };
      return { verb: 'break through', subject: actor, object: wall };
    },
    asReason: (event) => {
      const subject = { role: 'barrier' } as const;
      if (event.how === 'opened') return { verb: 'stand', subject, complement: 'open' };
      return { verb: 'be', subject, complement: event.how === 'burnt' ? 'burnt through' : 'broken' };
    },
  },
  climbed: {
    inThrong: 'first',
    weight: 'beat',
    act: true,
    tell: () => ({ verb: 'climb over', subject: { role: 'actor' }, object: { role: 'barrier' } }),
    variants: () => [{ verb: 'get over', subject: { role: 'actor' }, object: { role: 'barrier' } }],
  },
};

const WITHIN = { by: 'from', phrase: { noun: 'inside', of: 'the' } } as const;
