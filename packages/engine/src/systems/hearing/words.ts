import type { Clause } from '../../kernel/words.ts';
import type { WordsFor } from '../../kernel/system.ts';
import type { Noise } from './state.ts';
import type { heard } from './system.ts';

const SOUNDS = {
  firing: { noun: 'firing', of: 'none' },
  breaking: { noun: 'something being broken', of: 'none' },
  shouting: { noun: 'shouting', of: 'none' },
  steps: { noun: 'steps', of: 'none' },
} as const;

const hears = (event: { readonly noise: Noise }): Clause<'actor' | 'place'> => ({
  verb: 'hear',
  subject: { role: 'actor' },
  object: SOUNDS[event.noise],
  complements: [{ by: 'from', phrase: { role: 'place' } }],
});

export const words: WordsFor<{ heard: typeof heard }> = {
  heard: {
    weight: (event) => (event.noise === 'steps' ? 'beat' : 'detail'),
    inWhy: 'sense',
    asCause: (event) => (event.noise === 'steps' ? 'itself' : 'behind'),
    tell: hears,
  },
};
