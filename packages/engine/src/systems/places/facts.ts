import type { Fact, Standing } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import { position } from './state.ts';

const it = { role: 'it' } as const;
const WORDS = ['where', 'in', 'at', 'be', 'go', 'gone', 'leave', 'away', 'escape', 'get', 'come', 'stand'];

/** Where somebody is, or that they are gone; and by what. */
export const whereabouts: Fact = {
  about: person,
  stands: (world, who): Standing[] => {
    const { at, by, gone, goneBy } = world.of(position);
    if (gone.raw[who] === 1) {
      return [{ words: WORDS, clause: { verb: 'be', subject: it, complement: 'gone' }, because: [goneBy.raw[who]] }];
    }
    const clause = { verb: 'be', subject: it, complements: [{ by: 'in', phrase: { role: 'place' } }] };
    return [{ words: WORDS, clause, roles: { place: { table: place, row: at.raw[who] } }, because: [by.raw[who]] }];
  },
};
