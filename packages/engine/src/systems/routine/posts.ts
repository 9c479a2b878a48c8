/** Where watch is kept. */
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier } from '../barriers/state.ts';
import { weakestOf } from '../debrief/state.ts';
import { isWithin } from '../defence/state.ts';
import { side } from '../groups/state.ts';
import { between, ground, pairRow, sightBetween } from '../places/state.ts';
import { lookout } from './state.ts';

/** From where one sees less than so much more than the others do, nobody is posted. [d] */
const WORTH_A_POST = 0.05;
/** How much better a post under the open sky is: one hears from there as well. [d] */
const IN_THE_OPEN = 1.5;

/**
 * Rows of the places from which a group keeps watch when `count` stand at once: those that the scenario names; else behind the wall that is
 * held to be the weakest, and, of the places within the
 * walls (or of home and what lies beside it), each time the one from which most is seen of what lies outside and the others do not
 * see. Where there are fewer such places than people, they stand there together.
 */
export function postsFor(world: World, of: number, count: number): number[] {
  const named = namedFor(world, of);
  const good = named.length > 0 ? named : [...new Set([...weakPlaces(world, of), ...lookouts(world, of, count)])];
  return Array.from({ length: count }, (_, i) => good[i % good.length]);
}

/** Behind the wall that is held to be the weakest somebody stands first of all. */
function weakPlaces(world: World, of: number): number[] {
  const weak = weakestOf(world, of);
  return weak < 0 ? [] : [world.of(barrier).inside.raw[weak]];
}

function namedFor(world: World, of: number): number[] {
  const rows = world.of(lookout);
  const places = [];
  for (let row = 0; row < rows.count; row++) if (rows.of.raw[row] === of) places.push(rows.at.raw[row]);
  return places;
}

/** The best places to watch from; where one sees nothing of what lies outside the walls, from home and beside it. */
function lookouts(world: World, of: number, count: number): number[] {
  const home = world.of(side).home.raw[of] - 1;
  const { adjacent } = world.of(between);
  const walled: number[] = [];
  const beside: number[] = [];
  for (let at = 0; at < world.of(place).count; at++) {
    if (isWithin(world, of, at)) walled.push(at);
    if (at === home || adjacent.raw[pairRow(world, home, at)] === 1) beside.push(at);
  }
  // Within lies home alone where nothing shuts anybody out.
  const onWalls = walled.length > 1 ? lookoutsAmong(world, walled, count) : [];
  if (onWalls.length > 0) return onWalls;
  const near = lookoutsAmong(world, beside, count);
  return near.length > 0 ? near : [home];
}

/** Of these places, those from which together most of all others is seen, the best first. */
function lookoutsAmong(world: World, inside: readonly number[], count: number): number[] {
  const seen = new Float64Array(world.of(place).count);
  for (const at of inside) seen[at] = 1;
  const chosen: number[] = [];
  while (chosen.length < count) {
    const best = bestOf(world, inside, seen);
    if (best < 0) break;
    chosen.push(best);
    for (let to = 0; to < seen.length; to++) seen[to] = Math.max(seen[to], sightBetween(world, best, to));
  }
  return chosen;
}

/** The place from which most is seen that is not seen yet; -1 where none is worth it. */
function bestOf(world: World, inside: readonly number[], seen: Float64Array): number {
  let best = -1;
  let most = WORTH_A_POST;
  for (const at of inside) {
    let sees = 0;
    for (let to = 0; to < seen.length; to++) sees += Math.max(0, sightBetween(world, at, to) - seen[to]);
    if (world.of(ground).roofed.raw[at] === 0) sees *= IN_THE_OPEN;
    if (sees > most) [best, most] = [at, sees];
  }
  return best;
}
