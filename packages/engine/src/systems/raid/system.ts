import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { choice, entries, nameIn, optionally, timeWindow } from '../../kernel/shape.ts';
import type { Remark } from '../../kernel/shape.ts';
import { defineSystem } from '../../kernel/system.ts';
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { leaderOf, side } from '../groups/state.ts';
import { groupBonds } from '../groups/system.ts';
import { between, ground, pairRow, position } from '../places/state.ts';
import { GOODS, stock, stockRow } from '../stores/state.ts';
import { storesSection } from '../stores/left.ts';
import { conditions } from './conditions.ts';
import { lead } from './lead.ts';
import { arrive, came, planned, ranShort, wentOn } from './events.ts';
import { intent } from './state.ts';
import { words } from './words.ts';

const P_COMES = purpose('raid/comes');
/** How long before the first moment a band has been short, and has made up its mind, in seconds. [d] */
const SHORT_SINCE = 9 * 86_400;
const PLANNED_SINCE = 86_400;

export const groupAims = entries('groups', {
  wants: optionally(choice(GOODS, 'What it has come for.')),
  takes: optionally(nameIn('places', 'The place that it means to take and hold.')),
  comes: optionally(timeWindow('When it comes; a moment in between is drawn.')),
});

/** When a band comes: a moment drawn from its window, and a minute after the beginning at the earliest. */
export function drawComing(
  world: World,
  of: number,
  purposeHash: number,
  window: { readonly from: number; readonly to: number },
): number {
  const span = Math.max(1, window.to - window.from);
  const name = world.nameHash(group, of);
  const drawn = window.from + world.chance.integer(purposeHash, name.lo, name.hi, 0, span);
  return Math.max(drawn, world.time + 60);
}

export const raid = defineSystem({
  id: 'raid',
  after: ['orders', 'stores', 'will', 'engagement'],
  tables: [intent],
  events: { 'ran-short': ranShort, planned, came, 'went-on': wentOn },
  words,
  rules: [lead],
  agenda: [arrive],
  scenario: [groupAims],
  conditions,
  check: (setup) => {
    const remarks: Remark[] = [];
    const held = setup.whole(storesSection);
    for (const [key, fields] of setup.entries(groupAims)) {
      if (fields.wants === undefined) continue;
      const wanted = fields.wants;
      if (![...(held ?? [])].some(([, goods]) => (goods.get(wanted) ?? 0) > 0)) {
        remarks.push({
          severity: 'warning',
          code: 'nothing-to-want',
          path: ['groups', key, 'wants'],
          message: `${key} wants ${wanted}, and there is none in any store.`,
          hint: 'Put some under "stores:".',
        });
      }
      if (fields.comes === undefined) {
        remarks.push({
          severity: 'warning',
          code: 'never-comes',
          path: ['groups', key, 'wants'],
          message: `${key} wants ${wanted} but never comes for it.`,
          hint: 'Add "comes: d1 23:00 to d2 03:00".',
        });
      }
      if ((setup.entries(groupBonds).get(key)?.['hostile to'] ?? []).length === 0) {
        remarks.push({
          severity: 'warning',
          code: 'nobody-to-rob',
          path: ['groups', key],
          message: `${key} has no enemy to take ${wanted} from.`,
          hint: `Add "hostile to:" to ${key}.`,
        });
      }
    }
    return remarks;
  },
  build: (world, setup) => {
    for (const [key, fields] of setup.entries(groupAims)) {
      const of = world.cast.mustRow(group, key);
      if (fields.wants === undefined || fields.takes !== undefined) continue;
      const target = richest(world, fields.wants);
      const leader = leaderOf(world, of);
      if (target < 0 || leader < 0) continue;
      const rows = world.of(intent);
      const from = world.of(position).at.raw[leader];
      rows.wants.put(of, GOODS.indexOf(fields.wants));
      rows.target.put(of, target);
      world.of(side).wayOut.put(of, from + 1);
      rows.staging.put(of, stagingFor(world, from, target));
      if (fields.comes === undefined) continue;
      const comes = drawComing(world, of, P_COMES, fields.comes);
      const short = world.recordPast(ranShort, { group: of, good: fields.wants }, world.time - SHORT_SINCE);
      const because = [reason(short)];
      world.recordPast(
        planned,
        { actor: leader, group: of, goal: target, good: fields.wants, comes },
        world.time - PLANNED_SINCE,
        because,
      );
    }
  },
});

/** The place that holds most of a good, or -1. */
function richest(world: World, good: (typeof GOODS)[number]): number {
  let best = -1;
  for (let where = 0; where < world.of(place).count; where++) {
    const amount = world.of(stock).amount.raw[stockRow(where, good)];
    if (amount > 0 && (best < 0 || amount > world.of(stock).amount.raw[stockRow(best, good)])) best = where;
  }
  return best;
}

/** Where to gather before the assault: the best hidden place in the open beside the target, on the near side. */
function stagingFor(world: World, from: number, target: number): number {
  const rows = world.of(between);
  const lands = world.of(ground);
  let best = from;
  let bestScore = -1;
  for (let where = 0; where < world.of(place).count; where++) {
    if (where === target || lands.roofed.raw[where] === 1 || rows.adjacent.raw[pairRow(world, where, target)] === 0)
      continue;
    const score = lands.concealment.raw[where] - rows.metres.raw[pairRow(world, from, where)] / 2000;
    if (score > bestScore) {
      best = where;
      bestScore = score;
    }
  }
  return best;
}
