import type { Shape } from '@anchorhold/engine';
import { nearestHint, noNames, type KnownNames } from './known-names.ts';
import type { Raw } from './parse.ts';
import { compilePattern, showPattern, type Fit, type Pattern } from './phrases.ts';
import { plain } from './plain.ts';

/** What is wrong with one value, in words. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** The value had the form that the shape asks for, and still cannot stand. */
  readonly recognised?: boolean;
}

const quote = (text: string) => `"${plain(text, 60)}"`;
const orList = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** `one of wary, just, rash`, cut short after a dozen. */
function oneOf(words: readonly string[]): string {
  const shown = words.slice(0, 12).join(', ');
  return words.length > 12 ? `one of ${shown} and ${words.length - 12} more` : `one of ${shown}`;
}

/** What a shape asks for, as a noun: `a duration such as 6h`. */
export function describe(shape: Shape, depth = 0): string {
  switch (shape.is) {
    case 'text':
      return 'text';
    case 'integer':
      return `a whole number from ${shape.min} to ${shape.max}`;
    case 'fraction':
      return 'a number from 0 to 1';
    case 'flag':
      return 'true or false';
    case 'amount':
      return { g: 'a weight such as 38 kg', ml: 'a volume such as 2 l', piece: 'a number of pieces such as 60' }[
        shape.unit
      ];
    case 'duration':
      return 'a duration such as 6h';
    case 'moment':
      return 'a moment such as d2 04:30';
    case 'window':
      return 'a span of time such as d2 to d4';
    case 'begin':
      return 'a beginning such as late autumn, d1 16:30, river fog';
    case 'choice':
      return oneOf(shape.of);
    case 'name':
      return `a name from ${orList(shape.sections)}`;
    case 'phrase':
      return `words of the form ${showPattern(compilePattern(shape.patterns[0] ?? ''))}`;
    case 'list':
      return depth > 1 ? 'a list' : `a list, each item ${describe(shape.of, depth + 1)}`;
    case 'map':
      return depth > 1 ? 'fields' : `fields, each with ${describe(shape.value, depth + 1)}`;
    case 'record':
      return `fields {${Object.keys(shape.fields).slice(0, 8).join(', ')}${Object.keys(shape.fields).length > 8 ? ', …' : ''}}`;
    case 'either':
      return orList([...new Set(shape.of.map((option) => describe(option, depth + 1)))]);
    case 'optional':
    case 'default':
      return describe(shape.of, depth);
  }
}

/** What somebody wrote, as a noun: `a list`, `"six"`. */
export function describeFound(raw: Raw | undefined): string {
  if (typeof raw === 'string') return quote(raw);
  if (Array.isArray(raw)) return 'a list';
  return raw === null || raw === undefined ? 'nothing' : 'fields';
}

