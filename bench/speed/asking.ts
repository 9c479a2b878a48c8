import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advance } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { executorFor, liveRun, openRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { credit, liveFork, outcomesIn, redrawn } from '@anchorhold/story';
import type { Credit, Executor, Fork, Happening, Lived } from '@anchorhold/story';
import { sample } from '../causes/sample.ts';
import { CHECKOUT } from '../checkout.ts';
import type { Report } from '../report.ts';
import { bootstrap, mean } from '../statistics.ts';

const SCENARIOS = ['siege-of-the-compound', 'farm-at-night'] as const;
const SEED = 7;
/** Each piece of work is done so many times, and the fastest counts: what more it took was another process's doing. */
const TIMES = 3;
const WORKERS = 2;
/** Nobody else waits in this thread. */
const rest = async (): Promise<void> => {};

/** How much asking costs beside living: withholding an event, and forks on several threads. */
export async function measureAsking(report: Report): Promise<void> {
  for (const scenario of SCENARIOS) {
    const dir = mkdtempSync(join(tmpdir(), 'anchorhold-bench-'));
    try {
      const scenarioFile = fileURLToPath(new URL(`scenarios/${scenario}.yaml`, CHECKOUT));
      await liveRun({ scenarioFile, dir: join(dir, 'run'), seed: SEED });
      const run = await openRun(join(dir, 'run'));
      await measureMutes(report, scenario, run.asked());
      await measureScaling(report, scenario, run);
      await measureCredit(report, scenario, run);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
}

/** Events of the run's own time, drawn uniformly. */
function drawn(lived: Lived, count: number): Happening[] {
  const events = lived.happenings.filter(({ time }) => time >= lived.begin && time < lived.until);
  return sample(events, count, 'asking', SEED);
}

async function measureMutes(report: Report, scenario: string, lived: Lived): Promise<void> {
  report.progress(`${scenario}: withholding events`);
  const costs: { mute: number; rest: number }[] = [];
  for (const event of drawn(lived, report.quick ? 12 : 48)) {
    costs.push({
      mute: await fastest(async () => {
        const fork = forkWithout(lived, event, 0);
        const began = performance.now();
        await liveFork(lived, fork, rest);
        return performance.now() - began;
      }),
      rest: await fastest(async () => {
        const world = justBefore(lived, event);
        const began = performance.now();
        advance(world, lived.until);
        return performance.now() - began;
      }),
    });
  }
  const ratio = (list: readonly { mute: number; rest: number }[]): number =>
    list.reduce((sum, { mute }) => sum + mute, 0) / list.reduce((sum, { rest: plain }) => sum + plain, 0);
  report.add({
    claim: 'withholding an event and living on, against living the rest of the run',
    scenario: `${scenario}, ${costs.length} events`,
    value: ratio(costs),
    unit: 'times',
    interval: bootstrap([...costs.keys()], (rows) => ratio(rows.map((row) => costs[row]!))),
    floor: { max: 1.3 },
  });
}

function forkWithout(lived: Lived, event: Happening, salt: number): Fork {
  return { ...redrawn(lived, [event.id], salt), until: lived.until, wanted: [event] };
}

/** The run's world in the second before an event. */
function justBefore(lived: Lived, { time }: Happening): World {
  const world = lived.wakeBefore(time, lived.end.recipe.log);
  advance(world, time - 1);
  return world;
}

async function fastest(timed: () => Promise<number>): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < TIMES; i++) least = Math.min(least, await timed());
  return least;
}

/** The same forks on one thread and on two, which have to say the same. */
async function measureScaling(report: Report, scenario: string, run: Run): Promise<void> {
  report.progress(`${scenario}: forks on ${WORKERS} threads`);
  const lived = run.asked();
  const events = drawn(lived, report.quick ? 6 : 12);
  const forks = events.flatMap((event) => [1, 2, 3, 4].map((salt) => forkWithout(lived, event, salt)));
  const one = executorFor(run, { jobs: 1, keep: false });
  const several = executorFor(run, { jobs: WORKERS, keep: false });
  const timed = async (executor: typeof one): Promise<{ time: number; said: string }> => {
    const began = performance.now();
    const answers = await executor.live(forks);
    return { time: performance.now() - began, said: JSON.stringify(answers) };
  };
  try {
    // Once for nothing: threads start, code is compiled, checkpoints are unpacked.
    await Promise.all([one.live(forks.slice(0, 4)), several.live(forks)]);
    const gains: number[] = [];
    for (let i = 0; i < (report.quick ? TIMES : 2 * TIMES); i++) {
      const [alone, together] = [await timed(one), await timed(several)];
      if (alone.said !== together.said) throw new Error(`${scenario}: forks say other things on ${WORKERS} threads`);
      gains.push(alone.time / together.time);
    }
    report.add({
      claim: `forks on ${WORKERS} threads, against one`,
      scenario: `${scenario}, ${forks.length} forks`,
      value: mean(gains),
      unit: 'times as fast',
      interval: bootstrap(gains, mean),
      floor: { min: 1.7 },
    });
  } finally {
    await one.close();
    await several.close();
  }
}

/** Orders that are asked about: so many acts, in all their combinations. */
const ACTS = 3;

/** A question of credit on two threads, against all its forks one after the other, divided by the threads. */
async function measureCredit(report: Report, scenario: string, run: Run): Promise<void> {
  report.progress(`${scenario}: a question of credit`);
  const lived = run.asked();
  const [outcome] = outcomesIn(run.ruleset, run.setup).filter(({ name }) => run.summary.outcome[name] !== false);
  const orders = lived.happenings.filter(({ kind, time }) => kind === 'orders/ordered' && time >= lived.begin);
  const acts = sample(orders, ACTS, 'credit', SEED).map(({ id }) => [id]);
  if (outcome === undefined || acts.length < ACTS) throw new Error(`${scenario}: nothing to ask for credit for`);
  const one = executorFor(run, { jobs: 1, keep: false });
  const several = executorFor(run, { jobs: WORKERS, keep: false });
  const asked: Fork[] = [];
  const noting: Executor = {
    live: (forks, hooks) => {
      asked.push(...forks);
      return several.live(forks, hooks);
    },
  };
  const question = (executor: Executor): Promise<Credit> =>
    credit(lived, executor, { outcome }, { acts, redraws: report.quick ? 6 : 12 });
  try {
    // Once for nothing, and to know what is asked.
    const answer = JSON.stringify(await question(noting));
    await one.live(asked);
    const costs: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      const began = performance.now();
      const again = JSON.stringify(await question(several));
      const whole = performance.now() - began;
      if (again !== answer) throw new Error(`${scenario}: the same question had two answers`);
      const from = performance.now();
      await one.live(asked);
      costs.push((whole * WORKERS) / (performance.now() - from));
    }
    report.add({
      claim: `a question of credit on ${WORKERS} threads, against its forks divided by the threads`,
      scenario: `${scenario}, ${asked.length} forks`,
      value: mean(costs),
      unit: 'times',
      interval: bootstrap(costs, mean),
      floor: { max: 1.2 },
    });
  } finally {
    await one.close();
    await several.close();
  }
}
