import { peopleOf } from '../../kernel/cast.ts';
import { defineSystem } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import { position } from '../places/state.ts';
import { GOODS } from '../stores/state.ts';
import { heard } from './events.ts';
import { siteStands } from './facts.ts';
import { SITES, SITE_NAMES } from './kinds.ts';
import type { SiteKind } from './kinds.ts';
import { layTrails } from './routes.ts';
import { groupSites, oddRegion, siteSection } from './settings.ts';
import { SAYS, cache, cacheRow, report, site, trail } from './state.ts';
import { words } from './words.ts';

/** Places, ways and hazards beyond the map, and what groups have heard of them. */
export const region = defineSystem({
  id: 'region',
  after: ['places', 'stores'],
  tables: [site, cache, trail, report],
  events: { heard },
  facts: [siteStands],
  words,
  scenario: [siteSection, groupSites],
  check: oddRegion,
  build: (world, setup) => {
    const described = setup.entries(siteSection);
    for (const [key, fields] of described) {
      const row = world.addNamed(site, key, fields.name ?? key);
      world.of(site).kind.put(row, SITE_NAMES.indexOf(fields.like));
      if (fields.gate !== undefined) world.of(site).gate.put(row, world.cast.mustRow(place, fields.gate) + 1);
      for (let i = 0; i < GOODS.length; i++) world.of(cache).add();
      const usual: SiteKind['holds'] = fields.gate === undefined ? SITES[fields.like].holds : {};
      for (const good of GOODS) {
        const value = fields.holds === undefined ? usual[good] : fields.holds.get(good);
        if (value !== undefined) world.of(cache).amount.put(cacheRow(row, good), value);
      }
    }
    layTrails(world, setup);
    for (let i = 0; i < world.of(group).count * described.size * SAYS.length; i++) world.of(report).add();
    const bound = setup.entries(groupSites);
    peopleOf(setup).forEach((each, who) => {
      if (bound.get(each.group)?.['out at'] !== undefined) world.of(position).gone.put(who, 1);
    });
  },
});
