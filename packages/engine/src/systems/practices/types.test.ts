import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { expectMistakes } from '../../kernel/types.fixture.ts';

test(
  'a wrong role, move, thing to consider, effect or word of a practice is a compile error, and nothing else is',
  { timeout: 60_000 },
  () => expectMistakes(fileURLToPath(new URL('types.test-d.ts', import.meta.url)), 9),
);
