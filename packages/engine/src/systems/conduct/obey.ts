import { reason } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { hasToBreakIn } from '../barriers/breaking.ts';
import { readTrust } from '../bonds/state.ts';
import { knowsBurning } from '../fire/state.ts';
import { groupOf, refugeOf, side } from '../groups/state.ts';
import { received } from '../orders/receiving.ts';
import { TASKS, duty } from '../orders/state.ts';
import type { Task } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { intent } from '../raid/state.ts';
import { notice } from '../sight/state.ts';
import { GOODS, amountAt, load } from '../stores/state.ts';
import { beganLoading } from '../stores/events.ts';
import { saysObey, speaksOfObeying, whyNotObey } from './considered-orders.ts';
import type { Course } from './course.ts';
import { go } from './going.ts';

/** How much it draws somebody to do as they were told. [d] */
const OBEY = 3;

/** How much of that there is in somebody who trusts whoever told them not at all; of all of it, whoever trusts them as anybody. [d] */
const UNTRUSTED = 0.55;
const ANYBODY = 0.5;

/** How willingly somebody does as they were told, 0..1, by how far they trust whoever told them. Tracked. */
function heeds(world: World, who: number): number {
  const by = world.of(duty).by.raw[who];
  if (by === 0 || world.chronicle.kind(by) !== world.ruleset.entry(received).index) return 1;
  // Who hears it stands first, from whom they heard it second.
  const from = world.chronicle.word(by, 1);
  if (from < 0 || from === who) return 1;
  return Math.min(1, UNTRUSTED + ((1 - UNTRUSTED) * readTrust(world, who, from)) / ANYBODY);
}

/** Whether somebody is told anything that they do by going somewhere: to break through is a course of its own. */
function tellsToGo(world: World, who: number): boolean {
  const task = TASKS[world.of(duty).task.raw[who]];
  return task !== 'none' && !hasToBreakIn(world, who);
}

/** To do what one was told. */
export const obey: Course = {
  id: 'conduct/obey',
  options: (world, who) => (!tellsToGo(world, who) ? [] : [{ whom: -1, datum: -1, key: 1, bound: OBEY }]),
  weight: (world, who) => {
    const duties = world.of(duty);
    const where = world.of(position);
    const task = TASKS[duties.task.at(who)];
    const goal = duties.place.raw[who] - 1;
    const there = where.at.at(who) === goal;
    const under = where.bound.at(who) === goal + 1;
    if (task === 'load') return under && !there ? 0.1 : OBEY;
    if (there || under) return 0.1;
    if (knowsBurning(world, who, goal) >= 0) return 0;
    // Nobody needs to be talked into leaving.
    return task === 'leave' || task === 'fall back' ? OBEY : OBEY * 0.8 * heeds(world, who);
  },
  says: saysObey,
  speaks: speaksOfObeying,
  closed: whyNotObey,
  act: (world, who) => {
    const duties = world.of(duty);
    const task = TASKS[duties.task.at(who)];
    const goal = duties.place.at(who) - 1;
    if (task === 'load') loadUp(world, who, goal);
    else go(world, who, goal, paceFor(world, who, task), [reason(duties.by.raw[who])]);
  },
};

/** Those who come creep while nobody knows of them, but for whoever has word to carry; everybody runs once they know that there is danger. */
function paceFor(world: World, who: number, task: Task): 'creeping' | 'walking' | 'running' {
  if (task === 'creep up' || task === 'scout') return 'creeping';
  const stranger = world.of(side).wayOut.raw[groupOf(world, who)] > 0;
  if (!stranger || world.of(notice).alarmed.at(who) === 1) return 'running';
  return task === 'carry word' ? 'walking' : 'creeping';
}

/** Fill a sack where the goods are, and be off with it. */
function loadUp(world: World, who: number, goal: number): void {
  const where = world.of(position);
  const loads = world.of(load);
  const because = [reason(world.of(duty).by.raw[who])];
  if (loads.amount.at(who) > 0) {
    go(world, who, refugeOf(world, groupOf(world, who)), 'running', [reason(loads.by.raw[who])]);
    return;
  }
  if (where.at.at(who) !== goal) {
    go(world, who, goal, 'running', because);
    return;
  }
  const good = GOODS[world.of(intent).wants.raw[groupOf(world, who)]];
  if (loads.fillsAt.at(who) === 0 && amountAt(world, goal, good) > 0) {
    world.propose(beganLoading, { actor: who, place: goal, good }, because);
  }
}
