import { workerData } from 'piscina';
import { liveFork } from '@anchorhold/story';
import type { Fork, ForkAnswer, Lived } from '@anchorhold/story';
import { RunError } from './error.ts';
import type { Trouble } from './error.ts';
import { openRun } from './open.ts';

/** What a worker is told once: the folder of the run whose forks it lives. */
export interface ForkWork {
  readonly dir: string;
}

/** What cannot be lived, and why; errors lose what they are on the way from thread to thread. */
export interface ForkTrouble {
  readonly trouble: Trouble;
  readonly message: string;
}

const { dir } = workerData as ForkWork;
let lived: Lived | null = null;
// Nobody else waits in this thread; an end that is asked for ends the thread.
const rest = async (): Promise<void> => {};

/** Called by the pool for each fork. */
export default async (fork: Fork): Promise<ForkAnswer | ForkTrouble> => {
  try {
    lived ??= (await openRun(dir)).asked();
    return await liveFork(lived, fork, rest);
  } catch (error) {
    if (error instanceof RunError) return { trouble: error.trouble, message: error.message };
    throw error;
  }
};
