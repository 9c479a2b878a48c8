import type { LogEntry, Mute } from '@anchorhold/engine';
import { list } from '../english/nouns.ts';
import { spanWords } from '../english/times.ts';

/** What an answer rests on: for how long what was withheld stays away, what luck holds, and what counts as the same. */
export function scopeOf(added: readonly LogEntry[]): string {
  const mutes = added.filter(({ command }) => command === 'withhold' || command === 'change').map(spanOf);
  const rerolled = added.filter(({ command }) => command === 're-roll');
  const spans = [...new Set(mutes)].sort((a, b) => a - b).map(spanWords);
  return [
    ...(spans.length === 0
      ? []
      : [
          `For ${list([...new Set(spans)], 'or')} what is withheld cannot happen, nor the like of it; after that it may.`,
        ]),
    rerolled.length === 0 ? 'All other luck is as it was.' : 'Luck that is not drawn anew is as it was.',
    'Within ten seconds in a fight, and within an hour elsewhere, an event counts as the same.',
  ].join(' ');
}

function spanOf({ value }: LogEntry): number {
  const { from, to } = value as Mute;
  return to - from;
}
