import type { Report } from '../report.ts';
import type { Counted } from '../statistics.ts';
import type { Days } from './days.ts';
import type { SeedPool } from './pool.ts';
import { Seeds } from './seeds.ts';
import * as variants from './variants.ts';

const DAYS = 30;
const SEEDS = { quick: 4, full: 200 };
/** Days in which watchers are compared: scouts have come by then, and nerves have not calmed. */
const WATCHED_DAYS = 14;
const PAIRS = { quick: 4, full: 300 };
const KINDS = { min: 60 };

/** The month after the siege: what it holds, and what the watch sees in the dark. */
export async function measureMonth(report: Report, pool: SeedPool): Promise<void> {
  const month = Seeds.days(report, pool, 'siege-of-the-compound', DAYS);
  await month.live(report.quick ? SEEDS.quick : SEEDS.full);
  month.share('sixty kinds of events and more', ({ kinds }) => kinds.length >= KINDS.min, { min: 1 });
  month.measure('kinds of events', 'kinds', ({ kinds }) => kinds.length);
  month.measure('alarms in the dark', 'alarms', ({ alarms }) => alarms);
  month.measure('scouts who creep up', 'scouts', ({ scouts }) => scouts);
  month.pooled('alarms in the dark that are false', 'of alarms', falseOfAlarms, { min: 0.05, max: 0.98 });
  month.pooled('true alarms for each time that scouts creep up', 'of scouts', trueOfScouts, { min: 0.02, max: 0.6 });
  month.pooled('promises made in it that are kept', 'of those kept or broken', keptOfPromises, { min: 0.2, max: 0.95 });
  month.measure('promises kept or broken', 'promises', ({ hearts }) => hearts.kept + hearts.broken);
  const rightly = 'changes of trust by a promise that have the right sign, in those who learned of it';
  month.pooled(rightly, 'of changes', rightOfChanges, { min: 1 });
  month.pooled('bonds that no event explains', 'of strands', unexplainedOfStrands, { max: 0.05 });
  const watched = Seeds.days(report, pool, 'siege-of-the-compound', WATCHED_DAYS);
  const most = report.quick ? PAIRS.quick : PAIRS.full;
  const { afraid, unafraid, sleepless, rested } = variants;
  for (const [claim, one, other] of [
    ['afraid against not', afraid, unafraid],
    ['little sleep against enough', sleepless, rested],
  ] as const) {
    const pairs = { one, other, most, floor: { min: 0 } };
    const share = `${claim}: the share of alarms that are false`;
    await watched.compareShares({ claim: share, unit: 'of alarms', of: falseOfAlarms, ...pairs });
    await watched.compare({ claim: `${claim}: false alarms`, unit: 'alarms', of: (run) => run.falseAlarms, ...pairs });
  }
}

const falseOfAlarms = (run: Days): Counted => ({ hits: run.falseAlarms, tries: run.alarms });
const trueOfScouts = (run: Days): Counted => ({ hits: run.alarms - run.falseAlarms, tries: run.scouts });
const keptOfPromises = ({ hearts }: Days): Counted => ({ hits: hearts.kept, tries: hearts.kept + hearts.broken });
const rightOfChanges = ({ hearts }: Days): Counted => ({ hits: hearts.changes - hearts.wrong, tries: hearts.changes });
const unexplainedOfStrands = ({ hearts }: Days): Counted => ({ hits: hearts.unexplained, tries: hearts.strands });
