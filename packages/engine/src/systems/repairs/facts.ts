import type { Fact } from '../../kernel/system.ts';
import { barrier } from '../barriers/state.ts';
import { mending } from './state.ts';

const it = { role: 'it' } as const;
const WORDS = ['mend', 'repair', 'patch', 'work', 'fix'];

/** Whether what was broken is being mended, or was. */
export const mendedWalls: Fact = {
  about: barrier,
  stands: (world, row) => {
    const { found, begun, mendedBy } = world.of(mending);
    if (begun.raw[row] !== 0) {
      const clause = { verb: 'be', subject: it, complement: 'under repair' };
      return [{ words: WORDS, clause, because: [begun.raw[row]] }];
    }
    if (found.raw[row] !== 0) {
      const clause = { verb: 'wait', subject: it, complement: 'to be mended' };
      return [{ words: WORDS, clause, because: [found.raw[row]] }];
    }
    if (mendedBy.raw[row] === 0) return [];
    const clause = { verb: 'mend', subject: it, passive: true, aspect: 'perfect' } as const;
    return [{ words: WORDS, clause, because: [mendedBy.raw[row]] }];
  },
};
