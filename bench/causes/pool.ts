import { Piscina } from 'piscina';
import type { SeedResult } from './seed.ts';
import type { Task } from './worker.ts';

const WORKERS = 2;

/** Measures seeds in worker threads; the results in the order of the seeds, whichever thread was faster. */
export async function measureSeeds(
  task: Task,
  seeds: readonly number[],
  onProgress: (done: number) => void,
): Promise<SeedResult[]> {
  const filename = new URL('worker.js', import.meta.url).href;
  const pool = new Piscina<number, SeedResult>({
    filename,
    workerData: task,
    minThreads: WORKERS,
    maxThreads: WORKERS,
  });
  let done = 0;
  const measure = async (seed: number): Promise<SeedResult> => {
    const result = await pool.run(seed);
    onProgress(++done);
    return result;
  };
  try {
    return await Promise.all(seeds.map(measure));
  } finally {
    await pool.destroy();
  }
}
