import { setImmediate } from 'node:timers/promises';
import { advance } from '@anchorhold/engine';
import type { LogEntry, Ruleset, World } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import type { Located } from '@anchorhold/scenario';
import { RunError } from './error.ts';
import { CHRONICLE, LIVED, RECIPE, SUMMARY, sha256, sweep, writeOwn } from './files.ts';
import { mustBeRun, placeFolder, standingAt } from './folder.ts';
import { historyOf } from './history.ts';
import { addCheckpoint, hourHash, readLived, wake } from './lived.ts';
import type { Checkpoint, Lived } from './lived.ts';
import { outcomeOf } from './outcome.ts';
import { writeHistory } from './parquet.ts';
import { differences, planFrom, planOf, readRecipe } from './recipe.ts';
import { fromBirth } from './begun.ts';
import type { Begun } from './begun.ts';
import type { Plan, RunRecipe } from './recipe.ts';
import { defaultRuleset } from './rules.ts';
import { sealJson } from './sealed.ts';
import { finishedSummary, shown, summaryFor } from './summary.ts';
import type { RunSummary, StoredSummary } from './summary.ts';

const HOUR = 3600;
/** The part of all work so far that may lie between two checkpoints is one in this many. */
const SPREAD = 64;
/** Work, and steps, after which other tasks of the process get their turn: a few milliseconds. */
const SLICE_WORK = 2_000;
const SLICE_STEPS = 256;

/** How far a run is; all times are in seconds after d1 00:00. */
export interface Progress {
  readonly time: number;
  readonly begin: number;
  readonly until: number;
  readonly events: number;
}

export interface LivingHooks {
  /** The rules to live by; those of the engine by default. */
  readonly ruleset?: Ruleset;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run at the end of a step. It can be resumed. */
  readonly signal?: AbortSignal;
}

export interface RunRequest extends LivingHooks {
  readonly scenarioFile: string;
  /** Folder in which the run is left. */
  readonly dir: string;
  /** Integer from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Seconds to live; the scenario's `lasts:` by default. */
  readonly forSeconds?: number;
  /** Orders and interventions; moments in seconds after d1 00:00. */
  readonly log?: readonly LogEntry[];
  /** Live it anew even if the folder holds a run. */
  readonly force?: boolean;
  /** Least units of work between checkpoints, 64 for each person by default. The history does not depend on it. */
  readonly checkpointEvery?: number;
  /** Called for each warning about the scenario. */
  readonly onWarning?: (remark: Located) => void;
}

/**
 * Live a scenario and leave a run folder. A folder that holds the same run is reused: finished, its summary is returned;
 * unfinished, it is lived on. Whatever else is there is refused, or, if it is a run and `force` is given, replaced.
 *
 * Throws RunError; after an `interrupted`, or if the process is killed, `resumeRun` goes on.
 */
export async function liveRun(request: RunRequest): Promise<RunSummary> {
  const plan = planOf(request, request.ruleset ?? defaultRuleset());
  return await liveIn(request.dir, plan, () => fromBirth(plan), request);
}

/** Live a plan in a folder, which is reused, refused or replaced as `liveRun` says. `begun` says what it begins with. */
export async function liveIn(
  dir: string,
  plan: Plan,
  begun: () => Begun,
  { force = false, ...hooks }: LivingHooks & { readonly force?: boolean },
): Promise<RunSummary> {
  const { recipe } = plan;
  if (standingAt(dir) === 'run' && !force) {
    mustBeRun(dir);
    const differs = differences(readRecipe(dir), recipe);
    if (differs.length > 0) {
      throw new RunError(
        'other-recipe',
        `${dir} holds another run (${differs.join('; ')}). Choose another folder, or replace it with --force.`,
      );
    }
    return await resumeRun(dir, hooks);
  }
  const { world, lived, saved } = begun();
  placeFolder(dir, filesOf(recipe, lived, saved), force);
  return await liveOn(dir, plan, world, lived, hooks);
}

function* filesOf(recipe: RunRecipe, lived: Lived, saved: Begun['saved']): Generator<readonly [string, Uint8Array]> {
  yield [RECIPE, sealJson(recipe)];
  for (const { file } of lived.checkpoints) yield [file, saved(file)];
  yield [LIVED, sealJson(lived)];
}

/**
 * Go on with a run that was interrupted, from its last checkpoint. It ends on the same hash, with the same chronicle, as
 * if nothing had happened. A finished run is left as it is. Throws RunError.
 */
