import type { Fact, Standing } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import { RATIONS, kitchen } from './state.ts';

const it = { role: 'it' } as const;
const WORDS = ['ration', 'food', 'eat', 'hungry', 'hunger', 'meal', 'feed', 'store'];
const ON = ['full', 'three-quarter', 'half', 'quarter'] as const;

/** What a group is given to eat, and whether there is anything. */
export const fare: Fact = {
  about: group,
  stands: (world, of): Standing[] => {
    const { seat, ration, setBy, out, outBy, onSeed, onSeedBy } = world.of(kitchen);
    if (seat.raw[of] === 0) return [];
    if (out.raw[of] === 1) {
      return [
        {
          words: [...WORDS, 'run', 'out', 'starve'],
          clause: { verb: 'be', subject: it, complement: 'out of food' },
          because: [outBy.raw[of]],
        },
      ];
    }
    const phrase = { noun: `${ON[ration.raw[of]]} rations`, of: 'none' } as const;
    const facts: Standing[] = [
      {
        words: [...WORDS, 'short', RATIONS[ration.raw[of]]],
        clause: { verb: 'be', subject: it, complement: '', complements: [{ by: 'on', phrase }] },
        because: [setBy.raw[of]],
      },
    ];
    if (onSeed.raw[of] === 1) {
      const clause = {
        verb: 'eat',
        subject: it,
        object: { noun: 'seed grain', of: 'the' },
        aspect: 'progressive',
      } as const;
      facts.push({ words: ['seed', 'grain', 'sow', ...WORDS], clause, because: [onSeedBy.raw[of]] });
    }
    return facts;
  },
};
