import type { Report } from '../report.ts';
import { deadOf } from './night.ts';
import type { Night } from './night.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';
import * as variants from './variants.ts';

const KEPT = 'the grain is kept';
/** Each side wins at least so often. */
const WINS = { min: 0.1 };

const isKept = (night: Night): boolean => night.outcome[KEPT] === true;

/** The farm at night: what comes of many seeds, and what its variants change. */
export async function measureFarm(report: Report, pool: SeedPool): Promise<void> {
  const farm = Seeds.nights(report, pool, 'farm-at-night');
  const many = report.quick ? 60 : 1_000;
  await farm.live(many);
  farm.share('the defenders win: the grain is kept', isKept, WINS);
  farm.share('the raiders win: the grain is lost', (night) => !isKept(night), WINS);
  for (const how of [...new Set(farm.lived.map((night) => night.ended))].sort()) {
    farm.share(`how the fight ends: ${how}`, (night) => night.ended === how);
  }
  farm.share('nobody dies', (night) => deadOf(night) === 0);
  for (const [name, value] of Object.entries(farm.lived[0]!.outcome)) {
    if (name !== KEPT && typeof value === 'boolean')
      farm.share(`outcome: ${name}`, (night) => night.outcome[name] === true);
  }
  farm.measure('dead of the farm', 'people', (night) => deadOf(night, 'Aldersyke'));
  farm.measure('dead of the band', 'people', (night) => deadOf(night, 'the Fell men'));
  farm.measure('wounded', 'people', (night) => night.wounded);
  farm.measure('shots', 'shots', (night) => night.shots);
  farm.measure('hits', 'hits', (night) => night.hits);
  farm.measure('from the first shot to the end', 'min', (night) => night.fight / 60);
  farm.measure('events', 'events', (night) => night.events);
  const posts = 'the contingency against its people at ordinary posts';
  const hits = { unit: 'hits', of: (night: Night) => night.hits, most: many };
  const lessHits = { ...hits, target: { max: 0 } };
  await farm.compare({
    claim: `${posts}: grain kept`,
    unit: 'of nights',
    other: variants.ordinaryPosts,
    of: (night) => (isKept(night) ? 1 : 0),
    most: many,
  });
  await farm.compare({
    claim: `${posts}: raiders dead`,
    unit: 'people',
    other: variants.ordinaryPosts,
    of: (night) => deadOf(night, 'the Fell men'),
    most: many,
  });
  await farm.compare({ claim: 'no moon against a half moon: hits', one: variants.moonless, ...lessHits });
  await farm.compare({ claim: 'fog against none: hits', one: variants.foggy, ...lessHits });
  await farm.compare({
    claim: 'better aim against the aim they have: hits',
    one: variants.betterAim,
    ...hits,
    target: { min: 0 },
  });
  const same = report.quick ? 10 : 50;
  await farm.hold('nights that change as people are shown under other names', variants.renamed, same);
  await farm.hold('nights that change as people are put into another order in the file', variants.reordered, same);
}
