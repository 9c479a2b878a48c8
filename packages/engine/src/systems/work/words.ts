import type { WordsFor } from '../../kernel/system.ts';
import { sleepless } from '../bodies/drift.ts';
import { DOING } from './considered.ts';
import type { assigned, letOff, refused, swapped } from './events.ts';
import { WORKS } from './state.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;

export const words: WordsFor<{
  assigned: typeof assigned;
  refused: typeof refused;
  'let-off': typeof letOff;
  swapped: typeof swapped;
}> = {
  assigned: {
    weight: ({ mend, dig }) => (mend + dig > 0 ? 'beat' : 'detail'),
    act: true,
    tell: (event) => {
      const count = WORKS.reduce((sum, work) => sum + event[work], 0);
      if (count === 0) {
        const anybody = { by: 'for', phrase: { noun: 'anybody', of: 'none' } } as const;
        return { verb: 'have', subject: actor, object: { noun: 'work', of: 'no' }, complements: [anybody] };
      }
      const all = WORKS.filter((work) => event[work] > 0).map((work) => DOING[work]);
      const complements = [{ by: 'to', phrase: { all } }];
      return { verb: 'set', subject: actor, object: { noun: 'person', count }, complements };
    },
    asReason: () => ({ verb: 'share out', subject: actor, object: { noun: 'work', of: 'the' } }),
  },
  refused: {
    weight: 'turn',
    act: true,
    tell: ({ work }) => ({
      verb: 'refuse',
      subject: actor,
      purpose: { verb: VERB[work], subject: actor, complements: [{ by: 'for', phrase: target }] },
    }),
    drift: (world, event) => sleepless(world, event.actor, 'actor'),
  },
  'let-off': {
    weight: 'beat',
    act: true,
    tell: ({ work }) => ({
      verb: 'let off',
      subject: actor,
      object: target,
      complements: [{ by: 'from', phrase: DOING[work] }],
    }),
    drift: (world, event) => sleepless(world, event.target, 'target'),
  },
  swapped: {
    weight: 'beat',
    act: true,
    tell: ({ work }) => ({
      verb: 'leave',
      subject: actor,
      object: { ...DOING[work], of: 'the' },
      complements: [{ by: 'to', phrase: target }],
    }),
    drift: (world, event) => sleepless(world, event.actor, 'actor'),
  },
};

/** Each work as an act. */
const VERB = { mend: 'mend anything', dig: 'dig', tend: 'nurse', cook: 'cook', fetch: 'fetch and carry' } as const;
