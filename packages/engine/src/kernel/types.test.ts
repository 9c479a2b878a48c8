import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { expectMistakes } from './types.fixture.ts';

test('each mistake of a newcomer is a compile error, and nothing else is', { timeout: 60_000 }, () =>
  expectMistakes(fileURLToPath(new URL('types.test-d.ts', import.meta.url)), 45),
);
