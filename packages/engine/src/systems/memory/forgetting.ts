/** How memories fade: fast at first, then ever more slowly. */
import { exp, ln } from '../../kernel/curves.ts';
import { SECONDS } from '../../kernel/system.ts';

/**
 * The power of time by which what is not gone back to fades: between a day and a month after learning, Ebbinghaus kept a third and a fifth of
 * what he had kept at first. [s: Murre and Dros]
 */
const FADES = 0.14;
/** Hours within which next to nothing fades. [d] */
const FRESH_HOURS = 1;

/** The share of a memory that is left so many seconds after it was laid down, or last gone back to. */
export function retention(seconds: number): number {
  return exp(-FADES * ln(1 + seconds / (FRESH_HOURS * SECONDS.hour)));
}
