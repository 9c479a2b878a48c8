import type { Effort } from '../bodies/effort.ts';
import { position } from '../places/state.ts';
import { burden } from './state.ts';

/** What a second under way with somebody on one's back takes of one's breath. [d] */
const BEARING_TAKES = 0.015;

/** To carry somebody takes one's breath. */
export const toil: Effort = {
  id: 'carrying/toil',
  takes: (world, who) =>
    world.of(burden).bears.raw[who] !== 0 && world.of(position).bound.raw[who] !== 0 ? BEARING_TAKES : 0,
};
