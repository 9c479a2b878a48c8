import type { Bound, Report } from '../report.ts';
import { mean, meanInterval } from '../statistics.ts';
import type { SeedPool } from './pool.ts';
import type { Returns } from './returns.ts';
import { Seeds } from './seeds.ts';

const SCENARIO = 'siege-of-the-compound';
const SEEDS = { quick: 4, full: 200 };
const DAYS = { quick: 45, full: 120 };
/** In how many of the seeds in which its leader lives the band comes back; and before how many returns somebody came to look. */
const RETURNS = { min: 0.2, max: 0.6 };
const SCOUTED = 0.8;

/** The months after the siege: whether those who were beaten off come back, why, and what it helps them to know. */
export async function measureReturn(report: Report, pool: SeedPool): Promise<void> {
  const months = Seeds.returns(report, pool, SCENARIO, report.quick ? DAYS.quick : DAYS.full);
  await months.live(report.quick ? SEEDS.quick : SEEDS.full);
  const led = months.lived.filter(({ leaderLives }) => leaderLives);
  const back = months.lived.filter(({ returns }) => returns.length > 0);
  const full = (floor: { min?: number; max?: number }) => (report.quick ? {} : floor);
  months.share('the band comes back, where its leader lives', came, full(RETURNS), led, 'seeds');
  months.share('scouts come before the return', scouted, full({ min: SCOUTED }), back, 'seeds');
  months.share(
    'a return goes back to the vow',
    ({ returns }) => returns.every(({ vowed }) => vowed),
    { min: 1 },
    back,
    'seeds',
  );
  const still = months.lived.filter(({ returns }) => returns.length === 0);
  months.share(
    'no return: it has an end, or is open, for reasons',
    ({ accounted }) => accounted,
    { min: 1 },
    still,
    'seeds',
  );
  months.measure('returns', 'returns', ({ returns }) => returns.length);
  compare(report, back);
}

const came = ({ returns }: Returns): boolean => returns.length > 0;
const scouted = ({ returns }: Returns): boolean => returns[0]!.scouted;

/** What is compared: how long they go on before they give up or run; whom that costs; and whether it is theirs in the end. */
const FARED: readonly (readonly [string, string, (fared: Returns['pairs'][number][0]) => number, Bound])[] = [
  ['minutes until they give up or run', 'minutes', ({ minutes }) => minutes, { min: 0 }],
  ['people of the band lost', 'people', ({ lost }) => lost, {}],
  ['the place is theirs', 'of returns', ({ theirs }) => Number(theirs), {}],
];

/** What a return is like with what they know of people in hiding, less what it is like without: a mean for each seed. */
function compare(report: Report, back: readonly Returns[]): void {
  const pairs = back.filter(({ pairs: some }) => some.length > 0);
  for (const [what, unit, of, floor] of FARED) {
    const claim = `what they know of people in hiding: ${what}`;
    const differences = pairs.map((each) => mean(each.pairs.map(([known, unknown]) => of(known) - of(unknown))));
    if (differences.length < 2) continue;
    const scenario = `${SCENARIO}, ${differences.length} seeds, forked on the eve`;
    const interval = meanInterval(differences);
    report.add({ claim, scenario, value: mean(differences), unit, interval, floor: report.quick ? {} : floor });
    if (report.quick || floor.min === undefined) continue;
    const clear = interval[0] > 0 || interval[1] < 0;
    const excludes = { claim: `${claim}: the interval excludes 0`, scenario, value: clear ? 1 : 0, unit: 'is so' };
    report.add({ ...excludes, floor: { min: 1 } });
  }
}
