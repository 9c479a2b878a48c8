import type { Fact, Standing } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { campaign } from './state.ts';

const it = { role: 'it' } as const;
const GONE = ['leave', 'left', 'go', 'gone', 'away', 'withdraw', 'run', 'flee', 'escape', 'retreat'];
const DEAD = ['die', 'dead', 'death', 'kill', 'lose', 'live', 'loss', 'survive'];

/** How it stands with a side: whether it holds its home and is done with the fight, who of it is gone, and who died. */
export const sideStands: Fact = {
  about: group,
  stands: (world, of): Standing[] => {
    const { overrunBy, endedBy, state } = world.of(campaign);
    const be = (complement: string) => ({ verb: 'be', subject: it, complement });
    const facts: Standing[] = [];
    if (overrunBy.raw[of] !== 0) {
      const words = ['overrun', 'lose', 'home', 'beat', 'take', 'fall'];
      facts.push({ words, clause: be('driven from their home'), because: [overrunBy.raw[of]] });
    }
    if (state.raw[of] === 2) {
      const words = ['fight', 'end', 'over', 'win', 'hold', 'stand', 'safe'];
      facts.push({ words, clause: be('done with the fight'), because: [endedBy.raw[of]] });
    }
    const { gone, goneBy } = world.of(position);
    const { alive, downBy } = world.of(body);
    const people = peopleIn(world, of);
    facts.push(...counted(people, (who) => (gone.raw[who] === 1 ? goneBy.raw[who] : 0), GONE, 'leave'));
    facts.push(...counted(people, (who) => (alive.raw[who] === 0 ? downBy.raw[who] : 0), DEAD, 'die'));
    return facts;
  },
};

/** `The raiders had left, 17 of 27`: those of whom it is so by some event. */
function counted(
  people: readonly number[],
  by: (who: number) => number,
  words: readonly string[],
  verb: string,
): Standing[] {
  const because = people.map(by).filter((id) => id !== 0);
  if (because.length === 0) return [];
  const clause = { verb, subject: it, manner: `, ${because.length} of ${people.length}`, aspect: 'perfect' } as const;
  return [{ words, clause, because: [...new Set(because)].sort((a, b) => a - b) }];
}
