import { bootstrap, median } from '../statistics.ts';
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
  const slice = sliceOf(work);
  return slice.work / slice.update;
}

export function timeOf(work: () => void): number {
  const from = performance.now();
  work();
  return (performance.now() - from) * 1e6;
}

/** A slice of work: its time, and what a raw update took just before and after, in nanoseconds. */
export interface Slice {
  readonly work: number;
  readonly update: number;
}

export function sliceOf(work: () => void): Slice {
  const before = nanosecondsARawUpdate();
  const time = timeOf(work);
  return { work: time, update: (before + nanosecondsARawUpdate()) / 2 };
}

/**
 * Raw updates of work that is done several times over, slice by slice. Of each slice the fastest run counts, and so does
 * the fastest reading beside it: what more either took was another process's doing, since they are the same each time.
 */
export function fastestOf(runs: number, slicesOfARun: () => readonly Slice[]): number {
  let fastest = slicesOfARun();
  for (let run = 1; run < runs; run++) {
    const again = slicesOfARun();
    if (again.length !== fastest.length) throw new Error('the same work came in another number of slices');
    fastest = fastest.map((slice, i) => ({
      work: Math.min(slice.work, again[i]!.work),
      update: Math.min(slice.update, again[i]!.update),
    }));
  }
  return fastest.reduce((sum, { work, update }) => sum + work / update, 0);
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
