import type { Effort } from '../bodies/effort.ts';
import { breaking } from './state.ts';

/** What a second of work at a barrier takes of somebody's breath. [d] */
const BREAKING_TAKES = 0.008;

/** To hack one's way through takes one's breath. */
export const toil: Effort = {
  id: 'barriers/toil',
  takes: (world, who) => (world.of(breaking).worksAt.raw[who] === 0 ? 0 : BREAKING_TAKES),
};
