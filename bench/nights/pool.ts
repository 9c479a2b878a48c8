import { Piscina } from 'piscina';
import type { Crash, Night } from './night.ts';
import type { Task } from './worker.ts';

/** Nights that a worker lives before it reports. */
const AT_ONCE = 10;

/** Lives nights in worker threads. What comes out does not depend on how many there are. */
export class NightPool {
  private readonly pool: Piscina<Task, (Night | Crash)[]>;

  constructor(workers: number) {
    const filename = new URL('worker.js', import.meta.url).href;
    this.pool = new Piscina({ filename, minThreads: workers, maxThreads: workers });
  }

  /** The nights of these seeds, in their order. Throws where the scenario cannot be read. */
  async live(text: string, seeds: readonly number[], onProgress: (done: number) => void): Promise<(Night | Crash)[]> {
    const parts: (readonly number[])[] = [];
    for (let from = 0; from < seeds.length; from += AT_ONCE) parts.push(seeds.slice(from, from + AT_ONCE));
    let done = 0;
    const lived = await Promise.all(
      parts.map(async (part) => {
        const nights = await this.pool.run({ text, seeds: part });
        onProgress((done += nights.length));
        return nights;
      }),
    );
    return lived.flat();
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}
