/** Two at odds across a yard, with the other two out of it: what tests of shooting share. */
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { happen, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { position } from '../places/state.ts';
import { isAt } from '../sight/state.ts';
import { openedFire, shot } from './events.ts';

export const knows = (world: World, name: string, enemy: string, place: string): void => {
  believe(world, who(world, name), isAt, who(world, enemy), { place: where(world, place), confidence: 1, source: 1 });
};
export const fires = (world: World): number =>
  happen(world, shot, {
    actor: who(world, 'Ada'),
    target: who(world, 'Bram'),
    place: world.of(position).at.raw[who(world, 'Ada')],
  });
export const opens = (world: World): number =>
  happen(world, openedFire, { actor: who(world, 'Ada'), target: who(world, 'Bram'), place: where(world, 'yard') });

/** Ada in the yard, Bram in the field. */
export const DUEL: MillChanges = {
  Ada: 'at: yard',
  Bram: 'at: field',
  Cole: 'at: isle',
  Dirk: 'at: isle',
  places: 'isle: {like: cellar}',
};
/** The same, and she knows where he is. */
export function duel(changes: MillChanges = {}, seed = 1): World {
  const world = mill({ ...DUEL, ...changes }, { seed });
  knows(world, 'Ada', 'Bram', 'field');
  return world;
}
