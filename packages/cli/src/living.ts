import { RunError } from '@anchorhold/runs';
import type { LivingHooks, Progress, RunSummary } from '@anchorhold/runs';
import { formatRemark } from '@anchorhold/scenario';
import type { Located } from '@anchorhold/scenario';
import { CommandError, exitCodeOf } from './exit.ts';
import type { Interrupt, Io } from './io.ts';
import { progressLine } from './progress.ts';
import { shellWord } from './text.ts';

export interface LivedRun {
  readonly summary: RunSummary;
  /** False where a finished run was found and nothing had to be lived. */
  readonly anew: boolean;
}

/**
 * Live a run with progress on the terminal. Ctrl-C stops it between two steps: the folder is left unfinished, and the
 * CommandError that is thrown says how to go on.
 */
export async function live(
  io: Io,
  dir: string,
  what: string,
  start: (hooks: LivingHooks & { onWarning: (remark: Located) => void }) => Promise<RunSummary>,
): Promise<LivedRun> {
  const line = progressLine(io, what);
  const stopper = new AbortController();
  let signal: Interrupt = 'SIGINT';
  const listenNoMore = io.onInterrupt((received) => {
    signal = received;
    stopper.abort();
  });
  let anew = false;
  try {
    const summary = await start({
      signal: stopper.signal,
      onProgress: (progress: Progress) => {
        anew = true;
        line.show(progress);
      },
      onWarning: (remark) => {
        line.clear();
        io.err(`${formatRemark(remark)}\n`);
      },
    });
    return { summary, anew };
  } catch (error) {
    if (!(error instanceof RunError) || error.trouble !== 'interrupted') throw error;
    const when = /^Stopped at [^.]*\./.exec(error.message)?.[0] ?? 'Stopped.';
    throw new CommandError(
      `${when} ${dir} is marked unfinished.\nGo on with: npx anchorhold run --resume ${shellWord(dir)}`,
      exitCodeOf(signal),
    );
  } finally {
    line.clear();
    listenNoMore();
  }
}
