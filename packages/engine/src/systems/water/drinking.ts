/** What somebody has to drink, and how much water they lack. */
import type { World } from '../../kernel/world.ts';
import { nourishment } from '../needs/state.ts';
import { thirst } from './state.ts';

/** The most water that somebody keeps by them beyond what they lack, in ml. [d] */
export const BOTTLE_ML = 3000;
const GRAMS_A_KILO = 1000;

/** The share of their weight that somebody lacks in water. Plain reads. */
export function lackShare(world: World, who: number): number {
  const short = world.of(thirst).short.raw[who];
  return short === 0 ? 0 : short / (world.of(nourishment).frame.raw[who] * GRAMS_A_KILO);
}

/** How much more water somebody can drink, and carry, in ml. Plain reads. */
export function roomFor(world: World, who: number): number {
  const { inHand, short } = world.of(thirst);
  return Math.max(0, BOTTLE_ML + Math.ceil(short.raw[who]) - inHand.raw[who]);
}

/** Somebody is given water by an event; what they lack from now on is on account of `shortBy` (0: of nothing). */
export function give(world: World, who: number, ml: number, by: number, shortBy: number): void {
  const rows = world.of(thirst);
  rows.inHand.put(who, Math.min(BOTTLE_ML + Math.ceil(rows.short.raw[who]), rows.inHand.raw[who] + ml));
  rows.givenBy.put(who, by);
  rows.shortBy.put(who, shortBy);
}
