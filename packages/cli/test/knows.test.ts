import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Chance, claim, hashText32, person, purpose, readEvent, seedOf } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { openRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { formatClock } from '@anchorhold/scenario';
import { beliefsOf } from '@anchorhold/story';
import type { Belief } from '@anchorhold/story';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FARM, anchorhold, workshop } from './cli.fixture.ts';
import { marked, read } from './guide.fixture.ts';

const SIEGE = fileURLToPath(new URL('../../../scenarios/siege-of-the-compound.yaml', import.meta.url));
/** Runs, and moments of each in seconds since the beginning: as it begins, in the thick of it, at the end. */
const RUNS = [
  { name: 'farm-1', file: FARM, seed: 1, moments: [11_340, 11_500, 39_600] },
  { name: 'farm-3', file: FARM, seed: 3, moments: [11_600, 20_000] },
  { name: 'siege-1', file: SIEGE, seed: 1, moments: [1_800, 2_700, 3_600, 10_800] },
  { name: 'siege-3', file: SIEGE, seed: 3, moments: [2_400, 3_000, 5_400] },
] as const;
const ANSWERS = 100;
/** Of those, how many are asked of the command itself, run by run. */
const ASKED = 3;
const P_WHOM = purpose('test/whom');

const shop = workshop();
afterAll(shop.clear);
const runs = new Map<string, Run>();
const siege = (): string => shop.path('siege-1');

beforeAll(async () => {
  for (const { name, file, seed } of RUNS) {
    const { code, err } = await anchorhold(['run', file, '--seed', String(seed), '--out', shop.path(name), '--json']);
    expect([code, err]).toEqual([0, '']);
    runs.set(name, await openRun(shop.path(name)));
  }
});

const knows = (...argv: string[]) => anchorhold(['knows', ...argv]);

/** The bytes of every file of a run. */
const bytesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [`${parentPath}/${name}`, readFileSync(`${parentPath}/${name}`, 'base64')]),
  );

/** The rows of what somebody holds, by the columns alone. */
function rowsHeldBy(world: World, who: number): number[] {
  const claims = world.of(claim);
  return Array.from({ length: claims.count }, (_, row) => row).filter(
    (row) => claims.isLive(row) && claims.holder.raw[row] === who,
  );
}

/** The worlds of one run at moments, each lived once. */
const moments = new Map<string, World>();
function worldOf(run: Run, time: number): World {
  const key = `${run.dir} ${time}`;
  if (!moments.has(key)) moments.set(key, run.worldAt(Math.max(time, run.recipe.begin)));
  return moments.get(key)!;
}

/** Whoever told it, and whoever had told them, as the worlds say of the moments at which it was told. */
function walkBack(run: Run, world: World, row: number): string[] {
  const claims = world.of(claim);
  const [from, until, hops] = [claims.from.raw[row]! - 1, claims.source0.raw[row]!, claims.hops.raw[row]!];
  if (from < 0) return [];
  const name = world.keyOf(person, from);
  const { kind, roles, time } = readEvent(world, until);
  // Those who see somebody come out of hiding cry out; everything else is said by whoever does it.
  if (kind !== 'orders/sprung') expect(roles['actor']).toBe(from);
  if (hops === 1) return [name];
  // As they stood when it was told: at the end of that second, or, where they changed in it, of the one before.
  for (const then of [worldOf(run, time), worldOf(run, time - 1)]) {
    const held = then.of(claim);
    const same = rowsHeldBy(then, from).find(
      (each) =>
        (['predicate', 'subject', 'truth'] as const).every((cell) => held[cell].raw[each] === claims[cell].raw[row]) &&
        held.hops.raw[each] === hops - 1 &&
        held.source0.raw[each]! < until,
    );
    if (same !== undefined) return [name, ...walkBack(run, then, same)];
  }
  throw new Error(`${name} did not hold at ${time} what they told`);
}

/** Whether whoever told a claim has it, as they think now, from somebody. */
function stillHasItFrom(world: World, row: number, name: string): boolean {
  const claims = world.of(claim);
  const teller = claims.from.raw[row]! - 1;
  const held = rowsHeldBy(world, teller).find((each) =>
    (['predicate', 'subject'] as const).every((cell) => claims[cell].raw[each] === claims[cell].raw[row]),
  );
  const from = held === undefined ? -1 : claims.from.raw[held]! - 1;
  return from >= 0 && world.keyOf(person, from) === name;
}

