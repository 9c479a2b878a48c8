import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { FARM, anchorhold, jsonLines, workshop } from './cli.fixture.ts';
import type { Ran } from './cli.fixture.ts';

const shop = workshop();
const run = shop.path('farm-5');
afterAll(shop.clear);
let event: string;
beforeAll(async () => {
  await anchorhold(['run', FARM, '--seed', '5', '--out', run]);
  const { out } = await anchorhold(['events', run, '--kind', 'will/gave-up', '--json']);
  event = String((jsonLines(out)[0] as { id: number }).id);
});
const ask = (...argv: string[]): Promise<Ran> => anchorhold(['why', run, event, ...argv]);
const files = (): string[] =>
  readdirSync(run, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name} ${readFileSync(join(entry.parentPath, entry.name)).toString('base64')}`)
    .sort();

interface Cause {
  readonly ids: readonly number[];
  readonly told: readonly number[];
  readonly effect: string | null;
  readonly needed: number | null;
  readonly test: { readonly came: number; readonly undone: number } | null;
  readonly because: readonly Cause[];
}
const cause: z.ZodType<Cause> = z.lazy(() =>
  z.looseObject({
    ids: z.array(z.int().positive()),
    told: z.array(z.int().positive()),
    needed: z.number().min(0).max(1).nullable(),
    effect: z.enum(['vanished', 'moved', 'changed', 'none']).nullable(),
    test: z.looseObject({ came: z.int(), undone: z.int() }).nullable(),
    because: z.array(cause),
  }),
);
const answer = z.looseObject({ scope: z.string().min(1), causes: z.array(cause), blocks: z.array(cause) });

test('why --test says of each of the nearest causes what came of withholding it', async () => {
  const before = files();
  const { code, out, err } = await ask('--test', '--redraws', '3', '--jobs', '1');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/→ Without (it|all of these) this (does not happen|happens)/);
  expect(out).toMatch(/All four losses together: .+, .+ and .+\./s);
  expect(out).toContain('All that bore on it, stated or not:');
  expect(out).not.toMatch(/undefined|null|NaN|will\//);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(files()).toEqual(before);
});

test('in JSON the nearest causes carry their verdicts, and what lies behind them does not', async () => {
  const { code, out } = await ask('--test', '--redraws', '3', '--jobs', '1', '--json');
  expect(code).toBe(0);
  const { causes, blocks } = answer.parse(JSON.parse(out));
  const nearest = causes.flatMap((each) => [each, ...(each.told.length === 0 ? each.because : [])]);
  expect(nearest.length).toBeGreaterThan(2);
  for (const { effect, needed, test: tried } of [...nearest, ...blocks]) {
    expect(effect).not.toBeNull();
    expect(needed).toBe(tried!.came === 0 ? null : tried!.undone / tried!.came);
    expect(tried!.came).toBeLessThanOrEqual(3);
  }
  const beyond = nearest.filter(({ told }) => told.length > 0).flatMap(({ because }) => because);
  expect(beyond.length).toBeGreaterThan(0);
  for (const each of beyond) expect([each.effect, each.test]).toEqual([null, null]);
  // All that it was stated to be because of is what it was because of.
  expect(causes.some(({ effect }) => effect === 'vanished')).toBe(true);
});

test('the answer is the same on two threads, and the second time', async () => {
  const alone = await ask('--test', '--redraws', '2', '--jobs', '1', '--json');
  const together = await ask('--test', '--redraws', '2', '--jobs', '2', '--json');
  expect(together.out).toBe(alone.out);
});

test('Ctrl-C ends the question and leaves the run as it was', async () => {
  const before = files();
  const { code, out, err } = await anchorhold(['why', run, event, '--test', '--jobs', '1'], {
    onListen: (stop) => stop('SIGINT'),
  });
  expect([code, out]).toEqual([130, '']);
  expect(err).toContain('Ask again to go on from here.');
  expect(files()).toEqual(before);
});

test.each([
  [['--state', 'Marit', '--test'], 'goes with the number of an event'],
  [['--redraws', '3'], '--redraws goes with --test'],
  [['--jobs', '2'], '--jobs goes with --test'],
  [['--test', '--redraws', 'many'], 'expected a whole number from 0 to 1000'],
  [['--test', '--redraws', '1001'], 'expected a whole number from 0 to 1000'],
  [['--test', '--jobs', '0'], 'expected a whole number from 1 to 256'],
])('%j ends with exit code 2 and says what would do', async (argv, says) => {
  const asked = argv.includes('--state') ? ['why', run, ...argv] : ['why', run, event, ...argv];
  const { code, out, err } = await anchorhold(asked);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(says);
});
