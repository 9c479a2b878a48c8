/**
 * The same scenario and seed give the same history, bit for bit, wherever it is lived. Here it is lived from one bundle of
 * the sources on every engine at hand, in a worker of each kind, and in the browser; this process has only to agree.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserLaunchOptions } from '../../../scripts/browser.mjs';
import { bundle } from '../../../scripts/engines/bundle.mjs';
import { availableEngines, runOn } from '../../../scripts/engines/list.mjs';
import { liveSeeds } from './same-everywhere.fixture.ts';
import type { Lived } from './same-everywhere.fixture.ts';

/** The scenarios, with how many seeds of each are lived, and for how many hours: nights, and days in which nobody or somebody fights. */
const SCENARIOS = [
  { file: 'farm-at-night', seeds: 50, hours: 11 },
  { file: 'siege-of-the-compound', seeds: 4, hours: 3 },
  { file: 'siege-of-the-compound', seeds: 1, hours: 240 },
  { file: 'hungry-winter', seeds: 2, hours: 2640 },
  { file: 'a-good-year', seeds: 1, hours: 240 },
] as const;
const TIMEOUT = 180_000;
const textOf = (file: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../scenarios/${file}.yaml`, import.meta.url)), 'utf8');
const seedsUpTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const fixture = fileURLToPath(new URL('same-everywhere.fixture.ts', import.meta.url));

/** What each place runs, beside the bundle `nights.mjs`. */
const STARTERS = {
  'print.mjs': `import { nights } from './nights.mjs';\nconsole.log(JSON.stringify(nights()));`,
  'thread.mjs': `import { parentPort } from 'node:worker_threads';\nimport { nights } from './nights.mjs';\nparentPort.postMessage(nights());`,
  'worker.mjs': `import { nights } from './nights.mjs';\npostMessage(nights());`,
};

let folder: string;
let here: Lived[];

beforeAll(async () => {
  const asked = await Promise.all(
    SCENARIOS.map(async ({ file, seeds, hours }) => [await textOf(file), seedsUpTo(seeds), hours] as const),
  );
  here = asked.flatMap((each) => liveSeeds(...each));
  folder = await mkdtemp(join(tmpdir(), 'anchorhold-everywhere-'));
  await writeFile(
    join(folder, 'entry.ts'),
    `import { liveSeeds } from ${JSON.stringify(fixture)};
export const nights = () => ${JSON.stringify(asked)}.flatMap((each) => liveSeeds(...each));`,
  );
  await bundle(join(folder, 'entry.ts'), { file: join(folder, 'nights.mjs') });
  for (const [name, code] of Object.entries(STARTERS)) await writeFile(join(folder, name), code);
}, TIMEOUT);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Night by night, so that a failure names the first that differs and not a megabyte of hashes. */
function expectSame(there: readonly Lived[]): void {
  expect(there).toHaveLength(here.length);
  for (const [i, night] of here.entries()) expect(there[i]).toEqual(night);
}

test('what is compared is whole, and no two are alike', () => {
  const whole = SCENARIOS.flatMap(({ seeds, hours }) => seedsUpTo(seeds).map(() => hours));
  expect(here).toHaveLength(whole.length);
  for (const [i, { hours, events }] of here.entries()) {
    expect(hours).toHaveLength(whole[i]! + 1);
    expect(new Set(hours).size).toBe(whole[i]! + 1);
    expect(events).toBeGreaterThan(10);
  }
  expect(new Set(here.map(({ chronicle }) => chronicle)).size).toBe(whole.length);
});

describe('50 nights at the farm, 4 of the siege, and months are the same, hour by hour', () => {
  test.each(availableEngines())('on $name', { timeout: TIMEOUT }, async (engine) => {
    expectSame(JSON.parse(await runOn(engine, join(folder, 'print.mjs'))) as Lived[]);
  });

  test('in a worker thread', { timeout: TIMEOUT }, async () => {
    const worker = new Worker(pathToFileURL(join(folder, 'thread.mjs')));
    const there = await new Promise<Lived[]>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    await worker.terminate();
    expectSame(there);
  });

  test('in a page of the browser, and in its web worker', { timeout: TIMEOUT }, async () => {
    const files = new Map([
      ['/', '<!doctype html><title>Nights</title>'],
      ['/nights.mjs', await readFile(join(folder, 'nights.mjs'), 'utf8')],
      ['/worker.mjs', STARTERS['worker.mjs']],
    ]);
    const server = createServer((request, response) => {
      const body = files.get(request.url ?? '');
      const type = request.url === '/' ? 'text/html' : 'text/javascript';
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({ headless: true, ...browserLaunchOptions() });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      expectSame(await page.evaluate<Lived[]>(`import('/nights.mjs').then(({ nights }) => nights())`));
      expectSame(
        await page.evaluate<Lived[]>(`new Promise((resolve, reject) => {
          const worker = new Worker('/worker.mjs', { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        })`),
      );
    } finally {
      await browser.close();
      server.close();
    }
  });
});