/** What a claim's cells say, as an answer has it. */
function cellsOf(run: Run, world: World, row: number): Partial<Belief> {
  const claims = world.of(claim);
  const { begin } = run.recipe;
  const source = [claims.source0, claims.source1, claims.source2].map((cell) => cell.raw[row]!);
  return {
    confidence: Math.round(claims.confidence.raw[row]! * 100) / 100,
    since: claims.changed.raw[row]! - begin,
    seen: claims.seen.raw[row]! - begin,
    source: source.filter((id) => id !== 0),
  };
}

function hasPolarity(world: World, row: number, { says, claim: words }: Belief): boolean {
  // Deeds and shouts are told by the event; everything else says so where it is not.
  return /^(?:past|voice|siege)\//.test(says) || / not /.test(words) === (world.of(claim).polarity.raw[row] === 0);
}

/** Whether an answer is that of a row: by what it says and of whom. */
function isOf(world: World, row: number, { says, of, about }: Belief): boolean {
  const claims = world.of(claim);
  const table = world.ruleset.tables.find(({ id }) => id === of)!;
  return claims.predicate.raw[row] === hashText32(says) && world.keyOf(table, claims.subject.raw[row]!) === about;
}

/** Whom is asked at a moment: so many people, drawn by keyed luck from those who hold anything. */
function sampled(world: World, many: number): number[] {
  const chance = new Chance(seedOf(7).low, seedOf(7).high);
  const drawn = (who: number): number => chance.uniform(P_WHOM, world.nameLo(person, who), 0, world.time);
  return Array.from({ length: world.of(person).count }, (_, who) => who)
    .filter((who) => rowsHeldBy(world, who).length > 0)
    .sort((a, b) => drawn(a) - drawn(b))
    .slice(0, many);
}

