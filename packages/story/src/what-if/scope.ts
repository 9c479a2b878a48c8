import type { LogEntry, Mute } from '@anchorhold/engine';
import { list } from '../english/nouns.ts';
import { spanWords } from '../english/times.ts';

/** What an answer rests on: for how long what was withheld stays away, what luck holds, and what counts as the same. */
export function scopeOf(added: readonly LogEntry[]): string {
  const mutes = added.filter(({ command }) => command === 'withhold' || command === 'change').map(spanOf);
  const rerolled = added.filter(({ command }) => command === 're-roll');
  const spans = [...new Set(mutes)].sort((a, b) => a - b).map(spanWords);
  return [
    ...(mutes.length === 0
      ? []
      : [
          `What is withheld stays away for ${list([...new Set(spans)], 'or')}, and so does its like: the same kind of event ` +
            'with the same people and things in it. What led to it is used up all the same.',
        ]),
    `${rerolled.length === 0 ? 'All luck is as it was.' : 'Luck that is not drawn anew is as it was.'} ` +
      'An event counts as the same while it comes with the same result within ten seconds in a fight, and within an hour ' +
      'elsewhere.',
  ].join(' ');
}

function spanOf({ value }: LogEntry): number {
  const { from, to } = value as Mute;
  return to - from;
}
