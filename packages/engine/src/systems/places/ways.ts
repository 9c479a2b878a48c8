/** How people get from place to place, each by the ways that are open to their own. */
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf } from '../groups/state.ts';
import { NO_WAY, between, crossing, pairRow, passage, way } from './state.ts';

function wayRow(world: World, who: number, from: number, to: number): number {
  const count = world.of(place).count;
  return world.of(passage).ways.raw[groupOf(world, who)] * count * count + from * count + to;
}

/** Whether anything stands in anybody's way at all. */
export function hasWays(world: World): boolean {
  return world.of(way).count > 0;
}

/** The place to which somebody goes first on the way to a goal, or -1 where there is no way for them. */
export function nextFor(world: World, who: number, from: number, goal: number): number {
  if (!hasWays(world)) {
    const pair = pairRow(world, from, goal);
    const rows = world.of(between);
    return rows.metres.raw[pair] < Infinity ? rows.next.raw[pair] : -1;
  }
  const row = wayRow(world, who, from, goal);
  const rows = world.of(way);
  return rows.metres.raw[row] !== NO_WAY ? rows.next.raw[row] : -1;
}

/** Metres of the way that is open to somebody, with what is in it counted as a detour; Infinity where there is none. */
export function wayMetres(world: World, who: number, from: number, goal: number): number {
  if (!hasWays(world)) return world.of(between).metres.raw[pairRow(world, from, goal)];
  const metres = world.of(way).metres.raw[wayRow(world, who, from, goal)];
  return metres === NO_WAY ? Infinity : metres;
}

/** Seconds that it costs somebody to get over what stands between two neighbours; Infinity where they cannot. */
export function delayFor(world: World, who: number, from: number, to: number): number {
  if (!hasWays(world)) return 0;
  const seconds = world.of(way).delay.raw[wayRow(world, who, from, to)];
  return seconds === NO_WAY ? Infinity : seconds;
}

/** Read, for whoever decides, what was opened on the way that somebody takes. Reads are tracked. */
export function readWay(world: World, who: number, from: number, goal: number): void {
  if (!hasWays(world)) return;
  const { barrier, openedBy } = world.of(crossing);
  let at = from;
  for (let steps = world.of(place).count; steps > 0 && at !== goal; steps--) {
    const next = nextFor(world, who, at, goal);
    if (next < 0) return;
    const pair = pairRow(world, at, next);
    if (barrier.raw[pair] !== 0) openedBy.at(pair);
    at = next;
  }
}

/** The event that opened the way from a place to its neighbour; 0 where it was always open, or still is not. Tracked. */
export function openedAcross(world: World, from: number, to: number): number {
  return hasWays(world) ? world.of(crossing).openedBy.at(pairRow(world, from, to)) : 0;
}
