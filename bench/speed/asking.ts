import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advance } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { executorFor, liveRun, openRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { credit, liveFork, outcomesIn, redrawn } from '@anchorhold/story';
import type { Executor, Fork, Happening, Lived } from '@anchorhold/story';
import { sample } from '../causes/sample.ts';
import { CHECKOUT } from '../checkout.ts';
import type { Measured, Report } from '../report.ts';
import { bootstrap, mean } from '../statistics.ts';

/** The worlds that are asked about, and how many forks of each make some seconds of work: those of the farm are short. */
const SCENARIOS = [
  { name: 'siege-of-the-compound', seeds: { quick: 8, full: 24 }, lucks: 4, redraws: { quick: 6, full: 12 } },
  { name: 'farm-at-night', seeds: { quick: 24, full: 48 }, lucks: 40, redraws: { quick: 24, full: 24 } },
] as const;
type Asked = (typeof SCENARIOS)[number];
const SEED = 7;
/** Each piece of work is done so many times, and the fastest counts: what more it took was another process's doing. */
const TIMES = 3;
const WORKERS = 2;
/** Times that a list of forks is lived before it is timed: threads start, code is compiled, checkpoints are unpacked. */
const WARM_UP = 3;
/** Nobody else waits in this thread. */
const rest = async (): Promise<void> => {};

/** How much asking costs beside living: withholding an event, and forks on several threads. */
export async function measureAsking(report: Report): Promise<void> {
  for (const asked of SCENARIOS) {
    await measureMutes(report, asked);
    await withRun(asked, SEED, async (run) => {
      await measureScaling(report, asked, run);
      await measureCredit(report, asked, run);
    });
  }
}

/** A run of a scenario in a folder of its own, for as long as something is done with it. */
async function withRun(asked: Asked, seed: number, act: (run: Run) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'anchorhold-bench-'));
  try {
    const scenarioFile = fileURLToPath(new URL(`scenarios/${asked.name}.yaml`, CHECKOUT));
    await liveRun({ scenarioFile, dir: join(dir, 'run'), seed });
    await act(await openRun(join(dir, 'run')));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Events of the run's own time, drawn uniformly. */
function drawn(lived: Lived, count: number, seed: number): Happening[] {
  const events = lived.happenings.filter(({ time }) => time >= lived.begin && time < lived.until);
  return sample(events, count, 'asking', seed);
}

/** Milliseconds for withholding an event and living on, and for living the rest of its run. */
interface MuteCost {
  /** From a moment that nobody has asked about before, with its world woken from the folder; and with that at hand. */
  readonly first: number;
  readonly mute: number;
  readonly rest: number;
}

/**
 * A night with something withheld may last longer than the run's own, or not as long: over the nights of many seeds these
 * differences cancel out, over those of one they say how long that night was.
 */
async function measureMutes(report: Report, asked: Asked): Promise<void> {
  const seeds = report.quick ? asked.seeds.quick : asked.seeds.full;
  const nights: MuteCost[][] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    report.progress(`${asked.name}: withholding events, seed ${seed} of ${seeds}`);
    await withRun(asked, seed, async (run) => {
      const events = drawn(run.asked(), EVENTS_A_NIGHT, seed);
      const night: MuteCost[] = [];
      for (const event of events) night.push(await costOfMuting(run, event));
      nights.push(night);
    });
  }
  const events = nights.flat().length;
  const add = (claim: string, of: 'first' | 'mute', limits: Pick<Measured, 'floor'>): void => {
    const ratio = (some: readonly MuteCost[][]): number => {
      const sum = (what: 'first' | 'mute' | 'rest'): number =>
        some.flat().reduce((total, cost) => total + cost[what], 0);
      return sum(of) / sum('rest');
    };
    report.add({
      claim,
      scenario: `${asked.name}, ${events} events of ${seeds} seeds`,
      value: ratio(nights),
      unit: 'times',
      interval: bootstrap([...nights.keys()], (rows) => ratio(rows.map((row) => nights[row]!))),
      ...limits,
    });
  };
  add('withholding an event and living on, against living the rest of the run', 'mute', { floor: { max: 1.3 } });
  add('the same, with the world of the moment woken from the folder', 'first', {});
}

