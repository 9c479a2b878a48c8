/** Who sees to somebody. */
import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { fever, vitals } from '../wounds/state.ts';
import { care } from './state.ts';

export const inCare: Fact = {
  about: person,
  stands: (world, who) => {
    const { carer, by } = world.of(care);
    const ill = world.of(vitals).open.raw[who] > 0 || world.of(fever).state.raw[who] !== 0;
    if (carer.raw[who] === 0 || world.of(body).alive.raw[who] === 0 || !ill) return [];
    const complements = [{ by: 'in the care of', phrase: { role: 'carer' } }];
    const clause = { verb: 'be', subject: { role: 'it' }, complements };
    const roles = { carer: { table: person, row: carer.raw[who] - 1 } };
    return [{ words: ['care', 'nurse', 'tend', 'infirmary'], clause, roles, because: [by.raw[who]] }];
  },
};
