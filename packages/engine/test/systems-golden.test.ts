/**
 * Golden histories: what happened, as text beside the tests. Where a change of the rules was meant, `npx vitest run
 * packages/engine -u` writes them anew; read the difference before you commit it.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { createWorld } from '../src/kernel/create.ts';
import type { Setup } from '../src/kernel/shape.ts';
import type { World } from '../src/kernel/world.ts';
import { ruleset } from '../src/rules.ts';
import { known } from '../src/systems/practices/state.ts';
import { hungryYard } from './hungry.fixture.ts';
import { crowd, leanYard } from './lean-yard.fixture.ts';
import { heartsPlayed } from './played-hearts.fixture.ts';
import { beyondPlayed } from './played-region.fixture.ts';
import { hallDays } from './played-practices.fixture.ts';
import { workPlayed } from './played-work.fixture.ts';
import { all, chronicleLines, farm, live, night, scenarioText, setupFrom, systemLines } from './night.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const nights = new Map<string, World>();
function lived(name: string, seed: number, live: () => World): World {
  const key = `${name} ${seed}`;
  const world = nights.get(key) ?? live();
  nights.set(key, world);
  return world;
}
const nightOf = (seed: number): World => lived('farm', seed, () => night(farm(), { seed }));
const theSiege = (): Setup => setupFrom(scenarioText('siege-of-the-compound.yaml'));
const siegeOf = (seed: number): World => lived('siege', seed, () => night(theSiege(), { seed }));
const dayAfter = (seed: number): World =>
  lived('the day after', seed, () => live(createWorld(ruleset, theSiege(), { seed }), DAY));

/** Systems whose events are rare: a night in which more of them come up than in the first. */
const SEED_OF: Readonly<Record<string, number>> = { groups: 3, resolve: 3, stores: 3 };

/** Systems of which nothing happens at a farm without walls: they are shown in a night of the siege. */
const IN_THE_SIEGE: readonly string[] = [
  'assault',
  'barriers',
  'captivity',
  'fire',
  'siege',
  'smell',
  'squads',
  'voice',
];
const SIEGE_SEED = 4;

/** A yard that runs out of all but people. */
const leanWeeks = (): World =>
  leanYard(
    {
      begin: 'winter, d1 06:00, cold',
      shed: 'keeps: damp, water: {from: rain butts, has: 130 l}',
      people: crowd(6),
      stores: '{hall: {food: 60 kg, firewood: 160 kg, timber: 20 kg, water: 90 l}, shed: {food: 120 kg}}',
      more: 'rations: {yard folk: {cover: 60d}}',
    },
    { seed: 1 },
  );
const WEEKS_DAYS = 75;
const LEAN_DAYS = 30;
const DAYS_AFTER = 10;
const DAYS_SEED = 8;
const BEYOND_DAYS = 14;
const HALL_SEED = 3;
const HALL_DAYS = 8;

/** Systems of which a night shows little, and the worlds in which they are shown. */
const ELSEWHERE: readonly { of: readonly string[]; what: string; worlds: () => World[] }[] = [
  {
    of: ['needs', 'rations'],
    what: `${WEEKS_DAYS} days at a lean yard, seed 1`,
    worlds: () => [lived('the hungry yard', 1, () => hungryYard(WEEKS_DAYS, { seed: 1 }))],
  },
  {
    of: ['spoilage', 'theft', 'warmth', 'water'],
    what: `${LEAN_DAYS} days at a yard that lacks everything, seed 1`,
    worlds: () => [lived('the lean yard', 1, () => live(leanWeeks(), LEAN_DAYS * DAY))],
  },
  {
    of: ['alarms', 'dread', 'feelings', 'memory', 'patrols', 'scouting'],
    what: `${DAYS_AFTER} days of the siege, seed ${DAYS_SEED}`,
    worlds: () => [
      lived('the days after', DAYS_SEED, () =>
        live(createWorld(ruleset, theSiege(), { seed: DAYS_SEED }), DAYS_AFTER * DAY),
      ),
    ],
  },
  { of: ['offices', 'quarters'], what: 'Some days at a mill', worlds: workPlayed },
  { of: ['bonds', 'promises'], what: 'All that can be held, promised and sworn, at a mill', worlds: heartsPlayed },
  {
    of: ['arrivals', 'bands', 'parties', 'region'],
    what: `${BEYOND_DAYS} days at a hall, seed 1`,
    worlds: () => [lived('beyond', 1, () => beyondPlayed(BEYOND_DAYS))],
  },
];

/** Systems that come up when the night is over: the siege with the day after it. */
const THE_DAY_AFTER: readonly string[] = ['burial', 'debrief', 'infirmary', 'repairs', 'routine', 'salvage', 'work'];
const DAY = 86_400;

describe('the chronicle of', () => {
  test.each([1, 2])('a night at the farm, seed %i', async (seed) => {
    await expect(chronicleLines(nightOf(seed))).toMatchFileSnapshot(beside(`farm-at-night-${seed}.golden.txt`));
  });

  const practices = ruleset.filled(known).map(({ id }) => id);
  test.each(practices)('the practice %s alone', async (practice) => {
    const lines = systemLines(
      lived('the hall', HALL_SEED, () => hallDays(HALL_SEED, HALL_DAYS)),
      practice,
    );
    expect(lines.trim(), `nobody at the hall does anything of ${practice}`).not.toBe('');
    await expect(`${HALL_DAYS} days at a hall in winter, seed ${HALL_SEED}\n\n${lines}`).toMatchFileSnapshot(
      beside(`../src/systems/practices/${practice}.golden.txt`),
    );
  });

  const told = ruleset.systems
    .filter(({ id, events }) => Object.keys(events).length > 0 && !practices.includes(id))
    .map((system) => system.id);
  test.each(told)('%s alone', async (system) => {
    const elsewhere = ELSEWHERE.find(({ of }) => of.includes(system));
    if (elsewhere !== undefined) {
      const lines = elsewhere.worlds().map((world) => systemLines(world, system));
      const text = lines.filter((each) => each.trim() !== '').join('\n');
      expect(text, `nothing of ${system} happens there`).not.toBe('');
      await expect(`${elsewhere.what}\n\n${text}`).toMatchFileSnapshot(
        beside(`../src/systems/${system}/${system}.golden.txt`),
      );
      return;
    }
    const after = THE_DAY_AFTER.includes(system);
    const besieged = after || IN_THE_SIEGE.includes(system);
    const seed = besieged ? SIEGE_SEED : (SEED_OF[system] ?? 1);
    const lines = systemLines(after ? dayAfter(seed) : besieged ? siegeOf(seed) : nightOf(seed), system);
    expect(lines.trim(), `nothing of ${system} happens in night ${seed}: name another`).not.toBe('');
    const what = after ? 'night and day of the siege' : besieged ? 'night of the siege' : 'night at the farm';
    await expect(`A ${what}, seed ${seed}\n\n${lines}`).toMatchFileSnapshot(
      beside(`../src/systems/${system}/${system}.golden.txt`),
    );
  });
});

test('a golden history shows every event once, with all of its reasons', () => {
  const world = nightOf(1);
  const lines = chronicleLines(world).trimEnd().split('\n');
  const events = lines.filter((line) => !line.startsWith(' '));
  expect(events).toHaveLength(world.chronicle.length);
  const shots = all(world, 'shooting/shot').length;
  expect(systemLines(world, 'shooting').match(/shooting\/shot/g)).toHaveLength(shots);
  expect(lines.join('\n')).not.toMatch(/undefined|NaN|\[object/);
});
