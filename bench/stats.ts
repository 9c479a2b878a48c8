import { openReport } from './report.ts';
import { measureFarm } from './seeds/farm.ts';
import { measureGoodYear } from './seeds/good-year.ts';
import { SeedPool } from './seeds/pool.ts';
import { measureComforting } from './seeds/comforting.ts';
import { measureMinds } from './seeds/minds.ts';
import { measureMonth } from './seeds/month.ts';
import { measureSiege } from './seeds/siege.ts';
import { measureWinter } from './seeds/winter.ts';
import { measureAttrition } from './attrition.ts';
import { measureWounds } from './wounds.ts';

const WORKERS = 2;

const report = openReport(
  'stats',
  'Lives many seeds of the scenarios, counts what comes of them, and compares variants in pairs; lives wounds that nobody tends, and fights of unlike sides.',
);
const pool = new SeedPool(WORKERS);
await measureSiege(report, pool);
await measureFarm(report, pool);
await measureMonth(report, pool);
await measureComforting(report, pool);
await measureMinds(report, pool);
await measureWinter(report, pool);
await measureGoodYear(report, pool);
await pool.close();
measureWounds(report);
measureAttrition(report);
report.close();
