import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { mask } from './state.ts';

/** That keeping a calm face has worn somebody thin. */
export const wornThin: Fact = {
  about: person,
  stands: (world, who) => {
    const { thin, thinBy } = world.of(mask);
    if (thin.raw[who] === 0) return [];
    return [
      {
        words: ['worn', 'thin', 'strain', 'calm'],
        clause: { verb: 'be', subject: { role: 'it' }, complement: 'worn thin' },
        because: [thinBy.raw[who]],
      },
    ];
  },
};
