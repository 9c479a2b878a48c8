import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RULE = 'packages/engine/src/systems/wounds/rule.ts';
const KERNEL = 'packages/engine/src/kernel/arena.ts';

/** Each snippet breaks one rule, in one place, in the way somebody would who does not know it. */
const banned: [rule: string, file: string, code: string][] = [
  ...'random pow sin cos tan exp log log2 log10 log1p expm1 sinh cosh tanh asin acos atan atan2 asinh acosh atanh hypot cbrt'
    .split(' ')
    .map((name): [string, string, string] => [
      'exact-math',
      RULE,
      `export const f = (x: number) => Math.${name}(x, x);`,
    ]),
  ['exact-math', RULE, `export const f = (x: number) => Math['pow'](x, 2);`],
  ['exact-math', RULE, `const { floor } = Math;\nexport { floor };`],
  ['exact-math', RULE, `export const f = (x: number) => (Math as any as { pow(n: number): number }).pow(x);`],
  ['exact-math', RULE, `export const f = (name: 'sin') => Math[name];`],
  ['exact-math', KERNEL, `export const maths = { Math };`],
  ['no-power', RULE, `export const f = (x: number) => x ** 2;`],
  ['no-power', RULE, `export const f = (x: number) => { x **= 2; return x; };`],
  ['no-for-in', RULE, `export function f(o: object) { for (const k in o) return k; }`],
  ['no-locale', RULE, `export const f = (a: string, b: string) => a.localeCompare(b);`],
  ['no-locale', RULE, `export const f = (a: string) => a?.toLocaleUpperCase();`],
  ['no-module-state', RULE, `export let count = 0;\nexport const f = () => ++count;`],
  ['no-module-state', KERNEL, `let count = 0;\nexport const f = () => ++count;`],
  ['sorted-keys', RULE, `export const f = (o: object) => Object.keys(o).map((k) => k.length);`],
  ['sorted-keys', RULE, `export function f(o: object) { for (const [k] of Object.entries(o)) return k; }`],
  ...'Date Intl WeakMap WeakRef globalThis performance process crypto setTimeout document window fetch Buffer'
    .split(' ')
    .map((name): [string, string, string] => ['no-restricted-globals', KERNEL, `export const f = () => ${name};`]),
  ['no-console', RULE, `export const f = () => console.log('hello');`],
  ['one-way-imports', KERNEL, `export { w } from '../systems/wounds/system.ts';`],
  ['one-way-imports', KERNEL, `import type { World } from '../index.ts';\nexport type W = World;`],
  ['one-way-imports', RULE, `export { w } from '../../index.ts';`],
  ['one-way-imports', RULE, `export { w } from '@anchorhold/scenario';`],
  ['one-way-imports', RULE, `export * from '../../../../story/src/index.ts';`],
  ['one-way-imports', RULE, `import { z } from 'zod';\nexport { z };`],
  ['one-way-imports', RULE, `import { readFileSync } from 'node:fs';\nexport { readFileSync };`],
  ['one-way-imports', 'packages/scenario/src/read.ts', `export { tell } from '@anchorhold/story';`],
  ['one-way-imports', 'packages/scenario/src/read.ts', `export const f = () => import('@anchorhold/runs');`],
  ['one-way-imports', 'packages/scenario/src/read.ts', `export { readFile } from 'node:fs/promises';`],
  [
    'one-way-imports',
    'packages/scenario/src/read.ts',
    `export { arena } from '@anchorhold/engine/dist/kernel/arena.js';`,
  ],
  ['one-way-imports', 'packages/story/src/why.ts', `export { save } from '@anchorhold/runs';`],
  ['one-way-imports', 'packages/story/src/why.ts', `export { readFile } from 'node:fs/promises';`],
  ['one-way-imports', 'packages/runs/src/folder.ts', `export { main } from '../../cli/src/main.ts';`],
];

