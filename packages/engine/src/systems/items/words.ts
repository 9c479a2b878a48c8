import { roundsLeft } from '../bodies/drift.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { dropped } from './dropping.ts';
import type { pickedUp, shared } from './taking.ts';

const roundFor = (weapon: string): string => (weapon === 'bow' ? 'arrow' : weapon === 'crossbow' ? 'bolt' : 'round');

export const words: WordsFor<{ dropped: typeof dropped; 'picked-up': typeof pickedUp; shared: typeof shared }> = {
  dropped: {
    weight: (event) => (event.why === 'down' || event.why === 'for another' ? 'detail' : 'beat'),
    asCause: (event) => (event.why === 'down' ? 'behind' : 'itself'),
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      const object = { noun: event.weapon, of: 'own' } as const;
      if (event.why === 'given up') return { verb: 'lay down', subject, object };
      if (event.why === 'for another') return { verb: 'put down', subject, object };
      if (event.why === 'hurt') return { verb: 'drop', subject, object };
      return { verb: 'let go', subject, complements: [{ by: 'of', phrase: object }] };
    },
  },
  'picked-up': {
    weight: 'beat',
    act: true,
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      const weapon =
        event.from === undefined
          ? ({ noun: event.weapon, of: 'a' } as const)
          : event.from === event.actor
            ? ({ noun: event.weapon, of: 'own' } as const)
            : ({ role: 'from', possessed: { noun: event.weapon } } as const);
      if (!event.only) return { verb: 'pick up', subject, object: weapon };
      return {
        verb: 'take',
        subject,
        object: { noun: roundFor(event.weapon), count: event.rounds },
        complements: [{ by: 'from', phrase: weapon }],
      };
    },
  },
  shared: {
    drift: (world, { actor }) => roundsLeft(world, actor, 'actor'),
    weight: 'beat',
    act: true,
    tell: (event) => ({
      verb: 'hand',
      subject: { role: 'actor' },
      object: { noun: roundFor(event.weapon), count: event.rounds },
      complements: [{ by: 'to', phrase: { role: 'target' } }],
    }),
  },
};
