import { fileURLToPath } from 'node:url';
import { advance, createWorld } from '@anchorhold/engine';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { diffRuns, liveRun, openRun, packRun, toldOf, unpackRun } from '@anchorhold/runs';
import { workshop } from './camp.fixture.ts';
import { filesOf } from './helpers.fixture.ts';

// Folders are forced to the disk, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const shop = workshop();
afterAll(() => shop.remove());
const scenarioFile = fileURLToPath(new URL('../../../scenarios/farm-at-night.yaml', import.meta.url));

describe('a night at the farm', () => {
  it('can be gone back to at any checkpoint, and ends the same from each', async () => {
    for (const seed of [1, 2, 3]) {
      const dir = shop.path(`farm-${seed}`);
      const summary = await liveRun({ scenarioFile, dir, seed, checkpointEvery: 500 });
      const run = await openRun(dir);
      expect(run.checkpoints.length).toBeGreaterThan(3);
      const { begin } = run.recipe;
      const world = createWorld(run.ruleset, run.setup, { seed });
      for (const checkpoint of run.checkpoints) {
        const moment = begin + checkpoint.time;
        advance(world, moment);
        const again = run.worldAt(moment);
        expect(again.hash()).toBe(world.hash());
        advance(again, begin + summary.until);
        expect(again.hash()).toBe(summary.hash);
        expect(again.chronicle.length).toBe(summary.events);
      }
    }
  });

  it('does not depend on where its checkpoints lie', async () => {
    const dir = shop.path('coarse');
    const coarse = await liveRun({ scenarioFile, dir, seed: 1 });
    expect({ ...coarse, dir: '' }).toEqual({ ...(await openRun(shop.path('farm-1'))).summary, dir: '' });
    expect(filesOf(dir).get('chronicle.parquet')).toBe(filesOf(shop.path('farm-1')).get('chronicle.parquet'));
    expect(await diffRuns(dir, shop.path('farm-1'))).toEqual({ same: true });
  });

  it('says every event in words, with everybody in it named', async () => {
    const history = await (await openRun(shop.path('farm-1'))).history();
    const known = new Set(history.names.map(({ key }) => key));
    for (const event of history.events) {
      expect(event.text).toMatch(/^[A-Z].*\.$/);
      expect(event.text).not.toMatch(/undefined|NaN|\[object/);
      for (const name of Object.values(event.roles)) expect(known).toContain(name);
      for (const { id } of event.because) expect(id).toBeLessThan(event.id);
    }
    expect(toldOf(history)).toHaveLength(history.events.length);
  });

  it('parts from another night at a first moment, and travels as one file', async () => {
    const found = await diffRuns(shop.path('farm-1'), shop.path('farm-2'));
    expect(found).toHaveProperty('system');
    await packRun(shop.path('farm-1'), shop.path('farm.zip'));
    await unpackRun(shop.path('farm.zip'), shop.path('back'));
    expect(filesOf(shop.path('back'))).toEqual(filesOf(shop.path('farm-1')));
  });
});
