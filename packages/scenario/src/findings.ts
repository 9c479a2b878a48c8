import type { Shape } from '@anchorhold/engine';
import type * as z from 'zod';
import type { KnownNames } from './known-names.ts';
import { missing, noneFits, unknownField, wrongKind, type Complaint } from './messages.ts';
import type { Raw, RawFields } from './parse.ts';

export type Path = readonly (string | number)[];

/** One thing wrong with the data of a file: where, and a function that says it in words. */
export interface Finding {
  readonly path: Path;
  /** Whether the key is at fault or the value. */
  readonly at: 'key' | 'value';
  /** It may be wrong only because a name that is defined elsewhere could not be read. */
  readonly aboutNames: boolean;
  readonly complain: () => Complaint;
}

type Issue = z.core.$ZodIssue;

/** Turns zod's issues about `raw` into findings, by walking `shape` beside them. */
export function findings(issues: readonly Issue[], shape: Shape, raw: Raw, known: KnownNames): Finding[] {
  return issues.flatMap((issue) => fromIssue(issue, shape, raw, [], known));
}

function fromIssue(issue: Issue, root: Shape, rootRaw: Raw, base: Path, known: KnownNames): Finding[] {
  const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const path = [...base, ...steps];
  const raw = rawAt(rootRaw, steps);
  const shape = shapeAt(root, steps);
  const last = steps.at(-1);
  if (raw === undefined && typeof last === 'string')
    return [{ path, at: 'key', aboutNames: false, complain: () => missing(last, shape) }];
  switch (issue.code) {
    case 'custom': {
      const complain = issue.params?.['complain'] as () => Complaint;
      return [{ path, at: 'value', aboutNames: shape.is === 'name' || shape.is === 'phrase', complain }];
    }
    case 'unrecognized_keys': {
      const fields = Object.keys(shape.is === 'record' ? shape.fields : {});
      const owner = path.length === 0 ? null : String(path.at(-1));
      return issue.keys.map((key) => ({
        path: [...path, key],
        at: 'key',
        aboutNames: false,
        complain: () => unknownField(key, rawAt(raw ?? null, [key]), owner, fields),
      }));
    }
    case 'invalid_key': {
      // The path ends on the key itself, which is what the shape of keys is about.
      const parent = shapeAt(root, steps.slice(0, -1));
      const keyShape = parent.is === 'map' ? parent.key : shape;
      return issue.issues.flatMap((inner) =>
        fromIssue(inner, keyShape, String(last), path, known).map((finding) => ({ ...finding, at: 'key' as const })),
      );
    }
    case 'invalid_union':
      return shape.is === 'either' ? fromUnion(issue.errors, shape.of, raw ?? null, path, known) : [];
    default:
      return [{ path, at: 'value', aboutNames: false, complain: () => wrongKind(raw ?? null, shape) }];
  }
}

/**
 * Of the complaints of several shapes shows those of the shape that was meant: the only one for this kind of value; else
 * the one with the fewest complaints among those that fit on the outside; else the one that recognised the form.
 */
function fromUnion(
  errors: readonly Issue[][],
  options: readonly Shape[],
  raw: Raw,
  path: Path,
  known: KnownNames,
): Finding[] {
  const kind = kindOf(raw);
  const meant = options.flatMap((option, i) => (kinds(option).has(kind) ? [{ option, issues: errors[i] ?? [] }] : []));
  const candidates = meant.map(({ option, issues }) =>
    issues.flatMap((issue) => fromIssue(issue, option, raw, path, known)),
  );
  if (candidates.length === 1) return candidates[0] ?? [];
  const inside = candidates.filter((found) => found.every((finding) => finding.path.length > path.length));
  if (inside.length > 0) return inside.reduce((best, found) => (found.length < best.length ? found : best));
  const complain = () => {
    for (const [finding] of candidates) {
      const complaint = finding?.complain();
      if (complaint?.recognised === true) return complaint;
    }
    const left = meant.length === 0 ? options : meant.map(({ option }) => option);
    return meant.length === 0 ? wrongKind(raw, { is: 'either', of: left }) : noneFits(raw, left, known);
  };
  return [{ path, at: 'value', aboutNames: true, complain }];
}

type Kind = 'scalar' | 'list' | 'fields' | 'nothing';

function kindOf(raw: Raw): Kind {
  if (raw === null) return 'nothing';
  if (typeof raw === 'string') return 'scalar';
  return Array.isArray(raw) ? 'list' : 'fields';
}

/** The kinds of value that a shape can take in. */
function kinds(shape: Shape): ReadonlySet<Kind> {
  switch (shape.is) {
    case 'list':
      return new Set<Kind>(['list', 'nothing', ...kinds(shape.of)]);
    case 'map':
    case 'record':
      return new Set<Kind>(['fields', 'nothing']);
    case 'either':
      return new Set(shape.of.flatMap((option) => [...kinds(option)]));
    case 'optional':
    case 'default':
      return kinds(shape.of);
    default:
      return new Set<Kind>(['scalar']);
  }
}

/** The value at a path; a single value stands for a list of one. Undefined where nothing is there. */
function rawAt(raw: Raw, path: Path): Raw | undefined {
  let here: Raw | undefined = raw;
  for (const step of path) {
    if (Array.isArray(here)) here = here[Number(step)] as Raw | undefined;
    else if (typeof step === 'number') continue;
    else if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    else here = (here as RawFields)[step];
  }
  return here;
}

/** The shape that the value at a path has to have. A path never leads into the options of an `either`. */
function shapeAt(root: Shape, path: Path): Shape {
  let shape = unwrap(root);
  for (const step of path) {
    if (shape.is === 'record') shape = unwrap(shape.fields[step] ?? shape);
    else if (shape.is === 'map') shape = unwrap(shape.value);
    else if (shape.is === 'list') shape = unwrap(shape.of);
  }
  return shape;
}

function unwrap(shape: Shape): Shape {
  return shape.is === 'optional' || shape.is === 'default' ? unwrap(shape.of) : shape;
}
