/** What those who come back know of a place from the last time: where people came out of whom nobody had looked for. */
import { claim, findClaim, mind, predicate } from '../../kernel/beliefs.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { metresBetween } from '../places/state.ts';

/** The claim that enemies lie in wait in a place: whoever has met them there, or has been told, looks for them there the next time. */
export const ambushAt = predicate('assault/ambush-at', place);

/** So near to a place, in metres, people who come out somewhere are upon those who are in it. [d] */
const BESIDE_METRES = 45;

/** Row of the claim by which somebody looks for enemies in wait in a place, or -1. Plain reads. */
export const expectsAmbush = (world: World, who: number, at: number): number => findClaim(world, who, ambushAt, at);

/** Claims of places beside one from which enemies are known to come out. Plain reads. */
export function ambushesBeside(world: World, who: number, at: number): number[] {
  const { predicate: what, subject, next } = world.of(claim);
  const found = [];
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    if (what.raw[row] === ambushAt.hash && metresBetween(world, subject.raw[row], at) <= BESIDE_METRES) found.push(row);
  }
  return found;
}
