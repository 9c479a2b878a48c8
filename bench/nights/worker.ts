import { setupOf } from '../scenario.ts';
import { liveNight } from './night.ts';
import type { Crash, Night } from './night.ts';

/** Nights to be lived by one worker. */
export interface Task {
  readonly text: string;
  readonly seeds: readonly number[];
}

/** Called by the pool: one night that fails does not take the others with it. */
export default ({ text, seeds }: Task): (Night | Crash)[] => {
  const setup = setupOf(text, 'the scenario');
  return seeds.map((seed): Night | Crash => {
    try {
      return liveNight(setup, seed);
    } catch (error) {
      return { seed, crash: String(error instanceof Error ? error.stack : error) };
    }
  });
};
