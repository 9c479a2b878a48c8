import type { EventRecord } from '@anchorhold/engine';

/** How far in seconds an event may move and still be the same one: where seconds are lived one by one, and else. */
export const MOVED_IN_ENGAGEMENT = 10;
export const MOVED_ELSE = 3600;
/** By how much a measure may differ and still be the same result. */
const SAME_MEASURE = 0.25;

export type Fate = 'same' | 'vanished' | 'moved' | 'changed';

/**
 * What became of each event of one history in another: matched one to one by key, nearest moment first. `moved` has a
 * match, but too far off; `changed` has one in time with another result.
 */
export function fates(
  before: readonly EventRecord[],
  after: readonly EventRecord[],
  window: (event: EventRecord) => number,
): Map<number, Fate> {
  const byKey = new Map<string, EventRecord[]>();
  for (const event of after) {
    const list = byKey.get(event.key);
    if (list === undefined) byKey.set(event.key, [event]);
    else list.push(event);
  }
  const pairs: { event: EventRecord; other: EventRecord; apart: number }[] = [];
  for (const event of before) {
    for (const other of byKey.get(event.key) ?? []) {
      pairs.push({ event, other, apart: Math.abs(event.time - other.time) });
    }
  }
  pairs.sort((a, b) => a.apart - b.apart || a.event.id - b.event.id || a.other.id - b.other.id);
  const result = new Map<number, Fate>();
  const taken = new Set<number>();
  for (const { event, other, apart } of pairs) {
    if (result.has(event.id) || taken.has(other.id)) continue;
    taken.add(other.id);
    if (apart > window(event)) result.set(event.id, 'moved');
    else result.set(event.id, sameResult(event, other) ? 'same' : 'changed');
  }
  for (const event of before) if (!result.has(event.id)) result.set(event.id, 'vanished');
  return result;
}

function sameResult(a: EventRecord, b: EventRecord): boolean {
  if (a.roles['place'] !== b.roles['place']) return false;
  return a.entry.data.every((name) => {
    const [one, other] = [a.data[name]!, b.data[name]!];
    if (a.entry.kind.data[name]!.datum === 'event') return true;
    if (typeof one !== 'number' || typeof other !== 'number') return one === other;
    return Math.abs(one - other) <= SAME_MEASURE * Math.max(Math.abs(one), Math.abs(other));
  });
}
