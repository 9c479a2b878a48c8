import type { Setup } from '@anchorhold/engine';
import { setupOf } from '../scenario.ts';
import { liveDays } from './days.ts';
import type { Crash, Lived } from './lived.ts';
import { liveMinds } from './minds.ts';
import { liveNight } from './night.ts';
import { liveReturns } from './returns.ts';
import { liveScenes } from './scenes.ts';

/** The ways of living a seed: what is counted of it. */
export const WAYS = { night: liveNight, days: liveDays, minds: liveMinds, returns: liveReturns, scenes: liveScenes };
export type Way = keyof typeof WAYS;

/** Seeds to be lived by one worker, for so many days, or for as long as the scenario lasts. */
export interface Task {
  readonly way: Way;
  readonly text: string;
  readonly seeds: readonly number[];
  readonly days: number | null;
}

/** Called by the pool: one seed that fails does not take the others with it. */
export default ({ way, text, seeds, days }: Task): (Lived | Crash)[] => {
  const setup = setupOf(text, 'the scenario');
  return seeds.map((seed) => liveSeed(way, setup, seed, days));
};

function liveSeed(way: Way, setup: Setup, seed: number, days: number | null): Lived | Crash {
  try {
    return WAYS[way](setup, seed, days);
  } catch (error) {
    return { seed, crash: String(error instanceof Error ? error.stack : error) };
  }
}
