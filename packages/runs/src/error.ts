import type { Located } from '@anchorhold/scenario';

/**
 * What kind of trouble it is:
 * - `bad-request`: the call asks for something that cannot be (a negative span, a moment outside the run);
 * - `bad-scenario`: the scenario has errors; `remarks` lists them;
 * - `not-a-run`: there is no run folder where one is expected;
 * - `in-the-way`: something stands where a folder or file is to be made, and is not touched;
 * - `other-recipe`: the folder holds another run;
 * - `other-rules`: the run was lived under rules that are not these;
 * - `unfinished`: the run was interrupted and has to be resumed first;
 * - `interrupted`: the caller's signal stopped the run, which can be resumed;
 * - `damaged`: files are missing, cut off or changed;
 * - `bad-archive`: a packed run that cannot be trusted;
 * - `cannot-write`, `cannot-read`: the file system refused.
 */
export type Trouble =
  | 'bad-request'
  | 'bad-scenario'
  | 'not-a-run'
  | 'in-the-way'
  | 'other-recipe'
  | 'other-rules'
  | 'unfinished'
  | 'interrupted'
  | 'damaged'
  | 'bad-archive'
  | 'cannot-write'
  | 'cannot-read';

/** Everything that goes wrong with a run folder for a reason that its user can do something about. The message says what. */
export class RunError extends Error {
  override name = 'RunError';
  readonly trouble: Trouble;
  /** What is wrong with the scenario, each with its place; empty for every other trouble. */
  readonly remarks: readonly Located[];

  constructor(trouble: Trouble, message: string, options: { cause?: unknown; remarks?: readonly Located[] } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.trouble = trouble;
    this.remarks = options.remarks ?? [];
  }
}

/** What an unknown error says, for messages that quote it. */
export function sayingOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
