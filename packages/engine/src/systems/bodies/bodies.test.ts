import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { died } from '../wounds/system.ts';
import { fallAsleep, repay, tiredness, wakeUp, weariness } from './sleep.ts';
import { ROUSES, WEAPONS, body } from './state.ts';
import { woke } from './system.ts';

/** Noise of a weight reaches a sleeper, on account of the first event of the chronicle. */
const noise = (world: World, name: string, weight: number): void => {
  world.of(body).roused.add(who(world, name), weight, 1);
};

describe('bodies', () => {
  test('are what the scenario says of them, and ordinary where it says nothing', () => {
    const world = mill({
      Ada: 'skills: {aim: fine, care: none}, gear: [shotgun], dressings: 7',
      Cole: 'gear: [rifle], rounds: 3',
    });
    const rows = world.of(body);
    const [ada, cole, dirk] = ['Ada', 'Cole', 'Dirk'].map((name) => who(world, name));
    expect([rows.aim.raw[ada], rows.care.raw[ada], rows.stealth.raw[ada]]).toEqual([1, 0, 0.5]);
    expect([rows.rounds.raw[ada], rows.rounds.raw[cole], rows.rounds.raw[dirk]]).toEqual([20, 3, 40]);
    expect([rows.dressings.raw[ada], rows.dressings.raw[cole]]).toEqual([7, 1]);
  });

  test('[S1] those whom a scenario only counts are armed in turn, with what their group has', () => {
    const world = mill({ band: 'extras: 4, armed with: [shotgun, knife, rifle], rounds each: 9' });
    const rows = world.of(body);
    const extras = [1, 2, 3, 4].map((n) => who(world, `the band ${n}`));
    expect(extras.map((row) => WEAPONS[rows.weapon.raw[row]].name)).toEqual(['shotgun', 'knife', 'rifle', 'shotgun']);
    expect(extras.map((row) => rows.rounds.raw[row])).toEqual([9, 0, 9, 9]);
    expect(rows.rounds.raw[who(world, 'Dirk')]).toBe(40);
  });

  test('temper makes nerve, within bounds', () => {
    const world = mill({
      Ada: 'temper: [stubborn, cold, proud, loyal]',
      Cole: 'temper: [timid, gentle]',
      Bram: 'temper: wary',
    });
    const nerve = (name: string): number => world.of(body).nerve.raw[who(world, name)];
    expect(nerve('Ada')).toBe(1);
    expect(nerve('Cole')).toBeCloseTo(0.2);
    expect(nerve('Bram')).toBe(0.5);
  });

  test('tire while they are awake, and not while they sleep', () => {
    const world = mill({ begin: 'd1 12:00', Cole: 'asleep: true' });
    const tired = (name: string): number => world.of(body).fatigue.raw[who(world, name)];
    live(world, 3600);
    const early = tired('Ada');
    live(world, 5 * 3600);
    expect(early).toBeGreaterThan(0);
    expect(tired('Ada')).toBeGreaterThan(early);
    expect(tired('Ada')).toBeLessThanOrEqual(1);
    expect(tired('Cole')).toBe(0);
  });
});

describe('sleep', () => {
  /** Tiredness after so many nights of so many hours, as hours awake. */
  const afterNights = (nights: number, hours: number): number => {
    const world = mill({ begin: 'd1 07:00' });
    const ada = who(world, 'Ada');
    const id = clash(world, 'the band');
    for (let night = 0; night < nights; night++) {
      world.time += (24 - hours) * 3600;
      fallAsleep(world, ada);
      for (let hour = 0; hour < hours; hour++) {
        world.time += 3600;
        repay(world, ada, 3600);
      }
      wakeUp(world, ada, id);
    }
    return 60 * tiredness(world, ada);
  };
  /** A quarter of ability is gone after a day awake. */
  const able = (hoursAwake: number): number => 1 - (hoursAwake / 24) * 0.25;

  test('of four hours a night leaves some 94 % on the sixth day, of eight nearly all', () => {
    expect(able(afterNights(6, 4))).toBeGreaterThan(0.92);
    expect(able(afterNights(6, 4))).toBeLessThan(0.96);
    expect(able(afterNights(6, 8))).toBeGreaterThan(0.98);
    expect(able(afterNights(6, 0.5))).toBeLessThan(0.6);
  });

  test('that was missed for a week is made up over nights: much of it in the first, and not all in three', () => {
    const world = mill({ begin: 'd1 07:00' });
    const ada = who(world, 'Ada');
    const id = clash(world, 'the band');
    world.of(body).owed.add(ada, 12, id);
    const left = [1, 2, 3].map(() => {
      repay(world, ada, 8 * 3600);
      return world.of(body).owed.raw[ada]! / 12;
    });
    expect(left[0]).toBeLessThan(0.75);
    expect(left[0]).toBeGreaterThan(0.5);
    expect(left[2]).toBeGreaterThan(0.25);
    expect(left[2]).toBeLessThan(0.5);
  });

  test('that is cut short leaves the rest to be owed, by what cut it short', () => {
    const world = mill({ begin: 'd1 23:00' });
    const ada = who(world, 'Ada');
    const id = clash(world, 'the band');
    fallAsleep(world, ada);
    world.time += 2 * 3600;
    const before = weariness(world, ada);
    wakeUp(world, ada, id);
    expect(tiredness(world, ada)).toBeCloseTo(before, 5);
    expect(world.of(body).owed.contributors(ada, 1)).toEqual([id]);
  });
});

describe('sleepers', () => {
  const asleep = (): World => {
    const world = mill({ Cole: 'asleep: true' });
    clash(world, 'the band');
    return world;
  };

  test('an order wakes at once, one shout does not', () => {
    const world = asleep();
    noise(world, 'Cole', ROUSES.shout);
    live(world, 5);
    expect(all(world, 'bodies/woke')).toHaveLength(0);
    noise(world, 'Cole', ROUSES.order);
    live(world, 1);
    expect(all(world, 'bodies/woke').map((event) => event.roles['actor'])).toEqual([who(world, 'Cole')]);
    expect(world.of(body).awake.raw[who(world, 'Cole')]).toBe(1);
  });

  test('noises close together add up; far apart they fade', () => {
    const close = asleep();
    for (let i = 0; i < 3; i++) {
      noise(close, 'Cole', ROUSES.shout);
      live(close, 3);
    }
    expect(all(close, 'bodies/woke')).toHaveLength(1);
    const apart = asleep();
    for (let i = 0; i < 6; i++) {
      noise(apart, 'Cole', ROUSES.shout);
      live(apart, 45);
    }
    expect(all(apart, 'bodies/woke')).toHaveLength(0);
  });

  test('somebody who wakes says what woke them, and is fresh from then on', () => {
    const world = asleep();
    const heard = world.chronicle.length;
    world.of(body).roused.add(who(world, 'Cole'), 1, heard);
    live(world, 1);
    const [event] = all(world, 'bodies/woke');
    expect(event.because.map((cause) => cause.id)).toEqual([heard]);
    expect(world.of(body).wokeAt.raw[who(world, 'Cole')]).toBe(event.time);
  });

  test('the dead are not woken, nor are those who are awake', () => {
    const world = asleep();
    const cole = who(world, 'Cole');
    expect(happen(world, woke, { actor: who(world, 'Ada') })).toBe(0);
    happen(world, died, { actor: cole, place: where(world, 'mill'), group: band(world, 'mill folk'), of: 'wound' });
    expect(happen(world, woke, { actor: cole })).toBe(0);
  });
});
