import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { modelPages, numbersOf, shown, withValues } from './model-docs.mjs';
import { numbersIn } from './model-numbers.mjs';

vi.setConfig({ testTimeout: 60_000 });
const root = fileURLToPath(new URL('..', import.meta.url));

describe('the pages of the model', () => {
  test('tell of every number of the systems, each with unit, standing and reason', async () => {
    const { faults, pages } = await modelPages(root);
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(15);
  });

  test('hold the values that the sources hold (npm run model-docs brings them up to date)', async () => {
    for (const { path, text } of (await modelPages(root)).pages) {
      expect(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), path).toBe(text);
    }
  });
});

describe('numbers in a source', () => {
  let folder: string;
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anchorhold-model-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('are found whether alone, in lists and tables, worked out, or taken from another file', () => {
    write('state.ts', 'export const FRESH = 30;\nexport const NAMES = ["a"] as const;');
    const { constants } = numbersIn(
      write(
        'system.ts',
        `import { FRESH, NAMES } from './state.ts';
         const OLDER = FRESH + 1;
         export const LANDS: readonly number[] = [0.18, -1];
         const FLOWS = { arm: [10, 30], leg: [12, 40] } as const satisfies object;
         const DAYS = 9 * 86_400;
         const WORDS = ['dark'];
         const MORE = NAMES.length;
         let count = 3;`,
      ),
    );
    expect([...constants.keys()]).toEqual(['OLDER', 'LANDS', 'FLOWS', 'DAYS']);
    expect(shown(constants.get('OLDER')!)).toBe('31');
    expect(shown(constants.get('LANDS')!)).toBe('0.18, -1');
    expect(shown(constants.get('FLOWS')!)).toBe('arm 10, 30; leg 12, 40');
    expect(shown(constants.get('DAYS')!)).toBe('777,600');
  });

  test('are found within functions and declarations, lengths of time and keys of luck apart', () => {
    const { within } = numbersIn(
      write(
        'system.ts',
        `function press(cover: number, t: number): number {
           const minutes = t / 60 + (t % 3600);
           return minutes > 0 ? 1.25 - 0.6 * cover : (60 - t) ^ 0x5bd1e995;
         }
         export const seen = eventKind('a/b', { apply: () => believe({ confidence: 0.9 }) });
         const plain = () => [0, 1, 2];`,
      ),
    );
    expect([...within]).toEqual([
      ['press', [1.25, 0.6, 60]],
      ['seen', [0.9]],
    ]);
  });

  test('of one name in two files of a system are refused, since a page could not tell them apart', () => {
    write('a.ts', 'const EVERY = 4;');
    write('b.ts', 'const EVERY = 5;');
    expect(() => numbersOf(folder, { page: 'x.md', files: ['a.ts', 'b.ts'], whole: true })).toThrow(
      'docs/model/x.md cannot tell two things called EVERY apart',
    );
  });
});

describe('a page', () => {
  const numbers = {
    constants: new Map<string, number | object>([
      ['EVERY', 5],
      ['KINDS', { barn: { cover: 0.45, roofed: true }, road: { cover: 0.05, roofed: false } }],
    ]) as Map<string, never>,
    within: new Map([['press', [0.75, 1.25]]]),
  };
  const page = (every: string, cover: string, press: string): string => `# A page

| constant | value | unit | standing | why |
| --- | --- | --- | --- | --- |
| \`EVERY\` | ${every} | s | d | a glance |

<!-- values of KINDS -->

|  | \`cover\` | \`roofed\` |
| --- | --- | --- |
| barn | ${cover} | yes |
| road | 0.05 | no |

| within | numbers | what they are |
| --- | --- | --- |
| \`press\` | ${press} | chance; weight |
`;

  test('gets the values of the sources and keeps its words', () => {
    const { text, faults } = withValues(page('4', '0.3', '9'), numbers);
    expect(faults).toEqual([]);
    expect(text).toBe(page('5', '0.45', '0.75, 1.25'));
    expect(withValues(text, numbers).text).toBe(text);
  });

  test('is at fault where it leaves a number out, tells of one that is gone, or says nothing about one', () => {
    expect(withValues('# Nothing\n', numbers).faults).toEqual([
      'EVERY is missing',
      'KINDS is missing',
      'the numbers within press are missing',
    ]);
    const gone = page('5', '1', '1').replace('`EVERY`', '`OFTEN`');
    expect(withValues(gone, numbers).faults).toEqual([
      'OFTEN is told of and is not in the sources (any more)',
      'EVERY is missing',
    ]);
    expect(withValues(page('5', '1', '1').replace('a glance', ''), numbers).faults).toEqual([
      'EVERY has an empty cell',
    ]);
  });

  test('that is not to be whole may leave numbers out, but tells of none that is gone', () => {
    expect(withValues('# Nothing\n', numbers, false).faults).toEqual([]);
    expect(withValues(page('5', '1', '1').replace('`EVERY`', '`OFTEN`'), numbers, false).faults).toHaveLength(1);
  });
});
