import { reroll } from '@anchorhold/engine';
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
    ...(salt === 0 ? [] : [reroll(Math.max(last, lived.begin) + 1, salt)]),
  ];
  return { from: momentOf(lived, ids), added: entries.sort((a, b) => a.at - b.at) };
}
