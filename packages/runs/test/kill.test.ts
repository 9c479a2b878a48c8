import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveRun, openRun, resumeRun } from '@anchorhold/runs';
import { DOOMED, campRules, workshop } from './camp.fixture.ts';
import { filesOf } from './helpers.fixture.ts';

const shop = workshop();
afterAll(() => shop.remove());
const rules = { ruleset: campRules };
const request = { scenarioFile: shop.scenario, ...DOOMED, ...rules };
const farm = fileURLToPath(new URL('../../../scenarios/farm-at-night.yaml', import.meta.url));
const program = shop.path('doomed.mjs');
const TIME = 240_000;

let whole: Map<string, string>;
let changes: number;

beforeAll(async () => {
  const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const packages = ['engine', 'scenario', 'story', 'runs'];
  const alias = Object.fromEntries(
    packages.map((name) => [`@anchorhold/${name}`, source(`../../${name}/src/index.ts`)]),
  );
  const build = await rolldown({ input: source('./doomed.fixture.ts'), platform: 'node', resolve: { alias } });
  await build.write({ file: program, format: 'esm', codeSplitting: false });
  await build.close();
  changes = Number((await start('live', shop.path('whole'))).output);
  whole = filesOf(shop.path('whole'));
}, TIME);

interface Ended {
  readonly killed: boolean;
  readonly output: string;
}

/** Start the process and wait for its end. `fatal` is the change at which it dies; `patience` kills it from outside. */
function start(
  mode: string,
  dir: string,
  fatal = '',
  patience: number | null = null,
  scenario = shop.scenario,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, mode, dir, scenario, fatal], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    const timer = patience === null ? null : setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('close', (code, signal) => {
      if (timer !== null) clearTimeout(timer);
      if (signal === 'SIGKILL' || code === 0) resolve({ killed: signal === 'SIGKILL', output });
      else reject(new Error(`the process ended with ${code ?? signal}: ${complaint}`));
    });
  });
}

/** What a killed process left must be nothing, or a run that opens; going on from it must end as if nothing had been. */
async function goOn(dir: string): Promise<string> {
  const left = existsSync(dir) ? ((await openRun(dir, rules)).finished ? 'whole' : 'unfinished') : 'none';
  if (left === 'none') await liveRun({ ...request, dir });
  else await resumeRun(dir, rules);
  expect(filesOf(dir)).toEqual(whole);
  return left;
}

function leftovers(): string[] {
  return readdirSync(shop.path('.')).filter((name) => /\.(new|old)-|\.partial$/.test(name));
}

const sample = (count: number, most: number, seed: number): number[] =>
  fc.sample(fc.integer({ min: 1, max: most }), { numRuns: count, seed });

describe('a process that is killed', () => {
  it(
    'at any of 50 random changes of the file system leaves a run that ends the same',
    async () => {
      const left: string[] = [];
      for (const [i, fatal] of sample(50, changes, 1).entries()) {
        const dir = shop.path('killed');
        rmSync(dir, { recursive: true, force: true });
        expect((await start('live', dir, `${fatal}`)).killed).toBe(true);
        // Every third dies again while it goes on.
        if (i % 3 === 0 && existsSync(dir)) await start('resume', dir, `${1 + (fatal % 20)}`);
        left.push(await goOn(dir));
      }
      // The moments were spread over all that can be left.
      expect(new Set(left)).toEqual(new Set(['none', 'unfinished', 'whole']));
      expect(leftovers().filter((name) => name.startsWith('killed.new'))).toEqual([]);
    },
    TIME,
  );

  it(
    'by the clock leaves a run that ends the same',
    async () => {
      for (const patience of sample(12, 500, 2)) {
        const dir = shop.path('timed');
        rmSync(dir, { recursive: true, force: true });
        await start('live', dir, '', patience);
        await goOn(dir);
      }
    },
    TIME,
  );

  it(
    'while it replaces a run leaves the old one, none, or the new one',
    async () => {
      const old = shop.path('old');
      await liveRun({ ...request, seed: 5, dir: old });
      const before = filesOf(old);
      const dir = shop.path('replaced');
      for (const fatal of sample(20, 60, 3)) {
        rmSync(dir, { recursive: true, force: true });
        cpSync(old, dir, { recursive: true });
        expect((await start('force', dir, `${fatal}`)).killed).toBe(true);
        if (existsSync(dir) && (await openRun(dir, rules)).recipe.seed === 5) {
          expect(filesOf(dir)).toEqual(before);
          await liveRun({ ...request, dir, force: true });
          expect(filesOf(dir)).toEqual(whole);
        } else await goOn(dir);
      }
    },
    TIME,
  );

  it(
    'while it lives a fork leaves the run as it was, and a fork that ends the same',
    async () => {
      const parent = shop.path('whole');
      const writes = Number((await start('fork', shop.path('fork'), '', null, parent)).output);
      const uninterrupted = filesOf(shop.path('fork'));
      const left: string[] = [];
      for (const fatal of sample(12, writes, 6)) {
        const dir = shop.path('broken-fork');
        rmSync(dir, { recursive: true, force: true });
        expect((await start('fork', dir, `${fatal}`, null, parent)).killed).toBe(true);
        const standing = existsSync(dir) ? ((await openRun(dir, rules)).finished ? 'whole' : 'unfinished') : 'none';
        left.push(standing);
        if (standing === 'none') await start('fork', dir, '', null, parent);
        else await resumeRun(dir, rules);
        expect(filesOf(dir)).toEqual(uninterrupted);
        expect(filesOf(parent)).toEqual(whole);
      }
      expect(left).toEqual(expect.arrayContaining(['none', 'unfinished']));
    },
    TIME,
  );

  it(
    'during the night at the farm leaves a night that ends the same',
    async () => {
      const writes = Number((await start('live', shop.path('night'), '', null, farm)).output);
      const uninterrupted = filesOf(shop.path('night'));
      const left: boolean[] = [];
      // The first changes make the folder.
      for (const fatal of sample(10, writes - 40, 4)) {
        const dir = shop.path('broken-night');
        rmSync(dir, { recursive: true, force: true });
        expect((await start('live', dir, `${40 + fatal}`, null, farm)).killed).toBe(true);
        left.push((await openRun(dir)).finished);
        await start('resume', dir, '', null, farm);
        expect(filesOf(dir)).toEqual(uninterrupted);
      }
      expect(left).toContain(false);
    },
    TIME,
  );
});
