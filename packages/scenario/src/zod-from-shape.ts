import type { Begin, Shape } from '@anchorhold/engine';
import * as z from 'zod';
import { parseAmount } from './amounts.ts';
import { inByteOrder } from './byte-order.ts';
import { parseBegin } from './begin.ts';
import type { Parsed } from './decimal.ts';
import type { KnownNames } from './known-names.ts';
import { unknownChoice, unknownName, unknownPhrase, wrongFilling, wrongKind, type Complaint } from './messages.ts';
import type { Raw } from './parse.ts';
import { bestFit, compilePattern, isKnown, phraseValue } from './phrases.ts';
import { normaliseName } from './plain.ts';
import { accept, refuse } from './decimal.ts';
import { parseDuration, parseMoment, parseWindow } from './time.ts';
import { schemaWords } from './schema-words.ts';

// A page's content security policy may forbid code from strings, which is how zod would speed itself up.
z.config({ jitless: true });

/** What the values of a file are checked against: its names, and its beginning in seconds after d1 00:00. */
export interface Surroundings {
  readonly known: KnownNames;
  readonly start: number;
  /** What a beginning that is written only in part begins with. */
  readonly beginDefault?: Begin | null;
  /** Whether the schema is to be shown to editors, and so carries descriptions and written forms. */
  readonly described?: boolean;
}

/**
 * A zod schema for a shape. Its input is the plain data of `parse.ts`. Its issues carry a function that puts the trouble
 * into words (`issue.params.complain`), because suggesting a name is costly and most issues of a hostile file are never shown.
 */
export function zodFromShape(shape: Shape, around: Surroundings): z.ZodType {
  const schema = bare(shape, around);
  return around.described === true ? schema.meta(schemaWords(shape)) : schema;
}

function bare(shape: Shape, around: Surroundings): z.ZodType {
  switch (shape.is) {
    case 'list':
      return z.preprocess(
        (raw) => (raw === undefined || Array.isArray(raw) ? raw : raw === null ? [] : [raw]),
        z.array(zodFromShape(shape.of, around)),
      );
    case 'map': {
      const key = zodFromShape(shape.key, around) as z.ZodType<string>;
      const value = zodFromShape(shape.value, around);
      const fields =
        around.described === true ? z.record(key, value) : withCheckedKeys(z.record(z.string(), value), key);
      return z.preprocess(emptyAsFields, fields).transform((found) => inByteOrder(Object.entries(found)));
    }
    case 'record': {
      const fields = Object.entries(shape.fields).map(([name, field]) => [name, zodFromShape(field, around)] as const);
      return z.preprocess(emptyAsFields, z.strictObject(Object.fromEntries(fields)));
    }
    case 'either':
      return z.union(shape.of.map((option) => zodFromShape(option, around)));
    case 'optional':
      return z.optional(zodFromShape(shape.of, around));
    case 'default':
      return z
        .optional(zodFromShape(shape.of, around))
        .transform((value) => (value === undefined ? shape.value : value));
    default:
      return scalar(shape, around);
  }
}

/**
 * Checks keys after values and whatever came of these. A record of zod's that checks keys itself skips the values of wrong
 * keys, and so hides what is wrong with them.
 */
function withCheckedKeys(
  fields: z.ZodRecord<z.ZodString, z.ZodType>,
  key: z.ZodType<string>,
): z.ZodType<Record<string, unknown>> {
  return fields.superRefine(
    (found, context) => {
      for (const name of Object.keys(found)) {
        const { error } = key.safeParse(name);
        if (error === undefined) continue;
        context.issues.push({ code: 'invalid_key', origin: 'record', issues: error.issues, input: name, path: [name] });
      }
    },
    { when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) },
  );
}

/** A section or an entry with nothing after its colon has no fields. */
const emptyAsFields = (raw: unknown) => (raw === null ? {} : raw);

type ScalarShape = Exclude<Shape, { is: 'list' | 'map' | 'record' | 'either' | 'optional' | 'default' }>;

