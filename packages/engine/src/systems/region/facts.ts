import type { Fact, Standing } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { SAYS, heardBy, homes, site } from './state.ts';
import type { Says } from './state.ts';

const SAID: Readonly<Record<Says, string>> = {
  food: 'held to have food',
  smoke: 'known to be lived in',
  people: 'known to be held by armed people',
  'nothing left': 'known to be picked clean',
};
const WORDS = ['know', 'hear', 'report', 'site', 'region', 'food', 'smoke'];

/** What those who live on the map have heard of a site. */
export const siteStands: Fact = {
  about: site,
  stands: (world, at) => homes(world).flatMap((of) => SAYS.flatMap((says) => standing(world, of, at, says))),
};

function standing(world: World, of: number, at: number, says: Says): Standing[] {
  const by = heardBy(world, of, at, says);
  if (by === 0) return [];
  const clause = {
    verb: 'be',
    subject: { role: 'it' },
    complement: SAID[says],
    complements: [{ by: 'by', phrase: { role: 'group' } }],
  };
  return [{ words: WORDS, clause, roles: { group: { table: group, row: of } }, because: [by] }];
}
