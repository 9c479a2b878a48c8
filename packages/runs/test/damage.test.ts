import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveRun, openRun, resumeRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { EVERY, campRules, workshop } from './camp.fixture.ts';
import { filesOf, troubleOf } from './helpers.fixture.ts';

// Folders are forced to the disk, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const shop = workshop();
afterAll(() => shop.remove());
const rules = { ruleset: campRules };
const whole = shop.path('whole');
const stopped = shop.path('stopped');

beforeAll(async () => {
  const request = { scenarioFile: shop.scenario, seed: 2, forSeconds: 2500, checkpointEvery: EVERY, ...rules };
  await liveRun({ ...request, dir: whole });
  const stop = new AbortController();
  let calls = 0;
  const onProgress = (): void => {
    if (calls++ === 6) stop.abort();
  };
  await troubleOf(() => liveRun({ ...request, dir: stopped, signal: stop.signal, onProgress }));
});

/** Everything that can be asked of a run. */
async function readAll(dir: string): Promise<unknown[]> {
  const run: Run = await openRun(dir, rules);
  const middle = run.worldAt(run.recipe.begin + Math.floor(run.summary.until / 2)).hash();
  run.verify();
  return [run.finished, run.summary, run.end().hash(), middle, await run.history(), run.hourHashes];
}

/** A copy of a folder in which one file was changed by `harm`. */
function harmed(dir: string, name: string, harm: (path: string) => void): string {
  const copy = shop.path('copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(dir, copy, { recursive: true });
  harm(`${copy}/${name}`);
  return copy;
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = bytes[at]! ^ 0x10;
  writeFileSync(path, bytes);
}

describe('a damaged folder', () => {
  it('is refused with the file named, whichever file was cut off', async () => {
    const names = [...filesOf(whole).keys()];
    expect(names.length).toBeGreaterThan(6);
    for (const name of names) {
      for (const size of [0, 1, readFileSync(`${whole}/${name}`).length - 1]) {
        const error = await troubleOf(() => readAll(harmed(whole, name, (path) => truncateSync(path, size))));
        expect([name, error.trouble]).toEqual([name, 'damaged']);
        expect(error.message).toContain(name);
      }
    }
  });

  it('is refused whichever byte of whichever file was changed', async () => {
    for (const [name, content] of filesOf(whole)) {
      const { length } = Buffer.from(content, 'base64');
      for (let i = 0; i < 12; i++) {
        const at = Math.floor((length * (i + 0.5)) / 12);
        const error = await troubleOf(() => readAll(harmed(whole, name, (path) => flip(path, at))));
        expect([name, at, error.trouble]).toEqual([name, at, 'damaged']);
        expect(error.message).toContain(name);
      }
    }
  });

  it('is refused where a file is missing; without its summary it is unfinished, and ends the same', async () => {
    for (const name of filesOf(whole).keys()) {
      const copy = harmed(whole, name, (path) => rmSync(path));
      if (name === 'summary.json') {
        expect((await openRun(copy, rules)).finished).toBe(false);
        await resumeRun(copy, rules);
        expect(filesOf(copy)).toEqual(filesOf(whole));
        continue;
      }
      const error = await troubleOf(() => readAll(copy));
      expect([name, error.trouble]).toEqual([name, name === 'anchorhold-run.json' ? 'not-a-run' : 'damaged']);
    }
  });

  it('is refused where files of another run were put into it', async () => {
    const dir = shop.path('foreign');
    await liveRun({ scenarioFile: shop.scenario, seed: 5, forSeconds: 2500, checkpointEvery: EVERY, dir, ...rules });
    for (const name of ['recipe.json', 'lived.json', 'summary.json', 'chronicle.parquet', 'checkpoints/000001.gz']) {
      const error = await troubleOf(() => readAll(harmed(whole, name, (path) => cpSync(`${dir}/${name}`, path))));
      expect([name, error.trouble]).toEqual([name, 'damaged']);
    }
  });

  it('is not resumed from a checkpoint that was changed', async () => {
    const run = await openRun(stopped, rules);
    const { file } = run.checkpoints.at(-1)!;
    expect(run.checkpoints.length).toBeGreaterThan(1);
    for (const name of [file, 'lived.json', 'recipe.json']) {
      const error = await troubleOf(() =>
        resumeRun(
          harmed(stopped, name, (path) => flip(path, 200)),
          rules,
        ),
      );
      expect([name, error.trouble]).toEqual([name, 'damaged']);
      expect(error.message).toContain(name);
    }
  });

  it('is swept of half-written files when it is resumed', async () => {
    // Beyond the numbers that processes have, and one that is running.
    const [gone, running] = [2 ** 31 - 1, process.ppid];
    const copy = harmed(stopped, `lived.json.${gone}.partial`, (path) => writeFileSync(path, 'half'));
    writeFileSync(`${copy}/checkpoints/000009.gz.${gone}.partial`, 'half');
    writeFileSync(`${copy}/lived.json.${running}.partial`, 'half');
    await resumeRun(copy, rules);
    rmSync(`${copy}/lived.json.${running}.partial`);
    expect(filesOf(copy)).toEqual(filesOf(whole));
  });

  it('of a newer form is not guessed at', async () => {
    const copy = harmed(whole, 'anchorhold-run.json', (path) =>
      writeFileSync(path, '{"format":"anchorhold run","form":2}\n'),
    );
    const error = await troubleOf(() => openRun(copy, rules));
    expect(error.message).toContain('form 2; this version reads form 1');
  });
});
