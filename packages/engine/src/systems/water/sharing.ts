/** How much water a group has, whom it is for, and how much each is given. */
import { within } from '../../kernel/bubbles.ts';
import type { World } from '../../kernel/world.ts';
import { isThere, mouthsOf, placesOf } from '../rations/state.ts';
import type { Lasting } from '../stores/lasting.ts';
import { stock, stockRow } from '../stores/state.ts';
import { ALLOWANCES, supply } from './state.ts';

/** Millilitres that each is given a day: for comfort, to get by, to drink, and half of that. [s: Sphere; the last d] */
export const ALLOWED_ML: Readonly<Record<(typeof ALLOWANCES)[number], number>> = {
  plenty: 15_000,
  enough: 7500,
  drink: 3000,
  sips: 1500,
};

/** Those whom a group gives to drink: all whom it feeds who are there. Plain reads. */
export function drinkersOf(world: World, of: number): number[] {
  return mouthsOf(world, of).filter((who) => isThere(world, of, who) || world.of(within).bubble.raw[who] !== 0);
}

/** Water in all of a group's stores, in ml. Plain reads; `waterOf` is tracked. */
export function waterNow(world: World, of: number): number {
  return placesOf(world, of).reduce((sum, at) => sum + world.of(stock).amount.raw[stockRow(at, 'water')], 0);
}
export function waterOf(world: World, of: number): number {
  return placesOf(world, of).reduce((sum, at) => sum + world.of(stock).amount.at(stockRow(at, 'water')), 0);
}

/** Take so many millilitres out of a group's stores. Only from within an event's `apply`. */
export function takeWater(world: World, of: number, ml: number): void {
  const { amount } = world.of(stock);
  let rest = ml;
  for (const at of placesOf(world, of)) {
    const row = stockRow(at, 'water');
    const taken = Math.min(rest, amount.raw[row]);
    if (taken > 0) amount.put(row, amount.raw[row] - taken);
    rest -= taken;
  }
}

/** Millilitres that a group uses a day with such an allowance. Plain reads. */
export function dayOn(world: World, of: number, allowance: number): number {
  return ALLOWED_ML[ALLOWANCES[allowance]] * drinkersOf(world, of).length;
}

/** For how many days what is in the stores lasts, if nothing is fetched. */
export const waterLasts: Lasting = {
  good: 'water',
  days: (world, of) => {
    const { seat, allowance } = world.of(supply);
    if (seat.raw[of] === 0) return null;
    const day = dayOn(world, of, allowance.raw[of]);
    return day === 0 ? Infinity : Math.floor(waterNow(world, of) / day);
  },
  because: (world, of) => {
    const { fetchedBy, sharedBy, setBy } = world.of(supply);
    return [...new Set([fetchedBy.raw[of], sharedBy.raw[of], setBy.raw[of]])];
  },
};
