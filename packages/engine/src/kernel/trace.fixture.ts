/** What an event, or a cell as it stands, rests on by hidden edges. For tests. */
import type { Column } from './columns.ts';
import { readEvent } from './read.ts';
import type { World } from './world.ts';

/** Ids of all events that an event descends from, directly or by frames and versions, but not through other events. */
export function parentsOf(world: World, id: number): number[] {
  return eventsBehind(world, [...world.trace.parents(2 * id)]);
}

/** Ids of all events that what a cell holds descends from, in the same way. */
export function writersOf(world: World, column: Column, row: number): number[] {
  if (column.stamp === null) throw new Error('hidden edges are not kept: make the world with trace');
  return eventsBehind(world, [column.stamp[row]]);
}

function eventsBehind(world: World, nodes: number[]): number[] {
  const found = new Set<number>();
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node === 0) continue;
    if ((node & 1) === 0) found.add(node >>> 1);
    else nodes.push(...world.trace.parents(node));
  }
  return [...found].sort((a, b) => a - b);
}

/** Whether each event descends from one, through stated causes and hidden edges; index by event id. */
export function descentFrom(world: World, from: number): boolean[] {
  const descends: boolean[] = [];
  const frames = new Map<number, boolean>();
  const rests = (node: number): boolean => {
    if ((node & 1) === 0) return descends[node >>> 1] ?? false;
    let found = frames.get(node);
    if (found === undefined) {
      found = [...world.trace.parents(node)].some(rests);
      frames.set(node, found);
    }
    return found;
  };
  for (let id = 0; id <= world.chronicle.length; id++) {
    const stated = id < from ? [] : readEvent(world, id).because.map((cause) => descends[cause.id] ?? false);
    descends[id] =
      id === from || (id > from && (stated.includes(true) || [...world.trace.parents(2 * id)].some(rests)));
  }
  return descends;
}
