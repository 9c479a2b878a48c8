import { createWorld, ruleset } from '@anchorhold/engine';
import type { Setup } from '@anchorhold/engine';
import type { Bound, Report } from '../report.ts';
import { scenarioText, setupOf } from '../scenario.ts';
import { slicesOf } from './fight.ts';
import { fastestOf, sliceOf, speedOf } from './measure.ts';

const HOUR = 3600;
/** Seconds that are measured in one piece: short ones where each second costs, so that few are cut in two by another process. */
const SLICE = 120;
const SHORT_SLICE = 20;
const RUNS = 3;

/** A stretch of a scenario from its setup on. */
interface Stretch {
  readonly claim: string;
  readonly scenario: string;
  readonly seconds: number;
  /** Fewer events than this, and it was not what it says. */
  readonly events: number;
  readonly seeds: { readonly quick: number; readonly full: number };
  readonly slice?: number;
  readonly floor?: Bound;
  readonly target?: Bound;
}
const NIGHT = 'a whole night, from the setup on';
const FARM = { scenario: 'farm-at-night', seeds: { quick: 5, full: 15 } };
const STRETCHES: readonly Stretch[] = [
  {
    claim: NIGHT,
    scenario: 'siege-of-the-compound',
    seconds: 3 * HOUR,
    events: 1_000,
    seeds: { quick: 3, full: 9 },
    slice: SHORT_SLICE,
    floor: { max: 3_000_000_000 },
    target: { max: 1_000_000_000 },
  },
  { claim: NIGHT, ...FARM, seconds: 11 * HOUR, events: 100 },
  { claim: 'the quiet hour in which it begins', ...FARM, seconds: HOUR, events: 1 },
];

/** Whole nights from their scenarios to the end, and a quiet hour alone. */
export function measureNight(report: Report): void {
  for (const { claim, scenario, seconds, events, seeds, slice = SLICE, ...bounds } of STRETCHES) {
    report.progress(`${scenario}: ${claim}`);
    const setup = setupOf(scenarioText(scenario), scenario);
    const costs = [];
    for (let seed = 1; seed <= (report.quick ? seeds.quick : seeds.full); seed++)
      costs.push(lived(setup, seed, seconds, slice, events));
    report.add({ claim, scenario, ...speedOf(costs), unit: 'raw updates', ...bounds });
  }
}

function lived(setup: Setup, seed: number, seconds: number, slice: number, events: number): number {
  return fastestOf(RUNS, () => {
    let world = createWorld(ruleset, setup, { seed });
    const born = sliceOf(() => (world = createWorld(ruleset, setup, { seed })));
    const slices = slicesOf(world, seconds, slice);
    if (world.chronicle.length < events)
      throw new Error(`seed ${seed}: only ${world.chronicle.length} events came about`);
    return [born, ...slices];
  });
}