describe('what somebody believes', () => {
  test('[T11] a hundred answers are what the tables of beliefs say, with the way that each piece of word went', async () => {
    const asked = RUNS.flatMap(({ name, moments: all }) => all.map((moment) => ({ name, moment })));
    let answers = 0;
    for (const [index, { name, moment }] of asked.entries()) {
      const run = runs.get(name)!;
      const world = run.worldAt(run.recipe.begin + moment);
      const many = Math.ceil((ANSWERS - answers) / (asked.length - index));
      for (const [nth, who] of sampled(world, many).entries()) {
        const answer = beliefsOf(world, who);
        if (nth < ASKED) {
          const key = `person:${world.keyOf(person, who)}`;
          const { code, out } = await knows(shop.path(name), key, '--at', formatClock(world.time), '--json');
          expect([code, JSON.parse(out)]).toEqual([0, answer]);
        }
        const rows = rowsHeldBy(world, who);
        expect(answer).toHaveLength(rows.length);
        for (const row of rows) {
          const path = walkBack(run, world, row);
          const cells = { ...cellsOf(run, world, row), path };
          const found = answer.filter((belief) => isOf(world, row, belief));
          expect(found, `${name} ${moment} ${world.keyOf(person, who)}`).toEqual([expect.objectContaining(cells)]);
          expect(hasPolarity(world, row, found[0]!)).toBe(true);
          expect(path).toHaveLength(world.of(claim).hops.raw[row]!);
        }
        answers++;
      }
      moments.clear();
    }
    expect(answers).toBeGreaterThanOrEqual(ANSWERS);
  });

  test('the way of word through several mouths is that of the time, where those on it think otherwise by now', async () => {
    let changed = 0;
    for (const { name, moments: all } of RUNS) {
      const run = runs.get(name)!;
      for (const moment of all) {
        const world = run.worldAt(run.recipe.begin + moment);
        const claims = world.of(claim);
        for (let row = 0; row < claims.count; row++) {
          if (!claims.isLive(row) || claims.hops.raw[row]! < 2) continue;
          const found = beliefsOf(world, claims.holder.raw[row]!).filter((belief) => isOf(world, row, belief));
          const way = walkBack(run, world, row);
          // What comes round to whoever had said it first is their own.
          const path = way.includes(world.keyOf(person, claims.holder.raw[row]!)) ? [] : way;
          expect(found, `${name} ${moment} claim ${row}`).toEqual([expect.objectContaining({ path })]);
          if (path.length > 1 && !stillHasItFrom(world, row, path[1]!)) changed++;
        }
      }
      moments.clear();
    }
    expect(changed).toBeGreaterThan(0);
  });

  test('a world that is asked stays as it was, and so does every file of its run', async () => {
    const before = bytesOf(siege());
    const asked = [
      [siege(), 'Leila', '--at', 'd1 22:45'],
      [siege(), 'Jace', '--about', 'the compound', '--all', '--ids'],
      [siege(), '--about', '40'],
    ];
    for (const argv of asked) expect((await knows(...argv)).code, argv.join(' ')).toBe(0);
    expect(bytesOf(siege())).toEqual(before);
    const hash = runs.get('siege-1')!.summary.hash;
    const world = runs.get('siege-1')!.end();
    for (let who = 0; who < world.of(person).count; who++) beliefsOf(world, who);
    expect(world.hash()).toBe(hash);
  });

  test('whoever is taken for somebody else is named, and that it never was so is said', async () => {
    const run = runs.get('siege-1')!;
    const world = run.end();
    const mistakes = [...run.events()].filter(({ kind, roles }) => kind === 'sight/spotted' && 'taken' in roles);
    let named = 0;
    for (const { id, time, roles } of mistakes.slice(0, 6)) {
      const [actor, target, taken] = ['actor', 'target', 'taken'].map((role) => world.keyOf(person, roles[role]!));
      const about = ['--about', String(id), '--at', formatClock(time)];
      const { code, out } = await knows(siege(), `person:${actor!}`, ...about, '--json');
      expect(code).toBe(0);
      const beliefs = JSON.parse(out) as Belief[];
      const held = beliefs.find(({ about: of }) => of === taken);
      if (held === undefined) continue;
      expect(held).toMatchObject({ really: target, once: false, source: expect.arrayContaining([id]) as unknown });
      const shown = (role: string): string => world.cast.shownName(person, roles[role]!);
      const page = await knows(siege(), `person:${actor!}`, ...about);
      expect(page.out.replace(/\s+/g, ' ')).toContain(`takes ${shown('target')} for ${shown('taken')}`);
      named++;
    }
    expect(named).toBeGreaterThan(2);
  });

  test('a page is at most a screen, grouped by what it is about; --all leaves nothing out', async () => {
    const { out } = await knows(siege(), 'Leila', '--at', 'd1 22:45');
    expect(out.split('\n').length).toBeLessThanOrEqual(32);
    expect(out).toMatch(/^What Leila knows\nd1 22:45, 45 minutes in\n/);
    const left = Number(/And (\d+) more, with --all\./.exec(out)![1]);
    expect(left).toBeGreaterThan(0);
    const all = (await knows(siege(), 'Leila', '--at', 'd1 22:45', '--all')).out;
    expect(all).not.toContain('--all');
    const json = JSON.parse((await knows(siege(), 'Leila', '--at', 'd1 22:45', '--json')).out) as unknown[];
    expect(json.length).toBe(left + 14);
    expect(out).not.toMatch(/event \d/);
    expect((await knows(siege(), 'Leila', '--at', 'd1 22:45', '--ids')).out).toMatch(/\(event \d+\)/);
  });
});

