/** Who is set to what: the most needful work first, each with those who suit it best. Plain reads. */
import type { World } from '../../kernel/world.ts';
import { tiredness } from '../bodies/sleep.ts';
import { groupOf, side } from '../groups/state.ts';
import { holds } from '../offices/state.ts';
import { gradeOf, isUpTo, knows } from './hands.ts';
import { LIGHT, NEVER, labour, standing, standingRow } from './state.ts';
import type { Work } from './state.ts';
import { tasks } from './tasks.ts';
import type { Task, Want } from './tasks.ts';

/** The share of those who can work who are set to something: somebody has to stand watch, sleep after it, and see to the rest. [d] */
const SPARED = 0.6;
/** What it counts for in choosing somebody, beside how well they suit it (0..1): that they are in charge of it, are at it, know it, can do no other, are tired, or lead. [d] */
const IN_CHARGE = 4;
const AT_IT = 0.75;
const KNOWS_IT = 0.5;
const CAN_NO_OTHER = 0.3;
const TIRED = 0.5;
const LEADS = -3;

/** A task with what is wanted for it. */
export interface Job {
  /** Its place among the tasks, + 1. */
  readonly number: number;
  readonly task: Task;
  readonly want: Want;
}

/** Whether a group does such work at all. Plain reads. */
export function isAllowed(world: World, of: number, task: Task): boolean {
  return world.of(standing).rank.raw[standingRow(of, task.work)] !== NEVER;
}

/** What there is to do for a group, the most urgent first. Reads of what is wanted are tracked. */
export function jobsOf(world: World, of: number, fit: number): Job[] {
  const { rank } = world.of(standing);
  const order = (job: Job): number => rank.raw[standingRow(of, job.task.work)] + job.want.need;
  const jobs: Job[] = [];
  world.ruleset.filled(tasks).forEach((task, i) => {
    if (!isAllowed(world, of, task)) return;
    const want = task.want(world, of, fit);
    if (want !== null && want.most > 0) jobs.push({ number: i + 1, task, want });
  });
  return jobs.sort((a, b) => order(b) - order(a) || a.number - b.number);
}

/** Those of a group who can be set to something, in the order of stable names. */
export function handsOf(world: World, people: readonly number[]): number[] {
  return people.filter((who) => gradeOf(world, who) > 0);
}

/** How many hands each job gets: first one each, then as many as find something to do. */
export function sharesOf(jobs: readonly Job[], hands: number): number[] {
  let left = Math.max(1, Math.floor(hands * SPARED));
  const shares = jobs.map(() => 0);
  for (const part of [1, Infinity]) {
    jobs.forEach(({ want }, i) => {
      const more = Math.min(left, Math.min(want.most, part) - shares[i]);
      shares[i] += more;
      left -= more;
    });
  }
  return shares;
}

/** Deal the hands out: to each of `hands` the number of a task, or 0. */
export function deal(world: World, jobs: readonly Job[], hands: readonly number[]): Map<number, number> {
  const dealt = new Map(hands.map((who) => [who, 0]));
  const shares = sharesOf(jobs, hands.length);
  jobs.forEach((job, i) => {
    if (shares[i] === 0) return;
    const free = hands.filter((who) => dealt.get(who) === 0 && isUpTo(gradeOf(world, who), job.task));
    for (const who of bestFirst(world, job, free).slice(0, shares[i])) dealt.set(who, job.number);
  });
  return dealt;
}

function bestFirst(world: World, { task, number }: Job, free: readonly number[]): number[] {
  if (free.length === 0) return [];
  const of = groupOf(world, free[0]);
  const suits = task.suits?.(world, of);
  const leader = world.of(side).leader.raw[of] - 1;
  const keyed = free.map((who) => ({
    who,
    worth:
      (suits?.(who) ?? 0) +
      (task.office !== undefined && holds(world, who, task.office) ? IN_CHARGE : 0) +
      (world.of(labour).task.raw[who] === number ? AT_IT : 0) +
      (knows(world, who, task.work) ? KNOWS_IT : 0) +
      (!task.heavy && gradeOf(world, who) === LIGHT ? CAN_NO_OTHER : 0) -
      TIRED * tiredness(world, who) +
      (who === leader ? LEADS : 0),
  }));
  return keyed.sort((a, b) => b.worth - a.worth || a.who - b.who).map(({ who }) => who);
}

/** How many are set to each sort of work. */
export function countsOf(world: World, set: Iterable<number>): Record<Work, number> {
  const counts = { mend: 0, dig: 0, tend: 0, cook: 0, fetch: 0 };
  const all = world.ruleset.filled(tasks);
  for (const number of set) if (number > 0) counts[all[number - 1].work]++;
  return counts;
}
