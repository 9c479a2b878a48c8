import { parentPort, workerData } from 'node:worker_threads';
import { setupOf } from '../scenario.ts';
import { liveNight } from './night.ts';
import type { Crash, Night } from './night.ts';

/** Nights to be lived by one worker. */
export interface Task {
  readonly text: string;
  readonly seeds: readonly number[];
}

parentPort!.on('message', ({ text, seeds }: Task) => {
  const setup = setupOf(text, workerData as string);
  const nights = seeds.map((seed): Night | Crash => {
    try {
      return liveNight(setup, seed);
    } catch (error) {
      return { seed, crash: String(error instanceof Error ? error.stack : error) };
    }
  });
  parentPort!.postMessage(nights);
});
