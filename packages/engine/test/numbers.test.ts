import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../../scripts/engines/bundle.mjs';
import { availableEngines, runOn } from '../../../scripts/engines/list.mjs';
import { EXPECTED_HASH, hashOfArithmetic } from './numbers.fixture.ts';

test('arithmetic here is what it is everywhere', () => {
  expect(hashOfArithmetic()).toBe(EXPECTED_HASH);
});

describe('arithmetic on other engines', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'anchorhold-numbers-'));
    const fixture = fileURLToPath(new URL('numbers.fixture.ts', import.meta.url));
    const entry = join(folder, 'entry.ts');
    await writeFile(
      entry,
      `import { hashOfArithmetic } from ${JSON.stringify(fixture)};\nconsole.log(hashOfArithmetic());`,
    );
    await bundle(entry, { file: join(folder, 'numbers.mjs') });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(availableEngines())('$name', async (engine) => {
    expect(await runOn(engine, join(folder, 'numbers.mjs'))).toBe(`${EXPECTED_HASH}\n`);
  });
});
