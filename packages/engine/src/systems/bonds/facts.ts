/** What somebody holds of whom, and whence it comes. */
import type { Fact, Standing } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import type { Clause } from '../../kernel/words.ts';
import { body } from '../bodies/state.ts';
import { TURNS, acquaintance, circle, isTurned, turnedBy } from './state.ts';
import type { Turn } from './state.ts';

const it = { role: 'it' } as const;
const whom = { role: 'whom' } as const;

/** How each turn is asked for and said. */
const SAID: Readonly<Record<Turn, { readonly words: readonly string[]; readonly clause: Clause }>> = {
  trusts: { words: ['trust', 'trusted'], clause: { verb: 'trust', subject: it, object: whom } },
  doubts: {
    words: ['distrust', 'doubt', 'mistrust', 'trust'],
    clause: { verb: 'distrust', subject: it, object: whom },
  },
  fond: {
    words: ['like', 'love', 'fond', 'friend'],
    clause: { verb: 'be', subject: it, complement: 'fond', complements: [{ by: 'of', phrase: whom }] },
  },
  averse: { words: ['dislike', 'hate', 'resent'], clause: { verb: 'dislike', subject: it, object: whom } },
  afraid: {
    words: ['fear', 'afraid', 'dread'],
    clause: { verb: 'be', subject: it, complement: 'afraid', complements: [{ by: 'of', phrase: whom }] },
  },
};

/** What each person holds of those they know, as far as it has come to anything. */
export const holdsOf: Fact = {
  about: person,
  stands: (world, who) => {
    if (world.of(body).alive.raw[who] === 0) return [];
    const rows = world.of(acquaintance);
    const found: Standing[] = [];
    for (let row = world.of(circle).first.raw[who] - 1; row >= 0; row = rows.next.raw[row] - 1) {
      const roles = { whom: { table: person, row: rows.to.raw[row] } };
      for (const what of TURNS) {
        if (!isTurned(world, row, what)) continue;
        found.push({
          words: [...SAID[what].words, 'hold'],
          clause: SAID[what].clause,
          roles,
          because: [turnedBy(world, row, what)],
        });
      }
    }
    return found;
  },
};
