import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { coveragePage, proofsIn } from './coverage.mjs';
import { completed, platformOf } from './lockfile.mjs';
import { systemsIndex } from './systems-index.mjs';

describe('the index of systems', () => {
  let folder: string;
  const add = async (name: string, text: string) => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'system.ts'), text);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'anchorhold-systems-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('lists the folders by name, whatever else lies there', async () => {
    await add('wounds', 'export const wounds = 1;');
    await add('first-aid', 'export const firstAid = 1;');
    await mkdir(join(folder, 'notes'));
    await writeFile(join(folder, 'index.ts'), '');
    const text = systemsIndex(folder);
    expect(text).toContain('export const systems = [firstAid, wounds] as const;');
    expect(text).toContain(`import { firstAid } from './first-aid/system.ts';`);
    expect(text).not.toContain('notes');
  });

  test('refuses a folder whose name or export does not fit, all at once', async () => {
    await add('first-aid', 'export const aid = 1;');
    await add('Wounds', 'export const Wounds = 1;');
    expect(() => systemsIndex(folder)).toThrow(/first-aid\/system\.ts: expected "export const firstAid/);
    expect(() => systemsIndex(folder)).toThrow(/Wounds\/: name the folder in small letters/);
  });
});

describe('the page of coverage', () => {
  // Built from pieces, so that this file's own text proves no row.
  const tag = (rows: string) => `[${rows}]`;
  const rows = [
    { id: 'S1', title: 'One', command: 'npm start' },
    { id: 'S2', title: 'Two' },
  ];

  test('finds the rows that a test names', () => {
    const text = `test('the barn ${tag('S1')} holds', () => {});\ntest.each(x)("both ${tag('S1, S2')}", f);`;
    expect(proofsIn('a.test.ts', text)).toEqual([
      { row: 'S1', file: 'a.test.ts', name: 'the barn holds' },
      { row: 'S1', file: 'a.test.ts', name: 'both' },
      { row: 'S2', file: 'a.test.ts', name: 'both' },
    ]);
  });

  test('reads a test as going on from the groups that it stands in', () => {
    const text = [
      "describe('a raid', () => {",
      "  describe('by night', () => {",
      `    test('${tag('S1')} begins with an approach', f);`,
      '  });',
      "  describe('by day', () => {",
      `    test('${tag('S2')} does not come', f);`,
      "describe('a siege', () => {",
      `  test('${tag('S1')} takes days', f);`,
    ].join('\n');
    expect(proofsIn('a.test.ts', text).map(({ name }) => name)).toEqual([
      'a raid by night begins with an approach',
      'a raid by day does not come',
      'a siege takes days',
    ]);
  });

  test('takes a skipped test, an index into an array and a comment for no proof', () => {
    const text = `test.skip('${tag('S1')} later', f);\nconst a = list${tag('S1')};\n// see ${tag('S2')}`;
    expect(proofsIn('a.test.ts', text)).toEqual([]);
  });

  test('says what is missing', () => {
    const page = coveragePage(rows, [{ row: 'S1', file: 'packages/engine/src/a.test.ts', name: 'holds' }]);
    expect(page).toContain('1 of 2 rows');
    expect(page).toMatch(
      /## S1 One\n\n- \[holds\]\(\.\.\/packages\/engine\/src\/a\.test\.ts\)\n\nShown by `npm start`/,
    );
    expect(page).toMatch(/## S2 Two\n\n\*\*Missing\*\*/);
  });

  test('refuses a row that there is not', () => {
    const proofs = [{ row: 'S99', file: 'a.test.ts', name: 'holds' }];
    expect(() => coveragePage(rows, proofs)).toThrow(/a\.test\.ts: \[S99\] in "holds"/);
  });
});

describe('the lockfile', () => {
  const tool = {
    version: '1.0.0',
    dev: true,
    optionalDependencies: { '@x/binding-linux-x64-musl': '1.0.0', extra: '2.0.0' },
  };

  test('gets back the binary packages that a registry lacked, for their platform only', () => {
    const { packages } = completed({ packages: { 'node_modules/x': tool } });
    expect(packages['node_modules/@x/binding-linux-x64-musl']).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
    expect(packages).not.toHaveProperty('node_modules/extra');
  });

  test('keeps what npm knew, and once completed stays as it is', () => {
    const known = { version: '1.0.0', integrity: 'sha512-x', os: ['linux'] };
    const once = completed({ packages: { 'node_modules/x': tool, 'node_modules/@x/binding-linux-x64-musl': known } });
    expect(once.packages['node_modules/@x/binding-linux-x64-musl']).toEqual(known);
    expect(JSON.stringify(completed(once))).toBe(JSON.stringify(once));
  });

  test('refuses the address of a registry', () => {
    const tied = { version: '1.0.0', resolved: 'https://registry.example/x.tgz' };
    expect(() => completed({ packages: { 'node_modules/x': tied } })).toThrow(/node_modules\/x is tied to/);
  });

  test('tells a platform by the name', () => {
    expect(platformOf('@x/binding-darwin-arm64')).toEqual({ os: ['darwin'], cpu: ['arm64'] });
    expect(platformOf('@x/win32-ia32-msvc')).toEqual({ os: ['win32'], cpu: ['ia32'] });
    expect(platformOf('fsevents')).toBeUndefined();
  });
});
