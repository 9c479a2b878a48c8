/** The hours of a day, as those of one home keep them. */
import { SECONDS } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { night } from './state.ts';

/** Hours of a night's sleep, and hours before bedtime at which the watch is set. [d] */
export const NIGHT_HOURS = 8;
const SETS_BEFORE = 2;
export const DAY_HOURS = 24;

/** Whole hours until a group gets up: 0 at that hour, up to 23. */
export function untilRising(world: World, of: number): number {
  const hour = Math.floor(world.time / SECONDS.hour);
  return (((world.of(night).rises.raw[of] - hour) % DAY_HOURS) + DAY_HOURS) % DAY_HOURS;
}
/** Whether it is time to be in bed. */
export function isNight(world: World, of: number): boolean {
  const left = untilRising(world, of);
  return left > 0 && left <= NIGHT_HOURS;
}
/** Whether it is the evening, on which the watch is set, or the night. */
export function isEvening(world: World, of: number): boolean {
  const left = untilRising(world, of);
  return left > 0 && left <= NIGHT_HOURS + SETS_BEFORE;
}
/** When the night that has come, or is coming, is over, and when it begins; in seconds after d1 00:00. */
export function nightsEnd(world: World, of: number): number {
  return (Math.floor(world.time / SECONDS.hour) + untilRising(world, of)) * SECONDS.hour;
}
export function bedtime(world: World, of: number): number {
  return nightsEnd(world, of) - NIGHT_HOURS * SECONDS.hour;
}
/** When the evening began on which this night's watch is set. */
export function evening(world: World, of: number): number {
  return bedtime(world, of) - SETS_BEFORE * SECONDS.hour;
}