export async function resumeRun(dir: string, hooks: LivingHooks = {}): Promise<RunSummary> {
  mustBeRun(dir);
  const recipe = readRecipe(dir);
  const finished = finishedSummary(dir, recipe);
  if (finished !== null) return finished;
  const plan = planFrom(recipe, hooks.ruleset ?? defaultRuleset(), dir);
  const lived = readLived(dir);
  sweep(dir);
  return await liveOn(dir, plan, wake(dir, plan, lived.checkpoints.at(-1)!), lived, hooks);
}

async function liveOn(
  dir: string,
  plan: Plan,
  world: World,
  before: Lived,
  { onProgress, signal }: LivingHooks,
): Promise<RunSummary> {
  const { begin, checkpointEvery: every } = plan.recipe;
  const until = begin + plan.recipe.lasts;
  let lived = before;
  const progress = (): void => onProgress?.({ time: world.time, begin, until, events: world.chronicle.length });
  progress();
  while (!lived.checkpoints.at(-1)!.end) {
    await setImmediate();
    if (signal?.aborted === true) throw interruptedAt(dir, world);
    const due = nextDue(lived.checkpoints.at(-1)!.work, every);
    const target = Math.min(hourAfter(begin + lived.hours.at(-1)!.time), until);
    const reached = liveSlice(world, target, due);
    if (world.work >= due) lived = addCheckpoint(dir, lived, world, begin, false);
    if (reached) {
      if (target % HOUR === 0) lived = { ...lived, hours: [...lived.hours, hourHash(world, begin)] };
      if (target === until) lived = addCheckpoint(dir, lived, world, begin, true);
    }
    progress();
  }
  return finish(dir, plan, world, lived);
}

/**
 * The work at which the next checkpoint is due. In a long run they come less often, since each holds all that happened
 * before: any moment stays within a small part of the work that it took to get there.
 */
const nextDue = (work: number, every: number): number => work + Math.max(every, Math.floor(work / SPREAD));

const hourAfter = (time: number): number => (Math.floor(time / HOUR) + 1) * HOUR;

/**
 * Live until a moment, or until a checkpoint is due, or for a short while. True where the moment was reached with nothing
 * left to do in it. Where a slice ends makes no difference to the world.
 */
function liveSlice(world: World, target: number, due: number): boolean {
  const enough = Math.min(due, world.work + SLICE_WORK);
  let steps = 0;
  let stopped = false;
  advance(world, target, () => {
    stopped = world.work >= enough || ++steps >= SLICE_STEPS;
    return !stopped;
  });
  return !stopped;
}

/** The run is lived: write what happened, and last of all the summary, which says that the folder is whole. */
function finish(dir: string, plan: Plan, world: World, lived: Lived): RunSummary {
  const { recipe, ruleset, setup } = plan;
  const at = (time: number): World => worldAt(dir, plan, lived.checkpoints, time);
  const outcome = outcomeOf(ruleset, setup, world, recipe.begin, at);
  const chronicle = writeHistory(historyOf(world, recipe));
  writeOwn(dir, CHRONICLE, chronicle);
  const livedBytes = sealJson(lived);
  const recipeBytes = sealJson(recipe);
  const stored: StoredSummary = {
    ...summaryFor(recipe, lived.checkpoints.at(-1)!, outcome),
    files: [
      { name: CHRONICLE, bytes: chronicle.length, sha256: sha256(chronicle) },
      ...lived.checkpoints.map(({ file, bytes, sha256: digest }) => ({ name: file, bytes, sha256: digest })),
      { name: LIVED, bytes: livedBytes.length, sha256: sha256(livedBytes) },
      { name: RECIPE, bytes: recipeBytes.length, sha256: sha256(recipeBytes) },
    ],
  };
  writeOwn(dir, SUMMARY, sealJson(stored));
  return shown(stored, dir);
}

/** The world at a moment, lived on from the nearest checkpoint before it. */
export function worldAt(dir: string, plan: Plan, checkpoints: readonly Checkpoint[], time: number): World {
  const { begin } = plan.recipe;
  const near = checkpoints.findLast((checkpoint) => begin + checkpoint.time <= time) ?? checkpoints[0]!;
  const world = wake(dir, plan, near);
  advance(world, time);
  return world;
}

function interruptedAt(dir: string, world: World): RunError {
  const message = `Stopped at ${formatClock(world.time)}. Go on with: anchorhold run --resume ${dir}`;
  return new RunError('interrupted', message);
}
