/** What an event, or a cell as it stands, rests on by hidden edges. For tests. */
import type { Column } from './columns.ts';
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
