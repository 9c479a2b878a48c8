/** Who sees to somebody. */
import type { Fact, Standing } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { REGIONS, fever, vitals, wound } from '../wounds/state.ts';
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

/** What grave wounds that have healed leave for good. */
export const scarred: Fact = {
  about: person,
  stands: (world, who) => {
    const rows = world.of(wound);
    const found: Standing[] = [];
    for (let row = 0; row < rows.count; row++) {
      if (!rows.isLive(row) || rows.person.raw[row] !== who || rows.grave.raw[row] === 0 || rows.closed.raw[row] === 0)
        continue;
      const region = REGIONS[rows.region.raw[row]];
      const complements = [{ by: 'on', phrase: { noun: region, of: 'the' } }] as const;
      const clause = { verb: 'have', subject: { role: 'it' }, object: { noun: 'scar', of: 'a' }, complements } as const;
      found.push({ words: ['scar', 'wound', region], clause, because: [rows.closedBy.raw[row]] });
    }
    return found;
  },
};
