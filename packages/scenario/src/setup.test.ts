import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entries, integer, nameIn, phrase, text, whole, type Setup } from '@anchorhold/engine';
import { readScenario } from './read.ts';
import * as fixture from './sample.fixture.ts';
import { setupFromJson, setupToJson, type SetupJson } from './setup.ts';

const { parts, sample } = fixture;
const read = (source: string) => {
  const { setup, remarks } = readScenario(source, { file: 'f', parts });
  expect(remarks).toEqual([]);
  return setup!;
};
const all = (setup: Setup) => [
  setup.whole(fixture.title),
  setup.whole(fixture.begin),
  setup.whole(fixture.lasts),
  setup.entries(fixture.placeParts),
  setup.entries(fixture.groupParts),
  setup.entries(fixture.peopleParts),
  setup.entries(fixture.bondParts),
  setup.entries(fixture.pastParts),
  setup.entries(fixture.storeParts),
  setup.entries(fixture.contingencyParts),
  setup.entries(fixture.outcomeParts),
];
const json = (source: string) => setupToJson(read(source), parts);

/** Parsed JSON to be tampered with: anything may be in it. */
type Copy = ReturnType<typeof JSON.parse>;

describe('a setup as JSON', () => {
  it('comes back as it was, through text', () => {
    const original = read(sample);
    const back = setupFromJson(JSON.parse(JSON.stringify(setupToJson(original, parts))), parts);
    expect(all(back)).toEqual(all(original));
    expect(back.first('groups')).toBe('mill folk');
    expect(setupToJson(back, parts)).toEqual(setupToJson(original, parts));
  });

  it('of an almost empty scenario comes back too', () => {
    const small = json('title: x');
    expect(small).toEqual({ form: 1, sections: { lasts: 86_400, title: 'x' }, first: {} });
    expect(setupToJson(setupFromJson(small, parts), parts)).toEqual(small);
  });

  it('is refused if it was tampered with', () => {
    const broken = (change: (copy: Copy) => void) => () => {
      const copy = JSON.parse(JSON.stringify(json(sample))) as Copy;
      change(copy);
      setupFromJson(copy, parts);
    };
    const person = (copy: Copy, name: string) =>
      copy.sections.people.$map.find(([key]: readonly [string, Copy]) => key === name)[1] as Copy;
    expect(broken(() => {})).not.toThrow();
    expect(broken((copy) => (copy.form = 2))).toThrow('not the data of a scenario');
    expect(broken((copy) => (copy.sections.bogus = 1))).toThrow('the scenario has the unknown field "bogus"');
    expect(broken((copy) => (copy.sections.stores = {}))).toThrow('stores is not a map');
    expect(broken((copy) => (copy.sections.people = { $map: [[1, 2]] }))).toThrow('a map without names');
    expect(broken((copy) => (person(copy, 'Tam').age = 1.5))).toThrow('Tam, age is not a whole number from 0 to 120');
    expect(broken((copy) => (person(copy, 'Tam').nerve = 2))).toThrow('nerve is not a number from 0 to 1');
    expect(broken((copy) => (person(copy, 'Tam').child = 0))).toThrow('child is not true or false');
    expect(broken((copy) => (person(copy, 'Bram').group = 'nobody'))).toThrow('group is not a name from groups');
    expect(broken((copy) => (person(copy, 'Bram').temper = 'rash'))).toThrow('temper is not a list');
    expect(broken((copy) => delete person(copy, 'Bram').temper)).toThrow('temper is not a list');
    expect(broken((copy) => (person(copy, 'Tam').ties.$map[0][1] = { was: 'friend' }))).toThrow(
      'fits none of its shapes',
    );
    expect(broken((copy) => (copy.sections.begin.season = 'monsoon'))).toThrow('begin is not a beginning');
    expect(broken((copy) => (copy.sections.lasts = -1))).toThrow('lasts is not a duration');
    expect(broken((copy) => (copy.sections.title = 'x'.repeat(201)))).toThrow('title is not text');
    expect(broken((copy) => (copy.sections.stores.$map[0][1].food = null))).toThrow('food is not a weight');
    expect(broken((copy) => (copy.sections.contingencies.$map[0][1].when.pattern = 'x'))).toThrow(
      'when is not words of the form',
    );
    expect(broken((copy) => (copy.sections.contingencies.$map[0][1].when.names.places = 'x'))).toThrow(
      'when is not words of the form',
    );
    expect(broken((copy) => (copy.sections.groups.$map[0][1].comes = { from: 5, to: 3 }))).toThrow(
      'comes is not a span of time',
    );
    expect(broken((copy) => (copy.sections.outcomes.$map[0][1].at = 'd5'))).toThrow('at is not a moment');
    expect(broken((copy) => (copy.first.groups = 'nobody'))).toThrow('lacks the first name of groups');
    let deep: unknown = [];
    for (let i = 0; i < 100; i++) deep = [deep];
    expect(broken((copy) => (copy.sections.title = deep))).toThrow('nested too deep');
    expect(() => setupFromJson(null, parts)).toThrow('not the data of a scenario');
  });

  it('never crashes in another way, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map((sections) => ({ form: 1, sections })),
        ),
        (anything) => {
          try {
            setupFromJson(anything, parts);
          } catch (error) {
            expect((error as Error).message).toMatch(/scenario/);
          }
        },
      ),
    );
  });
});

describe('the order of a file', () => {
  const [head = '', ...sections] = sample.split(/^(?=\w)/m);
  /** The entries of a section, each with the lines that belong to it. */
  const entriesOf = (section: string) => section.split(/^(?= {2}\w)/m);
  const sections_ = sections.map(entriesOf);
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  const reordered = shuffled(sections_).chain((chosen) =>
    fc
      .tuple(...chosen.map(([title = '', ...rest]) => shuffled(rest).map((order) => title + order.join(''))))
      .map((texts) => head + texts.join('')),
  );

  it('changes nothing but which name comes first', () => {
    const expected: Partial<SetupJson> = json(sample);
    fc.assert(
      fc.property(reordered, (text) => {
        const { sections: found } = json(text);
        expect(JSON.stringify(found)).toBe(JSON.stringify(expected.sections));
      }),
      { numRuns: 200 },
    );
  });
});

describe('parts that contradict one another', () => {
  it.each([
    [
      [entries('people', { age: integer(0, 9) }), entries('people', { age: integer(0, 8) })],
      'the field "age" of "people"',
    ],
    [[whole('title', text()), whole('title', text('other'))], 'Two systems declare "title"'],
    [[whole('people', text()), entries('people', {})], 'both as entries and as a whole'],
    [[whole('when', phrase(['{a}{b}']))], 'two gaps with no word between'],
  ])('are a mistake of the systems: %#', (wrong, message) => {
    expect(() => readScenario('title: x', { file: 'f', parts: wrong })).toThrow(message);
  });

  it('may share one and the same shape', () => {
    const group = nameIn('groups');
    const both = [entries('people', { group }), entries('people', { group }), entries('groups', {})];
    expect(readScenario('people: {A: {group: g}}\ngroups: {g: }', { file: 'f', parts: both }).remarks).toEqual([]);
  });
});
