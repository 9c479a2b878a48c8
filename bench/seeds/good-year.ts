import type { Report } from '../report.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';

const SEEDS = { quick: 20, full: 200 };
/** How often a settlement that is well run has to come through without anybody dying of hunger. */
const NOBODY = { min: 0.95 };

/** A settlement that should simply do well. */
export async function measureGoodYear(report: Report, pool: SeedPool): Promise<void> {
  const year = Seeds.days(report, pool, 'a-good-year');
  await year.live(report.quick ? SEEDS.quick : SEEDS.full);
  year.share('nobody dies of hunger', (run) => run.dead['hunger'] === undefined, NOBODY);
  year.measure('dead of anything', 'people', ({ dead }) => Object.values(dead).reduce((sum, count) => sum + count, 0));
  year.measure('events', 'events', ({ events }) => events);
}
