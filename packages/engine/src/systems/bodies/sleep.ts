/** Going to sleep and waking up, and what is left of a day's tiredness after so much sleep. */
import { decay } from '../../kernel/curves.ts';
import { SECONDS, slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from './state.ts';

/** Hours awake until somebody is spent: after a day without sleep a quarter of ability is gone. [s: Haslam] */
export const SPENT_AFTER_HOURS = 60;
/** Hours of sleep that make up for half of the hours awake before it: whoever sleeps four hours a night has 94 % of their ability left on the sixth day. [s: Haslam] */
const SLEPT_OFF_HOURS = 1.1;
/** Hours of sleep in which half of what is owed is made up: one whole night after a week of short ones brings much of it back, three not all. [d, after s: Belenky] */
const REPAID_IN_HOURS = 16;
/** What is left of a day after sleep, as hours awake, from which on it is owed; and from which on it is forgotten. [d] */
const LEAST_OWED = 0.25;
const FORGOTTEN = 0.1;

/** What else wearies people, as hungering does: in hours awake that it counts for. Plain reads. */
export const wearies = slot<(world: World, who: number) => number>('bodies/wearies');

/** How tired somebody is, 0..1, by the hours awake, what sleep they are short of, and what else wearies them. */
export function tiredness(world: World, who: number): number {
  if (world.of(body).awake.raw[who] === 0) return 0;
  let hours = wakefulness(world, who);
  for (const weary of world.ruleset.filled(wearies)) hours += weary(world, who);
  return shareOf(hours);
}

/**
 * How much somebody wants sleep, 0..1; of a sleeper, how much they would if they were woken now. What wearies but is not slept
 * off has no part in it. Plain reads.
 */
export function weariness(world: World, who: number): number {
  return shareOf(wakefulness(world, who));
}

const shareOf = (hours: number): number => Math.min(1, Math.max(0, hours / SPENT_AFTER_HOURS));

/** Hours awake that weigh on somebody: of this day, and owed from before. */
function wakefulness(world: World, who: number): number {
  return leftOfDay(world, who) + world.of(body).owed.raw[who];
}

/** How many hours somebody has been awake; of a sleeper, how many it was before they fell asleep. Plain reads. */
export function hoursAwake(world: World, who: number): number {
  const { awake, wokeAt, sleptAt } = world.of(body);
  return ((awake.raw[who] === 1 ? world.time : sleptAt.raw[who]) - wokeAt.raw[who]) / SECONDS.hour;
}

/** For how many hours a sleeper has slept. Plain reads. */
export function hoursAsleep(world: World, who: number): number {
  return (world.time - world.of(body).sleptAt.raw[who]) / SECONDS.hour;
}

/** Somebody goes to sleep. Only from within an event's `apply`. */
export function fallAsleep(world: World, who: number): void {
  const rows = world.of(body);
  rows.awake.put(who, 0);
  rows.sleptAt.put(who, world.time);
  rows.roused.fade(who, 0, 1);
}

/** A sleeper wakes on account of event `by`; what they have not slept off of the day before, they owe. Only from within an event's `apply`. */
export function wakeUp(world: World, who: number, by: number): void {
  const rows = world.of(body);
  const left = leftOfDay(world, who);
  rows.awake.put(who, 1);
  rows.wokeAt.put(who, world.time);
  if (left >= LEAST_OWED) rows.owed.add(who, left, by);
}

/** So many seconds of sleep make up for a part of what somebody owes. It is drift. */
export function repay(world: World, who: number, seconds: number): void {
  world.of(body).owed.fade(who, decay(seconds, REPAID_IN_HOURS * SECONDS.hour), FORGOTTEN);
}

/** Hours awake that have not been slept off. */
function leftOfDay(world: World, who: number): number {
  const hours = hoursAwake(world, who);
  if (world.of(body).awake.raw[who] === 1) return hours;
  return hours * decay(hoursAsleep(world, who), SLEPT_OFF_HOURS);
}
