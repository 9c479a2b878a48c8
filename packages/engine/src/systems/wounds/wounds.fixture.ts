/** What the tests of wounds and of first aid begin with. */
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { clash, happen, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { vitals, wound } from './state.ts';
import type { Region, Takes } from './state.ts';
import { tended, wounded } from './system.ts';

/** In a clash in which nobody sees an enemy. */
export function quietClash(changes: MillChanges = {}, seed = 1): World {
  const world = mill(changes, { seed });
  clash(world, 'the band');
  return world;
}
export function hurt(
  world: World,
  name: string,
  flow: number,
  region: Region = 'belly',
  takes: Takes = 'nothing',
): number {
  const target = who(world, name);
  return happen(world, wounded, { target, actor: -1, place: where(world, 'mill'), region, flow, takes });
}
export const tends = (world: World, carer: string, patient: string): number =>
  happen(world, tended, { actor: who(world, carer), target: who(world, patient), place: where(world, 'mill') });
export const lost = (world: World, name: string): number => world.of(vitals).lost.raw[who(world, name)];
export const flows = (world: World): number[] => [...world.of(wound).flow.raw.subarray(0, world.of(wound).count)];
/** Nobody has a dressing: wounds run their course. */
export const BARE: MillChanges = { Ada: 'dressings: 0', Cole: 'dressings: 0' };
