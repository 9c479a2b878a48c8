import type { Happening } from './happening.ts';

/** How far in seconds an event may move and still be the same one: where seconds are lived one by one, and else. */
export const MOVED_IN_ENGAGEMENT = 10;
export const MOVED_ELSE = 3600;
/** By how much a measure may differ and still be the same result. */
const SAME_MEASURE = 0.25;

/** What became of an event in another history. */
export type Fate = 'same' | 'vanished' | 'moved' | 'changed';

/** By how many seconds an event may move and still be the same. */
export const windowOf = ({ fine }: Happening): number => (fine ? MOVED_IN_ENGAGEMENT : MOVED_ELSE);

/** An event of one history with its like in the other. */
export interface Match {
  readonly before: Happening;
  readonly after: Happening;
}

/**
 * The events of one history matched with those of another, one to one: by key, nearest moments first. In the order of the
 * first history.
 */
export function matched(before: readonly Happening[], after: readonly Happening[]): Match[] {
  const byKey = new Map<string, Happening[]>();
  for (const event of after) {
    const list = byKey.get(event.key);
    if (list === undefined) byKey.set(event.key, [event]);
    else list.push(event);
  }
  const pairs: { match: Match; apart: number }[] = [];
  for (const event of before) {
    for (const other of byKey.get(event.key) ?? []) {
      pairs.push({ match: { before: event, after: other }, apart: Math.abs(event.time - other.time) });
    }
  }
  pairs.sort(
    (a, b) => a.apart - b.apart || a.match.before.id - b.match.before.id || a.match.after.id - b.match.after.id,
  );
  const found = new Map<number, Match>();
  const taken = new Set<number>();
  for (const { match } of pairs) {
    if (found.has(match.before.id) || taken.has(match.after.id)) continue;
    taken.add(match.after.id);
    found.set(match.before.id, match);
  }
  return before.flatMap(({ id }) => found.get(id) ?? []);
}

/**
 * What became of each event of one history in another, by its number. `moved` has a match, but too far off; `changed` has
 * one in time with another place or result.
 */
export function fates(before: readonly Happening[], after: readonly Happening[]): Map<number, Fate> {
  const result = new Map<number, Fate>(before.map(({ id }) => [id, 'vanished']));
  for (const match of matched(before, after)) result.set(match.before.id, fateOf(match));
  return result;
}

/** What became of an event that has a match. */
export function fateOf({ before, after }: Match): Fate {
  if (Math.abs(before.time - after.time) > windowOf(before)) return 'moved';
  return before.place === after.place && differingResults(before, after).length === 0 ? 'same' : 'changed';
}

/** The data in which the two differ; measures by more than a quarter. */
export function differingResults(a: Happening, b: Happening): string[] {
  return Object.keys(a.result).filter((name) => {
    const [one, other] = [a.result[name]!, b.result[name]!];
    if (typeof one !== 'number' || typeof other !== 'number') return one !== other;
    return Math.abs(one - other) > SAME_MEASURE * Math.max(Math.abs(one), Math.abs(other));
  });
}
