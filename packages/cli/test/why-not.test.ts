import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { FARM, anchorhold, jsonLines, workshop } from './cli.fixture.ts';

const SIEGE = fileURLToPath(new URL('../../../scenarios/siege-of-the-compound.yaml', import.meta.url));
const shop = workshop();
const [farm, siege] = [shop.path('farm'), shop.path('siege')];
afterAll(shop.clear);
beforeAll(async () => {
  expect((await anchorhold(['run', FARM, '--out', farm])).code).toBe(0);
  expect((await anchorhold(['run', SIEGE, '--seed', '7', '--for', '40m', '--out', siege])).code).toBe(0);
});

const weighed = z.array(
  z.strictObject({
    option: z.string().regex(/^to \S/),
    failed: z.string().nullable(),
    score: z.number().min(0).max(1).nullable(),
    chosen: z.boolean(),
    why: z.string().nullable(),
    speaks: z.array(z.string()),
    what: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
    matter: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
    about: z.string().regex(/^(?:what|when|where|whether|whom) to /),
    time: z.int(),
    clock: z.string(),
    weighed: z.looseObject({ by: z.enum(['race', 'chance', 'measure']) }).nullable(),
  }),
);
type Weighed = z.infer<typeof weighed>;
const event = z.looseObject({ time: z.int(), kind: z.string(), roles: z.record(z.string(), z.string()) });

