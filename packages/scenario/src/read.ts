import type { Remark, SectionPart, Setup } from '@anchorhold/engine';
import { parseBegin } from './begin.ts';
import { compose, type Composition } from './compose.ts';
import { findings, type Finding } from './findings.ts';
import { knownNames } from './known-names.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { isFields, parseText, type ParsedText, type Place, type RawFields } from './parse.ts';
import { inFileOrder, makeLocator, type Located } from './remarks.ts';
import { makeSetup, type SetupData } from './setup.ts';
import { zodFromShape } from './zod-from-shape.ts';

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
  locate(remarks: readonly Remark[]): Located[];
}

/**
 * Reads the text of a scenario file. Reports every error at once, each with its place. Does bounded work whatever the text
 * holds. Throws only if the parts themselves contradict one another.
 */
export function readScenario(text: string, options: ReadOptions): ReadResult {
  const limits = { ...defaultLimits, ...options.limits };
  const composition = compose(options.parts);
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const parsed = parseText(source, limits);
  const locator = makeLocator(options.file, parsed.lines, parsed.root?.place ?? null);
  const locate = (remarks: readonly Remark[]) => inFileOrder(remarks.map((remark) => locator.locate(remark)));

  const early = parsed.refusals.map((refusal) => locator.at(refusal.offset, { severity: 'error', ...refusal }));
  const { data, found } = validate(parsed, composition);
  const places = found.map((finding) => ({
    finding,
    place: locator.locate({ severity: 'error', code: '', message: '', path: finding.path }, finding.at),
  }));
  // Put into words only once they are sorted and cut off: suggesting names for a million errors would take minutes.
  const later = places
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .slice(0, limits.remarks + 1)
    .map(({ finding, place }) => {
      const { code, message, hint } = finding.complain();
      const worded: Remark = {
        severity: 'error',
        code,
        message,
        path: finding.path,
        ...(hint === null ? {} : { hint }),
      };
      return { ...locator.locate(worded, finding.at), line: place.line, column: place.column };
    });
  const all = distinct(inFileOrder([...early, ...later]));
  const remarks = cutOff(all, limits.remarks, early.length + found.length);
  return {
    setup: data === null || remarks.length > 0 ? null : makeSetup(data, composition, firstNames(parsed)),
    remarks,
    locate,
  };
}

function validate(parsed: ParsedText, composition: Composition): { data: SetupData | null; found: Finding[] } {
  if (parsed.root === null) return { data: null, found: [] };
  const { raw, place } = parsed.root;
  if (!isFields(raw)) {
    const complain = () => ({
      code: 'not-a-scenario',
      message: 'A scenario is made of fields, such as title:, places: and people:.',
      hint: 'Write each field as name: value on a line of its own.',
    });
    return { data: null, found: parsed.damage.length > 0 ? [] : [{ path: [], at: 'value', complain }] };
  }
  const lineOf = (offset: number) => parsed.lines.linePos(offset).line;
  const known = knownNames(raw, place, lineOf);
  const start = startOf(raw, composition);
  const result = zodFromShape(composition.shape, { known, start }).safeParse(raw);
  if (result.success) return { data: new Map(Object.entries(result.data as Record<string, unknown>)), found: [] };
  const all = findings(result.error.issues, composition.shape, raw, known);
  return { data: null, found: parsed.damage.length > 0 ? outsideDamage(all, parsed.damage, place) : all };
}

/** The key that the file names first in each section. */
function firstNames({ root }: ParsedText): Map<string, string> {
  const firsts = new Map<string, string>();
  for (const [section, { inside }] of root?.place.inside ?? []) {
    const [name] = inside.keys();
    if (typeof section === 'string' && typeof name === 'string') firsts.set(section, name);
  }
  return firsts;
}

/** When the scenario begins, which durations given as moments count from; d1 00:00 if the file does not say. */
function startOf(raw: RawFields, { beginSection }: Composition): number {
  const written = beginSection === null ? undefined : raw[beginSection];
  const begin = typeof written === 'string' ? parseBegin(written) : null;
  return begin?.ok === true ? begin.value.time : 0;
}

/**
 * A section with an error of syntax in it was read by guessing, so what is said about it would be false; and names may be
 * missing because of it. What remains are the errors of the other sections that have nothing to do with names.
 */
function outsideDamage(all: readonly Finding[], damage: readonly number[], root: Place): Finding[] {
  const sections = [...root.inside].map(([name, { key, value }]) => ({ name, from: key ?? value }));
  sections.sort((a, b) => a.from - b.from);
  const damaged = new Set<string | number>();
  for (const offset of damage) {
    const after = sections.findIndex(({ from }) => from > offset);
    const around = after < 0 ? sections.length - 1 : after - 1;
    // Damage at a section's first line may as well come from the section before.
    for (const i of [around - 1, around]) {
      const section = sections[i];
      if (section !== undefined) damaged.add(section.name);
    }
  }
  const aboutNames = new Set(['unknown-name', 'wrong-section', 'unknown-phrase', 'none-fits', 'unknown-section']);
  return all.filter(({ path, complain }) => !damaged.has(path[0] ?? '') && !aboutNames.has(complain().code));
}

/** One remark for each thing wrong: an alias repeats not only a value but also what is wrong with it. */
function distinct(remarks: readonly Located[]): Located[] {
  const seen = new Set<string>();
  return remarks.filter(({ line, column, code, message }) => {
    const key = `${line}:${column}:${code}:${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function cutOff(remarks: readonly Located[], most: number, total: number): Located[] {
  const last = remarks[most - 1];
  if (remarks.length <= most || last === undefined) return [...remarks];
  const message = `There are ${total - most} more errors.`;
  return [...remarks.slice(0, most), { ...last, code: 'more-errors', message, hint: 'Mend these first.' }];
}
