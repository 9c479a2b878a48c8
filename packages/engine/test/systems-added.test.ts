/** One folder is a system, one file is a social practice, or a scenario: each is added to a copy of the project, and nothing else is touched. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readScenario } from '@anchorhold/scenario';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type * as Engine from '../src/index.ts';
import { checkSetup } from '../src/kernel/create.ts';
import { ruleset } from '../src/rules.ts';
import { all, chronicleLines, farm, night, scenarioText } from './night.fixture.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));

const SYSTEM = `import { begin } from '../../kernel/cast.ts';
import { u32 } from '../../kernel/columns.ts';
import { eventKind, role, whole32 } from '../../kernel/events.ts';
import { entries, flag, withDefault } from '../../kernel/shape.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { place, table } from '../../kernel/tables.ts';
import { words } from './words.ts';

/** Places with a weathercock, and how often it has turned. */
const cock = table('cock', { there: u32, turns: u32 }, { along: place });

export const placesWithCock = entries('places', { weathercock: withDefault(flag('Whether one stands on the roof.'), false) });

/** The weathercock swings round. */
export const swung = eventKind('weathercock/swung', {
  roles: { place: role(place) },
  data: { times: whole32('times') },
  uncaused: true,
  apply: (world, event) => world.of(cock).turns.put(event.place, event.times),
});

const turn = rule('weathercock/turn', { phase: 'settle', at: 'hour' }, (world) => {
  const rows = world.of(cock);
  for (let at = 0; at < rows.count; at++) {
    if (rows.there.raw[at] === 1) world.propose(swung, { place: at, times: rows.turns.raw[at] + 1 });
  }
});

export const weathercock = defineSystem({
  id: 'weathercock',
  after: ['light'],
  tables: [cock],
  events: { swung },
  words,
  rules: [turn],
  scenario: [placesWithCock],
  conditions: [
    { pattern: 'the weathercock of {places} has turned', truth: (world, names) => world.of(cock).turns.raw[world.cast.mustRow(place, names['places'])] > 0 },
  ],
  build: (world, setup) => {
    if (setup.whole(begin) === undefined) return;
    for (const [key, fields] of setup.entries(placesWithCock)) world.of(cock).there.put(world.cast.mustRow(place, key), fields.weathercock ? 1 : 0);
  },
});
`;
const WORDS = `import type { WordsFor } from '../../kernel/system.ts';
import type { swung } from './system.ts';

export const words: WordsFor<{ swung: typeof swung }> = {
  swung: {
    weight: 'detail',
    tell: () => ({ verb: 'swing round', subject: { noun: 'weathercock', of: 'the' }, complements: [{ by: 'on', phrase: { role: 'place' } }] }),
  },
};
`;

const PRACTICE = `/** Cards: two who have nothing to do play for buttons. */
import { body } from '../bodies/state.ts';
import { definePractice } from './practice.ts';
import { TARGET, by, does, says } from './saying.ts';

