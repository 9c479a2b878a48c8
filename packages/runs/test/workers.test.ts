import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { RunError, executorFor, liveRun, openRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { redrawn } from '@anchorhold/story';
import type { Fork, Lived } from '@anchorhold/story';
import { filesOf } from './helpers.fixture.ts';

const TIME = 120_000;
vi.setConfig({ testTimeout: TIME });
const farm = fileURLToPath(new URL('../../../scenarios/farm-at-night.yaml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'anchorhold-workers-'));
const dir = join(folder, 'run');
const cache = join(folder, 'kept', 'here');
let run: Run;
let lived: Lived;
let forks: Fork[];
let files: Map<string, string>;

beforeAll(async () => {
  await liveRun({ scenarioFile: farm, dir, seed: 3 });
  files = filesOf(dir);
  run = await openRun(dir);
  lived = run.asked();
  const events = lived.happenings.filter(({ id, time }) => id % 60 === 0 && time > lived.begin);
  forks = events.flatMap((event) =>
    [0, 1].map((salt) => ({ ...redrawn(lived, [event.id], salt), until: lived.until, wanted: [event] })),
  );
}, TIME);
beforeEach(() => rmSync(cache, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the forks say on so many threads, or on as many as help. */
async function answersOn(jobs: number | undefined, keep = false): Promise<string> {
  const executor = executorFor(run, { jobs, keep });
  try {
    return JSON.stringify(await executor.live(forks));
  } finally {
    await executor.close();
  }
}

describe('forks of a run folder', () => {
  test('say the same on one thread and on several, and leave the folder as it was', async () => {
    expect(forks.length).toBeGreaterThan(8);
    const alone = await answersOn(1);
    expect(await answersOn(2)).toBe(alone);
    expect(await answersOn(3)).toBe(alone);
    expect(await answersOn(undefined)).toBe(alone);
    expect(filesOf(dir)).toEqual(files);
  });

  test('wake as the run was in the second before', () => {
    for (const { from } of forks) {
      expect(lived.wakeBefore(from, []).hash()).toBe(run.worldAt(from - 1).hash());
    }
  });

  test('can be stopped, in this thread and in others', async () => {
    for (const jobs of [1, 2]) {
      const stopper = new AbortController();
      const executor = executorFor(run, { jobs, keep: false });
      const work = executor.live(forks, { signal: stopper.signal, onLived: () => stopper.abort() });
      await expect(work).rejects.toThrow(/abort/i);
      await executor.close();
    }
    expect(filesOf(dir)).toEqual(files);
  });
});

test('a damaged file is told as such, on whichever thread it was read', async () => {
  const damaged = join(folder, 'damaged');
  cpSync(dir, damaged, { recursive: true });
  for (const { file } of run.checkpoints.filter(({ end }) => !end)) {
    const path = join(damaged, file);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 255;
    writeFileSync(path, bytes);
  }
  const opened = await openRun(damaged);
  for (const jobs of [1, 2]) {
    const executor = executorFor(opened, { jobs, keep: false });
    const error: unknown = await executor.live(forks.slice(-2)).catch((caught: unknown) => caught);
    await executor.close();
    expect(error).toBeInstanceOf(RunError);
    expect(error).toMatchObject({ trouble: 'damaged', message: expect.stringContaining('is damaged') });
  }
});

describe('answers', () => {
  const kept = (): string => join(cache, readdirSync(cache)[0]!);

  test('are kept outside the run and are the same the next time, whatever was cut off', async () => {
    vi.stubEnv('ANCHORHOLD_CACHE', cache);
    const fresh = await answersOn(1);
    expect(await answersOn(1, true)).toBe(fresh);
    const once = readFileSync(kept(), 'utf8');
    expect(once.trim().split('\n')).toHaveLength(forks.length);
    expect(await answersOn(2, true)).toBe(fresh);
    expect(readFileSync(kept(), 'utf8')).toBe(once);
    appendFileSync(kept(), '["half a li');
    expect(await answersOn(2, true)).toBe(fresh);
    expect(filesOf(dir)).toEqual(files);
  });

  test('that cannot be kept are given all the same', async () => {
    vi.stubEnv('ANCHORHOLD_CACHE', join(dir, 'recipe.json', 'below a file'));
    expect(await answersOn(1, true)).toBe(await answersOn(1));
    expect(filesOf(dir)).toEqual(files);
  });

  test('are not kept where nothing is to be', async () => {
    vi.stubEnv('ANCHORHOLD_CACHE', '');
    await answersOn(1, true);
    expect(() => readdirSync(cache)).toThrow(/ENOENT/);
  });
});
