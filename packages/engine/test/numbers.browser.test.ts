import { expect, test } from 'vitest';
import { EXPECTED_HASH, hashOfArithmetic } from './numbers.fixture.ts';

test('arithmetic in the browser is the same as in Node, to the last bit', () => {
  expect(navigator.userAgent).toContain('Chrome');
  expect(navigator.language).toBe('en-US');
  expect(hashOfArithmetic()).toBe(EXPECTED_HASH);
});
