import { Worker } from 'node:worker_threads';
import type { Crash, Night } from './night.ts';
import type { Task } from './worker.ts';

/** Nights that a worker lives before it reports. */
const AT_ONCE = 20;

/** Lives nights in worker threads. What comes out does not depend on how many there are. */
export class NightPool {
  private readonly workers: readonly Worker[];

  constructor(workers: number, scenario: string) {
    const file = new URL('worker.js', import.meta.url);
    this.workers = Array.from({ length: workers }, () => new Worker(file, { workerData: scenario }));
  }

  /** The nights of these seeds, in their order. Throws where the scenario cannot be read. */
  async live(text: string, seeds: readonly number[], onProgress: (done: number) => void): Promise<(Night | Crash)[]> {
    const results: (Night | Crash)[] = Array.from({ length: seeds.length });
    let next = 0;
    let done = 0;
    const work = async (worker: Worker): Promise<void> => {
      while (next < seeds.length) {
        const from = next;
        next += AT_ONCE;
        const nights = await ask(worker, { text, seeds: seeds.slice(from, from + AT_ONCE) });
        nights.forEach((night, i) => (results[from + i] = night));
        done += nights.length;
        onProgress(done);
      }
    };
    await Promise.all(this.workers.map(work));
    return results;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, task: Task): Promise<(Night | Crash)[]> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      worker.off('message', answered).off('error', failed).off('exit', left);
      then();
    };
    const answered = (nights: (Night | Crash)[]): void => settle(() => resolve(nights));
    const failed = (error: Error): void => settle(() => reject(error));
    const left = (code: number): void => settle(() => reject(new Error(`a worker ended with ${code} amid its nights`)));
    worker.on('message', answered).on('error', failed).on('exit', left);
    worker.postMessage(task);
  });
}
