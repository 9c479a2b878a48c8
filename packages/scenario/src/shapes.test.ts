import {
  amount,
  choice,
  duration,
  either,
  flag,
  fraction,
  integer,
  list,
  map,
  moment,
  nameIn,
  optionally,
  phrase,
  record,
  text,
  withDefault,
  type Shape,
} from '@anchorhold/engine';
import { describe, expect, it } from 'vitest';
import { readData, readScenario, type DataOptions } from './read.ts';
import { formatRemark, type Located } from './remarks.ts';
import { parts, sample } from './sample.fixture.ts';
import { namesOf } from './setup.ts';

const names = new Map([
  ['people', new Set(['Odile', 'Ness'])],
  ['places', new Set(['ferry'])],
]);
/** `readData` without the type of the value, which is no type for shapes that are not known before. */
type Read = (
  text: string,
  options: Omit<DataOptions<Shape>, 'shape'> & { shape: Shape },
) => { value: unknown; remarks: readonly Located[] };
const readAny = (shape: Shape, source: string) =>
  (readData as unknown as Read)(source, { file: 'f', shape, names, start: 3_600 });
const valueOf = (shape: Shape, source: string): unknown => {
  const { value, remarks } = readAny(shape, source);
  expect(remarks.map(formatRemark)).toEqual([]);
  return value;
};
const said = (shape: Shape, source: string) =>
  readAny(shape, source).remarks.map((remark) => formatRemark(remark).slice(2));

describe('single values', () => {
  it.each([
    [text(), 'a word ', 'a word'],
    [text(), '"two\\nlines"', 'two\nlines'],
    [text(), '|\n  a\n  b\n', 'a\nb'],
    [text(), '12', '12'],
    [integer(-5, 5), '-5', -5],
    [integer(-5, 5), '+5', 5],
    [integer(-5, 5), '-0', 0],
    [integer(-5, 5), '"3"', 3],
    [fraction(), '0', 0],
    [fraction(), '.5', 0.5],
    [fraction(), '100 %', 1],
    [flag(), 'true', true],
    [flag(), 'yes', true],
    [flag(), 'false', false],
    [flag(), 'no', false],
    [moment(), '1h', 7_200],
    [nameIn(['people', 'places']), 'ferry', 'ferry'],
    [nameIn('people'), '" Odile "', 'Odile'],
  ] as [Shape, string, unknown][])('%j reads %j', (shape, source, value) => expect(valueOf(shape, source)).toBe(value));

  it.each([
    [text(undefined, 3), 'four', '1:1 error: This text has 4 characters; at most 3 fit. Shorten it.'],
    [integer(1, 5), '0', '1:1 error: 0 is too small. Expected: a whole number from 1 to 5.'],
    [integer(1, 5), 'two', '1:1 error: "two" is not a whole number. Expected: a whole number from 1 to 5.'],
    [integer(1, 5), '0x3', '1:1 error: "0x3" is not a whole number. Expected: a whole number from 1 to 5.'],
    [
      integer(1, 5),
      '99999999999999999999',
      '1:1 error: "99999999999999999999" is not a whole number. Expected: a whole number from 1 to 5.',
    ],
    [fraction(), '-0.1', '1:1 error: -0.1 lies outside 0 to 1. Expected: a number from 0 to 1 such as 0.25, or 25%.'],
    [fraction(), 'half', '1:1 error: "half" is not a number. Expected: a number from 0 to 1 such as 0.25, or 25%.'],
    [flag(), 'maybe', '1:1 error: "maybe" is neither true nor false. Write true or false.'],
    [nameIn('people'), 'Xavier', '1:1 error: "Xavier" is nobody here. There are Odile, Ness.'],
    [nameIn('people'), 'ferry', '1:1 error: "ferry" is in places, and a name from people belongs here.'],
    [nameIn('groups'), 'x', '1:1 error: "x" is not among the groups. Add it to groups.'],
    [choice(['a', 'b']), 'zzz', '1:1 error: "zzz" is not known here. Expected: one of a, b.'],
  ] as [Shape, string, string][])('%j refuses %j', (shape, source, remark) =>
    expect(said(shape, source)).toEqual([remark]),
  );
});

