/**
 * The library as somebody else meets it: packed, installed into an empty strict project, type-checked and run there.
 * Each example (examples/NAME/main.ts) is compiled and run in that project, and has to print its expected.txt. Where rules
 * have changed on purpose, `npx vitest run scripts/library.test.ts -u` writes these anew.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const PACKED = ['engine', 'scenario', 'story'];
const examples = readdirSync(join(root, 'examples')).filter((name) =>
  existsSync(join(root, 'examples', name, 'main.ts')),
);
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');

/** Runs a command and gives standard output; a failure carries all that it printed. */
function run(command: string, args: string[], cwd: string): Promise<string> {
  const shell = process.platform === 'win32' && command === 'npm';
  // npm hands its settings down to what it starts, and those are the checkout's, not the stranger's.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, shell, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`));
    });
  });
}

let project: string;
const tarballs = new Map<string, string>();

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'anchorhold-library-'));
  await run(process.execPath, [tsc, '-b', ...PACKED.map((name) => `packages/${name}`)], root);
  for (const name of PACKED) {
    const from = join(root, 'packages', name);
    const printed = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], from);
    const [packed] = Object.values(JSON.parse(printed) as Record<string, { filename: string }>);
    tarballs.set(name, join(project, packed!.filename));
  }
  // What is in the checkout already comes from there, so that this test needs no network.
  const local = ['yaml', 'zod', '@types/node', 'undici-types'].map((name) => [
    name,
    `file:${join(root, 'node_modules', name)}`,
  ]);
  const packed = [...tarballs].map(([name, file]) => [`@anchorhold/${name}`, `file:${file}`]);
  const manifest = {
    name: 'stranger',
    private: true,
    type: 'module',
    dependencies: Object.fromEntries([...packed, ...local]),
  };
  await writeFile(join(project, 'package.json'), JSON.stringify(manifest));
  await run('npm', ['install', '--offline', '--install-links', '--no-audit', '--no-fund', '--ignore-scripts'], project);

  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    types: ['node'],
    rootDir: 'examples',
    outDir: 'built',
  };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['examples/**/*.ts'] }));
  for (const name of examples) {
    await mkdir(join(project, 'examples', name), { recursive: true });
    await cp(join(root, 'examples', name, 'main.ts'), join(project, 'examples', name, 'main.ts'));
  }
  await run(process.execPath, [tsc, '-p', '.'], project);
}, 240_000);

afterAll(() => rm(project, { recursive: true, force: true }));

describe('examples', () => {
  test('there is one of the library', () => {
    expect(examples).toContain('library');
  });

  test.each(examples)('%s prints what it promises', { timeout: 60_000 }, async (name) => {
    // Started from the checkout's root, as its README says, where the scenarios are.
    const printed = await run(process.execPath, [join(project, 'built', name, 'main.js')], root);
    await expect(printed).toMatchFileSnapshot(join(root, 'examples', name, 'expected.txt'));
  });
});

describe.each(PACKED)('the package %s', (name) => {
  test('holds what is needed and no more', async () => {
    const installed = join(project, 'node_modules/@anchorhold', name);
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    expect(files).toContain('dist/index.d.ts');
    expect(files).toContain('LICENSE');
    expect(files.filter((file) => /\.(test|fixture)\.|tsbuildinfo|(^|\/)src\//.test(file))).toEqual([]);
  });

  test('publint finds nothing', async () => {
    const pkgDir = join(root, 'packages', name);
    const { messages, pkg } = await publint({ pkgDir, strict: true, pack: 'npm' });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('its types resolve in every way that ES modules are imported', { timeout: 60_000 }, async () => {
    // It exits with 1, and so rejects, if a way that the profile covers has a problem.
    const args = [attw, tarballs.get(name)!, '--profile', 'esm-only', '--no-definitely-typed', '--format', 'ascii'];
    expect(await run(process.execPath, args, project)).toContain(`@anchorhold/${name}`);
  });
});
