import { beginning, entries, integer, moment, whole, withDefault } from '@anchorhold/engine';
import { describe, expect, it } from 'vitest';
import { readScenario } from './read.ts';
import { formatRemark } from './remarks.ts';
import * as fixture from './sample.fixture.ts';
import { setupToJson } from './setup.ts';

const { parts, sample } = fixture;
const read = (text: string) => readScenario(text, { file: 'weir.yaml', parts });
const said = (text: string) => read(text).remarks.map(formatRemark);
/** The remarks about the sample with one piece of text changed. */
const changed = (from: string, to: string) => {
  expect(sample).toContain(from);
  return said(sample.replace(from, to)).map((line) => line.replace('weir.yaml:', ''));
};

describe('a good file', () => {
  const { setup, remarks } = read(sample);

  it('has no remarks', () => expect(remarks).toEqual([]));

  it('gives whole fields, with defaults', () => {
    expect(setup?.whole(fixture.title)).toBe('The Rope at Low Weir');
    expect(setup?.whole(fixture.begin)).toEqual({
      season: 'autumn',
      part: 'late',
      time: 59_400,
      weather: ['river fog'],
    });
    expect(setup?.whole(fixture.lasts)).toBe(432_000);
    expect(read('title: x').setup?.whole(fixture.lasts)).toBe(86_400);
    expect(read('lasts: 1h').setup?.whole(fixture.title)).toBeUndefined();
  });

  it('gives names in byte order and each part its own fields', () => {
    expect([...(setup?.entries(fixture.peopleParts).keys() ?? [])]).toEqual([
      'Bede',
      'Bram',
      'Corrin',
      'Iselin',
      'Lone',
      'Tam',
    ]);
    expect(setup?.entries(fixture.bondParts).get('Iselin')).toEqual({
      ties: new Map<string, unknown>([
        ['Bram', 'brother'],
        ['Corrin', { was: 'husband' }],
      ]),
    });
    expect(setup?.entries(fixture.peopleParts).get('Lone')).toEqual({
      name: undefined,
      age: 30,
      group: undefined,
      temper: [],
      office: undefined,
      nerve: 0.5,
      child: false,
      wounds: [],
    });
  });

  it('gives quantities in base units, windows, moments, phrases and single values as lists', () => {
    expect(setup?.entries(fixture.storeParts).get('mill house')).toEqual({
      food: 38_500,
      salt: 120_000,
      lamp: 2_000,
      rounds: 60,
      bandages: 9,
    });
    expect(setup?.entries(fixture.groupParts).get('Tallow Road')).toMatchObject({
      'hostile to': ['mill folk'],
      comes: { from: 86_400, to: 259_200 },
    });
    expect(setup?.entries(fixture.outcomeParts).get('the landing holds')?.at).toBe(345_600);
    expect(setup?.entries(fixture.contingencyParts).get('the cut rope')).toMatchObject({
      when: { pattern: 'raiders seen on {places}', names: { places: 'raft' } },
      unless: { pattern: '{people|groups} seen on {places}', names: { people: 'Iselin', places: 'raft' } },
    });
    expect(setup?.entries(fixture.pastParts).get('Bede')?.past).toEqual([
      { did: 'steal', what: '6 kg salt', ago: 172_800, 'seen by': ['Tam'] },
    ]);
  });

  it('knows which name the file gives first', () => {
    expect(setup?.first('groups')).toBe('mill folk');
    expect(setup?.first('people')).toBe('Iselin');
    expect(setup?.first('nothing')).toBeUndefined();
  });

  it('counts moments given as durations from the beginning', () => {
    const later = read(sample.replace('at: d5 00:00', 'at: 2h')).setup;
    expect(later?.entries(fixture.outcomeParts).get('the landing holds')?.at).toBe(59_400 + 7_200);
  });

  it('takes what the beginning leaves out from its default', () => {
    const morning = { season: 'winter', part: 'late', time: 21_600, weather: ['snow'] } as const;
    const own = whole('begin', withDefault(beginning(), morning));
    const alarm = whole('alarm', moment());
    const at = (text: string) => {
      const { setup: read_ } = readScenario(text, { file: 'f', parts: [own, alarm] });
      return [read_?.whole(own), read_?.whole(alarm)];
    };
    expect(at('alarm: 1h')).toEqual([morning, 25_200]);
    expect(at('begin: fog\nalarm: 1h')).toEqual([{ ...morning, weather: ['fog'] }, 25_200]);
    expect(at('begin: spring, d1 12:00\nalarm: 1h')).toEqual([
      { season: 'spring', part: 'mid', time: 43_200, weather: [] },
      46_800,
    ]);
  });

  it('knows a part by what it asks for', () => {
    const again = entries('people', { age: withDefault(integer(0, 120), 30) });
    expect(setup?.entries(again).get('Tam')).toEqual({ age: 15 });
    const other = entries('people', { age: withDefault(integer(0, 121), 30) });
    expect(() => setup?.entries(other)).toThrow('field "age"');
  });

  it('takes names that look like numbers, words of YAML or members of objects', () => {
    const names = ['1984', '007', 'true', 'no', 'constructor', 'toString', 'hasOwnProperty', '1e3'];
    const { setup: odd, remarks: none } = read(
      `people:\n${names.map((name) => `  ${name}: {ties: {${name}: fears}}\n`).join('')}`,
    );
    expect(none).toEqual([]);
    expect([...(odd?.entries(fixture.peopleParts).keys() ?? [])].sort()).toEqual([...names].sort());
    expect(said('people:\n  A: {ties: {constructor: fears}}\n')).toHaveLength(1);
  });

  it('takes one name in two Unicode forms as the same', () => {
    expect(said('people:\n  Zo\u00eb:\n  Al: {ties: {Zoe\u0308: fears}}\n')).toEqual([]);
  });

  it('reads lines with carriage returns and a byte order mark', () => {
    expect(said(`\uFEFF${sample.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });

  it('writes aliases out', () => {
    const { setup: both, remarks: none } = read('people:\n  A: &a {age: 7, temper: wary}\n  B: *a\n');
    expect(none).toEqual([]);
    expect(both?.entries(fixture.peopleParts).get('B')).toEqual(both?.entries(fixture.peopleParts).get('A'));
  });

  it('throws if asked for a part that it was read without', () => {
    const { setup: partial } = readScenario('title: x', { file: 'f', parts: [fixture.title] });
    expect(() => partial?.entries(fixture.peopleParts)).toThrow('without the part that declares "people"');
    expect(() => partial?.whole(fixture.begin)).toThrow('without the part that declares "begin"');
  });
});

describe('errors teach', () => {
  it.each([
    ['Bram: {temper', 'Brom: {temper', '18:12 error: "Bram" is nobody here. Nearest: Brom (line 21).'],
    ['leader: Iselin', 'leader: Islein', '12:41 error: "Islein" is nobody here. Nearest: Iselin (line 15).'],
    [
      'leader: Iselin',
      'leader: raft',
      '12:41 error: "raft" is in places (line 9), and a name from people belongs here.',
    ],
    [
      'next to: mill house}\n  landing',
      'next to: mill hose}\n  landing',
      '7:40 error: "mill hose" is no place here. Nearest: mill house (line 6).',
    ],
    ['age: 15', 'aeg: 15', '22:9 error: There is no field "aeg" here. Nearest: age.'],
    ['age: 15', 'age:15', '22:9 error: "age:15" has no space after the colon. Write age: 15.'],
    ['stores:\n', 'storse:\n', '29:1 error: There is no section "storse". Nearest: stores.'],
    [
      'office: stores',
      'office: stoers',
      '24:13 error: "stoers" is not known here. Nearest: stores. Expected: one of stores, watch, doctor.',
    ],
    ['age: 15', 'age: 150', '22:14 error: 150 is too large. Expected: a whole number from 0 to 120.'],
    ['age: 15', 'age: 15.5', '22:14 error: "15.5" is not a whole number. Expected: a whole number from 0 to 120.'],
    [
      'nerve: 30%',
      'nerve: 130%',
      '22:48 error: 130% lies outside 0 to 1. Expected: a number from 0 to 1 such as 0.25, or 25%.',
    ],
    ['food: 38.5 kg', 'food: 38', '30:22 error: "38" has no unit. Write a weight such as 38 kg or 500 g.'],
    [
      'food: 38.5 kg',
      'food: -3 kg',
      '30:22 error: "-3 kg" is less than nothing. Write a weight such as 38 kg or 500 g.',
    ],
    ['rounds: 60', 'rounds: 6.5', '30:64 error: "6.5" does not come to whole pieces. Write a whole number such as 60.'],
    [
      'rounds: 60',
      'rounds: 99999999999',
      '30:64 error: "99999999999" is too much: at most 2147483647 pieces fit. Write a smaller quantity.',
    ],
    ['ago: 2d', 'ago: 2', '26:44 error: "2" has no unit. Write 2m for minutes, 2h for hours or 2d for days.'],
    [
      'comes: d2 to d4',
      'comes: d4 to d2',
      '13:103 error: "d4 to d2" ends before it begins. Write the earlier moment first.',
    ],
    ['at: d5 00:00', 'at: 16:30', '34:58 error: "16:30" does not say which day. Write the day too: d1 16:30.'],
    ['late autumn', 'late autum', '3:8 error: "late autum" is no season. Nearest: late autumn.'],
    ['{home: mill house, leader', '{leader', '12:3 error: "home" is missing here. Add home: a name from places.'],
    [
      'leader: Iselin',
      'leader:',
      '12:33 error: Nothing is written here. Write a name from people after the colon, or leave the line out.',
    ],
    [
      'temper: [rash, loyal]',
      'temper: {rash: 1}',
      '21:18 error: Fields cannot stand here. Expected: one of wary, just, rash, loyal.',
    ],
    ['age: 15', 'age: [15]', '22:14 error: A list cannot stand here. Expected: a whole number from 0 to 120.'],
    [
      'Bram: {temper: [rash, loyal], group: mill folk}',
      'Bram: rash',
      '21:9 error: "rash" cannot stand here. Expected: fields {age, child, group, name, nerve, office, past, temper, …}.',
    ],
    [
      'when: raiders seen on raft',
      'when: raiders seen on rafft',
      '32:92 error: "rafft" is no place here. Nearest: raft (line 9). The form is: raiders seen on <places>.',
    ],
    [
      'unless: Iselin seen',
      'unless: Isolin seen',
      '32:136 error: "Isolin" is not among the people or groups. Nearest: Iselin (line 15). The form is: <people or groups> seen on <places>.',
    ],
    [
      'do: cut raft',
      'do: sever raft',
      '32:118 error: "sever raft" has none of the forms known here. Forms: cut <places>; fire at <people or groups> from <places>.',
    ],
    [
      'Iselin: fears',
      'Iselin: faers',
      '22:33 error: "faers" is not known here. Nearest: fears. Expected: one of sister, brother, husband, wife, fears.',
    ],
    [
      '{grudge: high}',
      '{grudge: hihg}',
      '27:76 error: "hihg" is not known here. Nearest: high. Expected: one of low, high.',
    ],
    [
      '{was: husband}',
      '[husband]',
      '18:35 error: A list cannot stand here. Expected: one of sister, brother, husband, wife, fears or fields {was, grudge}.',
    ],
    [
      '  Tam: {',
      '  Iselin: {',
      '22:3 error: "Iselin" is here twice: first on line 15. Keys are what things are known by: change one of them, or join the two.',
    ],
  ])('%s -> %s', (from, to, remark) => {
    expect(changed(from, to)).toContain(remark);
  });

  it('finds all errors of a file at once, in its order', () => {
    const text =
      'begin: noon\nplaces:\n  a: {like: scrubb, nxt: b}\nlasts: long\npeople:\n  B: {ties: {C: fears}, age: old}\nbogus: 1\n';
    expect(read(text).remarks.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '3:13 unknown-word',
      '3:21 unknown-field',
      '4:8 bad-duration',
      '6:14 unknown-name',
      '6:30 bad-number',
      '7:1 unknown-section',
    ]);
  });

  it('gives no setup where there is an error', () => expect(read('titel: x').setup).toBeNull());

  it('takes names that are defined further down', () => {
    expect(said('groups:\n  g: {home: p}\nplaces:\n  p:\n')).toEqual([]);
  });

  it('reports at most so many errors, and counts the rest', () => {
    const text = `people:\n${Array.from({ length: 900 }, (_, i) => `  p${i}: {age: x}\n`).join('')}`;
    const { remarks } = read(text);
    expect(remarks).toHaveLength(201);
    expect(remarks.at(-1)).toMatchObject({ code: 'more-errors', message: 'There are 700 more errors.' });
  });
});

describe('what is not YAML', () => {
  it.each([
    ['title: The Toll: at Low Weir\n', '1:8 error: A colon inside text starts a new field. Quote the title.'],
    ['places:\n  a: {like: scrub: b}\n', '2:13 error: A colon inside text starts a new field. Quote the like.'],
    ['title: "x\nlasts: 1d\n', '1:8 error: This " is never closed. Add " where the text ends.'],
    [
      'places:\n  a: {like: scrub\npeople:\n',
      '2:6 error: This { is never closed. Add }, and indent what stands inside deeper than the line that opens it.',
    ],
    ['people:\n\tA: {}\n', '2:1 error: A tab indents this line. Indent with spaces.'],
    [
      'title: x\nplaces\nlasts: 1d\n',
      '2:1 error: There is no colon with a space after it in "places". Write a field as name: value.',
    ],
    [
      'people:\n  A:\n    age: 3\n     child: yes\n',
      '4:6 error: This line does not stand under the lines that it belongs to. Give lines that belong together the same number of spaces in front.',
    ],
    ['title: @x\n', '1:8 error: Plain text cannot start with @. Put the text in quotes.'],
    [
      'title: "\\q"\n',
      "1:9 error: A backslash in double quotes starts an escape, and this one is unknown. Write \\\\, or use single quotes: 'text'.",
    ],
    [
      "title: 'it's'\n",
      "1:12 error: Text goes on after the closing quote or bracket. Put quotes around all of it; inside single quotes write '' for an apostrophe.",
    ],
    ['title: x]\nplaces: {a: {}}}\n', '2:16 error: This } closes nothing. Remove it, or add the { that is missing.'],
    [
      'people:\n    A: {}\n  B: {}\n',
      '3:1 error: This line does not stand under the lines that it belongs to. Give lines that belong together the same number of spaces in front.',
    ],
    [
      'title: - x\n',
      '1:8 error: A dash starts a list here, and a list cannot stand here. Start a list on a line of its own, each item as - item, or write [item, item].',
    ],
    [
      'title: x\n---\ntitle: y\n',
      '2:1 error: A second document starts here. Remove the line with --- or ..., or put the rest in a file of its own.',
    ],
    [
      'title: *x\n',
      '1:8 error: *x is an alias, and nothing above is marked &x. Put the text in quotes if it only starts with a *.',
    ],
    [
      'title: !!js/function x\n',
      '1:8 error: A word that starts with ! is a YAML tag, and tags are not read here. Remove it, or quote the text.',
    ],
    [
      '%YAML 1.1\n---\ntitle: x\n',
      '1:1 error: A line that starts with % is a YAML directive, and directives are not read here. Remove it, or quote the text.',
    ],
    ['', '1:1 error: This file is empty. Start with title:, begin:, places: and people:.'],
    ['# nothing\n', '1:1 error: This file is empty. Start with title:, begin:, places: and people:.'],
    [
      'just words\n',
      '1:1 error: A scenario is made of fields, such as title:, places: and people:. Write each field as name: value on a line of its own.',
    ],
    [
      '- a\n- b\n',
      '1:1 error: A scenario is made of fields, such as title:, places: and people:. Write each field as name: value on a line of its own.',
    ],
  ])('%j', (text, remark) => {
    const lines = said(text).map((line) => line.replace('weir.yaml:', ''));
    expect(lines).toContain(remark);
  });

  it('still reports the errors of other sections, and says nothing about names that may have been lost', () => {
    const text = 'title: A: b\nbegin: d1\nlasts: long\nstores:\n  mill: {food: 3}\npeople:\n  A: {ties: {B: fears}}\n';
    expect(read(text).remarks.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '1 colon-in-text',
      '3 bad-duration',
      '5 no-unit',
    ]);
  });
});

describe('remarks of systems', () => {
  const { locate } = read(sample);
  const at = (...path: (string | number)[]) => {
    const [remark] = locate([{ severity: 'warning', code: 'odd', message: 'Odd.', path }]);
    return `${remark?.line}:${remark?.column}`;
  };

  it('stand at the value, or at the nearest thing around that is there', () => {
    expect(at('people', 'Tam', 'age')).toBe('22:14');
    expect(at('people', 'Iselin', 'past', 0, 'seen by', 0)).toBe('20:69');
    expect(at('people', 'Bede', 'past', 0, 'seen by', 0)).toBe('26:57');
    expect(at('people', 'Tam', 'office')).toBe('22:3');
    expect(at('people', 'Lone')).toBe('28:3');
    expect(at('people', 'Nobody', 'age')).toBe('14:1');
    expect(at('nowhere')).toBe('2:1');
    expect(at()).toBe('2:1');
  });

  it('come out in the order of the file', () => {
    const lines = locate([
      { severity: 'warning', code: 'b', message: 'B.', path: ['stores'] },
      { severity: 'warning', code: 'a', message: 'A.', path: ['places'], hint: 'Do.' },
    ]);
    expect(lines.map(formatRemark)).toEqual(['weir.yaml:6:3 warning: A. Do.', 'weir.yaml:30:3 warning: B.']);
  });
});

describe('identity', () => {
  it('is the key: showing another name changes nothing else', () => {
    const json = (text: string) => JSON.stringify(setupToJson(read(text).setup!, parts));
    const renamed = sample.replace('Old Iselin', 'The Reeve');
    expect(json(renamed)).toBe(json(sample).replace('Old Iselin', 'The Reeve'));
    expect(json(renamed)).not.toBe(json(sample));
  });
});
