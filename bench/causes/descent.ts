import type { History } from './history.ts';

/**
 * Which events descend from the given ones, through stated causes and hidden edges. Index by event id. Nodes of the
 * side log are events (even) and frames (odd); a node rests only on earlier ones, so one memo serves the whole walk.
 */
export function descendants(history: History, sources: readonly number[]): Uint8Array {
  const { events, world } = history;
  const descends = new Uint8Array(events.length + 1);
  const frames = new Map<number, boolean>();
  const fromSources = new Set(sources);
  const first = Math.min(...sources);

  const nodeDescends = (node: number): boolean => {
    if ((node & 1) === 0) return descends[node >>> 1] === 1;
    const known = frames.get(node);
    if (known !== undefined) return known;
    frames.set(node, false);
    let found = false;
    for (const parent of world.trace.parents(node)) {
      if (nodeDescends(parent)) {
        found = true;
        break;
      }
    }
    frames.set(node, found);
    return found;
  };

  for (const event of events) {
    if (event.id < first) continue;
    if (fromSources.has(event.id)) descends[event.id] = 1;
    else if (event.because.some((cause) => descends[cause.id] === 1)) descends[event.id] = 1;
    else for (const parent of world.trace.parents(2 * event.id)) if (nodeDescends(parent)) descends[event.id] = 1;
  }
  return descends;
}
