import { expect, test } from 'vitest';
import { readStatement } from './index.ts';

const PATTERNS = ['{people} lives', '{groups} hold {places}', 'how many of {groups} live'];
const NAMES = new Map([
  ['people', new Set(['Odile', 'Ness'])],
  ['groups', new Set(['the Reeds'])],
  ['places', new Set(['mill'])],
]);
const read = (text: string) => readStatement(text, PATTERNS, NAMES);

test('a statement is read in any of the forms', () => {
  expect(read('Odile lives')).toEqual({ ok: true, value: { pattern: PATTERNS[0], names: { people: 'Odile' } } });
  expect(read('the  Reeds hold mill')).toEqual({
    ok: true,
    value: { pattern: PATTERNS[1], names: { groups: 'the Reeds', places: 'mill' } },
  });
});

test('a name that nobody has is told of, with the nearest', () => {
  const read1 = read('Odlie lives');
  expect(read1).toMatchObject({ ok: false, near: true, message: '"Odlie" is nobody here.' });
  expect(read1.ok ? '' : read1.hint).toContain('Nearest: Odile.');
});

test('a statement of no known form is told the forms', () => {
  expect(read('Odile sings')).toMatchObject({
    ok: false,
    near: false,
    hint: expect.stringContaining('<people> lives'),
  });
});
