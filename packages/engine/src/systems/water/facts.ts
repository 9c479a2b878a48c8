import type { Fact, Standing } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { ALLOWANCES, FAILS, SOURCES, source, supply, thirst } from './state.ts';

const it = { role: 'it' } as const;
const WORDS = ['water', 'thirst', 'thirsty', 'drink', 'dry', 'parched'];
const SAID = ['', 'parched', 'failing for want of water'] as const;

/** How far thirst has gone with somebody who lives. */
export const thirsty: Fact = {
  about: person,
  stands: (world, who) => {
    const { level, levelBy } = world.of(thirst);
    if (world.of(body).alive.raw[who] === 0 || level.raw[who] === 0) return [];
    const clause = { verb: 'be', subject: it, complement: SAID[level.raw[who]] };
    return [{ words: WORDS, clause, because: [levelBy.raw[who]] }];
  },
};

/** What a group is given to drink. */
export const allowance: Fact = {
  about: group,
  stands: (world, of): Standing[] => {
    const rows = world.of(supply);
    if (rows.seat.raw[of] === 0) return [];
    if (rows.out.raw[of] === 1) {
      return [
        {
          words: WORDS,
          clause: { verb: 'be', subject: it, complement: 'out of water' },
          because: [rows.outBy.raw[of]],
        },
      ];
    }
    if (rows.allowance.raw[of] === ALLOWANCES.indexOf('plenty')) return [];
    const clause = { verb: 'be', subject: it, complement: 'short of water' };
    return [{ words: [...WORDS, 'short', 'ration'], clause, because: [rows.setBy.raw[of]] }];
  },
};

/** Whether a source gives water. */
export const gives: Fact = {
  about: place,
  stands: (world, at): Standing[] => {
    const rows = world.of(source);
    if (rows.kind.raw[at] === 0 || rows.fails.raw[at] === 0) return [];
    const name = SOURCES[rows.kind.raw[at] - 1];
    const frozen = FAILS[rows.fails.raw[at] - 1] === 'froze';
    const subject = {
      noun: name === 'rain butts' ? 'rain butt' : name,
      of: 'the',
      count: name === 'rain butts' ? 2 : 1,
    } as const;
    const complements = [{ by: 'in', phrase: it }];
    const clause = { verb: 'be', subject, complement: frozen ? 'frozen' : 'dry', complements };
    return [{ words: [...WORDS, ...name.split(' '), 'frozen', 'freeze'], clause, because: [rows.failsBy.raw[at]] }];
  },
};
