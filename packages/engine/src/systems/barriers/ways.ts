/** What barriers mean for whoever wants to get past them, see past them or shoot past them. */
import { findClaim } from '../../kernel/beliefs.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf } from '../groups/state.ts';
import { between, crossing, metresBetween, pairRow, passage, position } from '../places/state.ts';
import { layWays, seeAcross } from '../places/routes.ts';
import { MATERIALS } from '../places/templates.ts';
import { barrier, barrierBetween, isBreached, kindOf } from './state.ts';

/** What is left of the view where a barrier has been broken through: its stumps still stand. [d] */
const VIEW_OF_BREACH = 0.85;

/** Row of the intact barrier that bars somebody the way from a place to its neighbour, or -1. Reads are tracked. */
export function barredBy(world: World, who: number, from: number, to: number): number {
  const row = barrierBetween(world, from, to);
  if (row < 0) return -1;
  const rows = world.of(barrier);
  if (rows.breached.at(row) === 1 || rows.keeper.raw[row] === groupOf(world, who) + 1) return -1;
  return rows.inside.raw[row] === from && kindOf(world, row).opens ? -1 : row;
}

/** Whether somebody is barred the way from a place to its neighbour, unless they climb or break through. */
export function isBarred(world: World, who: number, from: number, to: number): boolean {
  return barredBy(world, who, from, to) >= 0;
}

/** Rows of the barriers at a place, breached or not, in the order of stable names. */
export function barriersAt(world: World, at: number): number[] {
  const rows = world.of(barrier);
  const found: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (rows.inside.raw[row] === at || rows.outside.raw[row] === at) found.push(row);
  }
  return found;
}

/** The place on the other side of a barrier, as seen from a goal; where the goal is not right behind it, the farther side. */
export function outsideOf(world: World, row: number, goal: number): number {
  const { inside, outside } = world.of(barrier);
  const [within, without] = [inside.raw[row], outside.raw[row]];
  if (goal === within) return without;
  if (goal === without) return within;
  return metresBetween(world, within, goal) <= metresBetween(world, without, goal) ? without : within;
}

/** The side of a barrier that a goal lies on: the place right behind it for somebody who comes from elsewhere. */
export function behindOf(world: World, row: number, goal: number): number {
  const { inside, outside } = world.of(barrier);
  const far = outsideOf(world, row, goal);
  return far === inside.raw[row] ? outside.raw[row] : inside.raw[row];
}

/**
 * Row of the intact barrier at which to break in on the way from a place to a goal, or -1 where nothing shuts the goal
 * off: of those that can be reached, the one with the shortest way there and on to the goal. With `who`, a barrier is
 * taken to be intact unless they believe otherwise. Reads are tracked.
 */
export function barrierInto(world: World, goal: number, from: number, who = -1): number {
  const rows = world.of(barrier);
  if (rows.count === 0) return -1;
  const intact: boolean[] = [];
  for (let row = 0; row < rows.count; row++) intact.push(standsFor(world, row, who));
  const reached = reachable(world, from, intact);
  if (reached[goal] === 1) return -1;
  let best = -1;
  let bestMetres = Infinity;
  for (let row = 0; row < rows.count; row++) {
    if (!intact[row]) continue;
    const [inside, outside] = [rows.inside.raw[row], rows.outside.raw[row]];
    if (reached[inside] === reached[outside]) continue;
    const [near, far] = reached[inside] === 1 ? [inside, outside] : [outside, inside];
    const metres = metresBetween(world, from, near) + metresBetween(world, far, goal);
    if (metres < bestMetres) {
      best = row;
      bestMetres = metres;
    }
  }
  return best;
}

function standsFor(world: World, row: number, who: number): boolean {
  const rows = world.of(barrier);
  if (who < 0) return rows.breached.at(row) === 0;
  if (rows.keeper.raw[row] === groupOf(world, who) + 1) return false;
  const at = world.of(position).at.raw[who];
  // Whoever stands at it sees how it is; others go by what they have seen or heard.
  if (rows.inside.raw[row] === at || rows.outside.raw[row] === at) return rows.breached.at(row) === 0;
  return findClaim(world, who, isBreached, row) < 0;
}

