/** Worlds in which what only the senses bring about comes up, for the test that everything is played. */
import type { World } from '../src/kernel/world.ts';
import { body } from '../src/systems/bodies/state.ts';
import { position } from '../src/systems/places/state.ts';
import { setOut } from '../src/systems/places/system.ts';
import { shot } from '../src/systems/shooting/events.ts';
import { recognised, spotted } from '../src/systems/sight/events.ts';
import { mill } from './mill.fixture.ts';
import { clash, happen, live, where, who } from './night.fixture.ts';

export function sensesPlayed(): World[] {
  return [smells(), hearsSteps(), takesForAnother()];
}

/** Somebody who slept through the firing comes to where it was. */
function smells(): World {
  const isle = 'isle: {like: cellar}\n  spot: {like: field, next to: field, metres: {field: 40}}';
  const world = mill({ Ada: 'at: spot', Bram: 'at: isle', Cole: 'at: isle', Dirk: 'at: isle', places: isle });
  const [ada, bram, field] = [who(world, 'Ada'), who(world, 'Bram'), where(world, 'field')];
  clash(world, 'the band');
  world.of(body).awake.put(ada, 0);
  world.of(position).at.put(bram, field);
  for (let i = 0; i < 10; i++) happen(world, shot, { actor: bram, target: ada, place: field });
  world.of(position).at.put(bram, where(world, 'isle'));
  live(world, 6);
  world.of(body).awake.put(ada, 1);
  happen(world, setOut, { actor: ada, place: where(world, 'spot'), goal: field, pace: 'running' });
  return live(world, 22);
}

/** An enemy runs by in the fog. */
function hearsSteps(): World {
  const places = 'isle: {like: cellar}';
  const fog = 'winter, d1 01:00, overcast, thick fog';
  const world = mill({ begin: fog, Ada: 'at: yard', Bram: 'at: field', Cole: 'at: isle', Dirk: 'at: isle', places });
  clash(world, 'the band');
  const [actor, place, goal] = [who(world, 'Bram'), where(world, 'field'), where(world, 'wood')];
  happen(world, setOut, { actor, place, goal, pace: 'running' });
  world.of(position).arrives.put(actor, world.time + 60);
  return live(world, 50);
}

/** Somebody takes an enemy for another, and sees that it is not. */
function takesForAnother(): World {
  const world = mill();
  clash(world, 'the band');
  const [actor, target, taken] = ['Ada', 'Dirk', 'Bram'].map((name) => who(world, name));
  const place = where(world, 'wood');
  happen(world, spotted, { actor, target, taken, place, sure: false });
  happen(world, recognised, { actor, target, taken, place });
  return world;
}
