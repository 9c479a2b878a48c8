import { sleepless } from '../bodies/drift.ts';
import { underFire } from '../shooting/drift.ts';
import { bloodLost } from '../wounds/drift.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { broke, pinned, rallied, wornDown } from './system.ts';

export const words: WordsFor<{
  pinned: typeof pinned;
  'worn-down': typeof wornDown;
  rallied: typeof rallied;
  broke: typeof broke;
}> = {
  pinned: {
    weight: 'beat',
    asCause: () => 'nothing',
    tell: () => ({
      verb: 'go',
      subject: { role: 'actor' },
      complements: [{ by: 'to', phrase: { noun: 'ground', of: 'none' } }],
    }),
    variants: () => [
      { verb: 'drop', subject: { role: 'actor' }, manner: 'flat' },
      { verb: 'keep', subject: { role: 'actor' }, object: { noun: 'head', of: 'own' }, manner: 'down' },
      { verb: 'duck', subject: { role: 'actor' } },
    ],
  },
  'worn-down': {
    weight: 'detail',
    inWhy: 'behind',
    asCause: () => 'behind',
    tell: () => ({
      verb: 'lie',
      subject: { role: 'actor' },
      complement: 'pinned',
      complements: [{ by: 'in', phrase: { role: 'place' } }],
      aspect: 'progressive',
    }),
    asReason: () => ({ verb: 'lie', subject: { role: 'actor' }, complement: 'pinned', aspect: 'progressive' }),
  },
  rallied: {
    weight: 'detail',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'look up', subject: { role: 'actor' }, manner: 'again' }),
  },
  broke: {
    drift: (world, { actor }) => [
      ...sleepless(world, actor, 'actor'),
      ...bloodLost(world, actor, 'actor'),
      ...underFire(world, actor, 'actor'),
    ],
    inThrong: 'losses',
    weight: 'turn',
    tell: () => ({
      verb: 'lose',
      subject: { role: 'actor' },
      object: { noun: 'nerve', of: 'own' },
      complements: [{ by: 'in', phrase: { role: 'place' } }],
    }),
    asReason: () => ({ verb: 'lose', subject: { role: 'actor' }, object: { noun: 'nerve', of: 'own' } }),
  },
};