/** 1 for each place that can be reached from a place without passing an intact barrier. */
function reachable(world: World, from: number, intact: readonly boolean[]): Uint8Array {
  const count = world.of(place).count;
  const { adjacent } = world.of(between);
  const reached = new Uint8Array(count);
  const open = [from];
  reached[from] = 1;
  for (const at of open) {
    for (let to = 0; to < count; to++) {
      if (reached[to] === 1 || adjacent.raw[pairRow(world, at, to)] === 0) continue;
      const row = barrierBetween(world, at, to);
      if (row >= 0 && intact[row]) continue;
      reached[to] = 1;
      open.push(to);
    }
  }
  return reached;
}

/**
 * The intact barrier that fire from one place at another has to come through, or -1: the one on the last step of the way.
 * Reads are tracked, unless it is only for a bound.
 */
export function barrierInLine(world: World, from: number, to: number, tracked = true): number {
  const cells = world.of(crossing);
  if (cells.count === 0 || from === to) return -1;
  const next = world.of(between).next.raw[pairRow(world, to, from)];
  const row = cells.barrier.raw[pairRow(world, to, next)] - 1;
  const { breached } = world.of(barrier);
  if (tracked && row >= 0) breached.at(row);
  return row < 0 || breached.raw[row] === 1 ? -1 : row;
}

/** The share of hits that a barrier stops for those in a place under fire from another, 0..1. Reads are tracked, unless it is only for a bound. */
export function coverAcross(world: World, from: number, to: number, tracked = true): number {
  const row = barrierInLine(world, from, to, tracked);
  if (row < 0) return 0;
  const kind = kindOf(world, row);
  return kind.both || world.of(barrier).inside.raw[row] === to ? kind.cover : 0;
}

/** What the barrier is made of that fire has to come through, as an index into MATERIALS; 0 where there is none. */
export function tierAcross(world: World, from: number, to: number): number {
  const row = barrierInLine(world, from, to, false);
  return row < 0 ? 0 : MATERIALS.indexOf(kindOf(world, row).material);
}

/** Lay every set of ways anew, and what is seen from where, by what stands now. */
export function layAround(world: World): void {
  const rows = world.of(barrier);
  const sets = world.of(passage);
  for (let set = 0; set <= rows.count; set++) {
    let of = -1;
    for (let each = 0; each < sets.count && of < 0; each++) if (sets.ways.raw[each] === set) of = each;
    if (of < 0 && set > 0) break;
    layWays(world, set, (from, to) => delayAcross(world, of, from, to));
  }
  const { sight } = world.of(between);
  for (let row = 0; row < rows.count; row++) {
    const [inside, outside] = [rows.inside.raw[row], rows.outside.raw[row]];
    const left = rows.breached.raw[row] === 1 ? VIEW_OF_BREACH : kindOf(world, row).sight;
    const seen = rows.view.raw[row] * left;
    sight.raw[pairRow(world, inside, outside)] = seen;
    sight.raw[pairRow(world, outside, inside)] = seen;
  }
  seeAcross(world, (from, to) => {
    const row = barrierBetween(world, from, to);
    if (row < 0) return 1;
    const { sight: near, past } = kindOf(world, row);
    return rows.breached.raw[row] === 1 || near === 0 ? 1 : past / near;
  });
}

/** Seconds that crossing costs people of a group (-1: of any that keeps nothing); Infinity where they cannot. */
function delayAcross(world: World, of: number, from: number, to: number): number {
  const row = barrierBetween(world, from, to);
  if (row < 0) return 0;
  const rows = world.of(barrier);
  if (rows.breached.raw[row] === 1) return 0;
  const kind = kindOf(world, row);
  if (of >= 0 && rows.keeper.raw[row] === of + 1) return kind.passes;
  const within = rows.inside.raw[row] === from;
  if (within && kind.opens) return kind.passes;
  const over = within ? kind.drops : kind.climbs;
  return over > 0 ? over : Infinity;
}
