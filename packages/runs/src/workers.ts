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

/**
 * Work units below which forks are lived in the asking thread where nobody says how many threads: a new one takes about a
 * second until it has read its code and made it fast. [m: questions put to the farm and the siege, two cores]
 */
const WORTH_THREADS = 1_000_000;
/**
 * Megabytes for what a thread has just made: forks make much that soon is of no use, and clearing it away too often costs a
 * quarter of their time. [m: siege, 24 forks, 16 against 64]
 */
const YOUNG_MEMORY = 64;

export interface ExecutorOptions {
  /**
   * Threads. With 1 forks are lived in the asking thread. Left out, as many as the machine runs at once, and none for
   * questions that are answered sooner without.
   */
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
export function executorFor(run: Run, { jobs, keep = true }: ExecutorOptions = {}): ForkExecutor {
  const here = inThisThread(run.asked());
  const most = jobs ?? availableParallelism();
  const threads = most > 1 && run.ruleset.hash === defaultRuleset().hash ? new Threads(run.dir, most) : null;
  const executor: Executor = {
    live: (forks, hooks) => {
      const few = jobs === undefined && threads?.started === false && workOf(run, forks) < WORTH_THREADS;
      return (few ? here : (threads ?? here)).live(forks, hooks);
    },
  };
  const kept = keep ? remembering(executor, keptAnswers(run.recipe)) : executor;
  return { live: (forks, hooks) => kept.live(forks, hooks), close: async () => await threads?.close() };
}

/** Work units that forks will take, if they go on about as the run did. */
function workOf({ checkpoints, recipe: { begin } }: Run, forks: readonly Fork[]): number {
  const workAt = (time: number): number => checkpoints.findLast((saved) => begin + saved.time <= time)?.work ?? 0;
  return forks.reduce((sum, { from, until }) => sum + workAt(until) - workAt(from), 0);
}

class Threads implements Executor {
  private pool: Piscina<Fork, ForkAnswer | ForkTrouble> | null = null;
  private readonly work: ForkWork;
  private readonly jobs: number;

  constructor(dir: string, jobs: number) {
    this.work = { dir };
    this.jobs = jobs;
  }

  get started(): boolean {
    return this.pool !== null;
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
      // A question comes in stages: what a thread has read and made fast serves the next one.
      idleTimeout: Infinity,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEMORY },
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
