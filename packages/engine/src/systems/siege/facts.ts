import type { Fact } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import { besiegerOf, investment } from './state.ts';

/** Whether a side is under siege. */
export const siegeLaid: Fact = {
  about: group,
  stands: (world, of) => {
    const by = besiegerOf(world, of);
    if (by < 0) return [];
    const clause = {
      verb: 'be',
      subject: { role: 'it' },
      complement: 'under siege',
      complements: [{ by: 'by', phrase: { role: 'by' } }],
    };
    const roles = { by: { table: group, row: by } };
    return [
      { words: ['siege', 'besiege', 'shut', 'cut'], clause, roles, because: [world.of(investment).began.raw[of]] },
    ];
  },
};
