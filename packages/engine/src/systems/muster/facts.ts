import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { absence } from './state.ts';

/** Whether somebody was missed at the last count and has not been found. */
export const missing: Fact = {
  about: person,
  stands: (world, who) => {
    const by = world.of(absence).by.raw[who];
    if (by === 0) return [];
    const clause = { verb: 'be', subject: { role: 'it' }, complement: 'missing' };
    return [{ words: ['miss', 'missing', 'lost', 'gone'], clause, because: [by] }];
  },
};
