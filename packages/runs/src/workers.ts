import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { inThisThread, remembering } from '@anchorhold/story';
import type { Executor, Fork, ForkAnswer, ForkHooks } from '@anchorhold/story';
import { keptAnswers } from './answers.ts';
import { RunError } from './error.ts';
import type { ForkTrouble, ForkWork } from './fork-worker.ts';
import type { Run } from './open.ts';
import { defaultRuleset } from './rules.ts';

/** The compiled worker, also where this file runs as source: threads read no TypeScript. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/fork-worker.js' : './fork-worker.js',
  import.meta.url,
);

export interface ExecutorOptions {
  /** Threads; as many as the machine runs at once by default. With 1 forks are lived in this thread. */
  readonly jobs?: number;
  /** Whether answers are kept for the next time somebody asks; true by default. */
  readonly keep?: boolean;
}

/** Where the forks of a run are lived. Close it when the question is answered. */
export interface ForkExecutor extends Executor {
  close(): Promise<void>;
}

/**
 * Lives the forks of a run in worker threads and keeps their answers, so that what was asked once is answered at once.
 * The answers are the same for any number of threads. Rules other than the engine's own are lived in this thread, since
 * they cannot be handed over.
 */
export function executorFor(
  run: Run,
  { jobs = availableParallelism(), keep = true }: ExecutorOptions = {},
): ForkExecutor {
  const threads = jobs > 1 && run.ruleset.hash === defaultRuleset().hash ? new Threads(run.dir, jobs) : null;
  const executor = threads ?? inThisThread(run.asked());
  const kept = keep ? remembering(executor, keptAnswers(run.recipe)) : executor;
  return { live: (forks, hooks) => kept.live(forks, hooks), close: async () => await threads?.close() };
}

class Threads implements Executor {
  private pool: Piscina<Fork, ForkAnswer | ForkTrouble> | null = null;
  private readonly work: ForkWork;
  private readonly jobs: number;

  constructor(dir: string, jobs: number) {
    this.work = { dir };
    this.jobs = jobs;
  }

  /** No thread is started for a question whose answers are all known. */
  async live(forks: readonly Fork[], { onLived, onAnswer, signal }: ForkHooks = {}): Promise<ForkAnswer[]> {
    if (forks.length === 0) return [];
    signal?.throwIfAborted();
    const pool = (this.pool ??= new Piscina({
      filename: WORKER.href,
      workerData: this.work,
      maxThreads: this.jobs,
      minThreads: Math.min(this.jobs, forks.length),
    }));
    const options = signal === undefined ? {} : { signal: ownSignal(signal as AbortSignal) };
    let done = 0;
    const live = async (fork: Fork, at: number): Promise<ForkAnswer> => {
      const answer = await pool.run(fork, options);
      if ('trouble' in answer) throw new RunError(answer.trouble, answer.message);
      onAnswer?.(answer, at);
      onLived?.(++done, forks.length);
      return answer;
    };
    return await Promise.all(forks.map(live));
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }
}

/** A signal for this work alone: every fork listens to it, and more would be taken for a leak on the asker's own. */
function ownSignal(signal: AbortSignal): AbortSignal {
  const own = AbortSignal.any([signal]);
  setMaxListeners(0, own);
  return own;
}
