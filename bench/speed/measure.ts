import { bootstrap, mean, median } from '../statistics.ts';
import type { Interval } from '../statistics.ts';
import { nanosecondsARawUpdate } from './calibration.ts';

/** A measured speed: its median over the samples, and the interval of that. */
export interface Speed {
  readonly value: number;
  readonly interval: Interval;
}

export function speedOf(samples: readonly number[]): Speed {
  return { value: median(samples), interval: bootstrap(samples, median) };
}

/**
 * Raw updates that a piece of work takes: its time against calibration readings just before and after, so that what slows
 * the machine down slows both. `work` is run once.
 */
export function rawUpdatesOf(work: () => void): number {
  const before = nanosecondsARawUpdate();
  const nanoseconds = timeOf(work);
  return (2 * nanoseconds) / (before + nanosecondsARawUpdate());
}

export function timeOf(work: () => void): number {
  const from = performance.now();
  work();
  return (performance.now() - from) * 1e6;
}

/**
 * The same work measured several times, slice by slice, each slice by its fastest run: what else a run took was another
 * process's doing, since the work is the same. Returns the sum, in raw updates.
 */
export function fastestOf(runs: number, slicesOfARun: () => readonly number[]): number {
  let fastest = slicesOfARun();
  for (let run = 1; run < runs; run++) {
    const again = slicesOfARun();
    if (again.length !== fastest.length) throw new Error('the same work came in another number of slices');
    fastest = fastest.map((value, i) => Math.min(value, again[i]!));
  }
  return mean(fastest) * fastest.length;
}

/** Samples of a ratio of times between two pieces of work, one straight after the other, in turn the one or the other first. */
export function ratios(samples: number, work: () => void, measure: () => void): number[] {
  for (let i = 0; i < 20; i++) {
    work();
    measure();
  }
  return Array.from({ length: samples }, (_, i) => {
    if (i % 2 === 0) {
      const time = timeOf(work);
      return time / timeOf(measure);
    }
    const unit = timeOf(measure);
    return timeOf(work) / unit;
  });
}
