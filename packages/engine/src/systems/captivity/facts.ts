import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { captive } from './state.ts';

const it = { role: 'it' } as const;

/** Whether somebody has given up, or is kept. */
export const freedom: Fact = {
  about: person,
  stands: (world, who) => {
    const { state, keeper, yielded, taken } = world.of(captive);
    const words = ['surrender', 'give', 'prisoner', 'captive', 'take', 'capture', 'free', 'hold'];
    if (state.raw[who] === 1) {
      return [{ words, clause: { verb: 'surrender', subject: it, aspect: 'perfect' }, because: [yielded.raw[who]] }];
    }
    if (state.raw[who] !== 2) return [];
    const by = { table: person, row: keeper.raw[who] - 1 };
    const clause = {
      verb: 'be',
      subject: it,
      complement: 'a prisoner',
      complements: [{ by: 'of', phrase: { role: 'by' } }],
    };
    return [{ words, clause, roles: { by }, because: [taken.raw[who]] }];
  },
};
