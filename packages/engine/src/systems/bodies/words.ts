import type { WordsFor } from '../../kernel/system.ts';
import type { drew, woke } from './system.ts';

/** Weapons that are drawn; others are taken in hand. */
const DRAWN: readonly string[] = ['knife', 'pistol'];

export const words: WordsFor<{ woke: typeof woke; drew: typeof drew }> = {
  woke: {
    weight: 'beat',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'wake', subject: { role: 'actor' } }),
  },
  drew: {
    weight: 'beat',
    asCause: () => 'behind',
    tell: ({ weapon }) => ({
      verb: DRAWN.includes(weapon) ? 'draw' : 'take up',
      subject: { role: 'actor' },
      object: { noun: weapon, of: 'own' },
    }),
    variants: ({ weapon }) => [
      {
        verb: 'go on',
        subject: { role: 'actor' },
        complements: [{ by: 'with', phrase: { noun: weapon, of: 'the' } }],
      },
    ],
  },
};
