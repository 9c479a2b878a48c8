import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { FARM, anchorhold, jsonLines, workshop } from './cli.fixture.ts';

const shop = workshop();
const run = shop.path('farm-1');
const other = shop.path('farm-2');
afterAll(shop.clear);
beforeAll(async () => {
  for (const [dir, seed] of [
    [run, '1'],
    [other, '2'],
  ] as const) {
    const { code } = await anchorhold(['run', FARM, '--seed', seed, '--out', dir]);
    expect(code).toBe(0);
  }
});

const outcome = z.record(z.string(), z.union([z.boolean(), z.number(), z.null()]));
const event = z.looseObject({
  id: z.int().positive(),
  key: z.string().regex(/^[0-9a-f]{16}$/),
  time: z.int(),
  clock: z.string().regex(/^d-?\d+ \d\d:\d\d(:\d\d)?$/),
  kind: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
  roles: z.record(z.string(), z.string()),
  place: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  witnesses: z.array(z.string()),
  because: z.array(z.strictObject({ id: z.int(), as: z.enum(['reason', 'enabled', 'interrupted']), group: z.int() })),
  text: z.string().min(1),
});
const telling = z.strictObject({
  title: z.string(),
  sections: z.array(
    z.strictObject({
      title: z.string(),
      sentences: z.array(z.strictObject({ text: z.string(), events: z.array(z.int()), facts: z.array(z.string()) })),
    }),
  ),
});
const remark = z.strictObject({
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  hint: z.string().nullable(),
});
const knowledge = z.looseObject({
  claim: z.string(),
  true: z.boolean().nullable(),
  confidence: z.number().min(0).max(1),
  since: z.int(),
  source: z.array(z.int()),
  path: z.array(z.string()),
});

