import type { Remark, Shape } from '@anchorhold/engine';
import { findings, type Finding } from './findings.ts';
import type { Limits } from './limits.ts';
import type { Complaint } from './messages.ts';
import { isFields, parseText, type ParsedText, type Place, type Raw } from './parse.ts';
import { inFileOrder, makeLocator, type Located } from './remarks.ts';
import { zodFromShape, type Surroundings } from './zod-from-shape.ts';

/** A text read against a shape. */
export interface CheckedText {
  /** The value, if there is nothing wrong. */
  readonly value: { readonly of: unknown } | null;
  readonly remarks: readonly Located[];
  readonly root: ParsedText['root'];
  /** Puts remarks at their places, in the order of the file. */
  readonly locate: (remarks: readonly Remark[]) => Located[];
}

export interface Expectation {
  readonly file: string;
  readonly limits: Limits;
  readonly shape: Shape;
  /** What values are checked against, once the file has been parsed. `lineOf` gives the line of an offset. */
  readonly around: (raw: Raw, place: Place, lineOf: (offset: number) => number) => Surroundings;
  /** What to say about an empty file. */
  readonly start: string;
  /** What to say if a set of fields is asked for and the whole file is something else. */
  readonly noFields: Complaint;
}

/** Reads YAML and checks it against a shape; see `readScenario` for what it promises. */
export function checkText(text: string, expectation: Expectation): CheckedText {
  const { file, limits } = expectation;
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const parsed = parseText(source, limits, expectation.start);
  const locator = makeLocator(file, parsed.lines, parsed.root?.place ?? null);
  const locate = (remarks: readonly Remark[]) => inFileOrder(remarks.map((remark) => locator.locate(remark)));

  const early = parsed.refusals.map((refusal) => locator.at(refusal.offset, { severity: 'error', ...refusal }));
  const { value, found } = validate(parsed, expectation);
  const seen = new Set<string>();
  const places = found.flatMap((finding) => {
    const nothing: Remark = { severity: 'error', code: '', message: '', path: finding.path };
    const { line, column } = locator.locate(nothing, finding.at);
    // An alias repeats not only a value but also what is wrong with it.
    const key = `${line}:${column}:${finding.path.at(-1)}`;
    return seen.has(key) || !seen.add(key) ? [] : [{ finding, line, column }];
  });
  // Put into words only once they are sorted and cut off: suggesting names for a million errors would take minutes.
  const later = places
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, limits.remarks + 1)
    .map(({ finding: { path, at, complain } }) => {
      const { code, message, hint } = complain();
      return locator.locate({ severity: 'error', code, message, path, ...(hint === null ? {} : { hint }) }, at);
    });
  const remarks = cutOff(inFileOrder([...early, ...later]), limits.remarks, early.length + places.length);
  return { value: remarks.length > 0 ? null : value, remarks, root: parsed.root, locate };
}

function validate(parsed: ParsedText, expectation: Expectation): { value: CheckedText['value']; found: Finding[] } {
  if (parsed.root === null) return { value: null, found: [] };
  const { raw, place } = parsed.root;
  const { shape, noFields } = expectation;
  const damaged = parsed.damage.length > 0;
  if (shape.is === 'record' && !isFields(raw)) {
    const finding: Finding = { path: [], at: 'value', aboutNames: false, complain: () => noFields };
    return { value: null, found: damaged ? [] : [finding] };
  }
  const around = expectation.around(raw, place, (offset) => parsed.lines.linePos(offset).line);
  const result = zodFromShape(shape, around).safeParse(raw);
  if (result.success) return { value: { of: result.data }, found: [] };
  const found = findings(result.error.issues, shape, raw, around.known);
  return { value: null, found: damaged ? outsideDamage(found, parsed.damage, place) : found };
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
  const isNewSection = ({ path, at }: Finding) => path.length === 1 && at === 'key';
  return all.filter((finding) => {
    return !damaged.has(finding.path[0] ?? '') && !finding.aboutNames && !isNewSection(finding);
  });
}

function cutOff(remarks: readonly Located[], most: number, total: number): Located[] {
  const last = remarks[most - 1];
  if (remarks.length <= most || last === undefined) return [...remarks];
  const message = `There are ${total - most} more errors.`;
  return [...remarks.slice(0, most), { ...last, code: 'more-errors', message, hint: 'Mend these first.' }];
}
