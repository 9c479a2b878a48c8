import type { WordsFor } from '../../kernel/system.ts';
import type { woke } from './system.ts';

export const words: WordsFor<{ woke: typeof woke }> = {
  woke: {
    weight: 'beat',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'wake', subject: { role: 'actor' } }),
  },
};
