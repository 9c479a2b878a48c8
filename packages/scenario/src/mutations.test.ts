import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario } from './read.ts';
import { formatRemark } from './remarks.ts';
import { forbiddenCharacter } from './plain.ts';
import { parts, sample } from './sample.fixture.ts';
import { setupFromJson, setupToJson } from './setup.ts';

/** A damage done to a text; `at` and `to` are spread over the text or its lines. */
type Damage = (text: string, at: number, to: number, letter: string) => string;

const pick = (length: number, n: number) => (length === 0 ? 0 : n % length);

function onLines(change: (lines: string[], at: number, to: number, letter: string) => void): Damage {
  return (text, at, to, letter) => {
    const lines = text.split('\n');
    change(lines, pick(lines.length, at), pick(lines.length, to), letter);
    return lines.join('\n');
  };
}

/** Replaces one of the places where a pattern is found. */
function onMatch(pattern: RegExp, change: (found: string, letter: string) => string): Damage {
  return (text, at, _, letter) => {
    const matches = [...text.matchAll(pattern)];
    const match = matches[pick(matches.length, at)];
    if (match === undefined) return text;
    return text.slice(0, match.index) + change(match[0], letter) + text.slice(match.index + match[0].length);
  };
}

const damages: Record<string, Damage> = {
  'a byte flipped': (text, at, to) => {
    const bytes = Buffer.from(text, 'utf8');
    const i = pick(bytes.length, at);
    bytes[i] = (bytes[i] ?? 0) ^ (1 << (to % 8));
    return bytes.toString('utf8');
  },
  'a letter put in': (text, at, _, letter) =>
    text.slice(0, pick(text.length, at)) + letter + text.slice(pick(text.length, at)),
  'a piece cut out': (text, at, to) =>
    text.slice(0, pick(text.length, at)) + text.slice(pick(text.length, at) + (to % 40)),
  'the end cut off': (text, at) => text.slice(0, pick(text.length, at)),
  'a line deleted': onLines((lines, at) => lines.splice(at, 1)),
  'a line doubled': onLines((lines, at, to) => lines.splice(to, 0, lines[at] ?? '')),
  'lines swapped': onLines((lines, at, to) => ([lines[at], lines[to]] = [lines[to] ?? '', lines[at] ?? ''])),
  'a line indented': onLines((lines, at, to) => (lines[at] = ' '.repeat(to % 5) + lines[at])),
  'a line outdented': onLines((lines, at) => (lines[at] = (lines[at] ?? '').replace(/^ {1,2}/, ''))),
  'a tab for spaces': onLines((lines, at) => (lines[at] = (lines[at] ?? '').replace(/^ +/, '\t'))),
  'lines joined': onLines((lines, at) => lines.splice(at, 2, `${lines[at]}${lines[at + 1] ?? ''}`)),
  'a key misspelt': onMatch(/[\w ]+(?=:)/g, (key, letter) => key.slice(0, -1) + letter),
  'a key lost': onMatch(/[\w ]+:/g, () => ''),
  'a colon lost': onMatch(/:/g, () => ''),
  'a value for another': onMatch(/(?<=: )[^,{}[\]\n]+/g, (_, letter) => letter),
  'a list for a value': onMatch(/(?<=: )[^,{}[\]\n]+/g, (value) => `[${value}, ${value}]`),
  'fields for a value': onMatch(/(?<=: )[^,{}[\]\n]+/g, (value, letter) => `{${letter}: ${value}}`),
  'nothing for a value': onMatch(/(?<=: )[^,{}[\]\n]+/g, () => ''),
  'a value for a list': onMatch(/\[[^\]]*\]/g, (_, letter) => letter),
  'a number made odd': onMatch(
    /\d+/g,
    (number, letter) =>
      ['-1', '0', `${number}.5`, '99999999999999999999', `${number}${letter}`, 'NaN'][letter.charCodeAt(0) % 6] ?? '',
  ),
  'brackets changed': onMatch(/[[\]{}]/g, (_, letter) => letter),
};

const letter = fc.oneof(
  fc.constantFrom(
    ':',
    ': ',
    '#',
    '-',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '*a',
    '&a',
    '!',
    '|',
    '>',
    '%',
    '@',
    '?',
    ',',
    '\n',
    '\t',
    '\0',
  ),
  fc.constantFrom(
    '\u202e',
    '\ufeff',
    '\ud800',
    '__proto__',
    'constructor',
    '<<',
    '~',
    'null',
    '---',
    '...',
    '\u001b[2J',
    'é',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
);
const damage = fc.record({
  kind: fc.constantFrom(...Object.keys(damages)),
  at: fc.nat(1_000_000),
  to: fc.nat(1_000_000),
  letter,
});
const damagedSample = fc
  .array(damage, { minLength: 1, maxLength: 4 })
  .map((done) =>
    done.reduce((text, { kind, at, to, letter: sign }) => damages[kind]?.(text, at, to, sign) ?? text, sample),
  );

/** What must hold of every text: a setup or errors, and each error inside the file and safe to print. */
function holds(text: string): 'read' | 'refused' {
  const { setup, remarks } = readScenario(text, { file: 'f.yaml', parts });
  const lines = text.split('\n');
  const faults: string[] = [];
  if ((setup === null) !== remarks.length > 0) faults.push('a setup beside errors, or neither');
  let before = { line: 1, column: 1 };
  for (const remark of remarks) {
    const { line, column, message } = remark;
    const shown = formatRemark(remark);
    if (line < 1 || line > lines.length) faults.push(`a line outside the file: ${shown}`);
    if (column < 1 || column > (lines[line - 1]?.length ?? 0) + 1) faults.push(`a column outside the line: ${shown}`);
    if (line < before.line || (line === before.line && column < before.column)) faults.push(`out of order: ${shown}`);
    if (!/^\S.*[.!?…]$/.test(message)) faults.push(`no sentence: ${shown}`);
    if (forbiddenCharacter(shown) !== null) faults.push(`not safe to print: ${JSON.stringify(shown)}`);
    if (shown.includes('undefined')) faults.push(`a hole in the words: ${shown}`);
    before = remark;
  }
  expect(faults).toEqual([]);
  if (setup === null) return 'refused';
  const json = setupToJson(setup, parts);
  expect(setupToJson(setupFromJson(JSON.parse(JSON.stringify(json)), parts), parts)).toEqual(json);
  return 'read';
}

describe('a damaged scenario', () => {
  it('is read or refused with places, 4,000 times', { timeout: 300_000 }, () => {
    const outcomes = { read: 0, refused: 0 };
    fc.assert(
      fc.property(damagedSample, (text) => {
        outcomes[holds(text)]++;
      }),
      { numRuns: 4_000 },
    );
    // Both have to happen, or the damage is too mild or too heavy to prove anything.
    expect(outcomes.read).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(1_000);
  });

  it.each(Object.keys(damages))('by %s is read or refused with places', (kind) => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), letter, (at, to, sign) => {
        holds(damages[kind]?.(sample, at, to, sign) ?? '');
      }),
      { numRuns: 60 },
    );
  });
});

describe('a text that was never a scenario', () => {
  it('is refused with places', { timeout: 60_000 }, () => {
    const signs = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '&x ',
      '*x',
      '|',
      '>',
      '#',
      '? ',
      'people',
      '\t',
      '---\n',
      '~',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(signs, { maxLength: 40 }).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => void holds(text),
      ),
      { numRuns: 2_000 },
    );
  });
});
