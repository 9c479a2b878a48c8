import { openReport } from './report.ts';
import { measureFarm } from './nights/farm.ts';
import { NightPool } from './nights/pool.ts';
import { measureSiege } from './nights/siege.ts';
import { measureAttrition } from './attrition.ts';
import { measureWounds } from './wounds.ts';

const WORKERS = 2;

const report = openReport(
  'stats',
  'Lives many seeds of the scenarios, counts what comes of them, and compares variants in pairs; lives wounds that nobody tends, and fights of unlike sides.',
);
const pool = new NightPool(WORKERS);
await measureSiege(report, pool);
await measureFarm(report, pool);
await pool.close();
measureWounds(report);
measureAttrition(report);
report.close();
