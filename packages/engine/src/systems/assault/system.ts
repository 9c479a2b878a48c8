import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import type { Remark } from '../../kernel/shape.ts';
import { defineSystem, fill } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { isBreached } from '../barriers/state.ts';
import { campaign } from '../engagement/state.ts';
import { leaderOf, side } from '../groups/state.ts';
import { groupBonds } from '../groups/system.ts';
import { news } from '../orders/news.ts';
import { position } from '../places/state.ts';
import { drawComing, groupAims } from '../raid/system.ts';
import { investment } from '../siege/state.ts';
import { siegeSection } from '../siege/system.ts';
import { meetingPlace } from './choosing.ts';
import { arrive, broughtOff, came, chose, overran, planned, pressedOn, scouted, wentOn } from './events.ts';
import { lead } from './lead.ts';
import { giveParts } from './parts.ts';
import { assault as plans, part } from './state.ts';
import { words } from './words.ts';

const P_COMES = purpose('assault/comes');
/** How long before the first moment the mind was made up, in seconds. [d] */
const PLANNED_SINCE = 8 * 3600;

export const assault = defineSystem({
  id: 'assault',
  after: ['orders', 'squads', 'barriers', 'will', 'engagement', 'raid', 'defence', 'siege'],
  tables: [plans, part],
  events: {
    planned,
    came,
    scouted,
    chose,
    'went-on': wentOn,
    'pressed-on': pressedOn,
    'brought-off': broughtOff,
    overran,
  },
  words,
  rules: [lead],
  agenda: [arrive],
  fills: [fill(news, { what: isBreached, weight: 3 })],
  conditions: [
    {
      pattern: '{groups} are overrun',
      truth: (world, names) => overrunBy(world, names) !== 0,
      because: (world, names) => [overrunBy(world, names)].filter((id) => id !== 0),
    },
  ],
  check: (setup) => {
    const remarks: Remark[] = [];
    for (const [key, fields] of setup.entries(groupAims)) {
      if (fields.takes === undefined) continue;
      const path = ['groups', key, 'takes'];
      if (fields.comes === undefined) {
        const message = `${key} means to take ${fields.takes} but never comes.`;
        remarks.push({
          severity: 'warning',
          code: 'never-comes',
          path,
          message,
          hint: 'Add "comes: d1 22:00 to d1 23:00".',
        });
      }
      if ((setup.entries(groupBonds).get(key)?.['hostile to'] ?? []).length === 0) {
        const message = `${key} has no enemy to take ${fields.takes} from.`;
        remarks.push({
          severity: 'warning',
          code: 'nobody-to-fight',
          path,
          message,
          hint: `Add "hostile to:" to ${key}.`,
        });
      }
    }
    return remarks;
  },
  build: (world, setup) => {
    for (const [key, fields] of setup.entries(groupAims)) {
      const of = world.cast.mustRow(group, key);
      const leader = leaderOf(world, of);
      if (fields.takes === undefined || leader < 0) continue;
      const rows = world.of(plans);
      const goal = world.cast.mustRow(place, fields.takes);
      const from = world.of(position).at.raw[leader];
      rows.target.put(of, goal + 1);
      world.of(side).wayOut.put(of, from + 1);
      rows.meet.put(of, from + 1);
      rows.meet.put(of, meetingPlace(world, of, from, goal) + 1);
      giveParts(world, of);
      if (fields.comes === undefined) continue;
      const why = besieging(world, of);
      if (why.length === 0 && setup.whole(siegeSection)?.by === key) continue;
      const comes = drawComing(world, of, P_COMES, fields.comes);
      world.recordPast(planned, { actor: leader, group: of, goal, comes }, world.time - PLANNED_SINCE, why);
    }
  },
});

/** The event by which a group lost its home to those who came, or 0. */
const overrunBy = (world: World, names: Readonly<Record<string, string>>): number =>
  world.of(campaign).overrunBy.raw[world.cast.mustRow(group, names['groups'])];

/** A band that lies before the place already means to have it because of that. */
function besieging(world: World, of: number): Cause[] {
  const lies = world.of(investment);
  for (let other = 0; other < world.of(group).count; other++) {
    if (lies.by.raw[other] === of + 1) return [reason(lies.began.raw[other])];
  }
  return [];
}
