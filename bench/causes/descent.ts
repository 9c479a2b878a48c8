import type { Account } from './history.ts';

/**
 * Which events descend from the given ones, through stated causes and hidden edges; index by event id. A node rests only
 * on earlier ones, so one memo serves the whole walk. Events that follow from none of the sources read 0, sources 1.
 */
export function descendants({ events, parents }: Account, sources: readonly number[]): Uint8Array {
  const descends = new Uint8Array(events.length + 1);
  const frames = new Map<number, boolean>();
  const fromSources = new Set(sources);
  const first = Math.min(...sources);

  const nodeDescends = (node: number): boolean => {
    if ((node & 1) === 0) return descends[node >>> 1] === 1;
    const known = frames.get(node);
    if (known !== undefined) return known;
    const found = restsOnSources(node);
    frames.set(node, found);
    return found;
  };
  const restsOnSources = (node: number): boolean => {
    for (const parent of parents(node)) if (nodeDescends(parent)) return true;
    return false;
  };

  for (const { id, because } of events) {
    if (id < first) continue;
    const found = fromSources.has(id) || because.some((cause) => descends[cause.id] === 1) || restsOnSources(2 * id);
    if (found) descends[id] = 1;
  }
  return descends;
}
