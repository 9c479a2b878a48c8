import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fields, SectionPart, Shape } from '@anchorhold/engine';

/** A page of the guide: its file, and its text. */
export const page = (name: string): string => fileURLToPath(new URL(`../../../docs/guide/${name}`, import.meta.url));
export const read = (name: string): string => readFileSync(page(name), 'utf8');

/** What stands between two marks of a page. With WRITE_GUIDE=1 it is put there instead of being compared. */
export function marked(name: string, mark: string, wanted: string): { found: string; wanted: string } {
  const [start, end] = [`<!-- ${mark} -->\n\n`, `\n\n<!-- end of ${mark} -->`];
  const text = read(name);
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  if (process.env['WRITE_GUIDE'] === '1') writeFileSync(page(name), text.slice(0, from) + wanted + text.slice(to));
  return { found: read(name).slice(from, read(name).indexOf(end)), wanted };
}

/** The fields of scenario files as Markdown lists, from what the systems declare: section by section, in byte order. */
export function fieldsReference(parts: readonly SectionPart[]): string {
  const wholes: string[] = [];
  const entries = new Map<string, Record<string, Shape>>();
  for (const part of parts) {
    if (part.part === 'whole') wholes.push(item(`${part.section}`, part.shape));
    else entries.set(part.section, { ...entries.get(part.section), ...part.fields });
  }
  const sections = inOrder([...entries]).map(([section, fields]) => `### ${section}\n\n${fieldList(fields)}`);
  return [`### At the top of the file\n\n${wholes.sort().join('\n')}`, ...sections].join('\n\n');
}

/** Fields as a Markdown list. */
export const fieldList = (fields: Fields): string =>
  inOrder(Object.entries(fields))
    .map(([name, shape]) => item(name, shape))
    .join('\n');

const inOrder = <V>(pairs: [string, V][]): [string, V][] => pairs.sort(([a], [b]) => (a < b ? -1 : 1));

function item(name: string, shape: Shape, indent = ''): string {
  const doc = docOf(shape);
  const inside = fieldsInside(shape);
  const deeper =
    inside === null
      ? ''
      : `\n${inOrder(Object.entries(inside))
          .map(([field, of]) => item(field, of, `${indent}  `))
          .join('\n')}`;
  return `${indent}- \`${name}\`: ${words(shape)}${leftOut(shape)}.${doc}${deeper}`;
}

/** What a shape says of itself; failing that, what its items say. */
function docOf(shape: Shape): string {
  if (shape.doc !== undefined) return ` ${shape.doc}`;
  return shape.is === 'optional' || shape.is === 'default' || shape.is === 'list' ? docOf(shape.of) : '';
}

/** The fields of a record that stands somewhere in a shape. */
function fieldsInside(shape: Shape): Fields | null {
  if (shape.is === 'record') return shape.fields;
  if (shape.is === 'optional' || shape.is === 'default' || shape.is === 'list') return fieldsInside(shape.of);
  if (shape.is === 'map') return fieldsInside(shape.value);
  if (shape.is === 'either') return shape.of.map(fieldsInside).find((fields) => fields !== null) ?? null;
  return null;
}

function leftOut(shape: Shape): string {
  if (shape.is === 'optional') return '; may be left out';
  if (shape.is !== 'default') return '';
  const { value } = shape;
  if (value instanceof Map || (Array.isArray(value) && value.length === 0)) return '; none if left out';
  if (typeof value === 'boolean') return `; ${value ? 'yes' : 'no'} if left out`;
  if (typeof value === 'number' && shape.of.is === 'duration') return `; ${spanWords(value)} if left out`;
  if (typeof value === 'number' || typeof value === 'string') return `; ${value} if left out`;
  if (Array.isArray(value)) return `; ${value.join(', ')} if left out`;
  if (typeof value === 'object' && value !== null && 'pattern' in value)
    return `; \`${String(value.pattern)}\` if left out`;
  return '; may be left out';
}

const spanWords = (seconds: number): string => (seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds}s`);
const orList = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;

function words(shape: Shape): string {
  switch (shape.is) {
    case 'text':
      return `text of at most ${shape.max} characters`;
    case 'integer':
      return `a whole number from ${shape.min} to ${shape.max}`;
    case 'fraction':
      return 'a number from 0 to 1';
    case 'flag':
      return 'true or false';
    case 'amount':
      return { g: 'a weight such as `38 kg`', ml: 'a volume such as `2 l`', piece: 'a number of pieces such as `60`' }[
        shape.unit
      ];
    case 'duration':
      return 'a duration such as `6h`';
    case 'moment':
      return 'a moment such as `d2 04:30`';
    case 'window':
      return 'a span of time such as `d2 to d4`';
    case 'begin':
      return 'season, day and clock, weather: `late autumn, d1 16:30, river fog`';
    case 'choice':
      return `one of ${shape.of.map((word) => `\`${word}\``).join(', ')}`;
    case 'name':
      return `a name from ${orList(shape.sections.map((section) => `\`${section}\``))}`;
    case 'phrase':
      return `one of these forms: ${shape.patterns.map((pattern) => `\`${pattern}\``).join(', ')}`;
    case 'list':
      return `a list, or a single item; each ${words(shape.of)}`;
    case 'map':
      return `fields; each key is ${words(shape.key)}, each value ${words(shape.value)}`;
    case 'record':
      return 'fields';
    case 'either':
      return orList(shape.of.map(words));
    case 'optional':
    case 'default':
      return words(shape.of);
  }
}
