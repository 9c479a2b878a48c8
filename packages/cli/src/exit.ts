import { RunError } from '@anchorhold/runs';
import { formatRemark, plain } from '@anchorhold/scenario';
import type { Located } from '@anchorhold/scenario';
import type { Interrupt } from './io.ts';

export const DONE = 0;
/** The thing asked about is not so: nothing found, two runs differ. */
export const NOT_SO = 1;
/** Bad usage or bad input. */
export const BAD = 2;

/** Ends a command with a message for whoever gave it, and an exit code. The message is made safe to print. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly code: number;
  constructor(message: string, code: number = BAD) {
    super(message);
    this.code = code;
  }
}

/** Input files that cannot be used, with everything that is wrong with them. */
export class BadFile extends CommandError {
  override name = 'BadFile';
  readonly remarks: readonly Located[];
  constructor(remarks: readonly Located[]) {
    super(remarks.map(formatRemark).join('\n'));
    this.remarks = remarks;
  }
}

/** What shells report for a process that a signal ended. */
export const exitCodeOf = (signal: Interrupt): number => (signal === 'SIGINT' ? 130 : 143);

/** The lines to print about an error, and the exit code; null for errors that are faults of the program itself. */
export function explain(error: unknown): { lines: string[]; code: number } | null {
  if (error instanceof CommandError) return { lines: safeLines(error.message), code: error.code };
  if (error instanceof RunError) {
    const lines = error.remarks.length > 0 ? error.remarks.map(formatRemark) : safeLines(error.message);
    return { lines, code: BAD };
  }
  return null;
}

/** Untrusted text of several lines, each made safe to print. */
export function safeLines(text: string): string[] {
  return text
    .split('\n')
    .slice(0, 400)
    .map((line) => line.match(/^ */)![0] + plain(line, 1_500));
}
