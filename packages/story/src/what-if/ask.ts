import type { LogEntry } from '@anchorhold/engine';
import { turn } from '../forks/executor.ts';
import type { StopSignal } from '../forks/executor.ts';
import { liveAndJudge } from '../forks/fork.ts';
import type { Lived } from '../forks/lived.ts';
import { outcomesIn } from '../forks/outcome.ts';
import type { Verdicts } from '../forks/outcome.ts';
import { compareWorlds } from './compare.ts';
import type { Comparison } from './compare.ts';

/** What became of a run that was lived otherwise, and how its outcomes came out in both. */
export interface WhatIf extends Comparison {
  readonly outcome: { readonly before: Verdicts; readonly after: Verdicts };
}

/**
 * Live a run to its end with `added` beside its own log, in this thread, and compare. Other work of the thread goes on in
 * between; the promise is rejected with the signal's reason where an end is asked for, and with a RangeError where nothing
 * was added.
 */
export async function whatIf(
  lived: Lived,
  added: readonly LogEntry[],
  { signal }: { readonly signal?: StopSignal } = {},
): Promise<WhatIf> {
  const { end, until } = lived;
  const outcomes = outcomesIn(end.ruleset, end.recipe.setup);
  const rest = async (): Promise<void> => {
    await turn();
    signal?.throwIfAborted();
  };
  const from = Math.min(until, ...added.map(({ at }) => at));
  // Kept events may go on beyond the end: the run is looked at where the fork ends.
  const before = await liveAndJudge(lived, { from: until, added: [], until, outcomes }, rest);
  const after = await liveAndJudge(lived, { from, added, until, outcomes }, rest);
  return {
    ...compareWorlds(before.world, after.world, added),
    outcome: { before: before.verdicts, after: after.verdicts },
  };
}
