import { formatClock } from '@anchorhold/scenario';
import type { Progress } from '@anchorhold/runs';
import type { Io } from './io.ts';

/** Milliseconds between two drawings of the line. */
const DRAWN_EVERY = 100;
const BAR = 24;
/** Moves to the start of the line and clears it. */
const CLEAR_LINE = '\r\u001b[K';

/** Shows on standard error how far a run is. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Leave the terminal as if nothing had been shown. */
  readonly clear: () => void;
}

/**
 * One line that is drawn over itself on a terminal; nothing at all elsewhere, so that logs stay readable. It reads no
 * keys: Ctrl-C goes to the process, which stops the run in good order.
 */
export function progressLine(io: Io, what: string): ProgressLine {
  if (!io.errIsTerminal || io.env['TERM'] === 'dumb') return { show: () => {}, clear: () => {} };
  let drawn = -Infinity;
  return {
    show: ({ time, begin, until, events }) => {
      const now = performance.now();
      if (now - drawn < DRAWN_EVERY) return;
      drawn = now;
      const share = until > begin ? (time - begin) / (until - begin) : 1;
      const full = Math.floor(share * BAR);
      const bar = `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
      const line = `${bar}  ${formatClock(time - (time % 60))}  ${events} events  ${what}`;
      io.err(CLEAR_LINE + [...line].slice(0, Math.max(20, io.columns - 1)).join(''));
    },
    clear: () => {
      if (drawn !== -Infinity) io.err(CLEAR_LINE);
    },
  };
}
