import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { likeness, looksOf } from './state.ts';

const ALIKE = 'build: heavy, height: tall, wears: oilskin, gait: limps, carries: sack';
const alike = (world: World, a: string, b: string, clear: number): number =>
  likeness(world, who(world, a), who(world, b), clear);

describe('looks', () => {
  test('[T19] are what the scenario says, and drawn where it says nothing: the same in every life, and for each alone', () => {
    const changes = { Ada: 'looks: {hair: [grey, long], gait: limps}' };
    const world = mill(changes, { seed: 4 });
    const ada = looksOf(world, who(world, 'Ada'));
    expect([ada.hair, ada.hairLength, ada.gait]).toEqual(['grey', 'long', 'limps']);
    expect(looksOf(mill(changes, { seed: 4 }), who(world, 'Ada'))).toEqual(ada);
    const drawn = new Set<string>();
    for (let seed = 1; seed <= 30; seed++) {
      const other = mill({}, { seed });
      for (const name of ['Ada', 'Bram', 'Cole', 'Dirk']) drawn.add(JSON.stringify(looksOf(other, who(other, name))));
    }
    expect(drawn.size).toBeGreaterThan(100);
  });

  test('[T19] are not changed by somebody else’s', () => {
    const [plain, changed] = [mill({}, { seed: 2 }), mill({ Ada: 'looks: {build: heavy}' }, { seed: 2 })];
    for (const name of ['Bram', 'Cole', 'Dirk']) {
      expect(looksOf(changed, who(changed, name))).toEqual(looksOf(plain, who(plain, name)));
    }
  });

  test('[T19] make people alike, the more the less can be made out; hair is the first to go', () => {
    const world = mill({
      Ada: `looks: {${ALIKE}, hair: [black, long]}`,
      Bram: `looks: {${ALIKE}, hair: [white, cropped]}`,
      Cole: 'looks: {build: slight, height: short, wears: poncho, gait: plain, carries: axe, hair: [black, long]}',
      Dirk: 'looks: {build: heavy, height: tall, wears: parka, gait: limps, carries: axe, hair: [black, long]}',
    });
    expect(alike(world, 'Ada', 'Ada', 1)).toBe(1);
    expect(alike(world, 'Ada', 'Bram', 0)).toBe(1);
    expect(alike(world, 'Ada', 'Bram', 1)).toBeLessThan(0.9);
    expect(alike(world, 'Ada', 'Cole', 0)).toBe(0);
    expect(alike(world, 'Ada', 'Cole', 1)).toBeGreaterThan(0);
    expect(alike(world, 'Ada', 'Dirk', 0)).toBeLessThan(1);
    expect(alike(world, 'Ada', 'Dirk', 0)).toBeGreaterThan(alike(world, 'Ada', 'Cole', 0));
    expect(alike(world, 'Dirk', 'Ada', 0.4)).toBe(alike(world, 'Ada', 'Dirk', 0.4));
  });
});
