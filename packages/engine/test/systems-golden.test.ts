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
import { hungryYard } from './hungry.fixture.ts';
import { beyondPlayed } from './played-region.fixture.ts';
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

/** Systems of which a night shows little: they are shown in weeks at a yard with too little to eat. */
const IN_WEEKS: readonly string[] = ['needs', 'rations'];
const WEEKS_DAYS = 75;

/** Systems that come up when the night is over: the siege with the day after it. */
const THE_DAY_AFTER: readonly string[] = ['burial', 'infirmary', 'repairs', 'routine'];
const DAY = 86_400;

/** Systems of the world beyond the map: they are shown in a fortnight at a hall with others out there. */
const BEYOND: readonly string[] = ['arrivals', 'bands', 'parties', 'region'];
const BEYOND_DAYS = 14;

describe('the chronicle of', () => {
  test.each([1, 2])('a night at the farm, seed %i', async (seed) => {
    await expect(chronicleLines(nightOf(seed))).toMatchFileSnapshot(beside(`farm-at-night-${seed}.golden.txt`));
  });

  const told = ruleset.systems.filter((system) => Object.keys(system.events).length > 0).map((system) => system.id);
  test.each(told)('%s alone', async (system) => {
    if (IN_WEEKS.includes(system)) {
      const weeks = systemLines(hungryYard(WEEKS_DAYS, { seed: 1 }), system);
      await expect(`${WEEKS_DAYS} days at a lean yard, seed 1\n\n${weeks}`).toMatchFileSnapshot(
        beside(`../src/systems/${system}/${system}.golden.txt`),
      );
      return;
    }
    if (BEYOND.includes(system)) {
      const fortnight = systemLines(beyondPlayed(BEYOND_DAYS), system);
      await expect(`${BEYOND_DAYS} days at a hall, seed 1\n\n${fortnight}`).toMatchFileSnapshot(
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
