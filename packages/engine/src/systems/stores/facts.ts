import type { Fact, Standing } from '../../kernel/system.ts';
import { place } from '../../kernel/tables.ts';
import { heldAtFirst, movedIn } from './left.ts';
import { stock, stockRow } from './state.ts';
import { measured } from './measured.ts';

const WORDS = ['store', 'left', 'food', 'goods', 'take', 'steal', 'rob', 'empty', 'plunder'];

/** What lies in a place, good by good, and who took of it or put some back. */
export const stored: Fact = {
  about: place,
  stands: (world, where): Standing[] =>
    heldAtFirst(world, where).map(([good]) => {
      const amount = world.of(stock).amount.raw[stockRow(where, good)];
      const clause = {
        verb: 'lie',
        subject: measured(good, amount),
        complements: [{ by: 'in', phrase: { role: 'it' } }],
      };
      const own = good === 'food' ? WORDS : WORDS.filter((word) => word !== 'food');
      return { words: [good, ...good.split(' '), ...own], clause, because: movedIn(world, where, good) };
    }),
};
