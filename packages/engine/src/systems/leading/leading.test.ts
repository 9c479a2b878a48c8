import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { dreadOf, fear } from '../dread/state.ts';
import { wentAmong } from './events.ts';
import { mask, strainOf } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });
const HOUR = 3600;
const AFRAID = 'dread: high, at: yard';

/** Afternoon at the mill: Ada leads, the others are afraid, and hold of her what their ties say. */
function afternoon(seed: number, ada = 'at: yard', fields = AFRAID): World {
  const people = ['Eve', 'Finn', 'Gwen'].map((name) => `${name}: {${fields}}`).join('\n  ');
  const world = mill({ begin: 'autumn, d1 14:30', Ada: ada, Cole: fields, people }, { seed });
  return live(world, HOUR);
}
const goes = (world: World): World => live(world, HOUR);
const went = (world: World): ReturnType<typeof all> => all(world, 'leading/went-among');
const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);
const face = (world: World, how: 'calm' | 'afraid'): number =>
  happen(world, wentAmong, {
    actor: who(world, 'Ada'),
    group: band(world, 'mill folk'),
    place: where(world, 'yard'),
    people: 4,
    face: how,
  });

describe('whoever leads', () => {
  test('[S12] goes among people who are afraid, on account of what made it show; where nobody is, stays', () => {
    const times = SEEDS.map((seed) => went(goes(afternoon(seed))));
    expect(times.filter(({ length }) => length === 1).length).toBeGreaterThan(6);
    for (const event of times.flat()) expect(event.because.length).toBeGreaterThan(0);
    const calm = SEEDS.map((seed) => went(goes(afternoon(seed, 'at: yard', 'at: yard'))));
    expect(calm.flat()).toEqual([]);
  });

  test('[S12] steadies those who trust them more than those who do not, and gives them hope', () => {
    const left = (tie: string): number => {
      const world = afternoon(1, 'at: yard', `${AFRAID}, ties: {Ada: ${tie}}`);
      const before = dreadOf(world, who(world, 'Eve'));
      face(world, 'calm');
      return dreadOf(world, who(world, 'Eve')) / before;
    };
    expect(left('trusts')).toBeLessThan(left('rival'));
    expect(left('trusts')).toBeLessThan(0.9);
    expect(left('rival')).toBeLessThanOrEqual(1);
  });

  test('[S12] whose fear shows makes it worse', () => {
    const world = afternoon(1, 'at: yard', 'dread: middling, at: yard');
    const before = dreadOf(world, who(world, 'Eve'));
    face(world, 'afraid');
    expect(dreadOf(world, who(world, 'Eve'))).toBeGreaterThan(before);
    expect(strainOf(world, who(world, 'Ada'))).toBe(0);
  });

  test('[S12] pays for a calm face, and more for one that hides fear; in the end it wears them thin, until they have slept', () => {
    const cost = (ada: string): number => {
      const world = afternoon(1, ada);
      face(world, 'calm');
      return strainOf(world, who(world, 'Ada'));
    };
    expect(cost('at: yard')).toBeGreaterThan(0);
    expect(cost('dread: high, at: yard')).toBeGreaterThan(3 * cost('at: yard'));
    const world = afternoon(1, 'dread: high, at: yard');
    const times = [face(world, 'calm'), face(world, 'calm'), face(world, 'calm')];
    live(world, HOUR);
    const thin = all(world, 'leading/wore-thin')[0]!;
    expect(named(world, thin)['actor']).toBe('Ada');
    expect(thin.because.map(({ id }) => id)).toContain(times[0]);
    expect(world.of(mask).thin.raw[who(world, 'Ada')]).toBe(1);
    live(world, 8 * 24 * HOUR);
    expect(all(world, 'leading/recovered').length).toBeGreaterThan(0);
  });

  test('[S12] shows fear sooner with more of it within, and the cold hardly ever', () => {
    const slips = (ada: string): number =>
      SEEDS.flatMap((seed) => {
        const world = afternoon(seed, ada);
        world.of(fear).dread.raw[who(world, 'Ada')] = 1;
        world.of(mask).strain.raw[who(world, 'Ada')] = 0.6;
        return went(goes(world));
      }).filter(({ data }) => data['face'] === 'afraid').length;
    expect(slips('at: yard')).toBeGreaterThan(2);
    expect(slips('at: yard, temper: cold')).toBeLessThan(slips('at: yard'));
    const calm = SEEDS.flatMap((seed) => went(goes(afternoon(seed))));
    expect(calm.filter(({ data }) => data['face'] === 'afraid')).toEqual([]);
  });
});
