/** How much work is in somebody, and how much of it gets done. */
import { SECONDS, slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { FULL_KCAL, GROWN_KG } from './metabolism.ts';
import { nourishment, workdone } from './state.ts';

/** How much less somebody gets done who is spent. [d] */
const SPENT_WORK = 0.5;
/** How much less somebody gets done who has been eating nothing; between that and enough, in proportion. [d, after m: rations and output of miners] */
const UNFED_WORK = 0.4;
/** The hours of the day, from and until, in which people work. [d] */
const WORKS_FROM = 8;
const WORKS_UNTIL = 18;
/** Weight in kg from which somebody does a grown person's work. [d] */
export const WORKS_FROM_KG = 45;

/** What else leaves somebody less able to work, as thirst does: the share that is left of it, 0..1. Plain reads. */
export const saps = slot<(world: World, who: number) => number>('needs/saps');
/** What people are at by the hour that is harder than being up: in times what a body uses at rest, 0 for nothing. Plain reads. */
export const labours = slot<(world: World, who: number) => number>('needs/labours');

/**
 * How much somebody gets done in an hour, as a share of what they would rested and well fed: 0 for those who are down or
 * asleep. Plain reads.
 */
export function vigour(world: World, who: number): number {
  const { alive, down, awake, fatigue } = world.of(body);
  if (alive.raw[who] === 0 || down.raw[who] === 1 || awake.raw[who] === 0) return 0;
  let left = (1 - SPENT_WORK * fatigue.raw[who]) * (1 - UNFED_WORK * lackOf(world, who));
  for (const sap of world.ruleset.filled(saps)) left *= sap(world, who);
  return left;
}

/** How much of what somebody needs they have not been eating of late, 0..1. */
function lackOf(world: World, who: number): number {
  const { intake, frame } = world.of(nourishment);
  const needs = FULL_KCAL * Math.sqrt(frame.raw[who] / GROWN_KG);
  return Math.max(0, 1 - intake.raw[who] / needs);
}

/** An hour in which people could work counts for their group by as much as each has in them. It is drift. */
export function countWork(world: World, who: number, seconds: number): void {
  const hour = Math.floor(world.time / SECONDS.hour) % 24;
  if (hour <= WORKS_FROM || hour > WORKS_UNTIL || !canAct(world, who)) return;
  if (world.of(position).gone.raw[who] === 1 || world.of(nourishment).frame.raw[who] < WORKS_FROM_KG) return;
  const { hours } = world.of(workdone);
  hours.raw[groupOf(world, who)] += (vigour(world, who) * seconds) / SECONDS.hour;
}
