/** How much wood a group has, and how much its fires take. */
import type { World } from '../../kernel/world.ts';
import { mouthsOf, placesOf } from '../rations/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import type { Lasting } from '../stores/lasting.ts';
import { FIRES, hearth } from './state.ts';
import { meanDegrees } from './temperature.ts';

/** People round one fire. [d] */
const A_FIRE = 10;
/** Degrees outside below which fires are lit in the evening. [d] */
const LIT_BELOW = 10;
/** Grams of wood that a fire takes through an evening and a night for each degree below that. [d, after m: heat lost by a hall] */
const GRAMS_A_DEGREE = 1500;
/** What fires take as they are kept, as a share of that. [d] */
const SHARE_OF: Readonly<Record<(typeof FIRES)[number], number>> = { full: 1, short: 0.55, low: 0.2 };

/** Grams that a night takes with fires kept in full, by how cold it has turned. Plain reads. */
function fullNight(world: World, of: number): number {
  const cold = Math.max(0, LIT_BELOW - meanDegrees(world));
  return Math.ceil(mouthsOf(world, of).length / A_FIRE) * cold * GRAMS_A_DEGREE;
}

/** Grams that a night takes with fires as they are kept. Plain reads. */
export function nightsWood(world: World, of: number, fires: number): number {
  return Math.round(fullNight(world, of) * SHARE_OF[FIRES[fires]]);
}

/** Firewood in all of a group's stores, in grams. Tracked. */
export function woodOf(world: World, of: number): number {
  return placesOf(world, of).reduce((sum, at) => sum + world.of(stock).amount.at(stockRow(at, 'firewood')), 0);
}

/** For how many whole nights like this one so many grams last with fires as they are kept. Plain reads. */
export function nightsOn(world: World, of: number, grams: number, fires: number): number {
  const night = nightsWood(world, of, fires);
  return night <= 0 ? Infinity : Math.floor(grams / night);
}

/** Take so many grams of firewood out of a group's stores. Only from within an event's `apply`. */
export function burnOut(world: World, of: number, grams: number): void {
  const { amount } = world.of(stock);
  let rest = grams;
  for (const at of placesOf(world, of)) {
    const row = stockRow(at, 'firewood');
    const taken = Math.min(rest, amount.raw[row]);
    if (taken > 0) amount.put(row, amount.raw[row] - taken);
    rest -= taken;
  }
}

export const woodLasts: Lasting = {
  good: 'firewood',
  days: (world, of) => {
    if (world.of(hearth).seat.raw[of] === 0) return null;
    const { amount } = world.of(stock);
    const grams = placesOf(world, of).reduce((sum, at) => sum + amount.raw[stockRow(at, 'firewood')], 0);
    return nightsOn(world, of, grams, world.of(hearth).fires.raw[of]);
  },
  because: (world, of) => [world.of(hearth).litBy.raw[of], world.of(hearth).firesBy.raw[of]],
};