describe('who knew of an event', () => {
  test('[T11] everybody who took part, noticed it or holds it, as the chronicle and the tables say', async () => {
    const run = runs.get('siege-1')!;
    const world = run.worldAt(run.recipe.begin + 3_600);
    const chance = new Chance(seedOf(11).low, seedOf(11).high);
    const luck = (id: number): number => chance.uniform(P_WHOM, id, 0, 0);
    const ids = Array.from({ length: world.chronicle.length }, (_, index) => index + 1)
      .filter((id) => readEvent(world, id).witnesses.length > 0)
      .sort((a, b) => luck(a) - luck(b))
      .slice(0, 8);
    for (const id of ids) {
      const { out } = await knows(siege(), '--about', String(id), '--at', '1h', '--json');
      const answer = JSON.parse(out) as { name: string; knew: boolean; how?: string; path: string[] }[];
      const knew = answer.filter((each) => each.knew);
      const event = readEvent(world, id);
      const sensed = new Map(event.witnesses.map(({ who, by }) => [world.keyOf(person, who), by]));
      for (const [name, by] of sensed) expect([by, 'part']).toContain(knew.find((each) => each.name === name)?.how);
      const claims = world.of(claim);
      const holders = Array.from({ length: claims.count }, (_, row) => row)
        .filter((row) => claims.isLive(row))
        .filter((row) =>
          [claims.truth, claims.source0, claims.source1, claims.source2].some((cell) => cell.raw[row] === id),
        )
        .map((row) => world.keyOf(person, claims.holder.raw[row]!));
      for (const name of holders) expect(knew.map((each) => each.name)).toContain(name);
      const others = knew.filter(({ name }) => !sensed.has(name) && !holders.includes(name));
      const inIt = Object.entries(event.roles).filter(([role]) => ['actor', 'target'].includes(role));
      for (const { name, how } of others) {
        expect(how).toBe('part');
        expect(inIt.map(([, row]) => world.keyOf(person, row))).toContain(name);
      }
      const names = answer.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('a page says who did not know of it, where it is their business', async () => {
    const world = runs.get('siege-1')!.end();
    const died = [...runs.get('siege-1')!.events()].filter(({ kind }) => kind === 'wounds/died');
    const pages = await Promise.all(died.map(({ id }) => knows(siege(), '--about', String(id))));
    const unaware = pages.filter(({ out }) => /Unaware +\S+, who leads /.test(out));
    expect(unaware.length).toBeGreaterThan(0);
    for (const { code, out, err } of pages) {
      if (code === 0) expect(out).toContain(`who knew of it at ${formatClock(world.time)}`);
      else expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^Nobody knew of event \d+ at d/)]);
    }
  });

  test('nobody knows of what has not happened, and somebody who did not notice it does not', async () => {
    const run = runs.get('siege-1')!;
    const last = run.end().chronicle.length;
    const early = await knows(siege(), '--about', String(last), '--at', 'd1 22:05');
    expect([early.code, early.out]).toEqual([1, '']);
    expect(early.err).toMatch(/^Nobody knew of event \d+ at d1 22:05: it happened at d/);
    const unknowing = await knows(siege(), 'Leila', '--about', '23', '--json');
    expect([unknowing.code, unknowing.out]).toEqual([1, '[]\n']);
    expect(unknowing.err).toMatch(/^Leila did not know of event 23 at /);
  });
});

test('the answers that commands.md shows are those that the command gives', async () => {
  const shown = /<!-- knows -->\n\n([^]*?)\n\n<!-- end of knows -->/.exec(read('commands.md'))![1]!;
  const lines = shown.split('\n').filter((line) => line.startsWith('$ '));
  expect(lines.length).toBeGreaterThan(1);
  const blocks = await Promise.all(
    lines.map(async (line) => {
      const words = line.replace('$ npx anchorhold knows runs/siege-of-the-compound-1 ', '');
      const argv = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
      return `${line}\n${(await knows(siege(), ...argv)).out}`;
    }),
  );
  const { found, wanted } = marked('commands.md', 'knows', `\`\`\`text\n${blocks.join('\n')}\`\`\``);
  expect(found, 'Renew it: WRITE_GUIDE=1 npx vitest run --project node packages/cli/test/knows.test.ts').toBe(wanted);
});

describe('bad questions', () => {
  test.each([
    [['Leilo'], 'Nearest: Leila.'],
    [['courtyard'], 'is no person and no group but a place'],
    [['Leila', '--at', 'd9 22:00'], 'outside this run, which goes from d1 22:00 to d2 01:00'],
    [['Leila', '--at', 'noon'], '--at'],
    [['--about', '999999'], 'This run has the events 1 to'],
    [['--about', '0'], 'there is no event of that number'],
    [['Leila', '--about', 'Jase'], 'Nearest: Jace.'],
    [[], 'Whose knowledge? Name a person'],
    [['--about', 'Jace'], '--about "Jace"'],
  ])('%j ends with exit code 2 and says what would do', async (argv, says) => {
    const { code, out, err } = await knows(siege(), ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });
});
