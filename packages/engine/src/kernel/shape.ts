/**
 * Shapes describe what a scenario file may say. Systems declare them beside their state; the scenario package turns
 * them into a validator, a JSON Schema and error messages; a system's `build` receives values of the inferred types.
 *
 * All values that leave validation are plain data: names as strings, quantities as integers in base units
 * (grams, millilitres, pieces, seconds).
 */
export type Shape =
  | { readonly is: 'text'; readonly max: number; readonly doc?: string | undefined }
  | { readonly is: 'integer'; readonly min: number; readonly max: number; readonly doc?: string | undefined }
  | { readonly is: 'fraction'; readonly doc?: string | undefined }
  | { readonly is: 'flag'; readonly doc?: string | undefined }
  | { readonly is: 'amount'; readonly unit: AmountUnit; readonly doc?: string | undefined }
  | { readonly is: 'duration'; readonly doc?: string | undefined }
  | { readonly is: 'moment'; readonly doc?: string | undefined }
  | { readonly is: 'window'; readonly doc?: string | undefined }
  | { readonly is: 'begin'; readonly doc?: string | undefined }
  | { readonly is: 'choice'; readonly of: readonly string[]; readonly doc?: string | undefined }
  | { readonly is: 'name'; readonly sections: readonly string[]; readonly doc?: string | undefined }
  | { readonly is: 'phrase'; readonly patterns: readonly string[]; readonly doc?: string | undefined }
  | { readonly is: 'list'; readonly of: Shape; readonly doc?: string | undefined }
  | { readonly is: 'map'; readonly key: Shape; readonly value: Shape; readonly doc?: string | undefined }
  | { readonly is: 'record'; readonly fields: Fields; readonly doc?: string | undefined }
  | { readonly is: 'either'; readonly of: readonly Shape[]; readonly doc?: string | undefined }
  | { readonly is: 'optional'; readonly of: Shape; readonly doc?: string | undefined }
  | { readonly is: 'default'; readonly of: Shape; readonly value: unknown; readonly doc?: string | undefined };

export type AmountUnit = 'g' | 'ml' | 'piece';
export interface Fields {
  readonly [field: string]: Shape;
}

/** A span of time: both ends are integer seconds after d1 00:00, `from` <= `to`. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** When a scenario begins: season, clock and weather words. `time` is integer seconds after d1 00:00. */
export interface Begin {
  readonly season: 'spring' | 'summer' | 'autumn' | 'winter';
  readonly part: 'early' | 'mid' | 'late';
  readonly time: number;
  readonly weather: readonly string[];
}

/** A sentence of a fixed form, such as `raiders seen on ferry`: which pattern it matched and the names in its gaps. */
export interface PhraseValue {
  readonly pattern: string;
  readonly names: Readonly<Record<string, string>>;
}

/** The type of the value that a shape lets through. */
export type Infer<S> = S extends { is: 'text' }
  ? string
  : S extends { is: 'integer' | 'fraction' | 'amount' | 'duration' | 'moment' }
    ? number
    : S extends { is: 'flag' }
      ? boolean
      : S extends { is: 'window' }
        ? TimeWindow
        : S extends { is: 'begin' }
          ? Begin
          : S extends { is: 'choice'; of: readonly (infer C)[] }
            ? C
            : S extends { is: 'name' }
              ? string
              : S extends { is: 'phrase' }
                ? PhraseValue
                : S extends { is: 'list'; of: infer E }
                  ? readonly Infer<E>[]
                  : S extends { is: 'map'; value: infer V }
                    ? ReadonlyMap<string, Infer<V>>
                    : S extends { is: 'record'; fields: infer F }
                      ? InferFields<F>
                      : S extends { is: 'either'; of: readonly (infer E)[] }
                        ? Infer<E>
                        : S extends { is: 'optional'; of: infer E }
                          ? Infer<E> | undefined
                          : S extends { is: 'default'; of: infer E }
                            ? Infer<E>
                            : never;

export type InferFields<F> = { readonly [K in keyof F]: Infer<F[K]> };

