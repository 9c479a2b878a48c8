import type { WordsFor } from '../../kernel/system.ts';
import type { allotted, shutUp } from './events.ts';

const actor = { role: 'actor' } as const;

export const words: WordsFor<{ allotted: typeof allotted; 'shut-up': typeof shutUp }> = {
  allotted: {
    weight: 'beat',
    act: true,
    tell: ({ people, short }) => {
      const complements = [{ by: 'in', phrase: { role: 'place' } }] as const;
      if (people === 0) {
        const beds = { noun: 'bed', count: 2, of: 'no' } as const;
        const them = { by: 'for', phrase: { noun: 'person', count: short } } as const;
        return { verb: 'have', subject: actor, object: beds, complements: [them] };
      }
      return { verb: 'find', subject: actor, object: { noun: 'bed', count: people }, complements };
    },
    asReason: () => ({ verb: 'share out', subject: actor, object: { noun: 'beds', of: 'the' } }),
  },
  'shut-up': {
    weight: 'beat',
    inThrong: 'joined',
    act: true,
    tell: () => ({
      verb: 'shut up',
      subject: actor,
      object: { role: 'target' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
};
