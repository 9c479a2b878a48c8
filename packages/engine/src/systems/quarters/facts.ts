import type { Fact, Standing } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { lodging } from './state.ts';

/** Where somebody sleeps. */
export const sleepsIn: Fact = {
  about: person,
  stands: (world, who): Standing[] => {
    const { at, by } = world.of(lodging);
    if (at.raw[who] === 0 || world.of(body).alive.raw[who] === 0) return [];
    const complements = [{ by: 'in', phrase: { role: 'bed' } }] as const;
    const clause = { verb: 'have', subject: { role: 'it' }, object: { noun: 'bed', of: 'a' }, complements } as const;
    const roles = { bed: { table: place, row: at.raw[who] - 1 } };
    return [{ words: ['bed', 'quarters', 'room', 'sleep', 'lodge', 'live'], clause, roles, because: [by.raw[who]] }];
  },
};
