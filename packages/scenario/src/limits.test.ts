import { describe, expect, it, vi } from 'vitest';
import { defaultLimits, type Limits } from './limits.ts';
import { readScenario } from './read.ts';
import { parts } from './sample.fixture.ts';

const codes = (text: string, limits?: Partial<Limits>) =>
  readScenario(text, { file: 'hostile.yaml', parts, ...(limits === undefined ? {} : { limits }) }).remarks.map(
    ({ code }) => code,
  );
const wide = { bytes: 20_000_000 };
const many = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i));

/** A bomb of aliases: each line holds the one before nine times. */
const bomb = (levels: number) =>
  ['a0: &a0 [x, x, x]', ...many(levels, (i) => `a${i + 1}: &a${i + 1} [${many(9, () => `*a${i}`).join(', ')}]`)].join(
    '\n',
  );

describe('a hostile file is refused by', () => {
  it.each([
    ['its size', `title: ${'x'.repeat(1_000_000)}`, undefined, 'too-many-bytes'],
    ['its size in bytes, not characters', `title: ${'é'.repeat(600_000)}`, undefined, 'too-many-bytes'],
    ['200,000 keys', many(200_000, (i) => `key ${i}: 1`).join('\n'), wide, 'too-many-nodes'],
    ['200,000 keys in braces', `{${many(200_000, (i) => `k${i}: 1`).join(', ')}}`, wide, 'too-many-nodes'],
    ['200,000 times the same key', 'a: 1\n'.repeat(200_000), wide, 'too-many-nodes'],
    ['a million commas', `[${','.repeat(900_000)}]`, undefined, 'too-many-nodes'],
    ['deep brackets', '['.repeat(100_000), undefined, 'too-deep'],
    ['deep braces', '{a: '.repeat(100_000), undefined, 'too-deep'],
    ['deep dashes', '- '.repeat(100_000), undefined, 'too-deep'],
    ['deep questions', '? '.repeat(100_000), undefined, 'too-deep'],
    ['stairs', many(700, (i) => `${' '.repeat(i)}a:`).join('\n'), undefined, 'too-deep'],
    ['many aliases', `a: &a x\nb: [${many(101, () => '*a').join(', ')}]`, undefined, 'too-many-aliases'],
    ['a bomb of aliases', bomb(9), undefined, 'too-many-nodes'],
    [
      'depth through aliases',
      many(30, (i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}`}]`).join('\n'),
      undefined,
      'too-deep',
    ],
    ['an alias inside itself', 'a: &a [*a]', undefined, 'bad-alias'],
    ['tags', 'title: !evil x', undefined, 'tag'],
    ['tags on keys', '!!str title: x', undefined, 'tag'],
    ['directives', '%TAG ! tag:x,2000:\n---\ntitle: x', undefined, 'directive'],
    ['many documents', '---\n'.repeat(60_000), undefined, 'too-many-nodes'],
    ['long keys', `people:\n  ${'x'.repeat(101)}: {}`, undefined, 'long-key'],
    ['long texts', `title: ${'x'.repeat(20_001)}`, undefined, 'long-text'],
    ['merge keys', 'people:\n  A: &a {age: 3}\n  B: {<<: *a}', undefined, 'merge-key'],
    ['the prototype', 'people:\n  __proto__: {age: 3}', undefined, 'bad-key'],
    ['the prototype as a field', 'people:\n  A: {__proto__: {age: 3}}', undefined, 'bad-key'],
    ['keys that are lists', 'people:\n  ? [a, b]\n  : {}', undefined, 'bad-key'],
    ['empty keys', 'people:\n  "": {}', undefined, 'bad-key'],
    ['escape characters', 'people:\n  "A\\e[31m": {}', undefined, 'strange-character'],
    ['turned writing', 'title: "a\u202Eb"', undefined, 'strange-character'],
    ['zeros', 'title: a\0b', undefined, 'strange-character'],
  ] as const)('%s', (_, text, limits, code) => {
    expect(codes(text, limits)).toContain(code);
  });

  it('its size before anything in it is read', () => {
    expect(codes('\0[[[!x', { bytes: 3 })).toEqual(['too-many-bytes']);
  });
});

describe('a hostile file within the limits', () => {
  it('costs no more than its first remarks', () => {
    const names = many(12_000, (i) => `  name ${i}: {group: nome ${i}}`).join('\n');
    const found = codes(`people:\n${names}`, { bytes: 2_000_000 });
    expect(found).toHaveLength(defaultLimits.remarks + 1);
    expect(found.at(-1)).toBe('more-errors');
  });

  it('costs no more where it is damaged besides', () => {
    const names = many(12_000, (i) => `  name ${i}: {group: nome ${i}, age: x}`).join('\n');
    const found = codes(`title: a: b\nlasts: 1d\npeople:\n${names}`, { bytes: 2_000_000, nodes: 100_000 });
    expect(found[0]).toBe('colon-in-text');
    expect(found[1]).toBe('bad-number');
    expect(found.at(-1)).toBe('more-errors');
  });

  it('says once what is wrong with a value that aliases repeat', () => {
    const people = many(50, (i) => `  p${i}: *a`).join('\n');
    expect(codes(`people:\n  A: &a {temper: [wry], aeg: 3}\n${people}\n  B: {age: x}`)).toEqual([
      'unknown-word',
      'unknown-field',
      'bad-number',
    ]);
  });

  it('never makes code from strings, which a page may forbid', () => {
    const made = vi.fn();
    vi.stubGlobal('Function', made);
    try {
      expect(codes('people: {A: {age: x}}')).toEqual(['bad-number']);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(made).not.toHaveBeenCalled();
  });

  it('leaves the prototype of objects alone', () => {
    codes('people:\n  constructor: {prototype: {polluted: 1}}\n  __proto__: {polluted: 1}\n');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with as many values as fit is read', () => {
    const people = many(5_000, (i) => `  p${i}: {age: ${i % 100}}`).join('\n');
    expect(codes(`people:\n${people}`)).toEqual([]);
  });
});
