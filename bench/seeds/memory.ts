import type { Report } from '../report.ts';
import { mean, meanInterval, shareDifference } from '../statistics.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';

const DAYS = 30;
const SEEDS = { quick: 4, full: 120 };

/** What the month after the siege does to people's minds: what comes back and by what, whom alarms frighten, and who is not over it. */
export async function measureMemory(report: Report, pool: SeedPool): Promise<void> {
  const minds = Seeds.minds(report, pool, 'siege-of-the-compound', DAYS);
  await minds.live(report.quick ? SEEDS.quick : SEEDS.full);
  const { lived } = minds;
  minds.pooled('in trouble that lasts at day 30', 'of people', ({ lasting }) => lasting, { min: 0.1, max: 0.35 });
  const scenario = `${minds.scenario}, ${lived.length} runs`;
  const follow = shareDifference(
    lived.map(({ cued }) => cued),
    lived.map(({ uncued }) => uncued),
  );
  const hours = 'something comes back in an hour with a cue in it, beyond one without';
  report.add({ claim: hours, scenario, ...follow, unit: 'of person-hours', floor: { min: 0 } });
  excludes(report, hours, scenario, follow.interval);
  const rises = lived.flatMap(({ startled }) => startled);
  if (rises.length < 2) throw new Error('too few false alarms to compare whom they frighten');
  const claim = 'a false alarm raises dread more in those in trouble than in the same people unhurt';
  const interval = meanInterval(rises);
  report.add({ claim, scenario: `${scenario}, ${rises.length} alarms`, value: mean(rises), unit: 'of all dread', interval, floor: { min: 0 } }); // prettier-ignore
  excludes(report, claim, scenario, interval);
}

/** The value's own side of 0 may be luck: that the interval lies there is a claim of its own. */
function excludes(report: Report, claim: string, scenario: string, [low, high]: readonly [number, number]): void {
  if (report.quick) return;
  const value = low > 0 || high < 0 ? 1 : 0;
  report.add({ claim: `${claim}: the interval excludes 0`, scenario, value, unit: 'is so', floor: { min: 1 } });
}
