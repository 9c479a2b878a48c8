import { formatClock } from '@anchorhold/scenario';
import type { Progress } from '@anchorhold/runs';
import type { Io } from './io.ts';

/** Milliseconds between two drawings of the line. */
const DRAWN_EVERY = 100;
const BAR = 24;
/** Moves to the start of the line and clears it. */
const CLEAR_LINE = '\r\u001b[K';

/** Shows on standard error how far some work is. */
export interface ProgressLine<P> {
  readonly show: (progress: P) => void;
  /** Leave the terminal as if nothing had been shown. */
  readonly clear: () => void;
}

/** How far a run is. */
export function progressLine(io: Io, what: string): ProgressLine<Progress> {
  return drawnLine(io, ({ time, begin, until, events }) => ({
    share: until > begin ? (time - begin) / (until - begin) : 1,
    words: `${formatClock(time - (time % 60))}  ${events} events  ${what}`,
  }));
}

/** How many of a number of things are done. */
export interface Count {
  readonly done: number;
  readonly of: number;
}

/** How many things are done, with the word for them: `12 of 40 worlds lived`. */
export function countLine(io: Io, things: string): ProgressLine<Count> {
  return drawnLine(io, ({ done, of }) => ({ share: of > 0 ? done / of : 1, words: `${done} of ${of} ${things}` }));
}

/**
 * One line that is drawn over itself on a terminal; nothing at all elsewhere, so that logs stay readable. It reads no
 * keys: Ctrl-C goes to the process, which stops the work in good order.
 */
function drawnLine<P>(io: Io, look: (progress: P) => { share: number; words: string }): ProgressLine<P> {
  if (!io.errIsTerminal || io.env['TERM'] === 'dumb') return { show: () => {}, clear: () => {} };
  let drawn = -Infinity;
  return {
    show: (progress) => {
      const now = performance.now();
      if (now - drawn < DRAWN_EVERY) return;
      drawn = now;
      const { share, words } = look(progress);
      const full = Math.floor(share * BAR);
      const line = `${'█'.repeat(full)}${'░'.repeat(BAR - full)}  ${words}`;
      io.err(CLEAR_LINE + [...line].slice(0, Math.max(20, io.columns - 1)).join(''));
    },
    clear: () => {
      if (drawn !== -Infinity) io.err(CLEAR_LINE);
    },
  };
}
