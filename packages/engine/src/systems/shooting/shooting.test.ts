import { describe, expect, test, vi } from 'vitest';
import { millText } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, setupFrom, where, who } from '../../../test/night.fixture.ts';
import { createWorld } from '../../kernel/create.ts';
import { writersOf } from '../../kernel/trace.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { fell } from '../wounds/system.ts';
import { openedFire } from './events.ts';
import { aim } from './state.ts';
import { goesThrough } from './cover.ts';
import { hitChance } from './hitting.ts';
import { DUEL, duel, fires, knows, opens } from './duel.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

const chance = (changes: MillChanges = {}, prepare: (world: World) => void = () => {}): number => {
  const world = duel(changes);
  prepare(world);
  return hitChance(world, who(world, 'Ada'), who(world, 'Bram'));
};

describe('the chance to hit', () => {
  test('falls with range', () => {
    const at = (metres: number): number =>
      chance({
        Bram: 'at: spot',
        places: `isle: {like: cellar}\n  spot: {like: field, next to: yard, metres: {yard: ${metres}}}`,
      });
    const chances = [10, 25, 50, 75, 100, 150, 200, 300].map(at);
    for (let i = 1; i < chances.length; i++) expect(chances[i]).toBeLessThan(chances[i - 1]);
    // docs/model: aimed rounds of stressed people at an exposed target, by range.
    expect(chances[2]).toBeGreaterThan(0.08);
    expect(chances[2]).toBeLessThan(0.25);
    expect(chances[6]).toBeLessThan(0.06);
  });

  test('grows with skill', () => {
    const chances = ['none', 'poor', 'fair', 'good', 'fine'].map((aim) =>
      chance({ Ada: `at: yard, skills: {aim: ${aim}}` }),
    );
    for (let i = 1; i < chances.length; i++) expect(chances[i]).toBeGreaterThan(chances[i - 1]);
  });

  const behind = (like: string, ada = '', barrier = ''): number =>
    chance({
      Ada: `at: yard${ada}`,
      Bram: 'at: spot',
      places: `isle: {like: cellar}\n  spot: {like: ${like}, next to: yard, metres: {yard: 55}}`,
      ...(barrier === '' ? {} : { more: `barriers: {the wall: {between: [spot, yard], like: ${barrier}}}` }),
    });

  test('[S1] falls with cover, of one material as of another', () => {
    for (const kinds of [
      ['road', 'lane', 'ditch', 'wall', 'stone house'],
      ['road', 'shed', 'barn', 'timber house'],
    ]) {
      const chances = kinds.map((like) => behind(like));
      for (let i = 1; i < chances.length; i++) expect(chances[i]).toBeLessThan(chances[i - 1]);
    }
  });

  test('[S1] falls less with timber than with stone for a rifle, and for a pistol much the same', () => {
    const weapon = (name: string): number => {
      const armed = `, gear: [${name}]`;
      return behind('timber house', armed) / behind('field', armed);
    };
    // Half of a body behind boards, of the rounds through them half as good as aimed ones.
    expect(weapon('rifle')).toBeGreaterThan(0.7);
    expect(weapon('pistol')).toBeLessThan(0.56);
    expect(weapon('bow')).toBeLessThan(0.52);
    expect(behind('wall') / behind('field')).toBeLessThan(0.4);
  });

  test('[S1] falls with what stands between, by what it is made of: a door is no cover, brick is', () => {
    const open = behind('open yard');
    const [door, brick] = ['barricaded door', 'brick wall'].map((kind) => behind('open yard', '', kind));
    expect(door).toBeLessThan(0.75 * open);
    expect(door).toBeGreaterThan(0.6 * open);
    expect(brick).toBeLessThan(0.5 * open);
  });

  test('goes down a smooth curve with what a round has to come through', () => {
    const { power } = WEAPONS.find(({ name }) => name === 'rifle')!;
    const through = [0, 1, 2, 3, 4].map((tier) => goesThrough(power, tier));
    for (let i = 1; i < through.length; i++) expect(through[i]).toBeLessThan(through[i - 1]);
    expect(through[2]).toBeGreaterThan(0.8);
    expect(through[3]).toBeLessThan(0.2);
    expect(through[4]).toBeLessThan(0.01);
  });

  test('is in the ranges of docs/model for the rifles, on an exposed target', () => {
    for (const name of ['rifle', 'hunting rifle', 'carbine']) {
      const { chance: close, reach } = WEAPONS.find((weapon) => weapon.name === name)!;
      const at = (metres: number): number => close / (1 + (metres / reach) * (metres / reach));
      const between = (metres: number, low: number, high: number): void => {
        expect(at(metres), `${name} at ${metres} m`).toBeGreaterThan(low);
        expect(at(metres), `${name} at ${metres} m`).toBeLessThan(high);
      };
      between(50, 0.1, 0.2);
      between(100, 0.05, 0.11);
      between(200, 0.02, 0.042);
      between(300, 0.005, 0.021);
    }
  });

  test('falls in the dark, under fire, on the run and with weariness', () => {
    const calm = chance();
    expect(chance({ begin: 'summer, d1 01:00, overcast' })).toBeLessThan(calm);
    expect(chance({}, (world) => world.of(nerves).suppression.add(who(world, 'Ada'), 0.8, 1))).toBeLessThan(calm);
    expect(chance({}, (world) => world.of(position).bound.put(who(world, 'Ada'), 1))).toBeLessThan(calm);
    expect(chance({}, (world) => world.of(body).fatigue.put(who(world, 'Ada'), 1))).toBeLessThan(calm);
  });

  test('is greater where the target moves out of cover, or gives itself away by a flash', () => {
    const inWood = {
      Bram: 'at: spot',
      places: 'isle: {like: cellar}\n  spot: {like: wood, next to: yard, metres: {yard: 55}}',
    };
    const still = chance(inWood);
    expect(chance(inWood, (world) => world.of(position).bound.put(who(world, 'Bram'), 1))).toBeGreaterThan(still);
    const night = { ...inWood, begin: 'summer, d1 01:00, overcast' };
    const flash = (world: World): void => {
      world.of(notice).flash.put(who(world, 'Bram'), 1);
      world.of(notice).flashAt.put(who(world, 'Bram'), world.time);
    };
    expect(chance(night, flash)).toBeGreaterThan(chance(night));
  });

  test('is the share of rounds that hit', () => {
    const setup = setupFrom(millText({ ...DUEL, Ada: 'at: yard, skills: {aim: fine}' }));
    const rounds = 1500;
    let hits = 0;
    let expected = 0;
    for (let seed = 1; seed <= rounds; seed++) {
      const world = createWorld(ruleset, setup, { seed });
      knows(world, 'Ada', 'Bram', 'field');
      expected += hitChance(world, who(world, 'Ada'), who(world, 'Bram'));
      fires(world);
      hits += all(world, 'wounds/wounded').length;
    }
    // Four standard deviations of so many draws.
    const spread = 4 * Math.sqrt(expected * (1 - expected / rounds));
    expect(Math.abs(hits - expected)).toBeLessThan(spread);
    expect(expected).toBeGreaterThan(4 * spread);
  });
});

