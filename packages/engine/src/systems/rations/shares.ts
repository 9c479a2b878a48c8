/** How much is whose: rations, and how they are shared out. */
import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct, captive } from '../captivity/state.ts';
import { GROWN_KG } from '../needs/metabolism.ts';
import { nourishment } from '../needs/state.ts';
import { WORKS_FROM_KG } from '../needs/vigour.ts';
import { able, vitals } from '../wounds/state.ts';
import { POLICIES, RATIONS, kitchen, mouthsOf } from './state.ts';

/** What a grown person is given a day on full rations, in grams: 2,100 kcal. [d, after s: Sphere] */
export const FULL_GRAMS = 600;
/** Meals a day. */
export const MEALS = 2;
/** What each of the RATIONS is of that. */
const SHARE_OF = [1, 0.75, 0.5, 0.25] as const;
/** By need: what somebody wounded is given, as a multiple; children get by their size. [d] */
const WOUNDED = 1.25;
/** By work: what is given to those who cannot work, to those too small for it, and to prisoners. [d] */
const IDLE = 0.7;

export const shareOf = (ration: number): number => SHARE_OF[ration];

/** What somebody is given, as a multiple of the ration, by how their group shares out. Plain reads. */
function weightOf(world: World, of: number, who: number): number {
  const policy = POLICIES[world.of(kitchen).policy.raw[of]];
  const { frame } = world.of(nourishment);
  if (policy === 'by work') return canAct(world, who) && frame.raw[who] >= WORKS_FROM_KG ? 1 : IDLE;
  if (policy === 'by need') return isWounded(world, who) ? WOUNDED : Math.sqrt(Math.min(1, frame.raw[who] / GROWN_KG));
  return 1;
}

function isWounded(world: World, who: number): boolean {
  const { arms, legs } = world.of(able);
  const held = world.of(captive).state.raw[who] === 2;
  const unfit = world.of(body).down.raw[who] === 1 || arms.raw[who] > 0 || legs.raw[who] > 0;
  return world.of(vitals).wounds.raw[who] > 0 && unfit && !held;
}

/** Why somebody is given less than the others: the share that is left of it, and the event by which; null where they are not. Plain reads. */
export interface Dock {
  readonly share: number;
  readonly by: number;
}
export const docks = slot<(world: World, who: number) => Dock | null>('rations/docks');

/** What somebody is docked, or null. Plain reads. */
export function dockOf(world: World, who: number): Dock | null {
  for (const dock of world.ruleset.filled(docks)) {
    const found = dock(world, who);
    if (found !== null) return found;
  }
  return null;
}

/** Grams that somebody is given a day, on full rations. */
export function fullGrams(world: World, of: number, who: number): number {
  return FULL_GRAMS * weightOf(world, of, who) * (dockOf(world, who)?.share ?? 1);
}

/** Grams that all mouths of a group are given a day, on full rations. */
export function fullDay(world: World, of: number): number {
  return mouthsOf(world, of).reduce((sum, who) => sum + fullGrams(world, of, who), 0);
}

/** For how many whole days so many grams last on each of the RATIONS, for those whom a group feeds. */
export function daysOn(world: World, of: number, grams: number, ration: number): number {
  const day = fullDay(world, of) * shareOf(ration);
  return day <= 0 ? 0 : Math.floor(grams / day);
}

/** The fullest of the RATIONS on which so many grams last for so many days; the smallest where none does. */
export function lasting(world: World, of: number, grams: number, days: number): number {
  for (let ration = 0; ration < RATIONS.length; ration++) if (daysOn(world, of, grams, ration) >= days) return ration;
  return RATIONS.length - 1;
}
