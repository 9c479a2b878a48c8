import { Worker } from 'node:worker_threads';
import type { SeedResult } from './seed.ts';
import type { Task } from './worker.ts';

const WORKERS = 2;

/** Measures seeds in worker threads; the results in the order of the seeds, whichever thread was faster. */
export async function measureSeeds(
  task: Task,
  seeds: readonly number[],
  onProgress: (done: number) => void,
): Promise<SeedResult[]> {
  const results: SeedResult[] = Array.from({ length: seeds.length });
  const waiting = seeds.map((seed, at) => ({ seed, at }));
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('worker.js', import.meta.url), { workerData: task });
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        results[next.at] = await ask(worker, next.seed);
        onProgress(++done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return results;
}

function ask(worker: Worker, seed: number): Promise<SeedResult> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a worker ended with ${code} amid seed ${seed}`)));
    worker.postMessage(seed);
  });
}
