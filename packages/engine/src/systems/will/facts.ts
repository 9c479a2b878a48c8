import type { Fact, Standing } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import { doubts } from './state.ts';

const it = { role: 'it' } as const;

/** Whether a side has given up the fight, or run. */
export const will: Fact = {
  about: group,
  stands: (world, of): Standing[] => {
    const { gaveUp, gaveUpBy, routed, routedBy } = world.of(doubts);
    const facts: Standing[] = [];
    if (gaveUp.raw[of] === 1) {
      const clause = { verb: 'give up', subject: it, object: { noun: 'fight', of: 'the' }, aspect: 'perfect' } as const;
      facts.push({
        words: ['give', 'withdraw', 'stop', 'retreat', 'lose', 'leave', 'go', 'gone'],
        clause,
        because: [gaveUpBy.raw[of]],
      });
    }
    if (routed.raw[of] === 1) {
      const clause = { verb: 'run', subject: it, aspect: 'perfect' } as const;
      facts.push({
        words: ['run', 'flee', 'rout', 'break', 'lose', 'leave', 'go', 'gone'],
        clause,
        because: [routedBy.raw[of]],
      });
    }
    return facts;
  },
};
