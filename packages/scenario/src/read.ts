import type { Infer, Remark, SectionPart, Setup, Shape } from '@anchorhold/engine';
import { parseBegin } from './begin.ts';
import { checkText } from './checked-text.ts';
import { compose, type Composition } from './compose.ts';
import { givenNames, knownNames } from './known-names.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { isFields, type Place, type Raw } from './parse.ts';
import type { Located } from './remarks.ts';
import { makeSetup } from './setup.ts';

export interface ReadOptions {
  /** How the file is called in remarks. */
  readonly file: string;
  /** What the systems declare. */
  readonly parts: readonly SectionPart[];
  readonly limits?: Partial<Limits>;
}

export interface ReadResult {
  /** Null if there is any error. */
  readonly setup: Setup | null;
  /** All that is wrong, in the order of the file. */
  readonly remarks: readonly Located[];
  /** Puts what a system's `check` remarks about the setup at its place in the file. Sorted like `remarks`. */
  readonly locate: (remarks: readonly Remark[]) => Located[];
}

/**
 * Reads the text of a scenario file. Reports every error at once, each with its place. Does bounded work whatever the text
 * holds. Throws only if the parts themselves contradict one another.
 */
export function readScenario(text: string, options: ReadOptions): ReadResult {
  const composition = compose(options.parts);
  const { value, remarks, root, locate } = checkText(text, {
    file: options.file,
    limits: { ...defaultLimits, ...options.limits },
    shape: composition.shape,
    around: (raw, place, lineOf) => ({
      known: knownNames(raw, place, lineOf),
      start: startOf(raw, composition),
      beginDefault: composition.beginDefault,
    }),
    start: 'Start with title:, begin:, places: and people:.',
    noFields: {
      code: 'not-a-scenario',
      message: 'A scenario is made of fields, such as title:, places: and people:.',
      hint: 'Write each field as name: value on a line of its own.',
    },
  });
  if (value === null) return { setup: null, remarks, locate };
  const data = new Map(Object.entries(value.of as Record<string, unknown>));
  return { setup: makeSetup(data, composition, firstNames(root?.place)), remarks, locate };
}

/** The key that the file names first in each section. */
function firstNames(root: Place | undefined): Map<string, string> {
  const firsts = new Map<string, string>();
  for (const [section, { inside }] of root?.inside ?? []) {
    const [name] = inside.keys();
    if (typeof section === 'string' && typeof name === 'string') firsts.set(section, name);
  }
  return firsts;
}

/** When the scenario begins, which durations given as moments count from: as written, else the default, else d1 00:00. */
function startOf(raw: Raw, { beginSection, beginDefault }: Composition): number {
  const written = beginSection === null || !isFields(raw) ? undefined : raw[beginSection];
  const begin = typeof written === 'string' ? parseBegin(written, beginDefault ?? undefined) : null;
  return begin?.ok === true ? begin.value.time : (beginDefault?.time ?? 0);
}

export interface DataOptions<S extends Shape> {
  readonly file: string;
  /** What the whole file has to be. */
  readonly shape: S;
  /** The names that may be referred to, by section; see `namesOf`. */
  readonly names?: ReadonlyMap<string, ReadonlySet<string>>;
  /** What durations given as moments count from, in seconds after d1 00:00; 0 if left out. */
  readonly start?: number;
  readonly limits?: Partial<Limits>;
}

export interface DataResult<S extends Shape> {
  /** Undefined if there is any error. */
  readonly value: Infer<S> | undefined;
  readonly remarks: readonly Located[];
  readonly locate: (remarks: readonly Remark[]) => Located[];
}

/** Reads any other YAML file that people write, such as orders, with the same promises as `readScenario`. */
export function readData<const S extends Shape>(text: string, options: DataOptions<S>): DataResult<S> {
  const known = givenNames(options.names ?? new Map());
  const { value, remarks, locate } = checkText(text, {
    file: options.file,
    limits: { ...defaultLimits, ...options.limits },
    shape: options.shape,
    around: () => ({ known, start: options.start ?? 0 }),
    start: 'Write something in it.',
    noFields: {
      code: 'wrong-kind',
      message: 'This file has to be made of fields.',
      hint: 'Write each as name: value.',
    },
  });
  return { value: value?.of as Infer<S> | undefined, remarks, locate };
}
