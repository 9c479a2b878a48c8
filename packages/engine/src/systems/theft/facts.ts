import type { Fact, Standing } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { hoard } from './state.ts';

const it = { role: 'it' } as const;
const WORDS = ['steal', 'thief', 'theft', 'hide', 'hoard', 'food'];

/** What somebody has hidden, and what they are known for. */
export const thieving: Fact = {
  about: person,
  stands: (world, who) => {
    const rows = world.of(hoard);
    const facts: Standing[] = [];
    if (rows.grams.raw[who] > 0) {
      const clause = { verb: 'have', subject: it, object: { noun: 'food', of: 'none' }, complement: 'hidden' } as const;
      facts.push({ words: WORDS, clause, because: [rows.by.raw[who]] });
    }
    if (rows.judgedBy.raw[who] !== 0) {
      const docked = rows.dockedUntil.raw[who] > world.time;
      const complement = docked ? 'on half of what the others get, for stealing' : 'known to steal';
      facts.push({ words: WORDS, clause: { verb: 'be', subject: it, complement }, because: [rows.judgedBy.raw[who]] });
    }
    return facts;
  },
};
