import type { Report } from '../report.ts';
import { isBroken } from './band.ts';
import { aimedHitsOf, deadOf } from './night.ts';
import type { Night } from './night.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';
import * as variants from './variants.ts';

const COMPOUND = 'the compound';
const BAND = "Jace's band";
const OVERRUN = 'the compound is overrun';
/** What must come of the night: how often the band breaks, the compound is overrun, somebody gets away, an order is given. */
const BREAKS = { min: 0.55, max: 0.9 };
const OVERRUNS = { min: 0.02 };
const GETS_AWAY = { min: 0.8 };
const ORDERED = { min: 0.5 };
const [MORE, LESS] = [{ min: 0 }, { max: 0 }];
/** Seeds lived for the shares, and pairs at most for a comparison. */
const SEEDS = { quick: 24, full: 200 };
const PAIRS = { quick: 24, full: 600 };

const breaks = (night: Night): number => (isBroken(night.band) ? 1 : 0);
/** Aimed rounds that hit, of a hundred. */
const hitsInAHundred = (night: Night): number => (100 * aimedHitsOf(night)) / Math.max(1, night.shots);

/** The siege night: whether the band breaks and how, and what its variants change. */
export async function measureSiege(report: Report, pool: SeedPool): Promise<void> {
  const siege = Seeds.nights(report, pool, 'siege-of-the-compound');
  await siege.live(report.quick ? SEEDS.quick : SEEDS.full);
  count(siege);
  describe(siege);
  const most = report.quick ? PAIRS.quick : PAIRS.full;
  const posts = 'the hidden contingencies against their people at ordinary posts';
  const of = 'of nights';
  const posted = variants.postedAtWalls;
  await siege.compare({ claim: `${posts}: the band breaks`, unit: of, other: posted, of: breaks, most, floor: MORE });
  const rifles = { one: variants.moreRifles, most, floor: MORE };
  const armed = 'more aimed rifles among the defenders';
  await siege.compare({
    claim: `${armed}: hits on the band`,
    unit: 'hits',
    ...rifles,
    of: (n) => aimedHitsOf(n, BAND),
  });
  await siege.compare({ claim: `${armed}: dead of the band`, unit: 'people', ...rifles, of: (n) => deadOf(n, BAND) });
  const darker = { one: variants.overcast, other: variants.fullMoon, most, floor: LESS };
  const clouds = 'clouds against a full moon';
  await siege.compare({ claim: `${clouds}: aimed rounds that hit`, unit: 'in 100', ...darker, of: hitsInAHundred });
  await siege.compare({ claim: `${clouds}: people hit`, unit: 'people', ...darker, of: (night) => night.wounded });
  const same = report.quick ? 4 : 20;
  await siege.hold('nights that change as people are shown under other names', variants.renamed, same);
  await siege.hold('nights that change as people are put into another order in the file', variants.reordered, same);
}

function count(siege: Seeds<Night>): void {
  siege.share('the band breaks and leaves', (night) => isBroken(night.band), BREAKS);
  siege.share('the compound is overrun', (night) => night.outcome[OVERRUN] === true, OVERRUNS);
  const broken = siege.lived.filter((night) => isBroken(night.band));
  const ordered = broken.filter(({ band }) => band.gave === 'ordered');
  siege.share(
    'of the breaks: somebody of the band gets away',
    ({ band }) => band.away > 0,
    GETS_AWAY,
    broken,
    'breaks',
  );
  siege.share('of the breaks: ordered withdrawals', ({ band }) => band.gave === 'ordered', ORDERED, broken, 'breaks');
  siege.share(
    'of the ordered withdrawals: those that state their reasons',
    ({ band }) => band.reasons > 0,
    { min: 1 },
    ordered,
    'ordered withdrawals',
  );
  for (const how of [...new Set(siege.lived.map((night) => night.ended))].sort()) {
    siege.share(`how the fight ends: ${how}`, (night) => night.ended === how);
  }
  for (const [name, value] of Object.entries(siege.lived[0]!.outcome)) {
    if (name !== OVERRUN && typeof value === 'boolean')
      siege.share(`outcome: ${name}`, (night) => night.outcome[name] === true);
  }
}

function describe(siege: Seeds<Night>): void {
  siege.measure('dead of the compound', 'people', (night) => deadOf(night, COMPOUND));
  siege.measure('dead of the band', 'people', (night) => deadOf(night, BAND));
  siege.measure('wounded', 'people', (night) => night.wounded);
  siege.measure('of the band away', 'people', ({ band }) => band.away);
  siege.measure('shots', 'shots', (night) => night.shots);
  siege.measure('aimed rounds that hit', 'in 100', hitsInAHundred);
  siege.measure('from the first shot to the end', 'min', (night) => night.fight / 60);
  siege.measure('events', 'events', (night) => night.events);
}
