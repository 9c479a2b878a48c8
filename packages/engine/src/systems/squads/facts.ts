import type { Fact, Standing } from '../../kernel/system.ts';
import { squad } from './state.ts';

const it = { role: 'it' } as const;

/** What a squad was last told, and whether it stands. */
export const squadStands: Fact = {
  about: squad,
  stands: (world, row): Standing[] => {
    const { order, wavers, waversBy } = world.of(squad);
    const be = (complement: string) => ({ verb: 'be', subject: it, complement });
    const facts: Standing[] = [];
    if (wavers.raw[row] === 1) {
      const words = ['waver', 'ground', 'run', 'break', 'leave', 'give', 'hold', 'steady'];
      facts.push({ words, clause: be('giving ground'), because: [waversBy.raw[row]] });
    }
    if (order.raw[row] !== 0) {
      const words = ['order', 'tell', 'send', 'go', 'do', 'leave', 'post', 'hold'];
      facts.push({ words, clause: be('under orders'), because: [order.raw[row]] });
    }
    return facts;
  },
};
