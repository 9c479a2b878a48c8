/** What a scenario says of groups that are out there: what they have and lack, and what they have heard. */
import {
  amount,
  choice,
  duration,
  entries,
  list,
  nameIn,
  optionally,
  record,
  withDefault,
} from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { heard } from '../region/events.ts';
import { groupSites, siteSection } from '../region/settings.ts';
import { GRADES, SAYS, site } from '../region/state.ts';
import { GOODS } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';
import { ranShort } from './events.ts';
import { STATES, outfit } from './state.ts';

/** How a group lives out there. */
const LIVES = ['settled', 'wandering'] as const;

export const groupOutfits = entries('groups', {
  provisions: withDefault(amount('g', 'Food that it has with it out there.'), 0),
  lives: withDefault(choice(LIVES, 'Whether it stays where it is, or moves on when it runs short.'), 'wandering'),
  lacks: optionally(choice(GOODS, 'What it would give food for.')),
  'has heard': withDefault(
    list(
      record({
        of: nameIn('sites', 'Of which site.'),
        that: choice(SAYS, 'What is said of it.'),
        from: optionally(nameIn('groups', 'From whom.')),
        grade: withDefault(choice(GRADES, 'How reliable they are.'), 'C'),
        ago: withDefault(duration('How long before the beginning.'), 86_400),
      }),
      'Reports that it has come by.',
    ),
    [],
  ),
});

/** How long before the beginning a group has come to lack something, where nothing else is said, in seconds. [d] */
const LACKED_FOR = 5 * 86_400;

export function fitOut(world: World, setup: Setup): void {
  const rows = world.of(outfit);
  const sites = setup.entries(groupSites);
  const told: { readonly ago: number; readonly record: (at: number) => void }[] = [];
  for (const [key, fields] of setup.entries(groupOutfits)) {
    const of = world.cast.mustRow(group, key);
    const { camp, 'out at': out } = sites.get(key)!;
    const where = camp ?? out;
    if (where !== undefined) rows.camp.put(of, world.cast.mustRow(site, where) + 1);
    rows.settled.put(of, fields.lives === 'settled' ? 1 : 0);
    for (const each of fields['has heard']) {
      const roles = {
        group: of,
        site: world.cast.mustRow(site, each.of),
        target: each.from === undefined ? -1 : world.cast.mustRow(group, each.from),
      };
      const data = { says: each.that, how: 'told', grade: each.grade, days: 0 } as const;
      told.push({ ago: each.ago, record: (at) => world.recordPast(heard, { ...roles, ...data }, at) });
    }
    if (out === undefined) continue;
    const at = world.cast.mustRow(site, out);
    rows.site.put(of, at);
    rows.state.put(of, STATES.indexOf('out'));
    rows.food.put(of, fields.provisions);
    const { lacks } = fields;
    if (lacks === undefined || lacks === 'food') continue;
    const lacking = { group: of, site: at, good: lacks as Good, days: 0 };
    told.push({ ago: LACKED_FOR, record: (time) => world.recordPast(ranShort, lacking, time) });
  }
  told.sort((a, b) => b.ago - a.ago);
  for (const { ago, record: tell } of told) tell(world.time - ago);
}

export function oddOutfits(setup: Setup): Remark[] {
  const remarks: Remark[] = [];
  for (const [key, fields] of setup.entries(groupOutfits)) {
    const { camp, 'out at': out } = setup.entries(groupSites).get(key)!;
    const says = fields.provisions > 0 || fields.lacks !== undefined;
    if (says && out === undefined) {
      remarks.push({
        severity: 'warning',
        code: 'not-out-there',
        path: ['groups', key],
        message: `${key} is not out there as it begins, so that what it has there says nothing.`,
        hint: 'Say where with "out at:".',
      });
    }
    if (camp !== undefined && out !== undefined && camp !== out) {
      remarks.push({
        severity: 'warning',
        code: 'camps-elsewhere',
        path: ['groups', key, 'camp'],
        message: `${key} is out at ${out} as it begins, and camps elsewhere only after it has been on the map.`,
        hint: 'Leave out one of the two.',
      });
    }
    for (const [i, each] of fields['has heard'].entries()) {
      if (setup.entries(siteSection).size === 0 || each.from !== key) continue;
      remarks.push({
        severity: 'error',
        code: 'from-itself',
        path: ['groups', key, 'has heard', i, 'from'],
        message: `${key} cannot have heard it from itself.`,
        hint: 'Name another group, or leave it out.',
      });
    }
  }
  return remarks;
}
