import type { Fact } from '../../kernel/system.ts';
import { contingency } from './state.ts';

const it = { role: 'it' } as const;
const SIGNALLED = 1;
const SPRUNG = 2;
const CALLED_OFF = 3;

/** How far something that was prepared beforehand has come. */
export const prepared: Fact = {
  about: contingency,
  stands: (world, plan) => {
    const { state, signal } = world.of(contingency);
    const words = ['signal', 'spring', 'sprung', 'ambush', 'hide', 'hidden', 'wait', 'out', 'off'];
    const now = state.raw[plan];
    const complement =
      now === SIGNALLED
        ? 'about to begin'
        : now === SPRUNG
          ? 'sprung'
          : now === CALLED_OFF
            ? 'called off'
            : 'still to come';
    return [{ words, clause: { verb: 'be', subject: it, complement }, because: [signal.raw[plan]] }];
  },
};