const ask = async (dir: string, name: string, at: string): Promise<{ code: number; all: Weighed }> => {
  const { code, out } = await anchorhold(['why-not', dir, name, '--at', at, '--json']);
  return { code, all: weighed.parse(JSON.parse(out)) };
};
const matters = (all: Weighed): Weighed[] => {
  const found = new Map<string, Weighed>();
  for (const each of all) {
    const key = `${each.matter} ${each.about}`;
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return [...found.values()];
};

/** By the act that was chosen, the kind of event in which it shows where it is begun. */
const SHOWS: Readonly<Record<string, string>> = {
  'assault/settle': 'assault/chose',
  'captivity/surrender': 'captivity/surrendered',
  'carrying/take-up': 'carrying/took-up',
  'defence/help': 'defence/sent-in',
  'fire/fight': 'fire/fought',
  'orders/signal': 'orders/signalled',
  'shooting/fire-at': 'shooting/opened-fire',
  'shooting/keep-down': 'shooting/began-sweeping',
  'wounds/help': 'wounds/tended',
  'wounds/help-oneself': 'wounds/tended',
  'will/give-up': 'will/gave-up',
};

describe('why-not, of many people and moments', () => {
  const asked: [string, string, string][] = [
    ...['Marit', 'Joss', 'Rourke', 'Pell'].flatMap((name) =>
      ['d2 00:07:40', 'd2 00:08:30', 'd2 00:09:20'].map((at): [string, string, string] => ['farm', name, at]),
    ),
    ...['Jace', 'Leila', 'Fiona', 'Petros', 'Pilar', 'Corliss'].flatMap((name) =>
      ['d1 22:14:50', 'd1 22:20:40'].map((at): [string, string, string] => ['siege', name, at]),
    ),
  ];

  test('exactly one is chosen of each matter, scores agree with the choice, and the chronicle shows it', async () => {
    const shown = new Map<string, number>();
    let answered = 0;
    const chronicles = new Map<string, z.infer<typeof event>[]>();
    for (const dir of [farm, siege]) {
      const { out } = await anchorhold(['events', dir, '--json']);
      chronicles.set(dir, z.array(event).parse(jsonLines(out)));
    }
    for (const [where, name, at] of asked) {
      const dir = where === 'farm' ? farm : siege;
      const { code, all } = await ask(dir, name, at);
      expect(code).toBe(all.length === 0 ? 1 : 0);
      if (all.length > 0) answered++;
      for (const options of matters(all)) {
        const chosen = options.filter((each) => each.chosen);
        expect(chosen, `${name} ${at} ${options[0]!.matter}`).toHaveLength(1);
        expect(options[0]!.chosen).toBe(true);
        expect(chosen[0]!.failed).toBeNull();
        mustAgree(options, chosen[0]!);
        const kind = SHOWS[chosen[0]!.what];
        if (kind === undefined || chosen[0]!.option.startsWith('to go on')) continue;
        const found = chronicles
          .get(dir)!
          .some(
            ({ time, kind: is, roles }) =>
              is === kind && time === chosen[0]!.time && Object.values(roles).includes(name),
          );
        expect(found, `${name} ${at}: ${chosen[0]!.option}`).toBe(true);
        shown.set(kind, (shown.get(kind) ?? 0) + 1);
      }
    }
    expect(answered).toBeGreaterThan(15);
    expect(shown.size).toBeGreaterThan(1);
  });
});

/** A race is won by the shortest time; by chance it comes about where less is drawn. */
function mustAgree(options: Weighed, chosen: Weighed[number]): void {
  const times = options.flatMap(({ weighed: score }) => (score?.by === 'race' ? [Number(score['time'])] : []));
  if (chosen.weighed?.by === 'race') expect(Number(chosen.weighed['time'])).toBe(Math.min(...times));
  for (const { weighed: score, failed, chosen: is } of options) {
    if (score?.by === 'chance' && failed === null) expect(is).toBe(Number(score['drawn']) < Number(score['chance']));
  }
}

describe('why-not', () => {
  test('prints a short page without ids or numbers of the model', async () => {
    for (const [dir, name, at] of [
      [siege, 'Jace', 'd1 22:21:10'],
      [siege, 'Leila', 'd1 22:19:20'],
      [siege, 'Skelly', 'd1 22:20'],
      [farm, 'Marit', 'd2 00:08:30'],
    ] as const) {
      const { code, out, err } = await anchorhold(['why-not', dir, name, '--at', at]);
      expect([code, err]).toEqual([0, '']);
      expect(out.split('\n')[0]).toMatch(new RegExp(`^${name}, (?:who leads|one of) `));
      expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
      expect(out).not.toMatch(/[a-z]\/[a-z]|_|\d\.\d|undefined|NaN|event \d/);
      expect(out).toMatch(/: chose to /);
    }
  });

  test('--all leaves nothing out', async () => {
    const page = (await anchorhold(['why-not', siege, 'Skelly', '--at', 'd1 22:20', '--all'])).out.replace(/\s+/g, ' ');
    expect(page).not.toContain('--all');
    for (const { about } of (await ask(siege, 'Skelly', 'd1 22:20')).all) {
      expect(page.toLowerCase()).toContain(about.toLowerCase());
    }
  });

  test('without a moment is about the last that somebody decided', async () => {
    const { code, out } = await anchorhold(['why-not', farm, 'Rourke', '--json']);
    expect(code).toBe(0);
    const last = weighed.parse(JSON.parse(out));
    const moments = last.map(({ time }) => time);
    const again = await ask(farm, 'Rourke', last.find(({ time }) => time === Math.max(...moments))!.clock);
    expect(again.all).toEqual(last);
  });

  test('says why somebody decided nothing, and when they last did, and exits 1', async () => {
    const cases: [string, string, string, RegExp][] = [
      [siege, 'Wendell', 'd1 22:28', /^At d1 22:28 Wendell was dead\. The last time .* --at "d1 22:\d\d:\d\d"\.$/m],
      [siege, 'Jace', 'd1 22:38', /^At d1 22:38 Jace had got away\./],
      [farm, 'Marit', 'd1 22:00', /^At d1 22:00 Marit was in no fight/],
    ];
    for (const [dir, name, at, message] of cases) {
      const { code, out, err } = await anchorhold(['why-not', dir, name, '--at', at]);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(message);
      expect((await anchorhold(['why-not', dir, name, '--at', at, '--json'])).out).toBe('[]\n');
    }
  });

  test('exits 2 for somebody who is not there, something that decides nothing, and a moment outside the run', async () => {
    const cases: [string[], RegExp][] = [
      [['Marrit'], /^"Marrit" is nobody and nothing in this run\. Nearest: Marit\./],
      [['granary'], /^"granary" is a place\. Name a person, such as /],
      [['the Fell men'], /^"the Fell men" is a group\. Name a person/],
      [['Marit', '--at', 'd5'], /^--at: d5 00:00 lies outside this run/],
      [['Marit', '--at', 'noon'], /^--at: "noon" is not a moment/],
      [[], /missing required argument 'name'/],
    ];
    for (const [argv, message] of cases) {
      const { code, out, err } = await anchorhold(['why-not', farm, ...argv]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
    }
  });

  test('changes nothing in the folder of the run', async () => {
    const files = (): string =>
      readdirSync(farm, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${name} ${readFileSync(join(parentPath, name)).toString('base64')}`)
        .join();
    const before = files();
    await anchorhold(['why-not', farm, 'Joss', '--at', 'd2 00:08:30']);
    expect(files()).toBe(before);
  });
});
