import { ruleset } from '@anchorhold/engine';
import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from './json-schema.ts';
import { parts } from './sample.fixture.ts';

/** As much of a JSON Schema as is looked at here. */
interface Node {
  $schema: string;
  description: string;
  pattern: string;
  type: unknown;
  required: unknown;
  additionalProperties: unknown;
  properties: Record<string, Node>;
  anyOf: Node[];
}

describe('the JSON Schema', () => {
  const schema = scenarioJsonSchema(parts) as unknown as Node;
  const entry = (section: string) => schema.properties[section].additionalProperties as Node;
  const fields = (section: string) => entry(section).properties;

  it('is of draft 2020-12, plain JSON, and closed', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toBeUndefined();
    expect(Object.keys(schema.properties).sort()).toEqual([
      'begin',
      'contingencies',
      'groups',
      'lasts',
      'outcomes',
      'people',
      'places',
      'stores',
      'title',
    ]);
  });

  it('describes fields in the words of the systems', () => {
    expect(schema.properties.title.description).toBe('What the scenario is called.');
    expect(schema.properties.places.description).toBe('The places.');
    expect(fields('places').like).toEqual({
      type: 'string',
      enum: ['stone house', 'open yard', 'cable ferry', 'scrub', 'cellar'],
      description: 'A place of the library.',
    });
    expect(fields('groups').home).toMatchObject({ description: 'Where the group lives. A name from places.' });
  });

  it('says what is asked for, and lets entries be empty', () => {
    expect(entry('groups').required).toEqual(['home']);
    expect(entry('people').type).toEqual(['object', 'null']);
  });

  it('takes one item for a list', () => {
    const { anyOf } = fields('people').temper;
    expect(anyOf[0]).toMatchObject({ type: 'array', items: { enum: ['wary', 'just', 'rash', 'loyal'] } });
    expect(anyOf[1]).toMatchObject({ enum: ['wary', 'just', 'rash', 'loyal'] });
  });

  it('gives the written forms of quantities, times and phrases as patterns', () => {
    const matches = (field: Node, value: string) => new RegExp(field.pattern).test(value);
    const { food, lamp } = fields('stores');
    expect([matches(food, '38.5 kg'), matches(food, '38'), matches(food, '2 l'), matches(lamp, '2 l')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const { at } = fields('outcomes');
    expect([matches(at, 'd5 00:00'), matches(at, 'd-1'), matches(at, '6h'), matches(at, 'noon')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const { lasts } = schema.properties;
    expect([matches(lasts, '1h 30m'), matches(lasts, 'PT6H'), matches(lasts, '90')]).toEqual([true, true, false]);
    const { when } = fields('contingencies');
    expect([matches(when, 'Odile is down'), matches(when, 'Odile sleeps')]).toEqual([true, false]);
  });

  it('of the whole engine knows every section and field', () => {
    const whole = scenarioJsonSchema(ruleset.sections) as unknown as Node;
    const sections = new Set(ruleset.sections.map(({ section }) => section));
    expect(new Set(Object.keys(whole.properties))).toEqual(sections);
    for (const part of ruleset.sections) {
      if (part.part === 'whole') continue;
      const entries = whole.properties[part.section].additionalProperties as Node;
      expect(Object.keys(entries.properties)).toEqual(expect.arrayContaining(Object.keys(part.fields)));
    }
  });
});
