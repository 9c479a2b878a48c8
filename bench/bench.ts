import { measureAsking } from './speed/asking.ts';
import { measureDays } from './speed/days.ts';
import { measureFights } from './speed/fights.ts';
import { measureEvents } from './speed/events.ts';
import { measureWorlds } from './speed/worlds.ts';
import { measureNight } from './speed/night.ts';
import { measureSize } from './speed/size.ts';
import { checkCalibration, nanosecondsARawUpdate } from './speed/calibration.ts';
import { openReport } from './report.ts';
import { median } from './statistics.ts';

/** Speed, memory and size. Speeds are ratios to work done in the same run: to raw updates, or to copying as many bytes. */
const report = openReport(
  'bench',
  'Measures speed, memory and size, as ratios to plain loops and copies of the same run.',
);

measureEvents(report);
measureWorlds(report);
measureFights(report);
measureNight(report);
measureDays(report);
await measureAsking(report);
await measureSize(report);

const reading = median(Array.from({ length: 200 }, nanosecondsARawUpdate));
checkCalibration();
report.add({ claim: 'a raw update here and now', scenario: 'five plain loops', value: reading, unit: 'ns' });
report.close();
