import { describe, expect, test } from 'vitest';
import { all, band, happen, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { reached, setOut } from '../places/system.ts';
import { nerves } from '../resolve/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { died, wounded } from '../wounds/system.ts';
import { tookUp } from './events.ts';
import { out, fall, told, at, knows } from './carrying.fixture.ts';

describe('[S4] who leaves without a comrade', () => {
  const leave = (prepare: (world: World) => void = () => {}): World => {
    const world = out({ people: 'Eve: {at: field}' }, 2);
    fall(world, 'Cole');
    if (!knows(world)) throw new Error('the test needs a seed in which Ada sees Cole fall');
    told(world, 'Ada', 'leave', 'mill');
    prepare(world);
    const [actor, place] = [who(world, 'Ada'), at(world, 'Ada')];
    happen(world, setOut, { actor, place, goal: where(world, 'mill'), pace: 'running' });
    happen(world, reached, { actor, place: where(world, 'yard') });
    return world;
  };
  const why = (world: World): unknown => all(world, 'carrying/left-behind')[0]?.data['why'];

  test('whom they know to lie there alive leaves them behind, and why is known', () => {
    const world = leave();
    const [left] = all(world, 'carrying/left-behind');
    expect([named(world, left), why(world)]).toEqual([{ actor: 'Ada', target: 'Cole', place: 'field' }, 'told to go']);
    const set = all(world, 'places/set-out').at(-1)!;
    expect(left.because.map(({ id }) => id)).toEqual([set.id, all(world, 'wounds/fell')[0].id]);
    expect(said(world, left)).toBe('Ada left Cole lying in the field.');
    expect(why(leave((w) => w.of(nerves).suppression.add(who(w, 'Ada'), 0.7, 1)))).toBe('under fire');
    const broken = (w: World): void => {
      w.of(nerves).broken.put(who(w, 'Ada'), 1);
      w.of(nerves).brokenBy.put(who(w, 'Ada'), 1);
    };
    expect(why(leave(broken))).toBe('broke');
    const lame = (w: World): number =>
      happen(w, wounded, {
        target: who(w, 'Ada'),
        actor: -1,
        place: at(w, 'Ada'),
        region: 'leg',
        flow: 10,
        takes: 'stride',
      });
    expect(why(leave(lame))).toBe('hurt');
    const laden = (w: World): void => {
      w.time += 1;
      fall(w, 'Eve');
      happen(w, tookUp, {
        actor: who(w, 'Ada'),
        target: who(w, 'Eve'),
        place: where(w, 'field'),
        goal: where(w, 'yard'),
      });
      w.time += 1;
    };
    expect(why(leave(laden))).toBe('hands full');
  });

  test('does not if they are dead, carried by another, or were seen to fall by nobody', () => {
    const group = (w: World): number => band(w, 'mill folk');
    const dead = (w: World): number =>
      happen(w, died, { actor: who(w, 'Cole'), place: at(w, 'Cole'), group: group(w), of: 'wound' });
    expect(why(leave(dead))).toBeUndefined();
    const carried = (w: World): number =>
      happen(w, tookUp, {
        actor: who(w, 'Eve'),
        target: who(w, 'Cole'),
        place: where(w, 'field'),
        goal: where(w, 'mill'),
      });
    expect(why(leave(carried))).toBeUndefined();
    const world = out();
    world.of(body).down.put(who(world, 'Cole'), 1);
    told(world, 'Ada', 'leave', 'mill');
    happen(world, setOut, {
      actor: who(world, 'Ada'),
      place: at(world, 'Ada'),
      goal: where(world, 'mill'),
      pace: 'running',
    });
    expect(why(world)).toBeUndefined();
  });

  test('after somebody else only if the fallen are somebody to them', () => {
    const leftBy = (eve: string): string[] => {
      const world = out({ people: `Eve: {at: field${eve}}` }, 2);
      fall(world, 'Cole');
      for (const name of ['Ada', 'Eve']) {
        world.time += 1;
        told(world, name, 'leave', 'mill');
        const [actor, place] = [who(world, name), where(world, 'field')];
        believe(world, actor, hasFallen, who(world, 'Cole'), { place, confidence: 1, source: 1 });
        happen(world, setOut, { actor, place, goal: where(world, 'mill'), pace: 'running' });
        happen(world, reached, { actor, place: where(world, 'yard') });
      }
      return all(world, 'carrying/left-behind').map((event) => named(world, event)['actor']);
    };
    expect(leftBy('')).toEqual(['Ada']);
    expect(leftBy(', ties: {Cole: friend}')).toEqual(['Ada', 'Eve']);
  });

  test('leaves nobody by going elsewhere on their own account', () => {
    const world = out();
    fall(world, 'Cole');
    happen(world, setOut, {
      actor: who(world, 'Ada'),
      place: at(world, 'Ada'),
      goal: where(world, 'yard'),
      pace: 'running',
    });
    expect(why(world)).toBeUndefined();
  });
});
