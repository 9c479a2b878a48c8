import type { Fact } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import { site } from '../region/state.ts';
import { STATES, outfit } from './state.ts';

const WORDS = ['where', 'camp', 'band', 'out', 'need', 'food', 'hunger'];

/** Where a group is out there, and whether it has enough. */
export const outThere: Fact = {
  about: group,
  stands: (world, of) => {
    const rows = world.of(outfit);
    const it = { role: 'it' } as const;
    if (STATES[rows.state.raw[of]] !== 'out') return [];
    const roles = { site: { table: site, row: rows.site.raw[of] } };
    const clause = { verb: 'be', subject: it, complements: [{ by: 'at', phrase: { role: 'site' } }] };
    const where = { words: WORDS, clause, roles, because: [rows.by.raw[of]] };
    if (rows.short.raw[of] === 0) return [where];
    return [
      where,
      {
        words: WORDS,
        clause: { verb: 'be', subject: it, complement: 'short of food' },
        because: [rows.shortBy.raw[of]],
      },
    ];
  },
};
