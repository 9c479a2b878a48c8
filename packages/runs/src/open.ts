import { eventsOf } from '@anchorhold/engine';
import type { EventRecord, Ruleset, Setup, World } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import type { Lived as AskedRun } from '@anchorhold/story';
import { askedRun } from './asked.ts';
import { RunError } from './error.ts';
import { CHRONICLE, readOwn, sha256 } from './files.ts';
import { mustBeRun } from './folder.ts';
import { historyOf } from './history.ts';
import type { History } from './history.ts';
import { worldAt } from './live.ts';
import { readLived, wake } from './lived.ts';
import type { Checkpoint, Lived } from './lived.ts';
import { readHistory } from './parquet.ts';
import { otherRules, planFrom, readRecipe } from './recipe.ts';
import type { Plan, RunRecipe } from './recipe.ts';
import { defaultRuleset } from './rules.ts';
import { readSummary, shown, summaryFor } from './summary.ts';
import type { ListedFile, RunSummary } from './summary.ts';

/**
 * A run folder that has been opened. What happened can be read whatever the rules; worlds need the rules that the run was
 * lived under. Moments are in seconds after d1 00:00, as in worlds, except where it says "since the beginning".
 */
export interface Run {
  readonly dir: string;
  readonly recipe: RunRecipe;
  /** Of an unfinished run: how far it has come, without outcomes. */
  readonly summary: RunSummary;
  readonly finished: boolean;
  /** Whether the rules at hand are those that the run was lived under. */
  readonly sameRules: boolean;
  /** Both throw RunError `other-rules` where they are not. */
  readonly ruleset: Ruleset;
  readonly setup: Setup;
  /** The hash of the world at its beginning and at each full hour. */
  readonly hourHashes: readonly { readonly time: number; readonly hash: string }[];
  /** Saved moments; times since the beginning. */
  readonly checkpoints: readonly Checkpoint[];
  /** Its files, but for marker and summary; of an unfinished run, its checkpoints. */
  readonly files: readonly ListedFile[];
  /** The world at the run's end; of an unfinished run, at its last checkpoint. A new one each time. */
  end(): World;
  /** The world at a moment of the run, when everything due in that second has happened. A new one each time. */
  worldAt(time: number): World;
  /** The run as questions of causes see it: it can be lived otherwise from any moment on. */
  asked(): AskedRun;
  /** Every event with the rows of the world at its end. */
  events(): Iterable<EventRecord>;
  /** What happened, by name; times since the beginning. Readable under any rules. */
  history(): Promise<History>;
  /** Read every file and compare it with what was written. Throws RunError `damaged`. */
  verify(): void;
}

/**
 * Open a run folder. Its JSON files are checked now, and that nothing is missing or cut off; checkpoints and chronicle
 * when they are read. `ruleset` is the engine's by default. Throws RunError.
 */
export async function openRun(dir: string, options: { readonly ruleset?: Ruleset } = {}): Promise<Run> {
  mustBeRun(dir);
  const recipe = readRecipe(dir);
  const lived = readLived(dir);
  return new OpenRun(dir, options.ruleset ?? defaultRuleset(), recipe, lived);
}

class OpenRun implements Run {
  readonly dir: string;
  readonly recipe: RunRecipe;
  readonly summary: RunSummary;
  readonly finished: boolean;
  readonly hourHashes: readonly { readonly time: number; readonly hash: string }[];
  readonly checkpoints: readonly Checkpoint[];
  readonly files: readonly ListedFile[];
  private readonly rules: Ruleset;
  private known: Plan | null = null;

  constructor(dir: string, rules: Ruleset, recipe: RunRecipe, lived: Lived) {
    const stored = readSummary(dir);
    const last = lived.checkpoints.at(-1)!;
    this.dir = dir;
    this.rules = rules;
    this.recipe = recipe;
    this.finished = stored !== null;
    this.summary = shown(stored ?? summaryFor(recipe, last, {}), dir);
    this.files =
      stored?.files ?? lived.checkpoints.map(({ file, bytes, sha256: hash }) => ({ name: file, bytes, sha256: hash }));
    this.checkpoints = lived.checkpoints;
    this.hourHashes = lived.hours.map(({ time, hash }) => ({ time: recipe.begin + time, hash }));
    if (
      stored !== null &&
      (stored.hash !== last.hash || stored.rules !== recipe.rules || stored.seed !== recipe.seed)
    ) {
      throw new RunError('damaged', `${dir}: its files belong to different runs.`);
    }
  }

  get sameRules(): boolean {
    return this.recipe.rules === this.rules.hash;
  }
  get ruleset(): Ruleset {
    if (!this.sameRules) throw otherRules(this.recipe, this.rules, this.dir);
    return this.rules;
  }
  get setup(): Setup {
    return this.plan.setup;
  }

  end(): World {
    return wake(this.dir, this.plan, this.checkpoints.at(-1)!);
  }

  worldAt(time: number): World {
    const { plan } = this;
    const { begin } = this.recipe;
    const until = begin + this.summary.until;
    if (!(time >= begin && time <= until)) {
      throw new RunError(
        'bad-request',
        `${Number.isFinite(time) ? formatClock(time) : time} is outside this run, which goes from ${formatClock(begin)} to ${formatClock(until)}.`,
      );
    }
    return worldAt(this.dir, plan, this.checkpoints, Math.floor(time));
  }

  asked(): AskedRun {
    return askedRun(this.dir, this.plan, this.checkpoints, this.recipe.begin + this.summary.until);
  }

  events(): Iterable<EventRecord> {
    return eventsOf(this.end());
  }

  async history(): Promise<History> {
    if (this.finished) return await readHistory(this.checked(CHRONICLE), `${this.dir}: ${CHRONICLE}`);
    if (this.sameRules) return historyOf(this.end(), this.recipe);
    throw new RunError(
      'unfinished',
      `${this.dir} was interrupted before its chronicle was written, and it was lived under other rules (${this.recipe.rules} of anchorhold ${this.recipe.engine}). Finish it there: anchorhold run --resume ${this.dir}`,
    );
  }

  verify(): void {
    for (const { name } of this.files) this.checked(name);
  }

  private get plan(): Plan {
    return (this.known ??= planFrom(this.recipe, this.rules, this.dir));
  }

  /** The bytes of a file that the run lists, if they are those that were written. */
  private checked(name: string): Uint8Array {
    const listed = this.files.find((file) => file.name === name);
    const bytes = readOwn(this.dir, name);
    if (bytes === null) throw new RunError('damaged', `${this.dir}: ${name} is missing.`);
    if (listed?.sha256 !== sha256(bytes)) {
      throw new RunError(
        'damaged',
        `${this.dir}: ${name} is damaged: it was cut off, or changed after it was written.`,
      );
    }
    return bytes;
  }
}
