import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';

/** Whether somebody who has left the map lives on by the hour out there, on what they carry. Plain reads. */
export const afield = slot<(world: World, who: number) => boolean>('needs/afield');
