import type { Fact, Standing } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { DOING } from './considered.ts';
import { doingOf, today } from './hands.ts';
import { labour } from './state.ts';
import { tasks } from './tasks.ts';

const it = { role: 'it' } as const;
const WORDS = ['work', 'task', 'mend', 'dig', 'tend', 'nurse', 'cook', 'fetch'];

/** What somebody is set to, whether they are at it, and whether they are off work today. */
export const setTo: Fact = {
  about: person,
  stands: (world, who): Standing[] => {
    const { task, by, off, offBy } = world.of(labour);
    const given = world.ruleset.filled(tasks)[task.raw[who] - 1];
    const facts: Standing[] = [];
    if (given !== undefined) {
      const complements = [
        { by: doingOf(world, who)?.work === given.work ? 'at' : 'down for', phrase: DOING[given.work] },
      ];
      facts.push({ words: WORDS, clause: { verb: 'be', subject: it, complements }, because: [by.raw[who]] });
    }
    if (offBy.raw[who] !== 0 && off.raw[who] === today(world)) {
      const clause = { verb: 'be', subject: it, complement: 'off work' };
      facts.push({ words: [...WORDS, 'off', 'refuse'], clause, because: [offBy.raw[who]] });
    }
    return facts;
  },
};
