import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from './bundle.mjs';
import { availableEngines, FETCHED, runOn, whyNot } from './list.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchorhold-engines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the engines at hand', () => {
  test('begin with this Node and name none twice', () => {
    const engines = availableEngines();
    expect(engines[0]).toEqual({ name: `node${process.versions.node.split('.')[0]}`, path: process.execPath });
    expect(new Set(engines.map((engine) => engine.name)).size).toBe(engines.length);
  });

  test('all run one bundled file of TypeScript and print the same', async () => {
    const entry = join(folder, 'entry.ts');
    const file = join(folder, 'bundled.mjs');
    await writeFile(join(folder, 'part.ts'), 'export const twice = (x: number): number => Math.imul(x, 2);');
    await writeFile(entry, `import { twice } from './part.ts';\nconsole.log(twice(21) as number);`);
    await bundle(entry, { file });
    for (const engine of availableEngines()) expect(await runOn(engine, file), engine.name).toBe('42\n');
  });

  test('tell why one failed', async () => {
    const file = join(folder, 'broken.mjs');
    await writeFile(file, `throw new Error('the bridge is out');`);
    for (const engine of availableEngines()) {
      await expect(runOn(engine, file), engine.name).rejects.toThrow(/the bridge is out/);
    }
  });

  test('are fetched at exact versions, where there are binaries', () => {
    for (const { spec } of FETCHED) expect(spec).toMatch(/@\d+\.\d+\.\d+$/);
    expect(whyNot({ platform: 'linux', arch: 'x64' } as NodeJS.Process)).toBeUndefined();
    expect(whyNot({ platform: 'darwin', arch: 'arm64' } as NodeJS.Process)).toContain('darwin on arm64');
  });
});

test('a bundle refuses an import that nobody could resolve later', async () => {
  const entry = join(folder, 'lost.ts');
  await writeFile(entry, `import { nothing } from 'no-such-package';\nconsole.log(nothing);`);
  await expect(bundle(entry)).rejects.toThrow(/no-such-package/);
});