/** Free text, shown to people: untrusted. At most `max` characters (default 200). */
export const text = (doc?: string, max = 200) => ({ is: 'text', max, doc }) as const;
export const integer = (min: number, max: number, doc?: string) => ({ is: 'integer', min, max, doc }) as const;
/** A number from 0 to 1. */
export const fraction = (doc?: string) => ({ is: 'fraction', doc }) as const;
export const flag = (doc?: string) => ({ is: 'flag', doc }) as const;
/** A quantity such as `38 kg`, `2 l` or `60`; becomes an integer number of grams, millilitres or pieces. */
export const amount = (unit: AmountUnit, doc?: string) => ({ is: 'amount', unit, doc }) as const;
/** `90m`, `6h`, `5d`, `3y` or ISO 8601; becomes integer seconds. */
export const duration = (doc?: string) => ({ is: 'duration', doc }) as const;
/** `d2 04:30`; becomes integer seconds after d1 00:00. */
export const moment = (doc?: string) => ({ is: 'moment', doc }) as const;
/** `d2 to d4`, `d1 23:00 to d2 03:00`, or one moment. */
export const timeWindow = (doc?: string) => ({ is: 'window', doc }) as const;
/** `late autumn, d1 16:30, river fog`. */
export const beginning = (doc?: string) => ({ is: 'begin', doc }) as const;
export const choice = <const C extends readonly string[]>(of: C, doc?: string) => ({ is: 'choice', of, doc }) as const;
/** The key of an entry in one of these sections. */
export const nameIn = (sections: string | readonly string[], doc?: string) =>
  ({ is: 'name', sections: typeof sections === 'string' ? [sections] : sections, doc }) as const;
/**
 * A fixed form of words with gaps: `'{people|groups} seen on {places}'`. A gap lists the sections whose keys may stand
 * there; a gap with a label is `{label:people}`. In the value, gaps are keyed by label, or by the first section's name.
 */
export const phrase = <const P extends readonly string[]>(patterns: P, doc?: string) =>
  ({ is: 'phrase', patterns, doc }) as const;
/** A list; a single value is taken as a list of one. */
export const list = <const S extends Shape>(of: S, doc?: string) => ({ is: 'list', of, doc }) as const;
export const map = <const K extends Shape, const V extends Shape>(key: K, value: V, doc?: string) =>
  ({ is: 'map', key, value, doc }) as const;
export const record = <const F extends Fields>(fields: F, doc?: string) => ({ is: 'record', fields, doc }) as const;
/** The first of these shapes that fits. */
export const either = <const S extends readonly Shape[]>(of: S, doc?: string) => ({ is: 'either', of, doc }) as const;
export const optionally = <const S extends Shape>(of: S) => ({ is: 'optional', of, doc: of.doc }) as const;
/** `value` is what stands for an absent field, in the form in which validation would let it through. */
export const withDefault = <const S extends Shape>(of: S, value: unknown) =>
  ({ is: 'default', of, value, doc: of.doc }) as const;

/**
 * What a system adds to the scenario file. Either fields of the named entries of a section (several systems may add to
 * one section; `people` is made of many), or a whole top-level field that one system owns.
 */
export type SectionPart =
  | { readonly part: 'entries'; readonly section: string; readonly fields: Fields; readonly doc?: string | undefined }
  | { readonly part: 'whole'; readonly section: string; readonly shape: Shape; readonly doc?: string | undefined };

export interface EntriesPart<F extends Fields> {
  readonly part: 'entries';
  readonly section: string;
  readonly fields: F;
  readonly doc?: string | undefined;
}
export interface WholePart<S extends Shape> {
  readonly part: 'whole';
  readonly section: string;
  readonly shape: S;
  readonly doc?: string | undefined;
}

/** Fields of each entry in a section of named entries, such as `people`. */
export function entries<const F extends Fields>(section: string, fields: F, doc?: string): EntriesPart<F> {
  return { part: 'entries', section, fields, doc };
}
/** A top-level field of the scenario that belongs to one system alone. */
export function whole<const S extends Shape>(section: string, shape: S, doc?: string): WholePart<S> {
  return { part: 'whole', section, shape, doc };
}

/**
 * A validated scenario as data: for each section of entries, a map from name to the fields that the file gave (defaults
 * filled in), names in byte order; for each whole field, its value (undefined where the file has none).
 */
export interface Setup {
  entries<F extends Fields>(part: EntriesPart<F>): ReadonlyMap<string, InferFields<F>>;
  whole<S extends Shape>(part: WholePart<S>): Infer<S> | undefined;
  /** The key that the file names first in a section; undefined where there is none. */
  first(section: string): string | undefined;
}

/** One thing that is wrong with, or odd about, a scenario, found by a system's `check`. */
export interface Remark {
  readonly severity: 'error' | 'warning';
  /** A short stable word for the kind of trouble, such as `never-fires`. */
  readonly code: string;
  /** Keys from the top of the file to the place: `['contingencies', 'the cut cable', 'when']`. */
  readonly path: readonly (string | number)[];
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly hint?: string;
}
