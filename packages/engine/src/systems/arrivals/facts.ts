import type { Fact } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import { newcomer } from './state.ts';

/** Who has come in from elsewhere. */
export const cameFrom: Fact = {
  about: person,
  stands: (world, who) => {
    const { by, from } = world.of(newcomer);
    if (by.raw[who] === 0) return [];
    const clause = {
      verb: 'come in',
      subject: { role: 'it' },
      complements: [{ by: 'from', phrase: { role: 'group' } }],
    };
    const roles = { group: { table: group, row: from.raw[who] - 1 } };
    return [{ words: ['join', 'come', 'arrive', 'let', 'newcomer', 'belong'], clause, roles, because: [by.raw[who]] }];
  },
};
