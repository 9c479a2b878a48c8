import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { dreadOf, dreadedBy, fear } from './state.ts';

const WORDS = ['dread', 'fear', 'afraid', 'edge', 'uneasy', 'frightened', 'shadow', 'shadows', 'start'];
/** Dread from which on it is said of somebody who is asked about, though it does not show. [d] */
const SAID = 0.2;

/** Whether somebody dreads what may come, and since what. */
export const dreads: Fact = {
  about: person,
  stands: (world, who) => {
    if (world.of(body).alive.raw[who] === 0) return [];
    const { onEdge, onEdgeBy } = world.of(fear);
    const shows = onEdge.raw[who] === 1;
    if (!shows && dreadOf(world, who) < SAID) return [];
    const clause = { verb: 'be', subject: { role: 'it' }, complement: shows ? 'on edge' : 'uneasy' };
    return [{ words: WORDS, clause, because: shows ? [onEdgeBy.raw[who]] : dreadedBy(world, who) }];
  },
};
