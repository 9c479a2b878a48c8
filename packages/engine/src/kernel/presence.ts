import { slot } from './system.ts';
import type { World } from './world.ts';

/** Columns of tables along `person` on which whatever somebody decides by the hour rests: that they are awake, say. */
export const presences = slot<(world: World) => { at(row: number): unknown }>('kernel/presences');
