import type { Command } from 'commander';
import type { Io } from './io.ts';

/** What a command has to say through its exit code, beside errors. */
export interface Told {
  code: number;
}

/** How a command is added: it parses its arguments, does its work, and may set the exit code. */
export type AddCommand = (program: Command, io: Io, told: Told) => void;

/** The examples at the end of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.map((line) => `  npx anchorhold ${line}`).join('\n')}`;
}

/**
 * A value as one line of JSON. What could move a cursor or turn the direction of writing is written as an escape, which
 * reads back as the same text.
 */
export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value).replace(UNSAFE, escapeUnit)}\n`);
}

const UNSAFE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
