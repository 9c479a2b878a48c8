import { describe, expect, test } from 'vitest';
import { all, clash, live, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { aim } from './state.ts';
import { duel, fires, knows, opens } from './duel.fixture.ts';

describe('fire discipline', () => {
  test('[S1] those who creep up hold their fire until they are fired at, or somebody is upon them', () => {
    const told = (prepare: (world: World) => void): number => {
      const world = duel();
      clash(world, 'the band');
      world.of(notice).alarmed.put(who(world, 'Ada'), 1);
      world.of(notice).alarmedAt.put(who(world, 'Ada'), world.time - 60);
      // The other has nothing to fire with: nobody is found out by that.
      world.of(body).rounds.put(who(world, 'Bram'), 0);
      for (let i = 0; i < 20; i++) {
        world.of(duty).task.put(who(world, 'Ada'), TASKS.indexOf('creep up'));
        prepare(world);
        knows(world, 'Ada', 'Bram', 'field');
        live(world, 1);
      }
      return all(world, 'shooting/opened-fire').filter(({ roles }) => roles['actor'] === who(world, 'Ada')).length;
    };
    expect(told(() => {})).toBe(0);
    expect(told((world) => world.of(nerves).suppression.add(who(world, 'Ada'), 0.1, 1))).toBeGreaterThan(0);
    expect(told((world) => world.of(duty).task.put(who(world, 'Ada'), 0))).toBeGreaterThan(0);
  });

  test('whoever has few rounds left keeps them for a target that they are sure of', () => {
    const last = (rounds: number, metres: number): number => {
      const world = duel({
        Ada: `at: yard, rounds: ${rounds}`,
        Bram: 'at: spot',
        places: `isle: {like: cellar}\n  spot: {like: field, next to: yard, metres: {yard: ${metres}}}`,
      });
      clash(world, 'the band');
      opens(world);
      knows(world, 'Ada', 'Bram', 'spot');
      live(world, 3);
      return world.of(body).rounds.raw[who(world, 'Ada')];
    };
    expect([last(30, 150), last(6, 150), last(6, 30)]).toEqual([29, 6, 5]);
  });

  test('a magazine that is empty takes its time to fill', () => {
    const world = duel({ Ada: 'at: yard, rounds: 40', Bram: 'at: field, temper: [stubborn, cold, proud]' });
    const times: number[] = [];
    for (let i = 0; i < 11; i++) {
      fires(world);
      times.push(world.of(aim).next.raw[who(world, 'Ada')] - world.time);
      world.time += 60;
    }
    expect(times).toEqual([9, 9, 9, 9, 9, 9, 9, 9, 9, 23, 9]);
  });

  test('[S1] whoever has no rounds left takes the other weapon', () => {
    const world = duel({ Ada: 'at: yard, gear: [rifle, pistol], rounds: 0' });
    clash(world, 'the band');
    opens(world);
    live(world, 3);
    const [drew] = all(world, 'bodies/drew');
    expect(drew.data['weapon']).toBe('pistol');
    expect(all(world, 'shooting/ceased')[0].id).toBe(drew.because[0].id);
    const { rounds, secondRounds, weapon } = world.of(body);
    const ada = who(world, 'Ada');
    expect([WEAPONS[weapon.raw[ada]].name, rounds.raw[ada], secondRounds.raw[ada]]).toEqual(['pistol', 24, 0]);
  });

  test('a bow gives nobody away', () => {
    const world = duel({ Ada: 'at: yard, gear: [bow]', Cole: 'at: isle, asleep: true' });
    fires(world);
    expect(world.of(notice).flash.raw[who(world, 'Ada')]).toBe(0);
    expect(world.of(body).roused.raw[who(world, 'Cole')]).toBe(0);
  });
});
