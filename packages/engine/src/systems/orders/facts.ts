import type { Fact } from '../../kernel/system.ts';
import { contingency } from './state.ts';

const it = { role: 'it' } as const;
/** By the state that the table keeps. */
const STANDS = ['still to come', 'about to begin', 'sprung', 'called off'] as const;

/** How far something that was prepared beforehand has come. */
export const prepared: Fact = {
  about: contingency,
  stands: (world, plan) => {
    const { state, signal } = world.of(contingency);
    const words = ['signal', 'spring', 'sprung', 'ambush', 'hide', 'hidden', 'wait', 'out', 'off'];
    return [
      { words, clause: { verb: 'be', subject: it, complement: STANDS[state.raw[plan]] }, because: [signal.raw[plan]] },
    ];
  },
};
