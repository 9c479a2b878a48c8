/** What the tests of carrying and of leaving somebody behind begin with. */
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { band, clash, happen, where, who } from '../../../test/night.fixture.ts';
import { findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { received } from '../orders/receiving.ts';
import { position } from '../places/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { fell } from '../wounds/system.ts';
import { tookUp } from './events.ts';

/** Ada and Cole in the field, far from their home, with nobody to trouble them. */
export const OUT: MillChanges = {
  Ada: 'at: field',
  Cole: 'at: field, dressings: 0',
  Bram: 'at: cave',
  Dirk: 'at: cave',
  places: 'cave: {like: cellar}',
};
export function out(changes: MillChanges = {}, seed = 1): World {
  const world = mill({ ...OUT, ...changes }, { seed });
  clash(world, 'the band');
  return world;
}
export const fall = (world: World, name: string): number =>
  happen(world, fell, {
    actor: who(world, name),
    place: world.of(position).at.raw[who(world, name)],
    group: band(world, 'mill folk'),
    from: 'blow',
  });
export const take = (world: World, goal = 'mill'): number =>
  happen(world, tookUp, {
    actor: who(world, 'Ada'),
    target: who(world, 'Cole'),
    place: where(world, 'field'),
    goal: where(world, goal),
  });
export const told = (world: World, name: string, task: 'leave' | 'fall back', goal: string): number =>
  happen(world, received, { actor: who(world, name), target: who(world, name), goal: where(world, goal), task });
export const at = (world: World, name: string): number => world.of(position).at.raw[who(world, name)];
export const knows = (world: World): boolean => findClaim(world, who(world, 'Ada'), hasFallen, who(world, 'Cole')) >= 0;
