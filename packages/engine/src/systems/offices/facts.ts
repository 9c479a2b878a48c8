import type { Fact, Standing } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { groupOf } from '../groups/state.ts';
import { OFFICES, seat, seatRow } from './state.ts';

const WORDS = ['office', 'charge', 'appoint', 'post', 'second'];

/** What somebody was put in charge of, or is no longer. */
export const inCharge: Fact = {
  about: person,
  stands: (world, who): Standing[] => {
    const { holder, before, by } = world.of(seat);
    return OFFICES.flatMap((office): Standing[] => {
      const row = seatRow(groupOf(world, who), office);
      if (by.raw[row] === 0) return [];
      const held = holder.raw[row] === who + 1;
      if (!held && before.raw[row] !== who + 1) return [];
      const what = office === 'second' ? 'second in command' : `in charge of the ${office}`;
      const complement = held ? what : `no longer ${what}`;
      const clause = { verb: 'be', subject: { role: 'it' }, complement } as const;
      return [{ words: [...WORDS, office], clause, because: [by.raw[row]] }];
    });
  },
};
