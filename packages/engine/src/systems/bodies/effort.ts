import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';

/** Something that takes people's breath while they do it: how much of it a second takes, as a share of all of it. Plain reads. */
export interface Effort {
  readonly id: `${string}/${string}`;
  readonly takes: (world: World, who: number) => number;
}

/** Everything that takes breath. */
export const efforts = slot<Effort>('bodies/efforts');