/** Events that are drawn of each seed's night. */
const EVENTS_A_NIGHT = 2;

async function costOfMuting(run: Run, event: Happening): Promise<MuteCost> {
  const least = { first: Infinity, mute: Infinity, rest: Infinity };
  for (let i = 0; i < TIMES; i++) {
    const lived = run.asked();
    const fork = forkWithout(lived, event, 0);
    const living = (): Promise<unknown> => liveFork(lived, fork, rest);
    least.first = Math.min(least.first, await timed(living));
    least.mute = Math.min(least.mute, await timed(living));
    const world = justBefore(lived, event);
    least.rest = Math.min(least.rest, await timed(async () => advance(world, lived.until)));
  }
  return least;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
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

/** The same forks on one thread and on two, which have to say the same. */
async function measureScaling(report: Report, asked: Asked, run: Run): Promise<void> {
  report.progress(`${asked.name}: forks on ${WORKERS} threads`);
  const lived = run.asked();
  const lucks = Array.from({ length: asked.lucks }, (_, i) => i + 1);
  const events = drawn(lived, report.quick ? 6 : 12, SEED);
  const forks = events.flatMap((event) => lucks.map((salt) => forkWithout(lived, event, salt)));
  const one = executorFor(run, { jobs: 1, keep: false });
  const several = executorFor(run, { jobs: WORKERS, keep: false });
  const saying = async (executor: Executor): Promise<{ time: number; said: string }> => {
    let said = '';
    const time = await timed(async () => (said = JSON.stringify(await executor.live(forks))));
    return { time, said };
  };
  try {
    for (let i = 0; i < WARM_UP; i++) await several.live(forks);
    await one.live(forks);
    const gains: number[] = [];
    for (let i = 0; i < (report.quick ? TIMES : 2 * TIMES); i++) {
      const [alone, together] = [await saying(one), await saying(several)];
      if (alone.said !== together.said) throw new Error(`${asked.name}: forks say other things on ${WORKERS} threads`);
      gains.push(alone.time / together.time);
    }
    report.add({
      claim: `forks on ${WORKERS} threads, against one`,
      scenario: `${asked.name}, ${forks.length} forks`,
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
async function measureCredit(report: Report, { name, redraws }: Asked, run: Run): Promise<void> {
  report.progress(`${name}: a question of credit`);
  const lived = run.asked();
  const [outcome] = outcomesIn(run.ruleset, run.setup).filter((each) => run.summary.outcome[each.name] !== false);
  const orders = lived.happenings.filter(({ kind, time }) => kind === 'orders/ordered' && time >= lived.begin);
  const acts = sample(orders, ACTS, 'credit', SEED).map(({ id }) => [id]);
  if (outcome === undefined || acts.length < ACTS) throw new Error(`${name}: nothing to ask for credit for`);
  const one = executorFor(run, { jobs: 1, keep: false });
  const several = executorFor(run, { jobs: WORKERS, keep: false });
  let forks: Fork[] = [];
  const noting: Executor = {
    live: (some, hooks) => {
      forks.push(...some);
      return several.live(some, hooks);
    },
  };
  const question = async (): Promise<string> => {
    forks = [];
    const options = { acts, redraws: report.quick ? redraws.quick : redraws.full };
    return JSON.stringify(await credit(lived, noting, { outcome }, options));
  };
  try {
    const answer = await question();
    for (let i = 1; i < WARM_UP; i++) await several.live(forks);
    await one.live(forks);
    const costs: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      let again = '';
      const whole = await timed(async () => (again = await question()));
      if (again !== answer) throw new Error(`${name}: the same question had two answers`);
      costs.push((whole * WORKERS) / (await timed(() => one.live(forks))));
    }
    report.add({
      claim: `a question of credit on ${WORKERS} threads, against its forks divided by the threads`,
      scenario: `${name}, ${forks.length} forks`,
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
