import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { position } from '../places/state.ts';

/** Whether somebody who has left the map lives on by the hour out there, on what they carry. Plain reads. */
export const afield = slot<(world: World, who: number) => boolean>('needs/afield');

/** Whether somebody is beyond the map and lives on by the hour there: they hunger, thirst and freeze as others do. Plain reads. */
export function isAfield(world: World, who: number): boolean {
  return world.of(position).gone.raw[who] === 1 && world.ruleset.filled(afield).some((livesOn) => livesOn(world, who));
}
