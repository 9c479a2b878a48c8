/** In the morning, and when something has changed, whoever is in charge sets people to what there is to do. */
import { jointly } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { peopleIn } from '../groups/state.ts';
import { trauma } from '../memory/state.ts';
import { nourishment } from '../needs/state.ts';
import { readCharge, whoSeesTo } from '../offices/state.ts';
import { homesIn } from '../routine/beds.ts';
import { able, vitals } from '../wounds/state.ts';
import { tellAssigning } from './considered.ts';
import { countsOf, deal, handsOf, isAllowed, jobsOf, sharesOf } from './dealing.ts';
import type { Job } from './dealing.ts';
import { assigned } from './events.ts';
import { gradeOf, hourOfWork, isWorkingDay } from './hands.ts';
import { WORKS, crew, labour } from './state.ts';
import { tasks } from './tasks.ts';

/** The most events that are stated for what work there is. [d] */
const MOST_STATED = 8;

export const assign = rule('work/assign', { phase: 'appraise', at: 'hour' }, (world, beat) => {
  for (const { of, people } of homesIn(world, beat, isWorkingDay)) {
    if (world.of(campaign).state.raw[of] === 1) continue;
    const hands = handsOf(world, people);
    if (hourOfWork(world, of) > 0 && !isShort(world, of, hands)) continue;
    const up = people.filter((who) => world.of(body).awake.raw[who] === 1);
    const boss = whoSeesTo(world, of, null, up);
    if (boss >= 0) setHands(world, of, boss, hands);
  }
});

/** Whether nobody is at some work for which there are hands. What nobody is at is asked first: most hours there is nothing of it to do. */
function isShort(world: World, of: number, hands: readonly number[]): boolean {
  const { task } = world.of(labour);
  const taken = new Set(hands.map((who) => task.raw[who]));
  const waits = world.ruleset.filled(tasks).some((each, i) => {
    return !taken.has(i + 1) && isAllowed(world, of, each) && each.want(world, of, hands.length) !== null;
  });
  if (!waits) return false;
  const jobs = jobsOf(world, of, hands.length);
  const shares = sharesOf(jobs, hands.length);
  return jobs.some(({ number }, i) => shares[i] > 0 && !taken.has(number));
}

function setHands(world: World, of: number, boss: number, hands: readonly number[]): void {
  const rows = world.of(labour);
  world.trace.open(boss, world.time);
  readCharge(world, of, null);
  const jobs = jobsOf(world, of, hands.length);
  for (const { task } of jobs) if (task.office !== undefined) readCharge(world, of, task.office);
  const dealt = deal(world, jobs, hands);
  tellAssigning(world, of, boss, jobs, dealt);
  const had = peopleIn(world, of).filter((who) => rows.task.raw[who] !== 0);
  const lost = had.filter((who) => !dealt.has(who));
  const before = countsOf(
    world,
    had.map((who) => rows.task.raw[who]),
  );
  const after = countsOf(world, dealt.values());
  // That one does another's work for no more reason than that they are fresher is no matter.
  if (lost.length > 0 || WORKS.some((work) => before[work] !== after[work])) {
    for (const who of had) {
      rows.task.at(who);
      world.of(body).down.at(who);
      world.of(vitals).worst.at(who);
    }
    world.of(crew).setBy.at(of);
    const because = whyChanged(world, of, jobs, before, after, had);
    // Where nothing has happened, nobody is set to anything else.
    if (because.length > 0) world.propose(assigned, { actor: boss, group: of, ...after }, because);
  }
  world.trace.close(false);
}

type Counts = ReturnType<typeof countsOf>;

/** What made more work needful, what took those who did it, or the last time that it was said. */
function whyChanged(
  world: World,
  of: number,
  jobs: readonly Job[],
  before: Counts,
  after: Counts,
  had: readonly number[],
): ReturnType<typeof jointly> {
  const { setBy } = world.of(crew);
  const because = new Set<number>();
  for (const { task, want } of jobs) {
    if (before[task.work] !== after[task.work]) for (const id of want.because) because.add(id);
  }
  for (const who of had) {
    const by = unfitBy(world, who);
    if (by > setBy.raw[of]) because.add(by);
  }
  because.delete(0);
  if (because.size === 0 && setBy.raw[of] !== 0) because.add(setBy.raw[of]);
  return jointly([...because].sort((a, b) => a - b).slice(-MOST_STATED), 1);
}

/** By which event somebody can do less than they could; 0 for none. */
function unfitBy(world: World, who: number): number {
  if (gradeOf(world, who) === world.of(labour).grade.raw[who]) return 0;
  const { armsBy, legsBy, faintBy } = world.of(able);
  const bodies = world.of(body);
  return Math.max(
    bodies.down.raw[who] === 1 ? bodies.downBy.raw[who] : 0,
    armsBy.raw[who],
    legsBy.raw[who],
    faintBy.raw[who],
    world.of(vitals).worst.raw[who],
    world.of(trauma).broken.raw[who],
    world.of(nourishment).levelBy.raw[who],
  );
}
