import type { WordsFor } from '../../kernel/system.ts';

/** Offices are no events: who takes over is told by groups. */
export const words: WordsFor<Record<never, never>> = {};
