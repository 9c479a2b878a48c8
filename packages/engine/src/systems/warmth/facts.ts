import type { Fact } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { FIRES, chill, hearth } from './state.ts';

const it = { role: 'it' } as const;
const WORDS = ['cold', 'freeze', 'frozen', 'chill', 'warm', 'fire', 'heat'];
const SAID = ['', 'chilled through', 'all but frozen'] as const;

/** How far the cold has got with somebody who lives. */
export const cold: Fact = {
  about: person,
  stands: (world, who) => {
    const { level, levelBy } = world.of(chill);
    if (world.of(body).alive.raw[who] === 0 || level.raw[who] === 0) return [];
    const clause = { verb: 'be', subject: it, complement: SAID[level.raw[who]] };
    return [{ words: WORDS, clause, because: [levelBy.raw[who]] }];
  },
};

/** How a group keeps its fires, where it is not as it would. */
export const fires: Fact = {
  about: group,
  stands: (world, of) => {
    const rows = world.of(hearth);
    if (rows.seat.raw[of] === 0) return [];
    const words = [...WORDS, 'wood', 'firewood', 'burn'];
    if (rows.out.raw[of] === 1) {
      const clause = { verb: 'be', subject: it, complement: 'out of firewood' };
      return [{ words, clause, because: [rows.outBy.raw[of]] }];
    }
    if (rows.fires.raw[of] === FIRES.indexOf('full')) return [];
    const clause = {
      verb: 'keep',
      subject: it,
      object: { noun: 'hearth', of: 'own', count: 2 },
      manner: 'low',
    } as const;
    return [{ words, clause, because: [rows.firesBy.raw[of]] }];
  },
};
