import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBytes, inByteOrder, utf8Length } from './byte-order.ts';
import { editDistance, nearest } from './nearest.ts';
import { compilePattern, fitPhrase, phraseValue } from './phrases.ts';
import { forbiddenCharacter, normaliseName, plain } from './plain.ts';

const anyText = fc.string({ unit: 'binary' });

describe('byte order', () => {
  const bytes = (text: string) => Buffer.from(text, 'utf8');

  it('is that of UTF-8', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(Buffer.compare(bytes(a), bytes(b))));
      }),
    );
    expect(compareBytes('\uFF5E', '\u{1F600}')).toBeLessThan(0);
    expect(compareBytes('\u{1F600}', '\u{1F601}')).toBeLessThan(0);
    expect([
      ...inByteOrder([
        ['b', 1],
        ['B', 2],
        ['a', 3],
      ]).keys(),
    ]).toEqual(['B', 'a', 'b']);
  });

  it('counts bytes', () => {
    fc.assert(fc.property(anyText, (text) => utf8Length(text) === bytes(text).length));
  });
});

describe('the nearest name', () => {
  const names = ['Ness', 'Odile', 'Corrin', 'ferry folk', 'Tallow Road', 'toll house'];

  it.each([
    ['Nes', 'Ness'],
    ['ness', 'Ness'],
    ['Odlie', 'Odile'],
    ['Corin', 'Corrin'],
    ['folk', 'ferry folk'],
    ['Tallow', 'Tallow Road'],
    ['tollhouse', 'toll house'],
    ['Xavier', null],
    ['', null],
    ['x'.repeat(1_000), null],
  ])('%s -> %s', (word, name) => {
    expect(nearest(word, names)).toBe(name);
  });

  it('is the first in byte order of several that are as near, whatever their order', () => {
    expect(nearest('Tan', ['Tam', 'Dan'])).toBe('Dan');
    expect(nearest('Tan', ['Dan', 'Tam'])).toBe('Dan');
  });

  it('counts a swap of neighbours as one slip, and gives up beyond the most', () => {
    expect(editDistance('abcd', 'abdc', 3)).toBe(1);
    expect(editDistance('abc', 'abc', 3)).toBe(0);
    expect(editDistance('', 'abc', 3)).toBe(3);
    expect(editDistance('kitten', 'sitting', 3)).toBe(3);
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('abc', 'xyz', 2)).toBe(3);
  });

  it('is at the same distance both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 9) === editDistance(b, a, 9)));
  });
});

describe('plain text', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007after', 'after'],
    ['\u001b]8;;http://x\u001b\\link', 'link'],
    ['a\u001b', 'a'],
    ['a\nb\t c', 'a b c'],
    ['  a  ', 'a'],
    ['evil\u202Etxt', 'eviltxt'],
    ['\u009b31mx', '31mx'],
    ['a\u0000b', 'ab'],
    ['\ud800x', 'x'],
    ['Zo\u00eb \u{1F600}', 'Zo\u00eb \u{1F600}'],
  ])('%j', (text, shown) => expect(plain(text)).toBe(shown));

  it('is cut to its length in characters', () => {
    expect(plain('abcdef', 3)).toBe('abc…');
    expect(plain('abc', 3)).toBe('abc');
    expect(plain('\u{1F600}\u{1F600}', 1)).toBe('\u{1F600}…');
  });

  it('never holds anything that a terminal obeys', () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u001b', '[', ']', '3', 'm', '\u0007', '\r', '\n', '\u202e'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = plain(text);
        expect(forbiddenCharacter(shown)).toBeNull();
        expect(shown).not.toMatch(/[\n\t]/);
        expect(plain(shown)).toBe(shown);
      }),
    );
  });

  it('names characters that are not welcome', () => {
    expect(forbiddenCharacter('a\u202Eb')).toBe('U+202E');
    expect(forbiddenCharacter('a\u{E0001}b')).toBe('U+E0001');
    expect(forbiddenCharacter('two\nlines\tof Zo\u00eb, \u{1F468}\u200D\u{1F469}')).toBeNull();
    expect(normaliseName('  far \n bank ')).toBe('far bank');
  });
});

describe('phrases', () => {
  const names: Record<string, readonly string[]> = {
    people: ['Odile', 'Ned', 'Ned seen on watch'],
    places: ['ferry', 'far bank', 'bank'],
  };
  const isName = (section: string, name: string) => names[section]?.includes(name) ?? false;
  const fit = (text: string, pattern: string) => fitPhrase(text, compilePattern(pattern), isName);

  it('fill gaps with names that may hold spaces', () => {
    const found = fit('Odile  seen on far bank', '{people|groups} seen on {places}');
    expect(found && phraseValue(found)).toEqual({
      pattern: '{people|groups} seen on {places}',
      names: { people: 'Odile', places: 'far bank' },
    });
  });

  it('take the longest name where names hold the words of the form', () => {
    const found = fit('Ned seen on watch seen on ferry', '{who:people} seen on {places}');
    expect(found?.fillings.map(({ text }) => text)).toEqual(['Ned seen on watch', 'ferry']);
  });

  it('say which gap holds no name', () => {
    const found = fit('Odile seen on fery', '{people} seen on {places}');
    expect(found?.fillings.map(({ text, known }) => [text, known])).toEqual([
      ['Odile', true],
      ['fery', false],
    ]);
  });

  it.each(['Odile seen', 'seen on ferry', 'Odile seen on ', '', `Odile seen on ${'x'.repeat(500)}`])(
    '%j does not fit',
    (text) => {
      expect(fit(text, '{people} seen on {places}')).toBeNull();
    },
  );

  it('without a gap are words alone', () => {
    expect(fit('all is lost', 'all is lost')?.fillings).toEqual([]);
    expect(fit('all is lost now', 'all is lost')).toBeNull();
  });

  it('stay cheap where a text repeats the words of the form', () => {
    const pattern = '{a:people} to {b:people} to {c:people} to {d:people}';
    expect(fit(' to'.repeat(120), pattern)?.fillings.every(({ known }) => !known)).toBe(true);
  });

  it.each([
    ['{people} likes {people}', 'two gaps called "people"'],
    ['{people}{places}', 'no word between'],
    ['see {}', 'empty gap'],
    ['see {a|}', 'empty gap'],
    ['see {:people}', 'empty gap'],
  ])('%s is a mistake of the system', (pattern, message) => expect(() => compilePattern(pattern)).toThrow(message));
});
