import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { FARM, anchorhold, jsonLines, workshop } from './cli.fixture.ts';

const shop = workshop();
const run = shop.path('farm-1');
afterAll(shop.clear);

interface Event {
  readonly id: number;
  readonly key: string;
  readonly time: number;
  readonly kind: string;
  readonly text: string;
}

const eventsOf = async (dir: string, ...options: string[]): Promise<Event[]> => {
  const { out } = await anchorhold(['events', dir, '--json', ...options]);
  return out === '' ? [] : (jsonLines(out) as Event[]);
};
const first = async (kind: string, dir = run): Promise<Event> => (await eventsOf(dir, '--kind', kind))[0]!;

const said = z.looseObject({
  id: z.int().positive(),
  key: z.string().regex(/^[0-9a-f]{16}$/),
  time: z.int(),
  text: z.string().min(1),
});
const outcome = z.record(z.string(), z.union([z.boolean(), z.number(), z.null()]));
const answer = z.looseObject({
  fork: z.strictObject({ dir: z.string(), hash: z.string().regex(/^[0-9a-f]{16}$/) }),
  scope: z.string().min(1),
  parts: z.looseObject({ time: z.int(), text: z.string().min(1) }).nullable(),
  vanished: z.array(said),
  changed: z.array(z.looseObject({ before: said, after: said, fields: z.array(z.string()).min(1) })),
  moved: z.array(z.looseObject({ before: said, after: said })),
  appeared: z.array(said),
  withheld: z.array(said),
  given: z.array(said),
  people: z.array(z.strictObject({ name: z.string(), shown: z.string(), before: z.string(), after: z.string() })),
  outcome: z.strictObject({ before: outcome, after: outcome }),
});
const asked = async (...argv: string[]): Promise<z.infer<typeof answer>> => {
  const { code, out, err } = await anchorhold(['what-if', ...argv, '--json']);
  expect([code, err]).toEqual([0, '']);
  return answer.parse(JSON.parse(out));
};

