import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { advance, createWorld, reroll } from '@anchorhold/engine';
import { readScenario } from '@anchorhold/scenario';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RunError, liveRun, openRun, resumeRun } from '@anchorhold/runs';
import type { RunRequest, RunSummary } from '@anchorhold/runs';
import { CAMP, EVERY, LASTS, campRules, otherRules, workshop } from './camp.fixture.ts';
import { filesOf, troubleOf } from './helpers.fixture.ts';

// Folders are forced to the disk, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const shop = workshop();
afterAll(() => shop.remove());

const request = (dir: string, more: Partial<RunRequest> = {}): RunRequest => ({
  scenarioFile: shop.scenario,
  dir: shop.path(dir),
  seed: 7,
  ruleset: campRules,
  checkpointEvery: EVERY,
  ...more,
});

describe('a run', () => {
  let summary: RunSummary;
  beforeAll(async () => {
    summary = await liveRun(request('whole'));
  });

  it('ends where the engine alone ends', () => {
    const { setup } = readScenario(CAMP, { file: 'camp.yaml', parts: campRules.sections });
    const world = createWorld(campRules, setup!, { seed: 7 });
    advance(world, world.time + LASTS);
    expect(summary.hash).toBe(world.hash());
    expect(summary.events).toBe(world.chronicle.length);
    expect(summary.until).toBe(LASTS);
    expect(summary.events).toBeGreaterThan(100);
  });

  it('knows its outcomes: at a set moment, at the end, and not beyond it', () => {
    expect(summary.outcome['Ann keeps quiet']).toBe(true);
    expect(summary.outcome["Bede's outbursts"]).toBeGreaterThan(10);
    expect(summary.outcome['too late to say']).toBe(null);
  });

  it('leaves checkpoints by work done and a hash for each hour', async () => {
    const run = await openRun(shop.path('whole'), { ruleset: campRules });
    const { begin } = run.recipe;
    expect(run.finished).toBe(true);
    expect(run.hourHashes.map(({ time }) => time)).toEqual([begin, 22 * 3600, 23 * 3600]);
    expect(run.checkpoints.length).toBeGreaterThan(8);
    const steps = run.checkpoints.slice(1, -1).map(({ work }, i) => work - run.checkpoints[i]!.work);
    for (const step of steps) expect(Math.abs(step - EVERY)).toBeLessThan(10);
    for (const { time, hash } of run.hourHashes) expect(run.worldAt(time).hash()).toBe(hash);
    expect(run.end().hash()).toBe(summary.hash);
  });

  it('spreads checkpoints further apart the longer it gets', async () => {
    await liveRun(request('long', { checkpointEvery: 100 }));
    const { checkpoints } = await openRun(shop.path('long'), { ruleset: campRules });
    expect(checkpoints.at(-1)!.work / 100).toBeGreaterThan(checkpoints.length * 1.4);
    for (const [i, { work }] of checkpoints.slice(1).entries()) {
      const before = checkpoints[i]!.work;
      expect(work - before).toBeLessThan(Math.max(100, before / 64) + 10);
    }
  });

  it('gives the world at any moment as if it had been lived until then', async () => {
    const run = await openRun(shop.path('whole'), { ruleset: campRules });
    const world = createWorld(campRules, run.setup, { seed: 7 });
    for (const time of [0, 1, 599, 600, 601, 1777, 3000, LASTS - 1, LASTS]) {
      advance(world, run.recipe.begin + time);
      expect(run.worldAt(run.recipe.begin + time).hash()).toBe(world.hash());
    }
    expect(() => run.worldAt(run.recipe.begin - 1)).toThrow(
      /d1 21:29:59 is outside this run, which goes from d1 21:30 to d1 23:10/,
    );
    expect(() => run.worldAt(Number.NaN)).toThrow(RunError);
  });

  it('is the same to the byte when it is lived again, and carries no date', async () => {
    await liveRun(request('again'));
    expect(filesOf(shop.path('again'))).toEqual(filesOf(shop.path('whole')));
  });

  it('is reused, not lived again, where the folder holds it', async () => {
    let lived = 0;
    const again = await liveRun(request('whole', { onProgress: () => lived++ }));
    expect(again).toEqual(summary);
    expect(lived).toBe(0);
  });

  it('is another history for another seed, and for another log', async () => {
    const seeded = await liveRun(request('seed-8', { seed: 8 }));
    const rerolled = await liveRun(request('rerolled', { log: [reroll(22 * 3600, 5)] }));
    expect(new Set([summary.hash, seeded.hash, rerolled.hash]).size).toBe(3);
    const soothed = { at: 22 * 3600 + 5, command: 'camp/soothe', value: { who: 'Ann' } };
    await liveRun(request('soothed', { log: [soothed] }));
    const run = await openRun(shop.path('soothed'), { ruleset: campRules });
    const found = [...run.events()].filter(({ kind, time }) => kind === 'camp/forgave' && time === soothed.at);
    expect(found.length).toBeGreaterThan(0);
  });

  it('refuses a folder that holds another run, and says in what it differs', async () => {
    const error = await troubleOf(() => liveRun(request('whole', { seed: 9, forSeconds: 60 })));
    expect(error.trouble).toBe('other-recipe');
    expect(error.message).toContain('seed 7, not 9; until d1 23:10, not d1 21:31');
    expect((await openRun(shop.path('whole'), { ruleset: campRules })).summary.seed).toBe(7);
    const replaced = await liveRun(request('again', { seed: 9, forSeconds: 60, force: true }));
    expect(replaced.until).toBe(60);
    expect((await openRun(shop.path('again'), { ruleset: campRules })).summary).toEqual(replaced);
    expect(readdirSync(shop.path('.')).filter((name) => /\.(new|old)-/.test(name))).toEqual([]);
  });

  it('never touches what is no run folder, nor what others keep in one, even when forced', async () => {
    mkdirSync(shop.path('photos'));
    writeFileSync(shop.path('photos/beach.txt'), 'sand');
    writeFileSync(shop.path('letter'), 'dear');
    for (const name of ['photos', 'letter']) {
      const error = await troubleOf(() => liveRun(request(name, { force: true })));
      expect(error.trouble).toBe('in-the-way');
    }
    expect(readFileSync(shop.path('photos/beach.txt'), 'utf8')).toBe('sand');
    expect(readFileSync(shop.path('letter'), 'utf8')).toBe('dear');
    await liveRun(request('mixed', { forSeconds: 60 }));
    writeFileSync(shop.path('mixed/notes.md'), 'mine');
    const error = await troubleOf(() => liveRun(request('mixed', { forSeconds: 90, force: true })));
    expect(error.message).toContain('notes.md');
    expect(readFileSync(shop.path('mixed/notes.md'), 'utf8')).toBe('mine');
    expect((await openRun(shop.path('mixed'), { ruleset: campRules })).summary.until).toBe(60);
  });

  it('takes an empty folder', async () => {
    mkdirSync(shop.path('empty'));
    expect((await troubleOf(() => openRun(shop.path('empty'), { ruleset: campRules }))).trouble).toBe('not-a-run');
    expect((await liveRun(request('empty', { forSeconds: 60 }))).until).toBe(60);
  });

  it('refuses what cannot be lived, before anything is written', async () => {
    writeFileSync(shop.path('bad.yaml'), CAMP.replace('leader: Ann', 'leader: Anna'));
    const cases: [Partial<RunRequest>, string, RegExp][] = [
      [{ scenarioFile: shop.path('none.yaml') }, 'cannot-read', /none\.yaml/],
      [{ scenarioFile: shop.path('bad.yaml') }, 'bad-scenario', /bad\.yaml:8:\d+ error: .*Anna.*Ann/],
      [{ seed: -1 }, 'bad-request', /seed -1/],
      [{ forSeconds: 0 }, 'bad-request', /one at least/],
      [{ forSeconds: 2 ** 40 }, 'bad-request', /counted/],
      [{ checkpointEvery: 0 }, 'bad-request', /positive/],
      [{ log: [{ at: 0, command: 'camp/sooth', value: null }] }, 'bad-request', /camp\/sooth.*camp\/soothe/],
    ];
    for (const [more, trouble, message] of cases) {
      const error = await troubleOf(() => liveRun(request('never', more)));
      expect(error.trouble).toBe(trouble);
      expect(error.message).toMatch(message);
    }
    expect(readdirSync(shop.path('.')).filter((name) => name.startsWith('never'))).toEqual([]);
  });

  it('lists all errors of a scenario', async () => {
    const error = await troubleOf(() => liveRun(request('never', { scenarioFile: shop.path('bad.yaml') })));
    expect(error.remarks).toHaveLength(1);
    expect(error.remarks[0]).toMatchObject({ severity: 'error', line: 8 });
  });
});

