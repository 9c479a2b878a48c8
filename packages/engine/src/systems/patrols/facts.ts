import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { patrol } from './state.ts';

/** Whether somebody is out on patrol. */
export const onPatrol: Fact = {
  about: person,
  stands: (world, who) => {
    const { on, by } = world.of(patrol);
    if (on.raw[who] === 0) return [];
    const clause = { verb: 'be', subject: { role: 'it' }, complement: 'out on patrol' };
    return [{ words: ['patrol', 'out', 'round'], clause, because: [by.raw[who]] }];
  },
};
