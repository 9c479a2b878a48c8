import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ruleset, advance, createWorld, eventsOf, systems } from '@anchorhold/engine';
import type { System } from '@anchorhold/engine';
import { formatRemark, readScenario } from '@anchorhold/scenario';
import { describe, expect, test } from 'vitest';
import { blocksOf, deadLinks, excerptOf, pages, read, root, typeFaults } from './docs.fixture.ts';

const SYSTEM_GUIDE = 'docs/guide/adding-a-system.md';

/** The files that the guide to systems builds, by name. */
const filesOfGuide = (): Map<string, string> =>
  new Map(
    blocksOf(SYSTEM_GUIDE, 'ts').map((code) => {
      const [, name] = /^\/\/ thirst\/(\S+)\n/.exec(code) ?? [];
      return [name ?? 'unnamed', code];
    }),
  );

describe('the documents', () => {
  test('link to nothing that is not there', () => {
    expect(pages().length).toBeGreaterThan(30);
    expect(pages().flatMap(deadLinks)).toEqual([]);
  });

  test('say which test command is theirs, for those who run it unseen', () => {
    expect(read('README.md')).toMatch(/^<!-- test command -->\n\n```sh\nnpm ci && npm test\n```/m);
  });

  test('show code that compiles: the README and the guide to embedding', { timeout: 60_000 }, () => {
    const code = ['README.md', 'docs/guide/embedding.md'].flatMap((page) => blocksOf(page, 'ts'));
    expect(code.length).toBeGreaterThanOrEqual(5);
    const files = new Map(code.map((text, i) => [join(root, `scripts/example-${i}.ts`), text]));
    expect(typeFaults(files)).toEqual([]);
    const wrong = new Map([[join(root, 'scripts/example.ts'), code[0]!.replace('advance(', 'advance(1, ')]]);
    expect(typeFaults(wrong)).not.toEqual([]);
  });
});

describe('the README', () => {
  test('shows a night, and why it ended, as they are (WRITE_GUIDE=1 renews it)', { timeout: 60_000 }, () => {
    const page = read('README.md');
    const [, seed] = /<!-- excerpt of npm start -- --once --seed (\d+) -->/.exec(page) ?? [];
    expect(seed).toBeDefined();
    const folder = mkdtempSync(join(tmpdir(), 'anchorhold-readme-'));
    const anchorhold = (...argv: string[]): string =>
      execFileSync(process.execPath, [join(root, 'packages/cli/bin/anchorhold.js'), ...argv], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    try {
      const night = excerptOf(anchorhold('start', '--once', '--seed', seed!));
      const dir = `runs/siege-of-the-compound-${seed}`;
      const [first] = anchorhold('events', dir, '--kind', 'will/gave-up', '--json').split('\n');
      const event = String((JSON.parse(first!) as { id: number }).id);
      const why = `$ npx anchorhold why ${dir} ${event}\n${anchorhold('why', dir, event)}`;
      const wanted = page
        .replace(/(?<=<!-- excerpt of npm start [^>]*-->\n\n```text\n)[^]*?(?=```)/, () => `${night}\n`)
        .replace(/(?<=<!-- excerpt of why -->\n\n```console\n)[^]*?(?=```)/, () => why)
        .replaceAll(/(?<=siege-of-the-compound-\d+ --without )\d+/g, event);
      if (process.env['WRITE_GUIDE'] === '1') writeFileSync(join(root, 'README.md'), wanted);
      else expect(page).toBe(wanted);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('would not show a night in which nothing turned', () => {
    expect(() => excerptOf('A night\n\nDay 1\n22:00  The mist came down.\n')).toThrow('choose another seed');
  });
});

describe('the guide to adding a system', () => {
  test('has all the files of a folder, and they compile where they belong', { timeout: 60_000 }, () => {
    const files = filesOfGuide();
    expect([...files.keys()].sort()).toEqual(['drink.ts', 'facts.ts', 'state.ts', 'system.ts', 'words.ts']);
    const folder = join(root, 'packages/engine/src/systems/thirst');
    expect(typeFaults(new Map([...files].map(([name, code]) => [join(folder, name), code])))).toEqual([]);
  });

  test('builds a system that is lived', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anchorhold-guide-'));
    try {
      mkdirSync(join(folder, 'thirst'));
      for (const [name, code] of filesOfGuide()) {
        const there = code
          .replaceAll(`'../../kernel/`, `'${root}packages/engine/src/kernel/`)
          .replaceAll(`'../bodies/`, `'${root}packages/engine/src/systems/bodies/`)
          .replaceAll(`'../conduct/`, `'${root}packages/engine/src/systems/conduct/`);
        writeFileSync(join(folder, 'thirst', name), there);
      }
      const { thirst } = (await import(/* @vite-ignore */ join(folder, 'thirst/system.ts'))) as { thirst: System };
      const ruleset = new Ruleset([...systems, thirst], 'with thirst');
      const text = read('scenarios/farm-at-night.yaml').replace('\n    age: 47', '\n    age: 47\n    last drank: 17h');
      const { setup, remarks } = readScenario(text, { file: 'farm', parts: ruleset.sections });
      expect(remarks.map(formatRemark)).toEqual([]);
      const world = createWorld(ruleset, setup!, { seed: 1 });
      const began = world.time;
      advance(world, began + 2 * 3600);
      const parched = [...eventsOf(world)].filter(({ kind }) => kind === 'thirst/parched');
      expect(
        parched.map(({ roles, time }) => [
          world.keyOf(thirst.events['parched']!.roles['actor']!.table, roles['actor']!),
          time - began,
        ]),
      ).toEqual([['Marit', 3600]]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
