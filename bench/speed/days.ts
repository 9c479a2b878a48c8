import { advance, createWorld, person, ruleset, state } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import type { Report } from '../report.ts';
import { scenarioText, setupOf } from '../scenario.ts';
import { slicesOf } from './fight.ts';
import { fastestOf, speedOf } from './measure.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const SCENARIO = 'a-good-year';
/** Days before what is measured: the first offices, counts and orders are over, and the code is compiled. */
const SETTLES = 2 * DAY;
const RUNS = 3;
/** People of the scenario as it stands, and of the large settlement; the food and fuel of each follow their number. */
const SMALL = 60;
const LARGE = 2_000;
/** Days that are measured. */
const SMALL_DAYS = { quick: 8, full: 20 };
const LARGE_DAYS = { quick: 1, full: 3 };

/** Raw updates that an hour of one person may cost, with all that people feel, remember and do with each other. */
const AN_HOUR = { floor: { max: 15_000 }, target: { max: 4_000 } };
const MEGABYTES = { floor: { max: 3 }, target: { max: 1 } };
/** How much dearer an hour of one person may be among two thousand than among sixty. */
const GROWTH = { floor: { max: 1.5 } };

/** What an hour of one person's life costs while nobody fights, in a settlement of sixty and in one of two thousand. */
export function measureDays(report: Report): void {
  const small = hoursOf(report, SMALL, SMALL_DAYS);
  const large = hoursOf(report, LARGE, LARGE_DAYS);
  const claim = 'an hour of one person in a settlement';
  const unit = 'raw updates';
  report.add({ claim, scenario: `${SCENARIO}, ${SMALL} people`, ...speedOf(small.costs), unit, ...AN_HOUR });
  report.add({ claim, scenario: `${SCENARIO}, ${LARGE} people`, ...speedOf(large.costs), unit });
  report.add({
    claim: 'the same among two thousand, against among sixty',
    scenario: SCENARIO,
    value: speedOf(large.costs).value / speedOf(small.costs).value,
    unit: 'times',
    ...GROWTH,
  });
  for (const [people, { megabytes }] of [[SMALL, small] as const, [LARGE, large] as const]) {
    report.add({
      claim: 'state of a settlement that has lived for days',
      scenario: `${SCENARIO}, ${people} people`,
      value: megabytes,
      unit: 'MB',
      ...(people === SMALL ? MEGABYTES : {}),
    });
  }
}

/** Costs of an hour of one person, one for each day that is measured, and the size of the state at the end. */
function hoursOf(
  report: Report,
  people: number,
  lived: { quick: number; full: number },
): { costs: number[]; megabytes: number } {
  report.progress(`${SCENARIO}: days of ${people} people`);
  const setup = setupOf(peopled(scenarioText(SCENARIO), people), SCENARIO);
  const days = report.quick ? lived.quick : lived.full;
  let world = createWorld(ruleset, setup, { seed: 1 });
  advance(world, world.time + SETTLES);
  if (living(world) !== people) throw new Error(`${living(world)} of ${people} people live`);
  const costs = Array.from({ length: days }, () => {
    const before = world;
    const cost = fastestOf(RUNS, () => {
      world = before.fork();
      return slicesOf(world, DAY, 6 * HOUR);
    });
    return cost / people / 24;
  });
  if (living(world) !== people) throw new Error(`only ${living(world)} of ${people} people live`);
  return { costs, megabytes: world.arena.buffer.byteLength / 1e6 };
}

function living(world: World): number {
  const { alive } = world.of(state.body);
  return Array.from({ length: world.of(person).count }, (_, who) => alive.raw[who]!).reduce((sum, one) => sum + one, 0);
}

/** The scenario with so many people, and as much to live on for each of them. */
function peopled(text: string, people: number): string {
  const extras = /\bextras: (\d+)/;
  const found = extras.exec(text);
  if (found === null) throw new Error('the scenario counts no extras');
  const more = people - SMALL;
  return text
    .replace(extras, `extras: ${Number(found[1]) + more}`)
    .replace(
      /\b(\d+) (kg|L)\b/g,
      (_, amount: string, unit: string) => `${Math.ceil((Number(amount) * people) / SMALL)} ${unit}`,
    );
}
