import type { Report } from '../report.ts';
import type { Days } from './days.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';
import * as variants from './variants.ts';

const SEEDS = { quick: 12, full: 200 };

const starved = (run: Days): number => run.dead['hunger'] ?? 0;

/** A hungry winter: what it comes to, and what it changes that rations are shortened early. */
export async function measureWinter(report: Report, pool: SeedPool): Promise<void> {
  const winter = Seeds.days(report, pool, 'hungry-winter');
  const most = report.quick ? SEEDS.quick : SEEDS.full;
  await winter.live(most);
  winter.share('somebody dies of hunger', (run) => starved(run) > 0);
  winter.measure('dead of hunger', 'people', starved);
  const early = 'rations shortened early against late';
  const sooner = { one: variants.shortenedEarly, other: variants.shortenedLate, most };
  await winter.compare({
    claim: `${early}: dead of hunger`,
    unit: 'people',
    ...sooner,
    of: starved,
    floor: { max: 0 },
  });
}
