import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { LEVELS, nourishment } from './state.ts';

const WORDS = ['hunger', 'hungry', 'starve', 'eat', 'food', 'weak', 'tired', 'feed', 'fed', 'thin'];
const SAID = ['', 'weak from hunger', 'starving'] as const;

/** How far hunger has gone with somebody who lives. */
export const hunger: Fact = {
  about: person,
  stands: (world, who) => {
    const { level, levelBy, hungry, hungryBy } = world.of(nourishment);
    if (world.of(body).alive.raw[who] === 0) return [];
    const it = { role: 'it' };
    if (level.raw[who] > LEVELS.indexOf('fed')) {
      const clause = { verb: 'be', subject: it, complement: SAID[level.raw[who]] };
      return [
        { words: WORDS, clause, because: [levelBy.raw[who], ...(hungry.raw[who] === 1 ? [hungryBy.raw[who]] : [])] },
      ];
    }
    if (hungry.raw[who] === 0) return [];
    return [{ words: WORDS, clause: { verb: 'be', subject: it, complement: 'hungry' }, because: [hungryBy.raw[who]] }];
  },
};