describe('an interrupted run', () => {
  it('stops at a step, is marked unfinished, and goes on to the same end', async () => {
    const whole = await liveRun(request('uninterrupted'));
    for (const after of [0, 1, 5, 9]) {
      const name = `stopped-${after}`;
      const stop = new AbortController();
      let calls = 0;
      const onProgress = (): void => {
        if (calls++ >= after) stop.abort();
      };
      const error = await troubleOf(() => liveRun(request(name, { signal: stop.signal, onProgress })));
      expect(error.trouble).toBe('interrupted');
      expect(error.message).toContain(`run --resume ${shop.path(name)}`);
      const run = await openRun(shop.path(name), { ruleset: campRules });
      expect(run.finished).toBe(false);
      expect(run.summary.until).toBeLessThan(LASTS);
      expect((await run.history()).events).toHaveLength(run.summary.events);
      const resumed = await resumeRun(shop.path(name), { ruleset: campRules });
      expect(resumed).toEqual({ ...whole, dir: shop.path(name) });
      expect(filesOf(shop.path(name))).toEqual(filesOf(shop.path('uninterrupted')));
    }
  });

  it('is lived on by the same request, and refused under other rules', async () => {
    const stop = AbortSignal.abort();
    await troubleOf(() => liveRun(request('other', { signal: stop })));
    const error = await troubleOf(() => resumeRun(shop.path('other'), { ruleset: otherRules }));
    expect(error.trouble).toBe('other-rules');
    const run = await openRun(shop.path('other'), { ruleset: otherRules });
    expect((await troubleOf(() => run.history())).trouble).toBe('unfinished');
    expect((await liveRun(request('other'))).until).toBe(LASTS);
  });

  it('is lived by several at once without harm', async () => {
    const all = await Promise.all(Array.from({ length: 3 }, () => liveRun(request('crowded'))));
    const alone = await liveRun(request('alone'));
    for (const each of all) expect(each).toEqual({ ...alone, dir: shop.path('crowded') });
    expect(filesOf(shop.path('crowded'))).toEqual(filesOf(shop.path('alone')));
  });

  it('lets other tasks of the process go on meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await liveRun(request('busy'));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });
});
