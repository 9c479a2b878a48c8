import type { Verdict, Verdicts } from '@anchorhold/story';
import { plain } from '@anchorhold/scenario';

/** `yes`, `no`, a number, or that it cannot be said. */
export function answer(value: Verdict): string {
  if (value === null) return 'not looked at: its moment lies outside the run';
  return typeof value === 'number' ? String(value) : value ? 'yes' : 'no';
}

/** The scenario's outcomes, one a line, answers in a column. */
export function outcomeLines(outcome: Verdicts, indent = '  '): string[] {
  const named = Object.entries(outcome).map(([name, value]) => [plain(name, 60), answer(value)] as const);
  const width = Math.max(0, ...named.map(([name]) => [...name].length));
  return named.map(([name, is]) => `${indent}${name}${' '.repeat(width - [...name].length)}   ${is}`);
}
