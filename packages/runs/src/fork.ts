import { basename, sep } from 'node:path';
import type { LogEntry } from '@anchorhold/engine';
import { formatClock } from '@anchorhold/scenario';
import { fromOther } from './begun.ts';
import { RunError } from './error.ts';
import { mustBeRun, realPath } from './folder.ts';
import { liveIn } from './live.ts';
import type { LivingHooks } from './live.ts';
import { readLived } from './lived.ts';
import { planFrom, readRecipe, refuseUnknownCommands } from './recipe.ts';
import type { RunRecipe } from './recipe.ts';
import { defaultRuleset } from './rules.ts';
import { toPlainJson } from './sealed.ts';
import { finishedSummary } from './summary.ts';
import type { RunSummary } from './summary.ts';
import { VERSION } from './version.ts';

export interface ForkRequest extends LivingHooks {
  /** Folder in which the fork is left. */
  readonly out: string;
  /** What enters the log beside what the run's own holds, one entry at least; moments in seconds after d1 00:00. */
  readonly added: readonly LogEntry[];
  /** Replace another run that is in the folder. */
  readonly force?: boolean;
}

/**
 * Live a finished run otherwise, to the same end: with the entries of its log, and others. Leaves a run folder like any other,
 * which holds what living its recipe from the beginning would leave, to the byte; the run in `dir` is only read. What that
 * one saved before the first change is taken over, so that only the rest is lived. A folder that holds the fork already is
 * reused, one that was interrupted is lived on.
 *
 * Throws RunError: `unfinished` and `other-rules` where the run cannot be forked, `bad-request` for entries that it cannot
 * have, and as `liveRun` does. After an `interrupted`, or if the process is killed, `resumeRun` goes on.
 */
export async function forkRun(dir: string, { out, added, ...hooks }: ForkRequest): Promise<RunSummary> {
  mustBeRun(dir);
  const ruleset = hooks.ruleset ?? defaultRuleset();
  const recipe = readRecipe(dir);
  const parent = finishedSummary(dir, recipe);
  if (parent === null) {
    throw new RunError(
      'unfinished',
      `${dir} is unfinished, and its end is what a fork is compared with. Finish it first: anchorhold run --resume ${dir}`,
    );
  }
  refuseApart(dir, out);
  // Rules before all else: under others nothing can be said of the entries.
  planFrom(recipe, ruleset, dir);
  refuseUnknownCommands(added, ruleset);
  const parting = firstChange(recipe, added);
  const plan = planFrom(forkedRecipe(recipe, parent, dir, added), ruleset, dir);
  return await liveIn(out, plan, () => fromOther(dir, plan, readLived(dir), parting), hooks);
}

/** The recipe of a fork: that of the run, with other entries in its log, and whose fork it is. */
function forkedRecipe(recipe: RunRecipe, parent: RunSummary, dir: string, added: readonly LogEntry[]): RunRecipe {
  const fresh = new Set(added);
  // Of one moment the run's own come first: what it carried out by then stands where it stood.
  const log = [...recipe.log, ...fresh].sort((a, b) => a.at - b.at);
  return {
    ...recipe,
    engine: VERSION,
    log: toPlainJson(log) as LogEntry[],
    parent: {
      name: basename(realPath(dir)),
      hash: parent.hash,
      added: log.flatMap((entry, index) => (fresh.has(entry) ? [index] : [])),
    },
  };
}

/** The moment of the first of these entries. The past, which the scenario tells of, can be withheld; nothing else can enter it. */
function firstChange({ begin, lasts }: RunRecipe, added: readonly LogEntry[]): number {
  if (added.length === 0)
    throw new RunError('bad-request', 'A fork needs at least one entry that the run does not have.');
  const until = begin + lasts;
  const outside = added.find(({ at, command }) => !(at <= until && (at >= begin || command === 'withhold')));
  if (outside === undefined) return Math.min(...added.map(({ at }) => at));
  throw new RunError(
    'bad-request',
    `${formatClock(outside.at)} is outside this run, which goes from ${formatClock(begin)} to ${formatClock(until)}.`,
  );
}

/** A fork never stands where its run stands, nor in it: asking leaves a run as it is. */
function refuseApart(dir: string, out: string): void {
  const [run, fork] = [realPath(dir), realPath(out)];
  if (fork !== run && !fork.startsWith(run + sep)) return;
  const where = fork === run ? 'is the run itself' : 'would lie inside the run itself';
  throw new RunError('bad-request', `${out} ${where}, which stays as it is. Choose another folder for the fork.`);
}
