/** Who can work, who is at it this hour, and how much comes of it. Plain reads, but for `readHands`. */
import { SECONDS } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { trauma } from '../memory/state.ts';
import { nourishment } from '../needs/state.ts';
import { vigour } from '../needs/vigour.ts';
import { isLaidUp, keepsHours } from '../routine/people.ts';
import { untilRising } from '../routine/hours.ts';
import { able, vitals } from '../wounds/state.ts';
import { ANYTHING, LIGHT, NOTHING, WORKS, crew, labour } from './state.ts';
import type { Work } from './state.ts';
import { tasks } from './tasks.ts';
import type { Task } from './tasks.ts';

/** What is left of the work of somebody who is weak from hunger and one who starves, and of one whose arm hurts. [d] */
const HUNGRY = [1, 0.7, 0.4] as const;
const ONE_ARM = 0.7;
/** How much more somebody gets done who knows the work. [d] */
const KNOWS = 1.25;
/** Hours after getting up at which the day's work begins. [d] */
const BEGINS_AFTER = 1;
const DAY_HOURS = 24;

/** What somebody can be set to now: nothing, what takes no strength, or anything. */
export function gradeOf(world: World, who: number): number {
  const { grade } = world.of(labour);
  if (grade.raw[who] === NOTHING || !keepsHours(world, who)) return NOTHING;
  const { arms, legs, faint } = world.of(able);
  if (world.of(trauma).broken.raw[who] !== 0) return NOTHING;
  if (faint.raw[who] === 1 || arms.raw[who] === 2 || legs.raw[who] === 2) return NOTHING;
  const hurt = arms.raw[who] + legs.raw[who] > 0 || isLaidUp(world, who);
  return hurt || world.of(nourishment).level.raw[who] > 0 ? LIGHT : grade.raw[who];
}

/** The hour of its working day that a group is in, from 0; -1 before and after it. */
export function hourOfWork(world: World, of: number): number {
  const hour = (DAY_HOURS - untilRising(world, of)) % DAY_HOURS;
  const at = hour - BEGINS_AFTER;
  return at >= 0 && at < world.of(crew).hours.raw[of] ? at : -1;
}

/** Whether a group is at its day's work. */
export const isWorkingDay = (world: World, of: number): boolean => hourOfWork(world, of) >= 0;

/** The task that somebody is at this hour; null for none. */
export function doingOf(world: World, who: number): Task | null {
  return world.ruleset.filled(tasks)[world.of(labour).doing.raw[who] - 1] ?? null;
}

/** Those of `people` who are at a task of a group this hour, in their order. */
export function handsAt(world: World, of: number, task: Task, people: readonly number[]): number[] {
  const { doing } = world.of(labour);
  const number = world.ruleset.filled(tasks).indexOf(task) + 1;
  return people.filter((who) => doing.raw[who] === number && groupOf(world, who) === of);
}

/** Person-hours that somebody gets done in an hour of some work. */
export function effortOf(world: World, who: number, work: Work): number {
  const hunger = HUNGRY[world.of(nourishment).level.raw[who]];
  const arm = world.of(able).arms.raw[who] === 0 ? 1 : ONE_ARM;
  const skill = knows(world, who, work) ? KNOWS : 1;
  return vigour(world, who) * hunger * arm * skill;
}

export function knows(world: World, who: number, work: Work): boolean {
  return (world.of(labour).knows.raw[who] & (1 << WORKS.indexOf(work))) !== 0;
}

/** Whether somebody's grade is enough for a task. */
export function isUpTo(grade: number, task: Task): boolean {
  return grade === ANYTHING || (grade === LIGHT && !task.heavy);
}

/** The first second of the day that it is. */
export function today(world: World): number {
  return Math.floor(world.time / (DAY_HOURS * SECONDS.hour)) * DAY_HOURS * SECONDS.hour;
}

/** What a group's hands get done rests on what each is set to, on who stayed away or fell out, and on how fed they are. Tracked. */
export function readHands(world: World, of: number): void {
  const { task, off } = world.of(labour);
  const { intake, level } = world.of(nourishment);
  const { worst } = world.of(vitals);
  const { broken } = world.of(trauma);
  for (const who of peopleIn(world, of)) {
    task.at(who);
    off.at(who);
    intake.at(who);
    level.at(who);
    worst.at(who);
    broken.at(who);
  }
}
