import { createWorld, ruleset } from '@anchorhold/engine';
import type { Setup } from '@anchorhold/engine';
import type { Report } from '../report.ts';
import { scenarioText, setupOf } from '../scenario.ts';
import { slicesOf } from './fight.ts';
import { fastestOf, sliceOf, speedOf } from './measure.ts';

const HOUR = 3600;
const NIGHT = 11 * HOUR;
const SLICE = 120;
const RUNS = 3;
/** Fewer events than this, and it was no night. */
const EVENTS = 100;

/** A whole night at the farm, from its scenario to daybreak, and its first quiet hour alone. */
export function measureNight(report: Report): void {
  const setup = setupOf(scenarioText('farm-at-night'), 'farm-at-night');
  for (const [claim, seconds, events] of [
    ['a whole night, from the setup on', NIGHT, EVENTS],
    ['the quiet hour in which it begins', HOUR, 1],
  ] as const) {
    report.progress(claim);
    const costs = [];
    for (let seed = 1; seed <= (report.quick ? 5 : 15); seed++) costs.push(lived(setup, seed, seconds, events));
    report.add({ claim, scenario: 'farm-at-night', ...speedOf(costs), unit: 'raw updates' });
  }
}

function lived(setup: Setup, seed: number, seconds: number, events: number): number {
  return fastestOf(RUNS, () => {
    let world = createWorld(ruleset, setup, { seed });
    const born = sliceOf(() => (world = createWorld(ruleset, setup, { seed })));
    const slices = slicesOf(world, seconds, SLICE);
    if (world.chronicle.length < events)
      throw new Error(`seed ${seed}: only ${world.chronicle.length} events came about`);
    return [born, ...slices];
  });
}
