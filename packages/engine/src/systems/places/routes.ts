import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { NO_WAY, between, ground, pairRow, way } from './state.ts';

export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Metres from middle to middle. */
  readonly metres: number;
  /** Whether one is seen from the other at all. */
  readonly sight: number;
}

/** Sight through a place in between: two yards away is seen less, and only across open ground. [d] */
const THROUGH = 0.7;

/** Fill the table of ways: shortest routes (Floyd and Warshall), and what is seen from where. */
export function layRoutes(world: World, edges: readonly Edge[]): void {
  const count = world.of(place).count;
  const rows = world.of(between);
  const lands = world.of(ground);
  for (let i = 0; i < count * count; i++) rows.add();
  const { metres, next, sight, adjacent, step } = rows;
  metres.raw.fill(Infinity, 0, count * count);
  for (let at = 0; at < count; at++) {
    const own = pairRow(world, at, at);
    metres.raw[own] = lands.size.raw[at] / 2;
    next.raw[own] = at;
    sight.raw[own] = 1;
  }
  for (const edge of edges) {
    for (const [a, b] of [
      [edge.from, edge.to],
      [edge.to, edge.from],
    ]) {
      const row = pairRow(world, a, b);
      metres.raw[row] = edge.metres;
      step.raw[row] = edge.metres;
      next.raw[row] = b;
      sight.raw[row] = edge.sight;
      adjacent.raw[row] = 1;
    }
  }
  shorten(metres.raw, next.raw, 0, count);
  seeAcross(world, null);
}

/** Find the shortest ways by what is known of neighbours (Floyd and Warshall), in the rows from `first` on. */
function shorten(metres: Float32Array, next: Uint16Array, first: number, count: number): void {
  for (let via = 0; via < count; via++) {
    for (let a = 0; a < count; a++) {
      if (a === via) continue;
      const there = metres[first + a * count + via];
      if (there === Infinity) continue;
      for (let b = 0; b < count; b++) {
        if (b === via || b === a) continue;
        const row = first + a * count + b;
        const length = there + metres[first + via * count + b];
        if (length < metres[row]) {
          metres[row] = length;
          next[row] = next[first + a * count + via];
        }
      }
    }
  }
}

/** How many metres of open way somebody goes round to save one second of climbing under fire. [d] */
const DETOUR_METRES = 5;

/**
 * Fill one set of ways. `delayOf` says what crossing from a place to its neighbour costs those who go by it, in seconds;
 * Infinity where they cannot.
 */
export function layWays(world: World, set: number, delayOf: (from: number, to: number) => number): void {
  const count = world.of(place).count;
  const plain = world.of(between);
  const rows = world.of(way);
  while (rows.count < (set + 1) * count * count) rows.add();
  const first = set * count * count;
  const metres = new Float32Array(first + count * count);
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < count; to++) {
      const pair = from * count + to;
      const row = first + pair;
      const neighbours = plain.adjacent.raw[pair] === 1;
      const delay = neighbours ? delayOf(from, to) : 0;
      rows.delay.raw[row] = delay < Infinity ? delay : NO_WAY;
      rows.next.raw[row] = from === to ? from : to;
      if (from === to) metres[row] = plain.metres.raw[pair];
      else metres[row] = neighbours ? plain.step.raw[pair] + delay * DETOUR_METRES : Infinity;
    }
  }
  shorten(metres, rows.next.raw, first, count);
  for (let row = first; row < metres.length; row++)
    rows.metres.raw[row] = metres[row] < Infinity ? metres[row] : NO_WAY;
}

/**
 * Places two steps apart see each other across a place without a roof. `past` says how much of the view from a place past
 * the border to its neighbour is left to those who do not stand right at it; all of it, where nothing is given.
 */
export function seeAcross(world: World, past: ((from: number, to: number) => number) | null): void {
  const count = world.of(place).count;
  const { sight, adjacent } = world.of(between);
  const lands = world.of(ground);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      if (a === b || adjacent.raw[pairRow(world, a, b)] === 1) continue;
      let best = 0;
      for (let via = 0; via < count; via++) {
        const first = pairRow(world, a, via);
        const second = pairRow(world, via, b);
        if (adjacent.raw[first] === 0 || adjacent.raw[second] === 0 || lands.roofed.raw[via] === 1) continue;
        const left = past === null ? 1 : past(a, via) * past(via, b);
        best = Math.max(best, sight.raw[first] * sight.raw[second] * THROUGH * left);
      }
      sight.raw[pairRow(world, a, b)] = best;
    }
  }
}
