import { workerData } from 'piscina';
import { scenarioText, setupOf } from '../scenario.ts';
import { measureSeed } from './seed.ts';
import type { SeedResult, Sizes, Span } from './seed.ts';

/** What a worker is told once. */
export interface Task {
  readonly scenario: string;
  readonly sizes: Sizes;
  readonly span?: Span;
}

const { scenario, sizes, span } = workerData as Task;
const setup = setupOf(scenarioText(scenario), scenario);

/** Called by the pool for each seed. */
export default (seed: number): SeedResult => measureSeed(setup, seed, sizes, span);
