import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SAYINGS } from './sayings.ts';

const SYSTEMS = fileURLToPath(new URL('../../../engine/src/systems', import.meta.url));

test('there are words for all that can be believed', () => {
  const declared = readdirSync(SYSTEMS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => [...readFileSync(`${SYSTEMS}/${path}`, 'utf8').matchAll(/ = predicate\('([^']+)'/g)])
    .map(([, id]) => id);
  expect(declared.length).toBeGreaterThan(10);
  expect(SAYINGS.map(({ predicate }) => predicate.id).sort()).toEqual(declared.sort());
});
