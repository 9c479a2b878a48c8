import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { outWith } from '../bands/state.ts';
import { site } from '../region/state.ts';
import { trip } from './state.ts';

/** Who is away with a party, and where to. */
export const awayNow: Fact = {
  about: person,
  stands: (world, who) => {
    const of = world.of(outWith).party.raw[who] - 1;
    if (of < 0) return [];
    const clause = {
      verb: 'be',
      subject: { role: 'it' },
      complement: 'away',
      complements: [{ by: 'with the party to', phrase: { role: 'site' } }],
    };
    const roles = { site: { table: site, row: world.of(trip).site.raw[of] } };
    const words = ['away', 'party', 'where', 'forage', 'gone', 'search'];
    return [{ words, clause, roles, because: [world.of(trip).setOut.raw[of]] }];
  },
};
