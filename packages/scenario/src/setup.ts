import type { EntriesPart, Fields, Infer, InferFields, SectionPart, Setup, Shape, WholePart } from '@anchorhold/engine';
import { inByteOrder } from './byte-order.ts';
import { compose, sameShape, type Composition } from './compose.ts';
import { nonconformity } from './conforms.ts';

/** The values of a validated scenario by section: a Map of entries, or the value of a whole field. */
export type SetupData = ReadonlyMap<string, unknown>;
type Entries = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Wraps validated values as what systems build from. `entries` gives each part its own fields only. */
export function makeSetup(data: SetupData, composition: Composition, firsts: ReadonlyMap<string, string>): Setup {
  const views = new WeakMap<object, unknown>();
  return {
    entries<F extends Fields>(part: EntriesPart<F>): ReadonlyMap<string, InferFields<F>> {
      const seen = views.get(part);
      if (seen !== undefined) return seen as ReadonlyMap<string, InferFields<F>>;
      const declared = composition.entrySections.get(part.section)?.fields;
      const fields = Object.keys(part.fields);
      const foreign = fields.find((field) => !sameShape(declared?.[field], part.fields[field]));
      if (declared === undefined || foreign !== undefined) {
        throw new Error(
          `The scenario was read without the part that declares "${part.section}"${foreign === undefined ? '' : `, field "${foreign}"`}.`,
        );
      }
      const entries = (data.get(part.section) ?? new Map()) as Entries;
      const view = new Map([...entries].map(([name, entry]) => [name, pick(entry, fields) as InferFields<F>] as const));
      views.set(part, view);
      return view;
    },
    whole<S extends Shape>(part: WholePart<S>): Infer<S> | undefined {
      const declared = composition.shape.fields[part.section];
      const own: Shape = part.shape;
      if (!sameShape(declared, own) && !(declared?.is === 'optional' && sameShape(declared.of, own))) {
        throw new Error(`The scenario was read without the part that declares "${part.section}".`);
      }
      return data.get(part.section) as Infer<S> | undefined;
    },
    first: (section) => firsts.get(section),
  };
}

const pick = (entry: Readonly<Record<string, unknown>>, fields: readonly string[]) =>
  Object.freeze(Object.fromEntries(fields.map((field) => [field, entry[field]])));

/** The names of a scenario's sections of entries, for reading files that refer to them. */
export function namesOf(setup: Setup, parts: readonly SectionPart[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, ReadonlySet<string>>();
  for (const part of parts) {
    if (part.part === 'entries') names.set(part.section, new Set((setup as unknown as AnySetup).entries(part).keys()));
  }
  return names;
}

/** A value as JSON; a map is an object of the form `{"$map": [[key, value], ...]}`. */
export type SetupValue =
  null | boolean | number | string | readonly SetupValue[] | { readonly [field: string]: SetupValue };

/** A scenario as plain JSON, the same to the byte for the same scenario: sections, names and fields in a fixed order. */
export interface SetupJson {
  readonly form: 1;
  readonly sections: { readonly [section: string]: SetupValue };
  /** The name that the file gives first in each section of entries: the only trace of the file's order. */
  readonly first: { readonly [section: string]: string };
}

/** A setup without the types that tie each value to its part, for going through all parts alike. */
interface AnySetup {
  entries(part: SectionPart): Entries;
  whole(part: SectionPart): unknown;
  first(section: string): string | undefined;
}

/** `parts` are those that the setup was read with. */
export function setupToJson(setup: Setup, parts: readonly SectionPart[]): SetupJson {
  const any = setup as unknown as AnySetup;
  const entries = new Map<string, Map<string, Record<string, unknown>>>();
  const sections: [string, SetupValue][] = [];
  for (const part of parts) {
    if (part.part === 'whole') {
      const value = any.whole(part);
      if (value !== undefined) sections.push([part.section, toJson(value)]);
      continue;
    }
    const section = entries.get(part.section) ?? new Map<string, Record<string, unknown>>();
    entries.set(part.section, section);
    for (const [name, fields] of any.entries(part)) section.set(name, { ...section.get(name), ...fields });
  }
  const firsts: [string, string][] = [];
  for (const [section, named] of entries) {
    if (named.size === 0) continue;
    sections.push([section, toJson(named)]);
    firsts.push([section, any.first(section) ?? '']);
  }
  return {
    form: 1,
    sections: Object.fromEntries(inByteOrder(sections)),
    first: Object.fromEntries(inByteOrder(firsts)),
  };
}

function toJson(value: unknown): SetupValue {
  if (value instanceof Map) {
    return { $map: [...inByteOrder(value as Map<string, unknown>)].map(([key, inner]) => [key, toJson(inner)]) };
  }
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value as SetupValue;
  const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(inByteOrder(given.map(([field, inner]) => [field, toJson(inner)] as const)));
}

/**
 * Reads what `setupToJson` wrote. Throws an Error that names the place if the data is not a scenario of these parts: it may
 * be damaged, come from a stranger, or from another version of the rules.
 */
export function setupFromJson(json: unknown, parts: readonly SectionPart[]): Setup {
  const composition = compose(parts);
  const { form, sections, first } = (typeof json === 'object' && json !== null ? json : {}) as Partial<SetupJson>;
  if (form !== 1 || typeof sections !== 'object' || sections === null)
    throw new Error('This is not the data of a scenario.');
  const value = fromJson(sections, 0) as Record<string, unknown>;
  for (const [section, shape] of Object.entries(composition.shape.fields)) {
    if (!Object.hasOwn(value, section) && shape.is === 'default') value[section] = shape.value;
  }
  const wrong = nonconformity(value, composition.shape, (section, name) => {
    const names = value[section];
    return names instanceof Map && names.has(name);
  });
  if (wrong !== null) throw new Error(`The data of the scenario is damaged or of another version: ${wrong}.`);
  const firsts = new Map<string, string>();
  for (const section of composition.entrySections.keys()) {
    const names = value[section] as ReadonlyMap<string, unknown>;
    const name: unknown = Object.hasOwn(first ?? {}, section) ? first?.[section] : undefined;
    if (names.size === 0) continue;
    if (typeof name !== 'string' || !names.has(name))
      throw new Error(`The data of the scenario lacks the first name of ${section}.`);
    firsts.set(section, name);
  }
  return makeSetup(new Map(Object.entries(value)), composition, firsts);
}

const DEEPEST = 60;

function fromJson(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw new Error('The data of the scenario is nested too deep.');
  if (Array.isArray(value)) return value.map((item) => fromJson(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const pairs = (value as { $map?: unknown }).$map;
  if (Array.isArray(pairs)) {
    const given = pairs.map((pair): [string, unknown] => {
      if (!Array.isArray(pair) || typeof pair[0] !== 'string')
        throw new Error('The data of the scenario has a map without names.');
      return [pair[0], fromJson(pair[1], depth + 1)];
    });
    return inByteOrder(given);
  }
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, fromJson(inner, depth + 1)]));
}
