import { executorFor } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import type { Executor, ForkHooks } from '@anchorhold/story';
import { countFrom } from './args.ts';
import { CommandError, exitCodeOf } from './exit.ts';
import type { Interrupt, Io } from './io.ts';
import { countLine } from './progress.ts';

/** The most other lucks that a question may be put to, and the most threads: more only exhaust the machine. */
export const MOST_REDRAWN = 1_000;
const MOST_JOBS = 256;

/** The option that says how many threads a question may use, for `--help`. */
export const JOBS = [
  '--jobs <n>',
  'threads to live forks on; if left out as many as the machine runs at once, none for short questions',
] as const;

/**
 * Put a question to a run for which other worlds have to be lived: on several threads, with progress on the terminal. Ctrl-C
 * ends it with a CommandError; what was lived by then is kept, so that the same question goes on from there.
 */
export async function askRun<T>(
  io: Io,
  run: Run,
  jobs: string | undefined,
  question: (executor: Executor, hooks: ForkHooks) => Promise<T>,
): Promise<T> {
  const executor = executorFor(run, jobs === undefined ? {} : { jobs: countFrom('--jobs', jobs, 1, MOST_JOBS) });
  const line = countLine(io, 'worlds lived');
  const stopper = new AbortController();
  let received: Interrupt = 'SIGINT';
  const listenNoMore = io.onInterrupt((signal) => {
    received = signal;
    stopper.abort();
  });
  try {
    const onLived = (done: number, of: number): void => line.show({ done, of });
    return await question(executor, { onLived, signal: stopper.signal });
  } catch (error) {
    if (!stopper.signal.aborted) throw error;
    throw new CommandError('Stopped. Ask again to go on from here.', exitCodeOf(received));
  } finally {
    line.clear();
    listenNoMore();
    await executor.close();
  }
}
