import type { Remark } from '@anchorhold/engine';
import type { LineCounter } from 'yaml';
import type { Path } from './findings.ts';
import type { Place } from './parse.ts';
import { plain } from './plain.ts';

/** A remark with its place in a file. Lines and columns count from 1, columns in UTF-16 units. Texts are safe to print. */
export interface Located {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** Finds places in one file. */
export interface Locator {
  /** The place of a remark by its keys; where they lead nowhere, that of the nearest thing around that is there. */
  locate(remark: Remark, at?: 'key' | 'value'): Located;
  /** The place at an offset into the text. */
  at(offset: number, remark: Omit<Remark, 'path'>): Located;
}

export function makeLocator(file: string, lines: LineCounter, root: Place | null): Locator {
  const at = (offset: number, { severity, code, message, hint }: Omit<Remark, 'path'>): Located => {
    const { line, col } = offset === 0 ? { line: 1, col: 1 } : lines.linePos(offset);
    return {
      file,
      line,
      column: col,
      severity,
      code,
      message: plain(message, 600),
      hint: hint === undefined ? null : plain(hint, 600),
    };
  };
  return { at, locate: (remark, what) => at(offsetOf(root, remark.path, what), remark) };
}

/** The value's offset; the key's if asked for, or if the value is missing or empty. */
function offsetOf(root: Place | null, path: Path, what: 'key' | 'value' = 'value'): number {
  if (root === null) return 0;
  let here = root;
  for (const step of path) {
    const next = here.inside.get(step) ?? here.inside.get(String(step));
    if (next !== undefined) here = next;
    // A single value may stand for a list of one: then its place is the item's place.
    else if (typeof step !== 'number') return here.key ?? here.value;
  }
  return here.key !== null && (what === 'key' || here.empty) ? here.key : here.value;
}

/** Puts remarks in the order of the file; of several at one place, errors first. */
export function inFileOrder(remarks: readonly Located[]): Located[] {
  const rank = (remark: Located) => (remark.severity === 'error' ? 0 : 1);
  return [...remarks].sort((a, b) => a.line - b.line || a.column - b.column || rank(a) - rank(b));
}

/** `scenarios/ferry.yaml:20:12 error: "Nes" is nobody here. Nearest: Ness (line 23).` on one line, safe to print. */
export function formatRemark({ file, line, column, severity, message, hint }: Located): string {
  const words = hint === null ? message : `${message} ${hint}`;
  return `${plain(file, 300)}:${line}:${column} ${severity}: ${plain(words, 1_200)}`;
}