/** Every file of a folder, as one text. */
const filesIn = (dir: string): string =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${readFileSync(path).toString('base64')}`)
    .join('\n');

let before: string;
let planned: Event;
let alarm: Event;
beforeAll(async () => {
  await anchorhold(['run', FARM, '--out', run]);
  before = filesIn(run);
  planned = await first('raid/planned');
  alarm = await first('defence/stood-to');
});

describe('what if', () => {
  test('[T11] without the plan of the raid the band never comes, and the grain is kept', async () => {
    const found = await asked(run, '--without', `${planned.id}`);
    expect(found.fork.dir).toBe(`${run}-without-${planned.id}`);
    expect(await eventsOf(found.fork.dir, '--kind', 'raid/came')).toEqual([]);
    expect(await eventsOf(found.fork.dir, '--kind', 'wounds')).toEqual([]);
    const came = await first('raid/came');
    expect(found.parts).toMatchObject({ time: came.time, text: `In the run alone: ${came.text}` });
    expect(found.withheld).toMatchObject([{ id: planned.id, text: planned.text }]);
    expect(found.vanished[0]).toMatchObject({ id: came.id, key: came.key });
    // People who have slept in peace get up to their breakfast; of a fight nothing is new.
    expect(found.appeared.filter(({ kind }) => !/^(?:rations|routine|work|needs)\//.test(String(kind)))).toEqual([]);
    expect(found.outcome.after['the grain is kept']).toBe(true);
    expect(found.people.every(({ after }) => after === 'up')).toBe(true);
  });

  test('what is said of both histories is what they hold', async () => {
    const found = await asked(run, '--without', `${alarm.id}`);
    const [was, is] = [await eventsOf(run), await eventsOf(found.fork.dir)];
    const same = ({ id, key, time, text }: z.infer<typeof said>, events: readonly Event[]): void =>
      expect(events[id - 1]).toMatchObject({ id, key, time, text });
    for (const each of found.vanished) same(each, was);
    for (const each of found.appeared) same(each, is);
    for (const { before: one, after: other } of [...found.moved, ...found.changed]) {
      same(one, was);
      same(other, is);
    }
    // Up to the moment at which they part, but for what was withheld, they are the same to the second.
    const until = (events: readonly Event[]): unknown[] =>
      events
        .filter(({ id, time }) => time < found.parts!.time && (events === is || id !== alarm.id))
        .map(({ key, time }) => [key, time]);
    expect(until(is)).toEqual(until(was));
    const at = (events: readonly Event[]): string[] =>
      events
        .filter(({ id, time }) => time === found.parts!.time && (events === is || id !== alarm.id))
        .map(({ key }) => key);
    expect(at(is).sort()).not.toEqual(at(was).sort());
    const summary = async (dir: string): Promise<unknown> =>
      (JSON.parse((await anchorhold(['run', '--resume', dir, '--json'])).out) as { outcome: unknown }).outcome;
    expect(found.outcome).toEqual({ before: await summary(run), after: await summary(found.fork.dir) });
  });

  test('the run that is asked about stays the same, to the byte', () => {
    expect(filesIn(run)).toBe(before);
  });

  test('an order is given in the story, by those who can give it', async () => {
    const order = 'order: {by: Marit, do: hold, to: granary}';
    const found = await asked(run, '--at', 'd1 23:30', '--do', order, '--out', shop.path('held'));
    expect(found.given).toMatchObject([{ kind: 'orders/ordered', time: 9_000 }]);
    expect(found.parts!.time).toBeGreaterThanOrEqual(9_000);
    expect(found.vanished.every(({ time }) => time >= 9_000)).toBe(true);
    const file = shop.path('orders.yaml');
    writeFileSync(file, `- at: d1 23:30\n  ${order}\n`);
    const again = await asked(run, '--with', file);
    expect(again.fork).toEqual({ dir: `${run}-with-orders`, hash: found.fork.hash });
    expect({ ...again, fork: null }).toEqual({ ...found, fork: null });
  });

  test('it is told as an account that a person reads: what was changed, where it parts, what came of it', async () => {
    const { code, out } = await anchorhold(['what-if', run, '--without', `${alarm.id}`]);
    expect(code).toBe(0);
    expect(out).toMatch(/^The Seed Grain at Aldersyke, otherwise\nSeed 1, lived anew from d2 00:06:10 to d2 08:00\.\n/);
    for (const label of [
      'Without',
      'Parts',
      'Fell away',
      'Instead',
      'Otherwise',
      'People',
      'Outcome',
      'Same',
      'Rests on',
    ]) {
      expect(out).toMatch(new RegExp(`^ {2}${label} `, 'm'));
    }
    expect(out).toContain(`Marit called Aldersyke to arms (event ${alarm.id}).`);
    expect(out).toMatch(/Of \d+ events from 00:06:10 on, \d+ are the same; /);
    expect(out.split('\n').length).toBeLessThan(45);
    const found = await asked(run, '--without', `${alarm.id}`);
    const all = (await anchorhold(['what-if', run, '--without', `${alarm.id}`, '--all'])).out.replaceAll(/\s+/g, ' ');
    for (const { text } of [...found.vanished, ...found.appeared]) expect(all).toContain(text);
  });

  test('a fork is a run like any other: told, listed, shown, packed, and forked again', async () => {
    const { fork } = await asked(run, '--without', `${alarm.id}`);
    for (const argv of [['tell'], ['events'], ['show'], ['show', 'Marit']]) {
      const [command, ...rest] = argv as [string, ...string[]];
      const { code, out } = await anchorhold([command, fork.dir, ...rest]);
      expect([code, out.length > 100]).toEqual([0, true]);
    }
    const file = shop.path('fork.anchorhold');
    expect((await anchorhold(['pack', fork.dir, file])).code).toBe(0);
    expect((await anchorhold(['unpack', file, shop.path('back')])).code).toBe(0);
    expect((await anchorhold(['diff', fork.dir, shop.path('back')])).code).toBe(0);
    const later = (await eventsOf(fork.dir, '--kind', 'wounds/wounded'))[0]!;
    const second = await asked(fork.dir, '--without', `${later.id}`);
    expect(second.withheld).toMatchObject([{ id: later.id, key: later.key }]);
    expect(second.fork.dir).toBe(`${fork.dir}-without-${later.id}`);
  });

  test('diff says whose fork a run is, and what it was begun with', async () => {
    const { fork } = await asked(run, '--without', `${alarm.id}`);
    const { code, out } = await anchorhold(['diff', run, fork.dir]);
    expect(code).toBe(1);
    const why = `${fork.dir} is a fork of ${run}.\n  Without  d2 00:06:10 Marit called Aldersyke to arms (event ${alarm.id}).\n`;
    expect(out).toContain(why);
    expect((await anchorhold(['diff', fork.dir, run])).out).toContain(why);
  });

  test('asked again it lives nothing, and asked in another place it lives the same', async () => {
    const one = await asked(run, '--without', `${alarm.id}`);
    const marked = filesIn(one.fork.dir);
    expect(await asked(run, '--without', `${alarm.id}`)).toEqual(one);
    expect(filesIn(one.fork.dir)).toBe(marked);
    const two = await asked(run, '--without', `${alarm.id}`, '--out', shop.path('elsewhere'));
    expect({ ...two, fork: null }).toEqual({ ...one, fork: null });
    expect(filesIn(two.fork.dir).replaceAll(two.fork.dir, one.fork.dir)).toBe(marked);
  });

  test('where nothing comes of a change it says so, and that is an answer: exit code 0', async () => {
    const { fork } = await asked(run, '--without', `${planned.id}`);
    const file = shop.path('again.yaml');
    writeFileSync(
      file,
      '- at: 1h\n  withhold: {kind: raid/came, roles: {actor: Rourke, group: the Fell men, place: alder wood}}\n',
    );
    const found = await asked(fork.dir, '--with', file);
    expect([found.parts, found.vanished, found.changed, found.moved, found.appeared]).toEqual([null, [], [], [], []]);
    expect(found.outcome.after).toEqual(found.outcome.before);
    const { code, out } = await anchorhold(['what-if', fork.dir, '--with', file]);
    expect([code, out]).toEqual([0, expect.stringContaining('Nothing came of it')]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves a fork that goes on to the same end', async (signal) => {
    const one = await asked(run, '--without', `${alarm.id}`);
    const dir = shop.path(`broken-${signal}`);
    const argv = ['what-if', run, '--without', `${alarm.id}`, '--out', dir];
    const stopped = await anchorhold(argv, { onListen: (stop) => setImmediate(() => stop(signal)) });
    expect([stopped.code, stopped.out]).toEqual([signal === 'SIGINT' ? 130 : 143, '']);
    expect(stopped.err).toContain(`Go on with: npx anchorhold run --resume ${dir}`);
    expect((await anchorhold(['run', '--resume', dir])).code).toBe(0);
    expect(filesIn(dir).replaceAll(dir, one.fork.dir)).toBe(filesIn(one.fork.dir));
  });

  test('progress goes to terminals that want it', async () => {
    const argv = ['what-if', run, '--without', `${alarm.id}`, '--out', shop.path('watched')];
    expect((await anchorhold(argv, { terminal: true })).err).toMatch(/█|░/);
  });
});

describe('what cannot be asked ends with exit code 2 and one clear message', () => {
  const file = shop.path('asked.yaml');
  test.each<[string[], RegExp]>([
    [[], /^What is to be otherwise\? Give --without EVENT, --at TIME --do ORDER, or --with FILE\./],
    [['--without', '4', '--at', '1h', '--do', 're-roll: 3'], /^--without and --do cannot be asked together/],
    [['--without', '4', '--with', 'ORDERS'], /^--without and --with cannot be asked together/],
    [['--without', '4', '--at', '1h'], /^--at belongs to --do; --without brings its own moment/],
    [['--at', '1h'], /^--at says when, but not what\. Add --do/],
    [['--do', 're-roll: 3'], /^--do says what, but not when\. Add --at/],
    [['--without', '99999'], /^--without 99999: .* has no such event\. Its events are numbered from 1 to \d+\./],
    [['--without', '0'], /has no such event/],
    [['--without', 'alarm'], /^--without "alarm" is no event\..*anchorhold events /],
    [['--without', '4,'], /^--without "" is no event/],
    [
      ['--at', 'd9', '--do', 're-roll: 3'],
      /^--at: d9 00:00 lies outside this run, which goes from d1 21:00 to d2 08:00\./,
    ],
    [['--at', '23:00', '--do', 're-roll: 3'], /^--at: "23:00" does not say which day/],
    [
      ['--at', '1h', '--do', 'ordr: {by: Marit, do: hold, to: yard}'],
      /There is no field "ordr" here\. Nearest: order\./,
    ],
    [['--at', '1h', '--do', 'order: {by: Marrit, do: hold, to: yard}'], /"Marrit" is nobody here\. Nearest: Marit\./],
    [['--at', '1h', '--do', ''], /error: /],
    [['--with', 'ORDERS'], /outside the run, which goes from/],
    [['--with', 'MISSING'], /missing\.yaml:1:1 error: It cannot be read/],
    [['--without', '4', '--out', ''], /^--out needs the name of a folder/],
    [['--without', '4', '--out', 'RUN', '--force'], /is the run itself, which stays as it is/],
  ])('%j', async (options, message) => {
    writeFileSync(file, '- at: d9 00:00\n  re-roll: 3\n');
    const there: Record<string, string> = { ORDERS: file, MISSING: shop.path('missing.yaml'), RUN: run };
    const { code, out, err } = await anchorhold(['what-if', run, ...options.map((word) => there[word] ?? word)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(filesIn(run)).toBe(before);
  });

  test('orders of the dead are refused as things stand in that run', async () => {
    const dead = shop.path('dead');
    const death =
      'decree: {kind: wounds/died, roles: {actor: Marit, group: Aldersyke, place: farmhouse}, data: {of: wound}}';
    await asked(run, '--at', 'd1 23:30', '--do', death, '--out', dead);
    const order = ['--at', 'd2 01:00', '--do', 'order: {by: Marit, do: hold, to: yard}'];
    const died = await eventsOf(dead, '--kind', 'wounds/died', '--about', 'Marit');
    expect(died.length).toBeGreaterThan(0);
    const { code, err } = await anchorhold(['what-if', dead, ...order]);
    expect([code, err]).toEqual([2, expect.stringContaining('Marit is dead and gives no orders.')]);
    expect((await anchorhold(['what-if', run, ...order])).code).toBe(0);
  });

  test('a run that is unfinished, and one in whose place another lies', async () => {
    const broken = shop.path('broken');
    await anchorhold(['run', FARM, '--out', broken], { onListen: (stop) => setImmediate(() => stop('SIGINT')) });
    const unfinished = await anchorhold(['what-if', broken, '--without', '1']);
    expect([unfinished.code, unfinished.err]).toEqual([2, expect.stringMatching(/is unfinished.*run --resume/)]);
    const taken = shop.path('taken');
    await asked(run, '--without', '4', '--out', taken);
    const other = ['what-if', run, '--without', '6', '--out', taken];
    const refused = await anchorhold(other);
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringMatching(/holds another run \(other orders\).*--force/),
    ]);
    expect((await anchorhold([...other, '--force'])).code).toBe(0);
  });

  test('a run that was lived under other rules says which', async () => {
    const old = shop.path('old');
    rmSync(old, { recursive: true, force: true });
    await anchorhold(['pack', run, shop.path('old.zip')]);
    await anchorhold(['unpack', shop.path('old.zip'), old]);
    await underOtherRules(old);
    const { code, err } = await anchorhold(['what-if', old, '--without', '4']);
    expect([code, err]).toEqual([2, expect.stringMatching(/was lived under rules 0000000000000000 .*these are rules/)]);
  });
});

/** Make a run say that it was lived under rules that nobody has, as old runs do. */
async function underOtherRules(dir: string): Promise<void> {
  const { createHash } = await import('node:crypto');
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const seal = (content: object): string =>
    `${JSON.stringify({ ...content, seal: sha256(JSON.stringify(content)) }, null, 1)}\n`;
  const read = (name: string): Record<string, unknown> => {
    const { seal: _, ...rest } = JSON.parse(readFileSync(join(dir, name), 'utf8')) as Record<string, unknown>;
    return rest;
  };
  const rules = '0'.repeat(16);
  const recipe = seal({ ...read('recipe.json'), rules });
  writeFileSync(join(dir, 'recipe.json'), recipe);
  const summary = read('summary.json');
  const files = (summary['files'] as { name: string }[]).map((file) =>
    file.name === 'recipe.json' ? { ...file, bytes: Buffer.byteLength(recipe), sha256: sha256(recipe) } : file,
  );
  writeFileSync(join(dir, 'summary.json'), seal({ ...summary, rules, files }));
}
