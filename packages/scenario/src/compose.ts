import type { Begin, Fields, SectionPart, Shape } from '@anchorhold/engine';
import { inByteOrder } from './byte-order.ts';
import { defaultLimits } from './limits.ts';
import { compilePattern } from './phrases.ts';

export type RecordShape = Extract<Shape, { is: 'record' }>;
export type MapShape = Extract<Shape, { is: 'map' }>;

/** What the parts of all systems come to: one shape for the whole file, and the names of its sections of entries. */
export interface Composition {
  readonly shape: RecordShape;
  readonly entrySections: ReadonlyMap<string, RecordShape>;
  /** The top-level field that says when the scenario begins, if a system declares one; and its default. */
  readonly beginSection: string | null;
  readonly beginDefault: Begin | null;
}

/** Whether two shapes ask for the same. Some systems make a shape anew each time they are asked for it. */
export function sameShape(a: Shape | undefined, b: Shape | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}

/**
 * Puts the parts of all systems together. Throws on what only a programmer can mend: two parts that give one field
 * different shapes, a section that is both entries and a whole, a phrase that cannot be taken apart.
 */
export function compose(parts: readonly SectionPart[]): Composition {
  const fields = new Map<string, Record<string, Shape>>();
  const docs = new Map<string, string[]>();
  const wholes = new Map<string, Shape>();
  for (const part of parts) {
    if (part.doc !== undefined) docs.set(part.section, [...(docs.get(part.section) ?? []), part.doc]);
    if (part.part === 'whole') {
      const before = wholes.get(part.section);
      if (before !== undefined && !sameShape(before, part.shape))
        throw new Error(`Two systems declare "${part.section}".`);
      wholes.set(part.section, part.shape);
      checkPhrases(part.shape);
      continue;
    }
    const section = fields.get(part.section) ?? {};
    for (const [name, shape] of Object.entries(part.fields)) {
      if (Object.hasOwn(section, name) && !sameShape(section[name], shape)) {
        throw new Error(`Two systems declare the field "${name}" of "${part.section}" in different shapes.`);
      }
      section[name] = shape;
      checkPhrases(shape);
    }
    fields.set(part.section, section);
  }
  const entrySections = new Map<string, RecordShape>();
  const top: Record<string, Shape> = {};
  let beginSection: string | null = null;
  let beginDefault: Begin | null = null;
  for (const [section, shape] of inByteOrder(wholes)) {
    if (fields.has(section)) throw new Error(`"${section}" is declared both as entries and as a whole.`);
    if (unwrapped(shape).is === 'begin') {
      beginSection = section;
      if (shape.is === 'default') beginDefault = shape.value as Begin;
    }
    top[section] =
      shape.is === 'optional' || shape.is === 'default' ? shape : withDoc({ is: 'optional', of: shape }, shape.doc);
  }
  for (const [section, own] of inByteOrder(fields)) {
    const record: RecordShape = {
      is: 'record',
      fields: Object.fromEntries(inByteOrder(Object.entries(own))) satisfies Fields,
    };
    entrySections.set(section, record);
    const key: Shape = { is: 'text', max: defaultLimits.keyLength };
    const map = withDoc<MapShape>({ is: 'map', key, value: record }, docs.get(section)?.join(' '));
    top[section] = { is: 'default', of: map, value: new Map() };
  }
  return { shape: { is: 'record', fields: top }, entrySections, beginSection, beginDefault };
}

const withDoc = <S extends Shape>(shape: S, doc: string | undefined): S =>
  doc === undefined ? shape : { ...shape, doc };

const unwrapped = (shape: Shape): Shape =>
  shape.is === 'optional' || shape.is === 'default' ? unwrapped(shape.of) : shape;

/** Takes every phrase apart once, so that a mistake in one shows when systems are put together, not in some file. */
function checkPhrases(shape: Shape): void {
  if (shape.is === 'phrase') shape.patterns.forEach(compilePattern);
  else if (shape.is === 'list' || shape.is === 'optional' || shape.is === 'default') checkPhrases(shape.of);
  else if (shape.is === 'either') shape.of.forEach(checkPhrases);
  else if (shape.is === 'record') Object.values(shape.fields).forEach(checkPhrases);
  else if (shape.is === 'map') [shape.key, shape.value].forEach(checkPhrases);
}