export const cards = definePractice({
  id: 'cards',
  roles: ['dealer', 'other'],
  rests: 4,
  pause: [2, 6],
  occasions: [
    {
      of: 'dealer',
      finds: (world, who) => [{ by: 1, about: -1, with: -1, seems: 0.5, read: () => void world.of(body).awake.at(who) }],
    },
  ],
  moves: {
    dealt: {
      by: 'dealer',
      opens: true,
      base: 6,
      weighs: { trusts: 1 },
      next: ['won', 'lost'],
      says: () => [does('deal', { object: TARGET, complement: 'a hand' })],
    },
    won: { by: 'other', base: 1, brings: { to: 1, by: 1 }, feels: [{ who: 'actor', feels: 'pride', by: 0.1 }], says: () => [says('My buttons, I think', 'say', null)] },
    lost: { by: 'other', base: 1, says: () => [does('pay up')] },
  },
  ends: { notable: () => false, says: () => [does('play', { complements: [by('with')] })] },
});
`;

describe('a system', () => {
  let copy: string;
  const folder = (): string => join(copy, 'packages/engine/src/systems/weathercock');
  const compile = async (): Promise<string> => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    try {
      await run(process.execPath, [tsc, '-p', join(copy, 'packages/engine')]);
      return '';
    } catch (error) {
      return String((error as { stdout?: string }).stdout);
    }
  };

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'anchorhold-added-'));
    const skip = /(^|[\\/])(dist|node_modules|test)([\\/]|$)|\.(test|test-d|fixture)\.ts$|\.golden\.txt$/;
    await cp(join(root, 'packages/engine'), join(copy, 'packages/engine'), {
      recursive: true,
      filter: (from) => !skip.test(from.slice(root.length)),
    });
    await mkdir(join(copy, 'scripts'));
    for (const file of [
      'tsconfig.base.json',
      'package.json',
      '.prettierrc.json',
      '.editorconfig',
      'scripts/systems-index.mjs',
      'scripts/generated.mjs',
    ]) {
      await cp(join(root, file), join(copy, file));
    }
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    await mkdir(folder());
    await writeFile(join(folder(), 'system.ts'), SYSTEM);
    await writeFile(join(folder(), 'words.ts'), WORDS);
    await run(process.execPath, [join(copy, 'scripts/systems-index.mjs')], { cwd: copy });
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  test('is added by its folder alone: it compiles, is in the ruleset, and lives with the others', async () => {
    const index = 'packages/engine/src/systems/index.ts';
    const [before, after] = await Promise.all([
      readFile(join(root, index), 'utf8'),
      readFile(join(copy, index), 'utf8'),
    ]);
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added.map((line) => line.trim())).toEqual([
      `import { weathercock } from './weathercock/system.ts';`,
      'weathercock,',
    ]);
    expect(await compile()).toBe('');

    const engine = (await import(pathToFileURL(join(copy, 'packages/engine/dist/index.js')).href)) as typeof Engine;
    expect(engine.ruleset.systems.map((system) => system.id)).toContain('weathercock');
    expect(engine.ruleset.hash).not.toBe(ruleset.hash);
    const text = scenarioText('farm-at-night.yaml').replace('like: barn', 'like: barn, weathercock: true');
    const { setup, remarks } = readScenario(text, { file: 'farm.yaml', parts: engine.ruleset.sections });
    expect(remarks).toEqual([]);
    const world = engine.createWorld(engine.ruleset, setup!, { seed: 1 });
    engine.advance(world, world.time + 11 * 3600);
    const events = [...engine.eventsOf(world)];
    const swung = events.filter((event) => event.kind === 'weathercock/swung');
    expect(swung).toHaveLength(11);
    // Luck is a function: what the others do is what they do without it.
    const without = [...night(farm(), { seed: 1 }).chronicle.parts()].reduce((sum, part) => sum + part.count, 0);
    expect(events.length - swung.length).toBe(without);
  });

  test('that is a practice is added by its file alone: people begin it, go on with it and end it', async () => {
    const file = join(copy, 'packages/engine/src/systems/practices/cards.ts');
    await writeFile(file, PRACTICE);
    await run(process.execPath, [join(copy, 'scripts/systems-index.mjs')], { cwd: copy });
    expect(await compile()).toBe('');
    const script = `
      import { readFileSync } from 'node:fs';
      import { readScenario } from '@anchorhold/scenario';
      import * as engine from ${JSON.stringify(pathToFileURL(join(copy, 'packages/engine/dist/index.js')).href)};
      const { setup } = readScenario(readFileSync(0, 'utf8'), { file: 'farm.yaml', parts: engine.ruleset.sections });
      const world = engine.createWorld(engine.ruleset, setup, { seed: 1 });
      engine.advance(world, world.time + 40 * 3600);
      const kinds = [...engine.eventsOf(world)].map((event) => event.kind);
      console.log(JSON.stringify(kinds.filter((kind) => kind.startsWith('cards/'))));
    `;
    // In a process of its own: this one has loaded the copy without it.
    const child = run(process.execPath, ['--input-type=module', '-e', script], { cwd: copy });
    child.child.stdin!.end(scenarioText('farm-at-night.yaml'));
    const played = JSON.parse((await child).stdout) as string[];
    expect(new Set(played)).toEqual(new Set(['cards/dealt', 'cards/won', 'cards/lost', 'cards/ended']));

    await writeFile(file, PRACTICE.replace("next: ['won', 'lost']", "next: ['won', 'lots']"));
    expect(await compile()).toMatch(/practices[\\/]cards\.ts.*lots/s);
    await rm(file);
    await run(process.execPath, [join(copy, 'scripts/systems-index.mjs')], { cwd: copy });
  });

  test('without words for an event does not compile, and the compiler says which', async () => {
    const file = join(folder(), 'words.ts');
    await writeFile(file, WORDS.replace('  swung: {\n    weight', '  swang: {\n    weight'));
    expect(await compile()).toMatch(/weathercock[\\/]words\.ts.*swang/s);
    await writeFile(file, WORDS);
  });
});

describe('a scenario', () => {
  const FERRY = `title: "The Toll at Marrow Ferry"
begin: early spring, d1 19:00, river fog
lasts: 9h
places:
  toll house: {like: stone house}
  landing: {like: open yard, next to: toll house}
  far bank: {like: scrub, next to: landing, metres: {landing: 90}}
groups:
  ferry folk: {home: toll house, leader: Odile}
  Tallow Road: {at: far bank, leader: Corrin, extras: 3, hostile to: ferry folk, wants: salt, comes: d1 22:00 to d2 01:00}
people:
  Odile: {temper: wary, skills: {aim: good}, past: [{did: abandon, whom: Corrin, ago: 3y, seen by: [Ness]}]}
  Ness: {temper: [rash, loyal], ties: {Odile: sister}}
  Corrin: {group: Tallow Road, temper: bitter}
stores:
  toll house: {salt: 60 kg}
contingencies:
  the landing: {who: Ness, hidden: toll house, told by: Odile, when: Tallow Road seen in landing, do: open fire}
outcomes:
  the salt is kept: {that: most is left in toll house}
`;

  test('is added by its file alone: it passes the check, and lives', () => {
    const { setup, remarks } = readScenario(FERRY, { file: 'ferry.yaml', parts: ruleset.sections });
    expect(remarks).toEqual([]);
    expect(checkSetup(ruleset, setup!)).toEqual([]);
    const nights = [1, 2, 3, 4].map((seed) => night(setup!, { seed }));
    for (const world of nights) expect(all(world, 'raid/came')).toHaveLength(1);
    expect(new Set(nights.map(chronicleLines)).size).toBe(4);
  });
});
