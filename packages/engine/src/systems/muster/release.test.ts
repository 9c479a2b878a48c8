import { expect, test, vi } from 'vitest';
import { createWorld } from '../../kernel/create.ts';
import { advance } from '../../kernel/live.ts';
import { withhold } from '../../kernel/log.ts';
import { eventsOf, muteOf } from '../../kernel/read.ts';
import { descentFrom } from '../../kernel/trace.fixture.ts';
import { ruleset } from '../../rules.ts';
import { all, scenarioText, setupFrom } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';

vi.setConfig({ testTimeout: 60_000 });
const DAY = 86_400;

/** Events after one by what they are and when, to the hour. */
function after(world: World, id: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const event of eventsOf(world)) {
    if (event.id <= id) continue;
    const [lo, hi] = world.keyHash(event.entry, event.roles);
    found.set(`${event.kind} ${lo} ${hi} ${Math.floor(event.time / 3600)} ${JSON.stringify(event.data)}`, event.id);
  }
  return found;
}

test('[S10] whoever is not sent to rest does not live by the hour, and all that comes of that has a path to it', () => {
  const setup = setupFrom(scenarioText('siege-of-the-compound.yaml'));
  const world = createWorld(ruleset, setup, { seed: 4, trace: true });
  advance(world, 2 * DAY, (at) => all(at, 'muster/stood-down').length === 0);
  const [stood] = all(world, 'muster/stood-down');
  const other = createWorld(ruleset, setup, { seed: 4, log: [withhold(muteOf(world, stood!.id))] });
  for (const each of [world, other]) advance(each, stood!.time + 30 * 3600);
  const descends = descentFrom(world, stood!.id);
  const without = after(other, stood!.id - 1);
  const changed = [...after(world, stood!.id)].filter(([what]) => !without.has(what)).map(([, id]) => id);
  expect(changed.length).toBeGreaterThan(10);
  expect(all(world, 'routine/turned-in').filter(({ id }) => changed.includes(id))).not.toEqual([]);
  const missed = [...eventsOf(world)].filter(({ id }) => changed.includes(id) && !descends[id]);
  expect(missed.map(({ kind, time }) => `${kind} ${(time / 3600).toFixed(1)}`)).toEqual([]);
});
