import type { WordsFor } from '../../kernel/system.ts';
import { weightLost } from './drift.ts';
import type { hungry, recovered, starving, weakened } from './events.ts';

const actor = { role: 'actor' } as const;
const HUNGER = { what: 'hunger', of: 'actor' } as const;
const WEAK = { ...HUNGER, as: 'weak from hunger', by: 'number' } as const;

export const words: WordsFor<{
  hungry: typeof hungry;
  weakened: typeof weakened;
  starving: typeof starving;
  recovered: typeof recovered;
}> = {
  hungry: {
    weight: 'detail',
    tell: () => ({
      verb: 'go',
      subject: actor,
      complements: [{ by: 'without food for', phrase: { noun: 'day', of: 'a' } }],
      aspect: 'perfect',
    }),
  },
  weakened: {
    weight: 'beat',
    inThrong: 'joined',
    drift: (world, event) => weightLost(world, event.actor, 'actor'),
    lasting: () => [WEAK],
    tell: () => ({
      verb: 'grow',
      subject: actor,
      complement: 'weak',
      complements: [{ by: 'from', phrase: { noun: 'hunger', of: 'none' } }],
    }),
    asReason: () => ({ verb: 'be', subject: actor, complement: 'weak from hunger' }),
  },
  starving: {
    weight: 'turn',
    inThrong: 'joined',
    drift: (world, event) => weightLost(world, event.actor, 'actor'),
    lasting: () => [{ ...HUNGER, as: 'starving', by: 'number' }],
    tell: () => ({
      verb: 'come down',
      subject: actor,
      complements: [{ by: 'to', phrase: { noun: 'skin and bone', of: 'none' } }],
    }),
    asReason: () => ({ verb: 'be', subject: actor, complement: 'starving' }),
  },
  recovered: {
    weight: 'beat',
    inThrong: 'joined',
    lasting: (event) => [event.to === 'weak' ? WEAK : HUNGER],
    tell: (event) =>
      event.to === 'weak'
        ? {
            verb: 'be',
            subject: actor,
            complement: 'past the worst',
            complements: [{ by: 'of', phrase: { noun: 'hunger', of: 'the' } }],
          }
        : { verb: 'get', subject: actor, object: { noun: 'strength', of: 'own' }, manner: 'back' },
  },
};
