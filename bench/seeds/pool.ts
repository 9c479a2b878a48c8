import { Piscina } from 'piscina';
import type { Crash, Lived } from './lived.ts';
import type { Task } from './worker.ts';

/** Seeds that a worker lives before it reports. */
const AT_ONCE = 10;

/** Lives seeds in worker threads. What comes out does not depend on how many there are. */
export class SeedPool {
  private readonly pool: Piscina<Task, (Lived | Crash)[]>;

  constructor(workers: number) {
    const filename = new URL('worker.js', import.meta.url).href;
    this.pool = new Piscina({ filename, minThreads: workers, maxThreads: workers });
  }

  /** What comes of these seeds, in their order. Throws where the scenario cannot be read. */
  async live(task: Task, onProgress: (done: number) => void): Promise<(Lived | Crash)[]> {
    const parts: (readonly number[])[] = [];
    for (let from = 0; from < task.seeds.length; from += AT_ONCE) parts.push(task.seeds.slice(from, from + AT_ONCE));
    let done = 0;
    const lived = await Promise.all(
      parts.map(async (seeds) => {
        const some = await this.pool.run({ ...task, seeds });
        onProgress((done += some.length));
        return some;
      }),
    );
    return lived.flat();
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}
