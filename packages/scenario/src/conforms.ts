import type { Shape } from '@anchorhold/engine';
import { describe } from './messages.ts';
import { LARGEST } from './decimal.ts';
import { compilePattern, type IsName } from './phrases.ts';

/**
 * Whether a value that did not come through a file's validation (it was saved, and may have been tampered with since) is
 * one that the shape lets through. Null if so, else what is wrong and where, for an error message.
 */
export function nonconformity(value: unknown, shape: Shape, isName: IsName, where = 'the scenario'): string | null {
  const inside = (inner: unknown, of: Shape, step: string | number) =>
    nonconformity(inner, of, isName, `${where}, ${step}`);
  switch (shape.is) {
    case 'optional':
    case 'default':
      // A default that was written out is a value of the shape; one that was left out is undefined only if optional.
      return value === undefined && shape.is === 'optional' ? null : nonconformity(value, shape.of, isName, where);
    case 'list':
      if (!Array.isArray(value)) return `${where} is not a list`;
      return first(value.entries(), (item, i) => inside(item, shape.of, i));
    case 'map':
      if (!(value instanceof Map)) return `${where} is not a map`;
      return first(
        (value as Map<string, unknown>).entries(),
        (item, key) => inside(key, shape.key, key) ?? inside(item, shape.value, key),
      );
    case 'record': {
      if (!isObject(value)) return `${where} has no fields`;
      const foreign = Object.keys(value).find((field) => !Object.hasOwn(shape.fields, field));
      if (foreign !== undefined) return `${where} has the unknown field ${JSON.stringify(foreign)}`;
      return first(Object.entries(shape.fields), (field, name) => inside(value[name], field, name));
    }
    case 'either': {
      const reasons = shape.of.map((option) => nonconformity(value, option, isName, where));
      return reasons.includes(null) ? null : `${where} fits none of its shapes`;
    }
    default:
      return fitsScalar(value, shape, isName) ? null : `${where} is not ${describe(shape)}`;
  }
}

function first<K, V>(pairs: Iterable<readonly [K, V]>, check: (value: V, key: K) => string | null): string | null {
  for (const [key, value] of pairs) {
    const wrong = check(value, key);
    if (wrong !== null) return wrong;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);
const isWhole = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
const isText = (value: unknown, max: number) => typeof value === 'string' && value.length <= max;

type ScalarShape = Exclude<Shape, { is: 'list' | 'map' | 'record' | 'either' | 'optional' | 'default' }>;

function fitsScalar(value: unknown, shape: ScalarShape, isName: IsName): boolean {
  switch (shape.is) {
    case 'text':
      return isText(value, shape.max);
    case 'integer':
      return isWhole(value, shape.min, shape.max);
    case 'fraction':
      return typeof value === 'number' && value >= 0 && value <= 1;
    case 'flag':
      return typeof value === 'boolean';
    case 'amount':
    case 'duration':
      return isWhole(value, 0, LARGEST);
    case 'moment':
      return isWhole(value, -LARGEST, LARGEST);
    case 'window':
      return (
        isObject(value) && isWhole(value['from'], -LARGEST, LARGEST) && isWhole(value['to'], value['from'], LARGEST)
      );
    case 'begin':
      return (
        isObject(value) &&
        ['spring', 'summer', 'autumn', 'winter'].includes(value['season'] as string) &&
        ['early', 'mid', 'late'].includes(value['part'] as string) &&
        isWhole(value['time'], -LARGEST, LARGEST) &&
        Array.isArray(value['weather']) &&
        value['weather'].every((word) => isText(word, 1_000))
      );
    case 'choice':
      return shape.of.includes(value as string);
    case 'name':
      return typeof value === 'string' && shape.sections.some((section) => isName(section, value));
    case 'phrase':
      return isObject(value) && isPhrase(value['pattern'], value['names'], shape.patterns, isName);
  }
}

function isPhrase(pattern: unknown, names: unknown, patterns: readonly string[], isName: IsName): boolean {
  if (typeof pattern !== 'string' || !patterns.includes(pattern) || !isObject(names)) return false;
  const gaps = compilePattern(pattern).pieces.filter((piece) => typeof piece !== 'string');
  return (
    gaps.length === Object.keys(names).length &&
    gaps.every(({ label, sections }) => {
      const name = names[label];
      return typeof name === 'string' && sections.some((section) => isName(section, name));
    })
  );
}
