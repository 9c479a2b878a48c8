import type { Report } from '../report.ts';
import type { Days } from './days.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';
import * as variants from './variants.ts';

const DAYS = 30;
const SEEDS = { quick: 4, full: 200 };
/** Days in which watchers are compared: scouts have come by then, and nerves have not calmed. */
const WATCHED_DAYS = 10;
const PAIRS = { quick: 4, full: 200 };
const KINDS = { min: 60 };

/** The month after the siege: what it holds, and what the watch sees in the dark. */
export async function measureMonth(report: Report, pool: SeedPool): Promise<void> {
  const month = Seeds.days(report, pool, 'siege-of-the-compound', DAYS);
  await month.live(report.quick ? SEEDS.quick : SEEDS.full);
  month.share('sixty kinds of events and more', ({ kinds }) => kinds.length >= KINDS.min, { min: 1 });
  month.measure('kinds of events', 'kinds', ({ kinds }) => kinds.length);
  month.measure('alarms in the dark', 'alarms', ({ alarms }) => alarms);
  const [all, wrong] = [sumOf(month.lived, 'alarms'), sumOf(month.lived, 'falseAlarms')];
  report.add({
    claim: 'alarms in the dark that are false',
    scenario: `${month.scenario}, ${all} alarms of ${month.lived.length} runs`,
    value: wrong / Math.max(1, all),
    unit: 'of alarms',
    // A handful of alarms, as a quick run has, can all be false; of many some must be true.
    floor: report.quick ? { min: 0.05 } : { min: 0.05, max: 0.98 },
  });
  const watched = Seeds.days(report, pool, 'siege-of-the-compound', WATCHED_DAYS);
  const of = (run: Days): number => run.falseAlarms;
  const bounds = { unit: 'alarms', of, most: report.quick ? PAIRS.quick : PAIRS.full, floor: { min: 0 } };
  const { afraid, unafraid, sleepless, rested } = variants;
  await watched.compare({ claim: 'afraid against not: false alarms', one: afraid, other: unafraid, ...bounds });
  await watched.compare({
    claim: 'little sleep against enough: false alarms',
    one: sleepless,
    other: rested,
    ...bounds,
  });
}

const sumOf = (runs: readonly Days[], what: 'alarms' | 'falseAlarms'): number =>
  runs.reduce((sum, run) => sum + run[what], 0);
