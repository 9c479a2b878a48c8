import type { Fact } from '../../kernel/system.ts';
import { barrier } from './state.ts';

const it = { role: 'it' } as const;
const WORDS = ['break', 'broken', 'breach', 'open', 'stand', 'whole', 'hold', 'burn', 'crack', 'give', 'down'];

/** Whether what bars a way still does. */
export const whole: Fact = {
  about: barrier,
  stands: (world, row) => {
    const { breached, breachedBy, cracked } = world.of(barrier);
    const be = (complement: string) => ({ verb: 'be', subject: it, complement });
    if (breached.raw[row] === 1) {
      return [{ words: WORDS, clause: be('open'), because: [breachedBy.raw[row]] }];
    }
    const gives = cracked.raw[row];
    return [{ words: WORDS, clause: be(gives === 0 ? 'unbroken' : 'about to give'), because: [gives] }];
  },
};
