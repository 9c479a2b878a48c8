import type { Remark } from '@anchorhold/engine';
import { nearest, plain } from '@anchorhold/scenario';
import { andList } from '../text.ts';

export type Path = readonly (string | number)[];

export const error = (path: Path, code: string, message: string, hint?: string): Remark => ({
  severity: 'error',
  code,
  path,
  message,
  ...(hint === undefined ? {} : { hint }),
});

export const quoted = (text: string, most = 60): string => `"${plain(text, most)}"`;

/** `Nearest: Marit.`, else what there is to choose from. */
export function nearestOr(written: string, known: readonly string[], otherwise?: string): string | undefined {
  const near = nearest(written, known);
  if (near !== null) return `Nearest: ${near}.`;
  return otherwise ?? (known.length === 0 || known.length > 12 ? undefined : `There is ${andList(known)}.`);
}