function scalar(shape: ScalarShape, around: Surroundings): z.ZodType {
  const read = reader(shape, around);
  return z.unknown().transform((raw, context) => {
    const result =
      typeof raw === 'string' ? read(raw) : { ok: false as const, complain: () => wrongKind(raw as Raw, shape) };
    if (result.ok) return result.value;
    const complain = 'complain' in result ? result.complain : () => result;
    context.addIssue({ code: 'custom', message: shape.is, params: { complain } });
    return z.NEVER;
  });
}

type Outcome = Parsed<unknown> | { readonly ok: false; readonly complain: () => Complaint };
const lazily = (complain: () => Complaint): Outcome => ({ ok: false, complain });

function reader(shape: ScalarShape, around: Surroundings): (text: string) => Outcome {
  const { known, start } = around;
  switch (shape.is) {
    case 'text':
      return (text) => readText(text, shape.max);
    case 'integer':
      return (text) => readInteger(text, shape.min, shape.max);
    case 'fraction':
      return readFraction;
    case 'flag':
      return readFlag;
    case 'amount':
      return (text) => parseAmount(text, shape.unit);
    case 'duration':
      return parseDuration;
    case 'moment':
      return (text) => parseMoment(text, start);
    case 'window':
      return (text) => parseWindow(text, start);
    case 'begin':
      return (text) => parseBegin(text, around.beginDefault ?? undefined);
    case 'choice': {
      const words = new Set(shape.of);
      return (text) => (words.has(text) ? accept(text) : lazily(() => unknownChoice(text, shape.of)));
    }
    case 'name':
      return (text) => {
        const name = normaliseName(text);
        return shape.sections.some((section) => known.has(section, name))
          ? accept(name)
          : lazily(() => unknownName(name, shape.sections, known));
      };
    case 'phrase': {
      const patterns = shape.patterns.map(compilePattern);
      return (text) => {
        const fit = bestFit(text, patterns, (section, name) => known.has(section, name));
        if (fit !== null && isKnown(fit)) return accept(phraseValue(fit));
        return lazily(() => (fit === null ? unknownPhrase(text, patterns) : wrongFilling(fit, known)));
      };
    }
  }
}

function readText(text: string, max: number): Parsed<string> {
  const trimmed = text.trim();
  if (trimmed.length <= max) return accept(trimmed);
  return refuse('long-text', `This text has ${trimmed.length} characters; at most ${max} fit.`, 'Shorten it.', true);
}

function readInteger(text: string, min: number, max: number): Parsed<number> {
  const hint = `Expected: a whole number from ${min} to ${max}.`;
  if (!/^[+-]?\d{1,15}$/.test(text)) {
    const number = /^[+-]?[\d.]+$/.test(text);
    return refuse(number ? 'fraction' : 'bad-number', `"${text.slice(0, 40)}" is not a whole number.`, hint, number);
  }
  const value = Number(text) + 0;
  if (value >= min && value <= max) return accept(value === 0 ? 0 : value);
  return refuse('out-of-range', `${value} is ${value < min ? 'too small' : 'too large'}.`, hint, true);
}

function readFraction(text: string): Parsed<number> {
  const parts = /^([+-]?\d{0,9}(?:\.\d{1,15})?)(\s*%)?$/.exec(text);
  const hint = 'Expected: a number from 0 to 1 such as 0.25, or 25%.';
  if (parts === null || !/\d/.test(text)) return refuse('bad-number', `"${text.slice(0, 40)}" is not a number.`, hint);
  const value = parts[2] === undefined ? Number(parts[1]) : Number(parts[1]) / 100;
  return value >= 0 && value <= 1
    ? accept(value === 0 ? 0 : value)
    : refuse('out-of-range', `${text} lies outside 0 to 1.`, hint, true);
}

function readFlag(text: string): Parsed<boolean> {
  if (text === 'true' || text === 'yes') return accept(true);
  if (text === 'false' || text === 'no') return accept(false);
  return refuse('bad-flag', `"${text.slice(0, 40)}" is neither true nor false.`, 'Write true or false.');
}