describe('lists, maps and records', () => {
  it('take a single value or set of fields for a list of one, and nothing for an empty one', () => {
    const deeds = record({ did: text(), by: list(nameIn('people')) });
    expect(valueOf(list(deeds), '{did: x, by: Ness}')).toEqual([{ did: 'x', by: ['Ness'] }]);
    expect(valueOf(record({ all: list(text()) }), 'all:')).toEqual({ all: [] });
    expect(said(list(deeds), '{did: x, by: Nes}')).toEqual(['1:14 error: "Nes" is nobody here. Nearest: Ness.']);
    expect(said(list(deeds), '{did: x}')).toEqual([
      '1:1 error: "by" is missing here. Add by: a list, each item a name from people.',
    ]);
  });

  it('give maps in byte order, with checked keys', () => {
    const shape = map(choice(['wary', 'just']), integer(0, 9));
    expect([...(valueOf(shape, '{wary: 1, just: 2}') as Map<string, number>)]).toEqual([
      ['just', 2],
      ['wary', 1],
    ]);
    expect(said(shape, '{just: 1, wray: 10}')).toEqual([
      '1:11 error: "wray" is not known here. Nearest: wary. Expected: one of wary, just.',
      '1:17 error: 10 is too large. Expected: a whole number from 0 to 9.',
    ]);
  });

  it('fill in defaults, and leave out what is optional', () => {
    const shape = record({ a: withDefault(duration(), 60), b: optionally(text()) });
    expect(valueOf(shape, '{}')).toEqual({ a: 60 });
    expect(valueOf(shape, '{a: 1h, b: x}')).toEqual({ a: 3_600, b: 'x' });
    expect(said(shape, 'words')).toEqual(['1:1 error: This file has to be made of fields. Write each as name: value.']);
  });
});

describe('one of several shapes', () => {
  const goods = either([amount('g'), amount('ml'), amount('piece')]);
  const tie = choice(['sister', 'fears']);
  const bond = either([tie, record({ was: tie }), record({ grudge: choice(['low', 'high']), since: duration() })]);

  it('is the first that fits', () => {
    expect(valueOf(list(goods), '[3 kg, 2 l, 7, 0]')).toEqual([3_000, 2_000, 7, 0]);
    expect(valueOf(bond, 'fears')).toBe('fears');
    expect(valueOf(bond, '{was: sister}')).toEqual({ was: 'sister' });
    expect(valueOf(bond, '{grudge: low, since: 2y}')).toEqual({ grudge: 'low', since: 63_072_000 });
    expect(valueOf(either([nameIn('people'), list(nameIn('places'))]), '[ferry]')).toEqual(['ferry']);
  });

  it('complains as the shape does whose form was right', () => {
    expect(said(goods, '-3 kg')).toEqual([
      '1:1 error: "-3 kg" is less than nothing. Write a weight such as 38 kg or 500 g.',
    ]);
    expect(said(either([phrase(['{people} sleeps']), duration()]), 'Nes sleeps')).toEqual([
      '1:1 error: "Nes" is nobody here. Nearest: Ness. The form is: <people> sleeps.',
    ]);
  });

  it('complains as the shape does that was nearly met', () => {
    expect(said(bond, '{was: sistr}')).toEqual([
      '1:7 error: "sistr" is not known here. Nearest: sister. Expected: one of sister, fears.',
    ]);
    expect(said(bond, '{grudge: high, since: 2}')).toEqual([
      '1:23 error: "2" has no unit. Write 2m for minutes, 2h for hours or 2d for days.',
    ]);
    expect(said(bond, 'sistr')).toEqual([
      '1:1 error: "sistr" is not known here. Nearest: sister. Expected: one of sister, fears.',
    ]);
  });

  it('names all of them where none is near', () => {
    expect(said(goods, 'plenty')).toEqual([
      '1:1 error: "plenty" does not fit here. Expected: a weight such as 38 kg, a volume such as 2 l or a number of pieces such as 60.',
    ]);
    expect(said(either([tie, nameIn('people')]), 'Odlie')).toEqual([
      '1:1 error: "Odlie" does not fit here. Nearest: Odile. Expected: one of sister, fears or a name from people.',
    ]);
    expect(said(either([tie, duration()]), '[x]')).toEqual([
      '1:1 error: A list cannot stand here. Expected: one of sister, fears or a duration such as 6h.',
    ]);
  });
});

describe('other files', () => {
  it('refer to the names of a scenario', () => {
    const { setup } = readScenario(sample, { file: 'f', parts });
    const known = namesOf(setup!, parts);
    const orders = list(record({ at: moment(), who: nameIn('people') }));
    const { value, remarks } = readData('- {at: d2, who: Tam}\n- {at: d3, who: Tma}\n', {
      file: 'o.yaml',
      shape: orders,
      names: known,
    });
    expect(value).toBeUndefined();
    expect(remarks.map(formatRemark)).toEqual(['o.yaml:2:17 error: "Tma" is nobody here. Nearest: Tam.']);
    expect(readData('- {at: d2, who: Tam}\n', { file: 'o.yaml', shape: orders, names: known }).value).toEqual([
      { at: 86_400, who: 'Tam' },
    ]);
    expect(readData('', { file: 'o.yaml', shape: orders }).remarks.map(formatRemark)).toEqual([
      'o.yaml:1:1 error: This file is empty. Write something in it.',
    ]);
  });

  it('can be remarked on by their own rules', () => {
    const { locate } = readData('- {at: d2}\n- {at: d1}\n', { file: 'o.yaml', shape: list(record({ at: moment() })) });
    const late = locate([{ severity: 'warning', code: 'late', message: 'Too late.', path: [1, 'at'] }]);
    expect(late.map(formatRemark)).toEqual(['o.yaml:2:8 warning: Too late.']);
  });
});