describe('what scripts rely on', () => {
  test('run prints its summary', async () => {
    const { code, out, err } = await anchorhold(['run', FARM, '--out', run, '--json']);
    expect([code, err]).toEqual([0, '']);
    const summary = z
      .strictObject({
        scenario: z.literal('farm-at-night'),
        seed: z.literal(1),
        until: z.literal(11 * 3600),
        events: z.int().positive(),
        hash: z.string().regex(/^[0-9a-f]{16}$/),
        outcome,
        dir: z.literal(run),
      })
      .parse(JSON.parse(out));
    expect(Object.keys(summary.outcome)).toContain('the grain is kept');
  });

  test('events prints an object a line, in order, with names as the file has them', async () => {
    const { code, out } = await anchorhold(['events', run, '--json']);
    expect(code).toBe(0);
    const events = z.array(event).parse(jsonLines(out));
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]).toMatchObject({ roles: { actor: 'Marit', target: 'Rourke' }, kind: 'past/wronged' });
    expect(events[0]!.time).toBeLessThan(0);
    for (const { id, because } of events) for (const cause of because) expect(cause.id).toBeLessThan(id);
  });

  test('events narrows down by kind, by who has a part in it, and by time', async () => {
    const parse = async (...options: string[]) =>
      z.array(event).parse(jsonLines((await anchorhold(['events', run, '--json', ...options])).out));
    const marit = await parse('--about', 'Marit');
    expect(marit.length).toBeGreaterThan(0);
    expect(marit.every(({ roles }) => Object.values(roles).includes('Marit'))).toBe(true);
    const orders = await parse('--kind', 'ordered');
    expect(new Set(orders.map(({ kind }) => kind))).toEqual(new Set(['orders/ordered']));
    const first = await parse('--from', '0h0m1s', '--to', 'd1 22:00');
    expect(first.every(({ time }) => time >= 1 && time <= 3600)).toBe(true);
    const there = await parse('--about', 'granary');
    expect(there.every(({ place, roles }) => place === 'granary' || Object.values(roles).includes('granary'))).toBe(
      true,
    );
  });

  test('tell prints sentences with the events they rest on', async () => {
    const { code, out } = await anchorhold(['tell', run, '--json', '--length', 'page']);
    expect(code).toBe(0);
    const told = telling.parse(JSON.parse(out));
    const sentences = told.sections.flatMap(({ sentences: all }) => all);
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.every(({ events }) => events.length > 0)).toBe(true);
  });

  test('another edition tells the same in other words', async () => {
    const [one, again, two] = await Promise.all(
      ['1', '1', '2'].map(async (edition) => (await anchorhold(['tell', run, '--edition', edition])).out),
    );
    expect(again).toBe(one);
    expect(two).not.toBe(one);
  });

  test('diff names the first thing in which two runs part, or that they are the same', async () => {
    const same = await anchorhold(['diff', run, run, '--json']);
    expect([same.code, JSON.parse(same.out)]).toEqual([0, { same: true }]);
    const differ = await anchorhold(['diff', run, other, '--json']);
    expect(differ.code).toBe(1);
    const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
    z.looseObject({
      time: z.int(),
      system: z.string(),
      table: z.string(),
      row: z.string(),
      before: cell,
      after: cell,
    }).parse(JSON.parse(differ.out));
    const words = await anchorhold(['diff', run, other]);
    expect(words.out).toContain('different seeds (1 and 2)');
  });

  test('check prints every remark with its place, and exits 2 for errors', async () => {
    const good = await anchorhold(['check', FARM, '--json']);
    expect([good.code, JSON.parse(good.out)]).toEqual([0, []]);
    const bad = await anchorhold(['check', shop.path('nothing.yaml'), '--json']);
    expect(bad.code).toBe(2);
    z.array(remark).min(1).parse(JSON.parse(bad.out));
  });

  test('check --schema prints a JSON Schema that knows the sections', async () => {
    const { code, out } = await anchorhold(['check', '--schema']);
    expect(code).toBe(0);
    const schema = z
      .looseObject({ $schema: z.string(), properties: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(out));
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['people', 'places', 'groups', 'stores', 'outcomes']),
    );
  });

  test('pack and unpack print where from and where to, and the run is the same', async () => {
    const packed = await anchorhold(['pack', run, shop.path('farm.anchorhold'), '--json']);
    expect([packed.code, JSON.parse(packed.out)]).toEqual([0, { dir: run, file: shop.path('farm.anchorhold') }]);
    const unpacked = await anchorhold(['unpack', shop.path('farm.anchorhold'), shop.path('back'), '--json']);
    expect([unpacked.code, JSON.parse(unpacked.out)]).toEqual([
      0,
      { dir: shop.path('back'), file: shop.path('farm.anchorhold') },
    ]);
    expect((await anchorhold(['diff', run, shop.path('back')])).code).toBe(0);
  });

  test('show prints a person, a place, a side, goods, a contingency and the whole as objects', async () => {
    const object = async (...names: string[]): Promise<unknown> =>
      JSON.parse((await anchorhold(['show', run, ...names, '--at', 'd2 00:08:30', '--json'])).out);
    const person = z
      .looseObject({
        what: z.literal('person'),
        name: z.literal('Joss'),
        group: z.literal('Aldersyke'),
        time: z.literal(3 * 3600 + 8 * 60 + 30),
        body: z.looseObject({ alive: z.boolean(), awake: z.boolean() }),
        wounds: z.array(z.looseObject({ region: z.string(), event: z.int() })),
        position: z.looseObject({ at: z.string().nullable() }),
        duty: z.looseObject({ task: z.string() }),
        heart: z.looseObject({ pinned: z.boolean(), broken: z.boolean() }),
        bonds: z.array(z.looseObject({ to: z.string() })),
        knowledge: z.array(knowledge),
      })
      .parse(await object('Joss'));
    expect(person.bonds.map(({ to }) => to)).toContain('Marit');
    expect(await object('granary')).toMatchObject({ what: 'place', had: { 'seed grain': 180_000 } });
    expect(await object('the Fell men')).toMatchObject({ what: 'group', leader: expect.any(String) });
    expect(await object('seed grain')).toMatchObject({ what: 'store', had: { granary: 180_000 } });
    expect(await object('the cellar door')).toMatchObject({ what: 'contingency', commander: 'Marit' });
    expect(await object()).toMatchObject({ what: 'whole', groups: [{}, {}], seed: 1 });
  });

  test('show counts every person of a side exactly once, at any moment', async () => {
    for (const at of ['0h1s', 'd2 00:08', 'd2 00:10', 'd2 08:00']) {
      const { out } = await anchorhold(['show', run, 'the Fell men', '--at', at, '--json']);
      const { standing, down, dead, gone } = JSON.parse(out) as Record<string, string[]>;
      const all = [...standing!, ...down!, ...dead!, ...gone!];
      expect(new Set(all).size, at).toBe(6);
      expect(all.length, at).toBe(6);
    }
  });

  test('asking changes nothing: the run stays the same to the byte', async () => {
    const before = readFileSync(`${run}/summary.json`, 'utf8');
    for (const argv of [
      ['tell', run],
      ['show', run, 'Marit'],
      ['events', run],
      ['diff', run, other],
    ])
      await anchorhold(argv);
    expect(readFileSync(`${run}/summary.json`, 'utf8')).toBe(before);
    expect((await anchorhold(['pack', run, shop.path('again.anchorhold')])).code).toBe(0);
  });
});
