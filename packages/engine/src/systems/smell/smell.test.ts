import { expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { all, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { claim, findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { position } from '../places/state.ts';
import { setOut } from '../places/system.ts';
import { shot } from '../shooting/events.ts';
import { firedHere } from './state.ts';

/** Bram fires so often in the field, and is gone; after so many seconds Ada comes there from the yard. */
function comesAfter(shots: number, seconds: number, fires = 'Bram'): World {
  const isle = 'isle: {like: cellar}\n  spot: {like: field, next to: field, metres: {field: 40}}';
  const world = mill({ Ada: 'at: spot', Bram: 'at: isle', Cole: 'at: isle', Dirk: 'at: isle', places: isle });
  clash(world, 'the band');
  const [actor, target, place] = [who(world, fires), who(world, 'Dirk'), where(world, 'field')];
  // Whoever fires is put into the field for it: only the powder stays there.
  move(world, fires, 'field');
  for (let i = 0; i < shots; i++) happen(world, shot, { actor, target, place });
  move(world, fires, fires === 'Ada' ? 'spot' : 'isle');
  live(world, seconds);
  const from = world.of(position).at.raw[who(world, 'Ada')];
  happen(world, setOut, { actor: who(world, 'Ada'), place: from, goal: place, pace: 'running' });
  return live(world, 22);
}
function move(world: World, name: string, at: string): void {
  world.of(position).at.put(who(world, name), where(world, at));
}
const smells = (world: World) => all(world, 'smell/smelt').filter((event) => named(world, event)['actor'] === 'Ada');

test('[S15] whoever comes to a place where there was much firing smells it, and takes it that there was', () => {
  const world = comesAfter(8, 2);
  const [event] = smells(world);
  expect(said(world, event)).toBe('Ada smelled powder in the field.');
  const last = all(world, 'shooting/shot')
    .filter((each) => named(world, each)['actor'] === 'Bram')
    .at(-1)!;
  expect(event.because.map((cause) => [cause.id, cause.as])[0]).toEqual([last.id, 'reason']);
  const row = findClaim(world, who(world, 'Ada'), firedHere, where(world, 'field'));
  expect(world.of(claim).source0.raw[row]).toBe(event.id);
});

test('[S15] a shot or two is nothing to smell, and it blows away', () => {
  expect(smells(comesAfter(2, 2))).toHaveLength(0);
  expect(smells(comesAfter(8, 400))).toHaveLength(0);
});

test('whoever fired themselves smells no other powder', () => {
  expect(smells(comesAfter(8, 2, 'Ada'))).toHaveLength(0);
});
