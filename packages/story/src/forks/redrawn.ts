import { luckAt, mix, reroll } from '@anchorhold/engine';
import type { LogEntry } from '@anchorhold/engine';
import type { Fork } from './fork.ts';
import type { Lived } from './lived.ts';
import { happened, momentOf, withholding } from './withheld.ts';

/**
 * The part of a fork that withholds events, or keeps them, and draws all luck anew once the last of them has happened or
 * would have: up to then everything stands as it was, so that what is asked about is these events and not others like them.
 * `salt` names the luck; 0 leaves it as it was. With `keep` nothing is withheld: the same luck, to compare with.
 */
export function redrawn(
  lived: Lived,
  ids: readonly number[],
  salt: number,
  { atLeast = 0, keep = false }: { readonly atLeast?: number; readonly keep?: boolean } = {},
): Pick<Fork, 'from' | 'added'> {
  const last = Math.max(...ids.map((id) => happened(lived, id).time));
  const entries = [
    ...(keep ? [] : withholding(lived, ids, atLeast)),
    ...otherLuck(lived, Math.max(last, lived.begin) + 1, salt),
  ];
  return { from: momentOf(lived, ids), added: entries.sort((a, b) => a.at - b.at) };
}

/**
 * Entries that draw all luck anew from a moment on; `salt` names which luck, and 0 leaves it as it was. Where the run's own
 * log draws luck anew, that is drawn anew as well: else every luck would be the run's own from there on.
 */
export function otherLuck({ end }: Lived, from: number, salt: number): LogEntry[] {
  if (salt === 0) return [];
  const { log } = end.recipe;
  const own = (time: number): number => luckAt(log, time).salt;
  const later = log.filter(({ at }) => at > from && own(at) !== own(at - 1)).map(({ at }) => at);
  return [from, ...new Set(later)].map((at) => reroll(at, own(at) === 0 ? salt : mix(own(at), salt) || salt));
}