describe('a round', () => {
  test('is spent by being fired, and a knife needs none', () => {
    const world = duel({ Ada: 'at: yard, rounds: 2' });
    const { rounds } = world.of(body);
    expect(fires(world)).toBeGreaterThan(0);
    expect(rounds.raw[who(world, 'Ada')]).toBe(1);
    world.time += 10;
    fires(world);
    world.time += 10;
    expect(fires(world)).toBe(0);
    expect(rounds.raw[who(world, 'Ada')]).toBe(0);
    const knife = duel({ Ada: 'at: yard, gear: [knife]' });
    expect(fires(knife)).toBeGreaterThan(0);
    expect(knife.of(body).rounds.raw[who(knife, 'Ada')]).toBe(0);
  });

  test('goes where the target is believed to be: who has moved on is never hit', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const world = duel({ Ada: 'at: yard, skills: {aim: fine}', Bram: 'at: wood' }, seed);
      fires(world);
      expect(all(world, 'wounds/wounded')).toHaveLength(0);
    }
  });

  test('that misses weighs on its target most, less on those beside, and on nobody elsewhere', () => {
    let [target, beside] = [0, 0];
    for (let seed = 1; seed <= 60; seed++) {
      const world = duel({ Dirk: 'at: field' }, seed);
      fires(world);
      if (all(world, 'wounds/wounded').length > 0) continue;
      const { suppression } = world.of(nerves);
      target += suppression.raw[who(world, 'Bram')];
      beside += suppression.raw[who(world, 'Dirk')];
      expect(suppression.raw[who(world, 'Ada')] + suppression.raw[who(world, 'Cole')]).toBe(0);
    }
    expect(target).toBeGreaterThan(4 * beside);
    expect(beside).toBeGreaterThan(0);
  });

  test('flashes, and stirs those who sleep', () => {
    const world = duel({ Cole: 'at: mill, asleep: true' });
    const id = fires(world);
    expect(world.of(notice).flash.raw[who(world, 'Ada')]).toBe(id);
    expect(world.of(body).roused.raw[who(world, 'Cole')]).toBeGreaterThan(0);
  });
});