export function wrongKind(raw: Raw, shape: Shape): Complaint {
  if (raw === null) {
    const hint = `Write ${describe(shape)} after the colon, or leave the line out.`;
    return { code: 'empty', message: 'Nothing is written here.', hint };
  }
  return {
    code: 'wrong-kind',
    message: `${capital(describeFound(raw))} cannot stand here.`,
    hint: `Expected: ${describe(shape)}.`,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function missing(field: string, shape: Shape): Complaint {
  return { code: 'missing-field', message: `"${field}" is missing here.`, hint: `Add ${field}: ${describe(shape)}.` };
}

/** A field or section that nothing knows. `owner` is what it stands in, null for the top of the file. */
export function unknownField(
  field: string,
  raw: Raw | undefined,
  owner: string | null,
  fields: readonly string[],
): Complaint {
  const glued = /^([^:]+):\S/.exec(field);
  if (glued !== null && raw === null) {
    const hint = `Write ${plain(field.replace(':', ': '), 60)}.`;
    return { code: 'no-space', message: `${quote(field)} has no space after the colon.`, hint };
  }
  const hint = nearestHint(field, [], noNames, fields) ?? `Expected: ${oneOf(fields)}.`;
  const code = owner === null ? 'unknown-section' : 'unknown-field';
  return {
    code,
    message: owner === null ? `There is no section ${quote(field)}.` : `There is no field ${quote(field)} here.`,
    hint,
  };
}

export function unknownName(written: string, sections: readonly string[], known: KnownNames): Complaint {
  const elsewhere = known.sectionOf(written);
  const near = nearestHint(written, sections, known);
  if (elsewhere !== null) {
    const line = known.line(elsewhere, written);
    const message = `${quote(written)} is in ${elsewhere}${line === null ? '' : ` (line ${line})`}, and a name from ${orList(sections)} belongs here.`;
    return { code: 'wrong-section', message, hint: near };
  }
  return {
    code: 'unknown-name',
    message: `${quote(written)} is ${absence(sections)}.`,
    hint: near ?? defined(sections, known),
  };
}

function absence(sections: readonly string[]): string {
  if (sections.length === 1 && sections[0] === 'people') return 'nobody here';
  if (sections.length === 1 && sections[0] === 'places') return 'no place here';
  return `not among the ${orList(sections)}`;
}

/** `Defined are: Odile, Ness.`, so that somebody without a near guess still sees what there is. */
function defined(sections: readonly string[], known: KnownNames): string {
  const names: string[] = [];
  for (const section of sections) {
    for (const name of known.names(section)) {
      if (names.length === 8) return `There are ${names.join(', ')} and more.`;
      names.push(plain(name, 40));
    }
  }
  return names.length === 0
    ? `Add it to ${orList(sections)}.`
    : `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
}

export function unknownChoice(written: string, words: readonly string[]): Complaint {
  const hint = nearestHint(written, [], noNames, words);
  return {
    code: 'unknown-word',
    message: `${quote(written)} is not known here.`,
    hint:
      hint === null
        ? `Expected: ${oneOf(words)}.`
        : `${hint}${words.length <= 12 ? ` Expected: ${oneOf(words)}.` : ''}`,
  };
}

/** Nothing but the gaps is wrong: says which gap of the nearest form holds no name. */
export function wrongFilling(fit: Fit, known: KnownNames): Complaint {
  const gap = fit.fillings.find((filling) => !filling.known);
  if (gap === undefined) throw new Error(`The phrase "${fit.pattern.text}" fits.`);
  const { code, message, hint } = unknownName(gap.text, gap.gap.sections, known);
  return {
    code,
    message,
    hint: `${hint === null ? '' : `${hint} `}The form is: ${showPattern(fit.pattern)}.`,
    recognised: true,
  };
}

export function unknownPhrase(written: string, patterns: readonly Pattern[]): Complaint {
  const shown = patterns.slice(0, 8).map(showPattern).join('; ');
  const more = patterns.length > 8 ? `; and ${patterns.length - 8} more` : '';
  return {
    code: 'unknown-phrase',
    message: `${quote(written)} has none of the forms known here.`,
    hint: `Forms: ${shown}${more}.`,
  };
}

/** None of several shapes fits, and none comes nearer than the others. */
export function noneFits(raw: Raw, options: readonly Shape[], known: KnownNames): Complaint {
  const expected = `Expected: ${describe({ is: 'either', of: options })}.`;
  if (typeof raw !== 'string') return wrongKind(raw, { is: 'either', of: options });
  const { words, sections } = vocabulary(options);
  const near = nearestHint(raw, sections, known, words);
  return {
    code: 'none-fits',
    message: `${quote(raw)} does not fit here.`,
    hint: near === null ? expected : `${near} ${expected}`,
  };
}

/** All the words and sections of names that may stand where one of the shapes is asked for. */
function vocabulary(shapes: readonly Shape[]): { words: string[]; sections: string[] } {
  const words: string[] = [];
  const sections: string[] = [];
  const visit = (shape: Shape): void => {
    if (shape.is === 'choice') words.push(...shape.of);
    else if (shape.is === 'name') sections.push(...shape.sections);
    else if (shape.is === 'either') shape.of.forEach(visit);
    else if (shape.is === 'list' || shape.is === 'optional' || shape.is === 'default') visit(shape.of);
  };
  shapes.forEach(visit);
  return { words, sections };
}
