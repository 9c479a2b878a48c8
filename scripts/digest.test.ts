import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceDigest } from './digest.mjs';

let folder: string;
const add = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchorhold-digest-'));
  await add('rules.ts', 'export const BLEEDS = 4;\n');
  await add('systems/wounds/system.ts', 'export const wounds = 1;\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('other code, another file, another name: each gives rules another digest', async () => {
  const seen = new Set([sourceDigest(folder)]);
  await add('rules.ts', 'export const BLEEDS = 5;\n');
  seen.add(sourceDigest(folder));
  await add('systems/light/system.ts', 'export const light = 1;\n');
  seen.add(sourceDigest(folder));
  await rm(join(folder, 'systems/light'), { recursive: true });
  await add('systems/lights/system.ts', 'export const light = 1;\n');
  seen.add(sourceDigest(folder));
  await rm(join(folder, 'systems/lights'), { recursive: true });
  await add('rules.ts', 'export const BLEEDS = 4;\n');
  expect(seen.size).toBe(4);
  expect(seen.has(sourceDigest(folder))).toBe(true);
  expect(sourceDigest(folder)).toMatch(/^[0-9a-f]{16}$/);
});

test('text that moves from one file into the next gives another digest', async () => {
  await add('a.ts', 'one\n');
  await add('b.ts', 'two\n');
  const apart = sourceDigest(folder);
  await rm(join(folder, 'b.ts'));
  await add('a.ts', 'one\nb.ts\n4\ntwo\n');
  expect(sourceDigest(folder)).not.toBe(apart);
});

test('line ends, tests, their helpers and the digest itself make no difference', async () => {
  const before = sourceDigest(folder);
  await add('rules.ts', 'export const BLEEDS = 4;\r\n');
  await add('rules.test.ts', 'test');
  await add('kernel/types.test-d.ts', 'test');
  await add('kernel/toy.fixture.ts', 'toy');
  await add('digest.ts', before);
  await add('notes.md', 'notes');
  expect(sourceDigest(folder)).toBe(before);
});