/** What stands close to a ban and is allowed, each in a file of its own. */
const allowed: [file: string, code: string][] = [
  [RULE, `export const f = (x: number) => Math.floor(Math.sqrt(x)) + Math.imul(3, 4) * Math.fround(x) + Math.PI;`],
  [RULE, `export const f = (o: object) => Object.keys(o).sort().concat(Object.keys(o).length > 2 ? ['many'] : []);`],
  [RULE, `export const note = { Date: 1, Math: 2 };\nexport const f = (o: typeof note) => o.Date + o.Math;`],
  [KERNEL, `export const f = (o: object) => Object.entries(o).map(([k]) => k);`],
  [RULE, `import { arena } from '../../kernel/arena.ts';\nexport { arena };`],
  [RULE, `import { bodies } from '../bodies/system.ts';\nexport { bodies };`],
  [
    'packages/engine/src/index.ts',
    `export { arena } from './kernel/arena.ts';\nexport { systems } from './systems/index.ts';`,
  ],
  ['packages/scenario/src/read.ts', `export { parse } from 'yaml';\nexport { arena } from '@anchorhold/engine';`],
  [
    'packages/runs/src/folder.ts',
    `export { tell } from '@anchorhold/story';\nexport { readFile } from 'node:fs/promises';`,
  ],
  ['packages/cli/src/main.ts', `export const f = () => [Date.now(), Math.random(), 2 ** 3];`],
  ['packages/engine/src/kernel/arena.test.ts', `export const f = () => [Date.now(), Math.random(), 2 ** 3];`],
];

let tree: string;
let faults: { code: string; filename: string; message: string }[];

/** Where a snippet is written: the file it stands for, with its number in the name ("rule-banned3.ts"). */
const numbered = (file: string, kind: string, index: number) =>
  file.replace(/\/([^/.]+)\.([^/]*)$/, `/$1-${kind}${index}.$2`);

/** The short names of the rules that a snippet broke, such as "no-power". */
const broken = (file: string) =>
  faults.filter((fault) => fault.filename === file).map((fault) => fault.code.replace(/^.*\((.*)\)$/, '$1'));

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'anchorhold-lint-'));
  const put = async (file: string, code: string) => {
    await mkdir(dirname(join(tree, file)), { recursive: true });
    await writeFile(join(tree, file), code + '\n');
  };
  await Promise.all([
    cp(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json')),
    cp(join(root, 'scripts/lint'), join(tree, 'scripts/lint'), { recursive: true }),
    ...banned.map(([, file, code], index) => put(numbered(file, 'banned', index), code)),
    ...allowed.map(([file, code], index) => put(numbered(file, 'allowed', index), code)),
  ]);
  const printed = await new Promise<string>((done) => {
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const options = { cwd: tree, maxBuffer: 1 << 26 };
    // It exits with 1, because faults are what is wanted: the output tells.
    execFile(process.execPath, [oxlint, '--format=json', 'packages'], options, (_error, stdout) => done(stdout));
  });
  faults = (JSON.parse(printed) as { diagnostics: typeof faults }).diagnostics.filter((fault) => fault.code !== '');
}, 60_000);

afterAll(() => rm(tree, { recursive: true, force: true }));

describe('banned in its place', () => {
  test.each(banned.map(([rule, file, code], index) => ({ rule, file, code, index })))(
    '$rule: $code',
    ({ rule, file, index }) => {
      expect(broken(numbered(file, 'banned', index))).toContain(rule);
    },
  );
});

describe('allowed', () => {
  test.each(allowed.map(([file, code], index) => ({ file, code, index })))('$file: $code', ({ file, index }) => {
    expect(broken(numbered(file, 'allowed', index))).toEqual([]);
  });
});

test('a refusal says what to do instead', () => {
  const message = faults.find((fault) => fault.code.includes('no-power'))?.message;
  expect(message).toContain('Multiply');
});