describe('fire', () => {
  test('goes on, a round at a time, with the pause that the weapon needs', () => {
    const world = duel({
      Ada: 'at: yard, gear: [pistol], rounds: 40',
      Bram: 'at: field, temper: [stubborn, cold, proud]',
    });
    clash(world, 'the band');
    opens(world);
    for (let i = 0; i < 20; i++) {
      knows(world, 'Ada', 'Bram', 'field');
      live(world, 1);
    }
    const times = all(world, 'shooting/shot')
      .filter((event) => event.roles['actor'] === who(world, 'Ada'))
      .map((event) => event.time);
    expect(times.length).toBeGreaterThan(1);
    for (let i = 1; i < times.length; i++) expect(times[i] - times[i - 1]).toBeGreaterThanOrEqual(6);
  });

  test('brings those who lay hidden out of hiding', () => {
    const world = duel({ Ada: 'at: yard, hidden: true' });
    opens(world);
    expect(world.of(notice).hidden.raw[who(world, 'Ada')]).toBe(0);
  });

  const ceases = (changes: MillChanges, prepare: (world: World) => void, seconds: number): unknown[] => {
    const world = duel(changes);
    clash(world, 'the band');
    opens(world);
    prepare(world);
    live(world, seconds);
    return all(world, 'shooting/ceased')
      .filter((event) => event.roles['actor'] === who(world, 'Ada'))
      .map((event) => event.data['why']);
  };

  test('ceases when the rounds are spent', () => {
    expect(ceases({ Ada: 'at: yard, rounds: 0' }, () => {}, 3)).toEqual(['empty']);
  });

  test('ceases when the target has long been out of sight', () => {
    const away = (world: World): void => world.of(position).at.put(who(world, 'Bram'), where(world, 'isle'));
    const hold = (world: World): void => (away(world), world.of(body).rounds.put(who(world, 'Ada'), 40));
    expect(ceases({}, hold, 30)).toEqual([]);
    expect(ceases({}, hold, 120)).toContain('lost');
  });

  test('ceases when the target is seen to fall, and that is known from then on', () => {
    const fall = (world: World): void => {
      const [actor, place, group] = [who(world, 'Bram'), where(world, 'field'), band(world, 'the band')];
      happen(world, fell, { actor, place, group, from: 'blow' });
    };
    expect(ceases({}, fall, 3)).toEqual(['fallen']);
  });

  test('is not kept up by those who are pinned', () => {
    const world = duel();
    clash(world, 'the band');
    opens(world);
    world.of(nerves).suppression.add(who(world, 'Ada'), 50, 1);
    world.of(nerves).pinned.put(who(world, 'Ada'), 1);
    live(world, 10);
    expect(all(world, 'shooting/shot').filter((event) => event.roles['actor'] === who(world, 'Ada'))).toEqual([]);
    expect(world.of(aim).target.raw[who(world, 'Ada')]).toBe(who(world, 'Bram') + 1);
  });
});

test('fire that turns to another is why it weighs no more on whom it was at', () => {
  const world = createWorld(ruleset, setupFrom(millText()), { seed: 1, trace: true });
  clash(world, 'the band');
  const { suppression } = world.of(nerves);
  const opens = (target: string): number =>
    happen(world, openedFire, { actor: who(world, 'Ada'), target: who(world, target), place: where(world, 'mill') });
  const first = opens('Bram');
  expect(writersOf(world, suppression, who(world, 'Bram'))).toEqual([]);
  const turned = opens('Dirk');
  expect(writersOf(world, suppression, who(world, 'Bram'))).toEqual([turned]);
  expect(writersOf(world, suppression, who(world, 'Dirk'))).toEqual([]);
  expect(first).toBeGreaterThan(0);
});
