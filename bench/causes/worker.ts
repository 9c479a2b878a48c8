import { parentPort, workerData } from 'node:worker_threads';
import { scenarioText, setupOf } from '../scenario.ts';
import { measureSeed } from './seed.ts';
import type { Sizes } from './seed.ts';

/** What a worker is told once. */
export interface Task {
  readonly scenario: string;
  readonly sizes: Sizes;
}

const { scenario, sizes } = workerData as Task;
const setup = setupOf(scenarioText(scenario), scenario);
parentPort!.on('message', (seed: number) => parentPort!.postMessage(measureSeed(setup, seed, sizes)));
