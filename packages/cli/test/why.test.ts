import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { FARM, anchorhold, jsonLines, workshop } from './cli.fixture.ts';

const shop = workshop();
const run = shop.path('farm-1');
afterAll(shop.clear);
beforeAll(async () => {
  expect((await anchorhold(['run', FARM, '--seed', '1', '--out', run])).code).toBe(0);
});

interface Cause {
  readonly ids: readonly number[];
  readonly text: string;
  readonly because: readonly Cause[];
}
const cause: z.ZodType<Cause> = z.lazy(() =>
  z.strictObject({
    ids: z.array(z.int().positive()),
    told: z.array(z.int().positive()),
    as: z.enum(['reason', 'enabled', 'interrupted']),
    joint: z.boolean(),
    time: z.int(),
    text: z.string().min(1),
    above: z.boolean(),
    needed: z.null(),
    effect: z.null(),
    test: z.null(),
    because: z.array(cause),
    left: z.int().nonnegative(),
  }),
);
const answer = z.strictObject({
  event: z.strictObject({ id: z.int(), key: z.string(), time: z.int(), text: z.string().min(1) }),
  drift: z.array(z.string()),
  scope: z.string().min(1),
  causes: z.array(cause),
  left: z.int(),
});
const ofKind = async (kind: string): Promise<number> => {
  const { out } = await anchorhold(['events', run, '--kind', kind, '--json']);
  return (jsonLines(out)[0] as { id: number }).id;
};
const ask = (...argv: string[]) => anchorhold(['why', run, ...argv]);
/** The folder's files with what they hold. */
const files = (): string =>
  readdirSync(run, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .join('\n');

describe('why EVENT', () => {
  test('[T11] prints the event with its clock and the causes below it, without numbers unless they are asked for', async () => {
    const id = await ofKind('stores/took');
    const { code, out } = await ask(String(id));
    expect(code).toBe(0);
    const [head, first] = out.split('\n');
    expect(head).toMatch(/^d2 00:08:11 {2}Rourke, one of the Fell men, shouldered /);
    expect(first === undefined ? '' : out).toMatch(/\n {3}00:07:01 {4}Rourke set his people to load the sacks/);
    expect(out).not.toMatch(/event/);
    expect((await ask(String(id), '--ids')).out).toMatch(new RegExp(`\\(event ${id}\\)`));
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  test('prints as JSON what the contract says', async () => {
    const id = await ofKind('wounds/wounded');
    const { out } = await ask(String(id), '--json');
    const [found] = jsonLines(out);
    expect(answer.parse(found).event.id).toBe(id);
    expect(answer.parse(found).scope).toMatch(/nothing has been tested/);
  });

  test('goes as deep as it is told to, and uses no escapes where they are not wanted', async () => {
    const id = String(await ofKind('stores/took'));
    const depth = async (n: string) => answer.parse(jsonLines((await ask(id, '--depth', n, '--json')).out)[0]).causes;
    expect((await depth('1')).flatMap(({ because }) => because)).toEqual([]);
    expect((await depth('2')).flatMap(({ because }) => because).length).toBeGreaterThan(0);
    const shown = await anchorhold(['why', run, id], { terminal: true });
    expect(shown.out).toContain('\u001b[');
    const plain = await anchorhold(['why', run, id], { terminal: true, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001b');
    expect(shown.out.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(plain.out);
  });

  test('says kindly that nothing lies behind the weather or the beginning', async () => {
    const weather = await ask(String(await ofKind('light/misted')));
    expect(weather.code).toBe(0);
    expect(weather.out).toContain('Nothing that anybody did lies behind it');
    expect((await ask(String(await ofKind('past/wronged')))).out).toContain('The scenario begins with it');
  });

  test('refuses what is no event, says what is, and touches nothing', async () => {
    const before = files();
    const refused = async (argv: string[], message: RegExp) => {
      const { code, out, err } = await ask(...argv);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
    };
    await refused(['99999'], /There is no event 99999: this run has the events 1 to \d+\./);
    await refused(['0'], /There is no event 0/);
    await refused(['died'], /"died" is a kind of event.*events --kind wounds\/died/);
    await refused(['Joss'], /use --state "Joss"/);
    await refused(['1.5'], /Look in "events"/);
    await refused(['\u001b[31mx'], /is no number of an event/);
    await refused([], /Say what to ask about/);
    await refused(['3', '--state', 'Joss'], /not both/);
    await refused(['3', '--at', 'd2 00:10'], /--at goes with --state/);
    await refused(['3', '--depth', '0'], /--depth/);
    await refused(['--state', 'the granery'], /Nearest: granary/);
    await refused(['--state', '???'], /names nobody and nothing/);
    await refused(['--state', 'Joss', '--at', 'd9 00:00'], /lies outside this run/);
    expect(files()).toBe(before);
  });
});

describe('why --state', () => {
  const stands = async (question: string, ...more: string[]) => {
    const { code, out } = await ask('--state', question, ...more);
    expect(code).toBe(0);
    return out;
  };

  test('[T11] finds whom a question is about, and answers what it asks', async () => {
    expect(await stands('seed grain in the granary')).toMatch(
      /^d2 08:00:00 {2}A hundred and five kilos of seed grain lay in the granary\.\n {3}00:10:31 .*shouldered/,
    );
    expect(await stands('Is Joss dead?')).toMatch(/^d2 08:00:00 {2}Joss was alive and unhurt\.\n$/);
    expect(await stands('Why have the Fell men left?')).toMatch(/The Fell men had left, 5 of 6\.[^]*got away/);
    expect(await stands('Joss')).toMatch(/Joss was in the farmhouse\.[^]*Joss was alive/);
  });

  test('looks at the moment that is asked for', async () => {
    expect(await stands('seed grain in the granary', '--at', 'd2 00:07')).toMatch(
      /^d2 00:07:00 {2}A hundred and eighty kilos of seed grain lay in the granary\.\n$/,
    );
  });

  test('knows the outcomes of the scenario, and the events behind them', async () => {
    const grain = await stands('the grain is kept');
    expect(grain).toMatch(/The grain is kept: no\.\n.*shouldered/);
    expect(await stands('Is the grain kept?')).toBe(grain);
    expect(await stands('living at the farm')).toMatch(/Living at the farm: 6\./);
  });

  test('says where it cannot answer, and what stands instead', async () => {
    expect(await stands('Is Joss happy?')).toMatch(/Of Joss that cannot be said; but this stands:/);
    const json = JSON.parse(await stands('Joss', '--json')) as { event: null; causes: Cause[] };
    expect(json.event).toBeNull();
    expect(json.causes.map((each) => cause.parse(each).text)).toContain('Joss was alive and unhurt.');
  });
});
