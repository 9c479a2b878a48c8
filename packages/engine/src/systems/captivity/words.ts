import { sleepless } from '../bodies/drift.ts';
import { underFire } from '../shooting/drift.ts';
import { bloodLost } from '../wounds/drift.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { found, freed, laidDown, ledAway, surrendered, taken } from './events.ts';

const KEPT = { what: 'kept', of: 'target', as: 'kept prisoner', by: 'number', called: 'prisoner' } as const;
const arms = { noun: 'arms', of: 'own' } as const;

export const words: WordsFor<{
  surrendered: typeof surrendered;
  'laid-down': typeof laidDown;
  taken: typeof taken;
  found: typeof found;
  'led-away': typeof ledAway;
  freed: typeof freed;
}> = {
  surrendered: {
    drift: (world, { actor }) => [
      ...sleepless(world, actor, 'actor'),
      ...bloodLost(world, actor, 'actor'),
      ...underFire(world, actor, 'actor'),
    ],
    asReason: () => ({ verb: 'surrender', subject: { role: 'actor' } }),
    inThrong: 'losses',
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'surrender',
      subject: { role: 'actor' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  'laid-down': {
    weight: 'turn',
    sums: true,
    tell: () => ({
      verb: 'tell',
      subject: { role: 'actor' },
      object: { role: 'group' },
      purpose: { verb: 'lay down', subject: { role: 'group' }, object: arms },
    }),
  },
  taken: {
    inThrong: 'joined',
    weight: 'turn',
    act: true,
    lasting: () => [KEPT],
    tell: () => ({
      verb: 'take',
      subject: { role: 'actor' },
      object: { role: 'target' },
      complement: 'prisoner',
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
  },
  found: {
    weight: 'beat',
    // Everybody who is shut up was found or taken somewhere.
    asCause: () => 'nothing',
    inWhy: 'itself',
    lasting: () => [KEPT],
    tell: () => ({
      verb: 'find',
      subject: { role: 'actor' },
      object: { role: 'target' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
      manner: 'wounded and left behind',
    }),
  },
  'led-away': {
    weight: 'turn',
    tell: () => ({ verb: 'lead', subject: { role: 'actor' }, object: { role: 'target' }, manner: 'away' }),
  },
  freed: {
    inThrong: 'joined',
    weight: 'turn',
    act: true,
    lasting: () => [{ what: KEPT.what, of: KEPT.of }],
    tell: () => ({ verb: 'be', subject: { role: 'target' }, complement: 'free again' }),
  },
};
