import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { between, ground, pairRow } from './state.ts';

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
  const { metres, next, sight, adjacent } = rows;
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
      next.raw[row] = b;
      sight.raw[row] = edge.sight;
      adjacent.raw[row] = 1;
    }
  }
  for (let via = 0; via < count; via++) {
    for (let a = 0; a < count; a++) {
      if (a === via) continue;
      for (let b = 0; b < count; b++) {
        if (b === via || b === a) continue;
        const first = pairRow(world, a, via);
        const second = pairRow(world, via, b);
        const way = metres.raw[first] + metres.raw[second];
        const row = pairRow(world, a, b);
        if (way < metres.raw[row]) {
          metres.raw[row] = way;
          next.raw[row] = next.raw[first];
        }
      }
    }
  }
  seeAcross(world, count);
}

/** Places two steps apart see each other across a place without a roof. */
function seeAcross(world: World, count: number): void {
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
        best = Math.max(best, sight.raw[first] * sight.raw[second] * THROUGH);
      }
      sight.raw[pairRow(world, a, b)] = best;
    }
  }
}
