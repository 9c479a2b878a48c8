import { workerData } from 'piscina';
import { liveFork } from '@anchorhold/story';
import type { Fork, ForkAnswer } from '@anchorhold/story';
import { openRun } from './open.ts';

/** What a worker is told once: the folder of the run whose forks it lives. */
export interface ForkWork {
  readonly dir: string;
}

const { dir } = workerData as ForkWork;
const lived = (await openRun(dir)).asked();
// Nobody else waits in this thread; an end that is asked for ends the thread.
const rest = async (): Promise<void> => {};

/** Called by the pool for each fork. */
export default (fork: Fork): Promise<ForkAnswer> => liveFork(lived, fork, rest);
