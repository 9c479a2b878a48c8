import type { Fact, Standing } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { weariness } from '../bodies/sleep.ts';
import { tiredBy } from './people.ts';
import { roster } from './state.ts';

const it = { role: 'it' } as const;
const SLEEP = ['sleep', 'asleep', 'awake', 'bed', 'rest'];
const WATCH = ['watch', 'guard', 'stand', 'post', 'keep'];
const TIRED = ['tired', 'tire', 'spent', 'exhausted', 'sleep', 'rest'];
/** From how tired on, 0..1, it is said of somebody: what a day without sleep makes of them. [d] */
const SAID_TIRED = 0.4;

/** Whether somebody sleeps, stands watch, or is tired; and by what. */
export const sleepAndWatch: Fact = {
  about: person,
  stands: (world, who): Standing[] => {
    const { alive, awake } = world.of(body);
    if (alive.raw[who] === 0) return [];
    const { on, took, slept, post } = world.of(roster);
    const facts: Standing[] = [];
    const be = (complement: string) => ({ verb: 'be', subject: it, complement });
    if (awake.raw[who] === 0) facts.push({ words: SLEEP, clause: be('asleep'), because: [slept.raw[who]] });
    if (on.raw[who] === 1) {
      const clause = { ...be('on watch'), complements: [{ by: 'in', phrase: { role: 'post' } }] };
      const roles = { post: { table: place, row: post.raw[who] - 1 } };
      facts.push({ words: WATCH, clause, roles, because: [took.raw[who]] });
    }
    if (weariness(world, who) >= SAID_TIRED) {
      facts.push({ words: TIRED, clause: be('tired out'), because: tiredBy(world, who) });
    }
    return facts;
  },
};
