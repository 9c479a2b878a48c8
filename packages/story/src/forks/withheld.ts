import { hex64, muteOf, withhold } from '@anchorhold/engine';
import type { LogEntry, Mute } from '@anchorhold/engine';
import type { Happening } from './happening.ts';
import type { Lived } from './lived.ts';

/** The event of a number. Throws RangeError where the run has none. */
export function happened({ happenings }: Lived, id: number): Happening {
  const found = happenings[id - 1];
  if (found === undefined) throw new RangeError(`there is no event ${id}: the run has ${happenings.length}`);
  return found;
}

/** The moment of the first of these events. */
export function momentOf(lived: Lived, ids: readonly number[]): number {
  return Math.min(...ids.map((id) => happened(lived, id).time));
}

/** What withholding these events means, each for `atLeast` seconds at least. */
export function mutesOf({ end }: Lived, ids: readonly number[], atLeast = 0): Mute[] {
  return ids.map((id) => {
    const mute = muteOf(end, id);
    return { ...mute, to: Math.max(mute.to, mute.from + atLeast) };
  });
}

/** The entries of the log that withhold these events, in order of time. */
export function withholding(lived: Lived, ids: readonly number[], atLeast = 0): LogEntry[] {
  return mutesOf(lived, ids, atLeast)
    .map(withhold)
    .sort((a, b) => a.at - b.at);
}

/** Numbers of the events that withholdings keep from happening: the events, and their like for as long as each one lasts. */
export function withheldWith(
  lived: Lived,
  ids: readonly number[],
  { events = lived.happenings, atLeast = 0 }: { events?: readonly Happening[]; atLeast?: number } = {},
): number[] {
  return withheldBy(mutesOf(lived, ids, atLeast), events);
}

/** Numbers of those of these events that mutes keep from happening. */
export function withheldBy(mutes: readonly Mute[], events: readonly Happening[]): number[] {
  const named = mutes.map(({ lo, hi, from, to }) => ({ key: hex64(lo, hi), from, to }));
  return events
    .filter(({ key, time }) => named.some((mute) => mute.key === key && time >= mute.from && time <= mute.to))
    .map(({ id }) => id);
}
