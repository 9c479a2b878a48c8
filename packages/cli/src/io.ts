/** What a command may touch of the process it runs in; tests hand in their own. */
export interface Io {
  /** Standard output: data only. */
  readonly out: (text: string) => void;
  /** Standard error: progress and diagnostics. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width of the terminal, in characters. */
  readonly columns: number;
  /** Whether somebody watches standard output, and standard error, as they are written. */
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Calls back once when somebody asks the process to stop; returns how to listen no longer. */
  readonly onInterrupt: (stop: (signal: Interrupt) => void) => () => void;
}

export type Interrupt = 'SIGINT' | 'SIGTERM';

/** Narrowest and widest that text is set: below, words stand alone; above, lines are hard to follow. */
const NARROWEST = 60;
const WIDEST = 100;
/** What a file or another program is written for. */
const UNWATCHED = 80;

/** How wide text is set on standard output, in characters. */
export function textWidth(io: Io): number {
  if (!io.outIsTerminal) return UNWATCHED;
  return Math.min(WIDEST, Math.max(NARROWEST, io.columns));
}

/** The process that this runs in. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    columns: process.stdout.columns ?? process.stderr.columns ?? UNWATCHED,
    outIsTerminal: process.stdout.isTTY,
    errIsTerminal: process.stderr.isTTY,
    onInterrupt: (stop) => {
      // Once only: a second Ctrl-C ends the process at once, as everywhere.
      const listeners = (['SIGINT', 'SIGTERM'] as const).map((signal) => {
        const listener = (): void => stop(signal);
        process.once(signal, listener);
        return { signal, listener };
      });
      return () => {
        for (const { signal, listener } of listeners) process.off(signal, listener);
      };
    },
  };
}
