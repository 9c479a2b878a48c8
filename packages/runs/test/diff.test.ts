import { mkdirSync, writeFileSync } from 'node:fs';
import { advance, createWorld, reroll, withhold, muteOf } from '@anchorhold/engine';
import type { LogEntry, World } from '@anchorhold/engine';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { diffRuns, liveRun, openRun } from '@anchorhold/runs';
import type { Difference } from '@anchorhold/runs';
import { CAMP, EVERY, LASTS, campRules, otherRules, workshop } from './camp.fixture.ts';
import { troubleOf } from './helpers.fixture.ts';

// Folders are forced to the disk, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const shop = workshop();
afterAll(() => shop.remove());
const rules = { ruleset: campRules };
const a = shop.path('a');

async function live(
  name: string,
  more: { seed?: number; log?: LogEntry[]; forSeconds?: number; scenarioFile?: string } = {},
) {
  await liveRun({
    scenarioFile: shop.scenario,
    dir: shop.path(name),
    seed: 1,
    checkpointEvery: EVERY,
    ...rules,
    ...more,
  });
  return shop.path(name);
}

beforeAll(async () => {
  await live('a');
});

/** The first second after which two worlds differ in a system's state or in their number of events. */
function firstDifference(left: World, right: World): number {
  for (let time = left.time; ; time++) {
    advance(left, time);
    advance(right, time);
    const [one, other] = [left, right].map((world) =>
      JSON.stringify([...world.hashBySystem(), world.chronicle.length]),
    );
    if (one !== other) return time;
  }
}

describe('the difference between two runs', () => {
  it('is none between a run and the same run elsewhere', async () => {
    expect(await diffRuns(a, a, rules)).toEqual({ same: true });
    expect(await diffRuns(a, await live('b'), rules)).toEqual({ same: true });
    // Not even where nobody could live them on.
    expect(await diffRuns(a, shop.path('b'), { ruleset: otherRules })).toEqual({ same: true });
  });

  it('is the first moment, system, row and column in which they part', async () => {
    const log = [reroll(22 * 3600 + 1200, 3)];
    const b = await live('rerolled', { log });
    const found = (await diffRuns(a, b, rules)) as Difference;
    const { setup } = await openRun(a, rules);
    const [left, right] = [createWorld(campRules, setup, { seed: 1 }), createWorld(campRules, setup, { seed: 1, log })];
    const time = firstDifference(left, right);
    expect(found.time).toBe(time - (21 * 3600 + 1800));
    expect(found.time).toBeGreaterThanOrEqual(3000);
    expect(found).toMatchObject({ system: 'camp', table: 'nerves', row: 'Ann', column: 'patience' });
    const nerves = campRules.tables.find(({ id }) => id === 'nerves')!;
    const patience = (world: World): unknown =>
      (world.of(nerves) as unknown as { patience: { raw: number[] } }).patience.raw[0];
    expect([found.before, found.after]).toEqual([left, right].map(patience));
    const back = (await diffRuns(b, a, rules)) as Difference;
    expect(back).toEqual({ ...found, before: found.after, after: found.before });
  });

  it('is found in the first moment for another seed', async () => {
    const found = (await diffRuns(a, await live('seed-2', { seed: 2 }), rules)) as Difference;
    expect(found).toMatchObject({ time: 1, system: 'camp', table: 'nerves', row: 'Ann', column: 'patience' });
  });

  it('names rows that only one of them has', async () => {
    const scenarioFile = shop.path('more/camp.yaml');
    mkdirSync(shop.path('more'));
    writeFileSync(scenarioFile, CAMP.replace('  Cass:', '  Carl: {group: camp}\n  Cass:'));
    const found = (await diffRuns(a, await live('five', { scenarioFile }), rules)) as Difference;
    expect(found).toEqual({
      time: 0,
      system: 'kernel',
      table: 'person',
      row: 'Carl',
      column: null,
      before: false,
      after: true,
    });
  });

  it('tells a withheld event from what came of it, and says when only the log differs', async () => {
    const run = await openRun(a, rules);
    const world = run.end();
    const quiet = [...run.events()].find(({ time }) => time > run.recipe.begin + 4000)!;
    const b = await live('withheld', { log: [withhold(muteOf(world, quiet.id))] });
    const found = (await diffRuns(a, b, rules)) as Difference;
    expect(found.time).toBe(quiet.time - run.recipe.begin);
    expect(found.system).toBe('camp');
    const idle = await live('idle', {
      log: [withhold({ kind: 'camp/snapped', lo: 1, hi: 1, from: 80_000, to: 80_001 })],
    });
    expect(await diffRuns(a, idle, rules)).toEqual({
      time: LASTS,
      system: 'kernel',
      table: 'world',
      row: 'log',
      column: 'carried out',
      before: 0,
      after: 1,
    });
  });

  it('is in their length where they agree as long as both last', async () => {
    const shorter = await live('shorter', { forSeconds: 5000 });
    expect(await diffRuns(a, shorter, rules)).toEqual({
      time: 5000,
      system: 'run',
      table: 'run',
      row: 'until',
      column: 'time',
      before: LASTS,
      after: 5000,
    });
  });

  it('needs the rules, where they differ', async () => {
    const error = await troubleOf(() => diffRuns(a, shop.path('seed-2'), { ruleset: otherRules }));
    expect(error.trouble).toBe('other-rules');
    expect((await troubleOf(() => diffRuns(a, shop.path('nowhere'), rules))).trouble).toBe('not-a-run');
  });
});
