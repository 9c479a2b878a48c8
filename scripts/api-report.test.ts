import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiReport } from './api-report.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchorhold-api-'));
  await writeFile(
    join(folder, 'world.d.ts'),
    `/** A world. */
export declare class World { private secret; #hidden; readonly seed: number; step(seconds: number): void; }
export interface Other { a: string }
export declare const LIMIT: 3;
export declare function unseen(): void;`,
  );
  await writeFile(
    join(folder, 'index.d.ts'),
    `export { World, LIMIT } from './world.js';\nexport type { Other as Also } from './world.js';`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the report shows what is exported, sorted, and nothing private', () => {
  const report = apiReport('a package', join(folder, 'index.d.ts'));
  expect([...report.matchAll(/^## (.*)$/gm)].map((found) => found[1])).toEqual(['Also', 'LIMIT', 'World']);
  expect(report).toContain('step(seconds: number): void;');
  expect(report).toContain('const LIMIT: 3;');
  expect(report).not.toMatch(/secret|hidden|unseen|A world/);
});

test('the report changes when a type does', async () => {
  const before = apiReport('a package', join(folder, 'index.d.ts'));
  await writeFile(join(folder, 'changed.d.ts'), `export declare const LIMIT: 4;\nexport { World } from './world.js';`);
  expect(apiReport('a package', join(folder, 'changed.d.ts'))).not.toBe(before);
});
