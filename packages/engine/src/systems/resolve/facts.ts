import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { nerves } from './state.ts';

const it = { role: 'it' } as const;

/** Whether somebody still stands their ground. */
export const nerve: Fact = {
  about: person,
  stands: (world, who) => {
    const { broken, brokenBy, pinned, pinnedBy } = world.of(nerves);
    if (broken.raw[who] === 1) {
      const clause = { verb: 'lose', subject: it, object: { noun: 'nerve', of: 'own' }, aspect: 'perfect' } as const;
      return [
        { words: ['nerve', 'break', 'broken', 'afraid', 'run', 'flee', 'lose'], clause, because: [brokenBy.raw[who]] },
      ];
    }
    if (pinned.raw[who] === 0) return [];
    const clause = { verb: 'be', subject: it, complement: 'flat on the ground, under fire' };
    return [{ words: ['pin', 'pinned', 'fire', 'ground'], clause, because: [pinnedBy.raw[who]] }];
  },
};
