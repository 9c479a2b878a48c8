/** Who goes to bed, and who has slept enough. Plain reads, for sifting. */
import type { Beat } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { hoursAsleep, hoursAwake, weariness } from '../bodies/sleep.ts';
import { body } from '../bodies/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { DAY_HOURS, NIGHT_HOURS, bedtime, isNight, untilRising } from './hours.ts';
import { isKeptUp, isOver, keepsHours } from './people.ts';
import { roster } from './state.ts';

/** Hours of a day awake, after which a night's sleep is wanted. */
const DAY_AWAKE = DAY_HOURS - NIGHT_HOURS;
/** Hours of sleep more for each hour that the day was longer, less where it was shorter: after two days awake people sleep some 14 hours. [m: studies of recovery sleep] */
const LONGER = 0.2;
/** The same for each hour that they owe, and the most of it. [d] */
const OWED_SLEEPS = 0.1;
const OWED_SLEEPS_MOST = 2;
/** The least and the most that somebody sleeps at a time, in hours. [d; m] */
const SHORTEST = 4;
const LONGEST = 14;
/** How many hours earlier somebody wakes by day, and later by night. [d] */
const BY_DAY = 1;
const BY_NIGHT = 2;
/** Hours awake from which on people go to bed at bedtime, and in the small hours. [d] */
const READY_AFTER = 8;
const READY_LATE = 3;
/** How many hours before they get up the small hours begin. [d] */
const SMALL_HOURS = 6;
/** How tired, and how long awake, somebody is who lies down by day, 0..1 and hours. [d] */
const LIES_DOWN = 0.4;
const LIES_DOWN_AFTER = 18;

/** So many hours before they get up people lie down again. [d] */
const WORTH_LYING_DOWN = 2;
/** Hours owed from which on whoever comes off the last watch lies down again. [d] */
const LIES_DOWN_OWING = 2;

/** Those of a group who live by the hours of its home, in the order of stable names. */
export function peopleOfHome(world: World, of: number): number[] {
  return peopleIn(world, of).filter((who) => keepsHours(world, who));
}

/** A group that has a home, with those who live by its hours now, in the order of stable names. */
export interface Home {
  readonly of: number;
  readonly people: number[];
}

/** Each home for which it is the hour to do something (all, where it is not said when), by one pass over all people. */
export function homesIn(world: World, beat: Beat, isHour?: (world: World, of: number) => boolean): Home[] {
  if (beat.bubble >= 0) return [];
  const homes = new Map<number, Home | null>();
  for (const who of beat.members) {
    const of = groupOf(world, who);
    let home = homes.get(of);
    if (home === undefined) {
      home = isHour === undefined || isHour(world, of) ? { of, people: [] } : null;
      homes.set(of, home);
    }
    if (home !== null && keepsHours(world, who)) home.people.push(who);
  }
  const found = [...homes.values()].flatMap((home) => (home === null || home.people.length === 0 ? [] : [home]));
  return found.sort((a, b) => a.of - b.of);
}

/** Whether somebody goes to bed now. */
export function goesToBed(world: World, who: number): boolean {
  if (world.of(body).awake.raw[who] === 0 || (isKeptUp(world, who) && !isOver(world, who))) return false;
  const hours = hoursAwake(world, who);
  const of = groupOf(world, who);
  if (!isNight(world, of)) {
    if (isOver(world, who)) return world.of(body).owed.raw[who] >= LIES_DOWN_OWING;
    return hours >= LIES_DOWN_AFTER && weariness(world, who) >= LIES_DOWN;
  }
  // Whoever was woken in the night goes back to bed.
  if (world.of(body).wokeAt.raw[who] >= bedtime(world, of)) return untilRising(world, of) >= WORTH_LYING_DOWN;
  return hours >= (untilRising(world, of) <= SMALL_HOURS ? READY_LATE : READY_AFTER);
}

/** Whether a sleeper has slept enough; nobody has who sleeps on watch. */
export function isRested(world: World, who: number): boolean {
  if (world.of(body).awake.raw[who] === 1 || world.of(roster).on.raw[who] === 1) return false;
  const slept = hoursAsleep(world, who);
  return slept >= sleepWanted(world, who) + (isNight(world, groupOf(world, who)) ? BY_NIGHT : -BY_DAY);
}

/** For how many hours a sleeper wants to sleep, by the day that they had and what they owe. */
function sleepWanted(world: World, who: number): number {
  const hours = hoursAwake(world, who);
  // Of those who are asleep as it begins nobody knows how long their day was.
  const day = hours === 0 ? DAY_AWAKE : hours;
  const owed = Math.min(OWED_SLEEPS_MOST, OWED_SLEEPS * world.of(body).owed.raw[who]);
  return Math.min(LONGEST, Math.max(SHORTEST, NIGHT_HOURS + LONGER * (day - DAY_AWAKE) + owed));
}
