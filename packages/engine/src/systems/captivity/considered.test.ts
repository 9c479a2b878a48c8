import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, where, who } from '../../../test/night.fixture.ts';
import { chosenOf, optionOf, weighs } from '../../../test/weighing.fixture.ts';
import type { WeighedOption } from '@anchorhold/story';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { position } from '../places/state.ts';
import { isAt } from '../sight/state.ts';
import { doubts } from '../will/state.ts';

// Many small worlds are lived here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const CORNERED: MillChanges = {
  begin: 'winter, d1 01:00, overcast, thick fog',
  Ada: 'at: isle',
  Cole: 'at: isle',
  Dirk: 'at: cave',
  Bram: 'at: mill, rounds: 0',
  places: 'isle: {like: cellar}\n  cave: {like: cellar}',
  band: 'wants: salt',
  more: 'stores: {mill: {salt: 9 kg}}',
};
/** Bram in the mill, who takes Ada and Cole to be somewhere. */
function cornered(ada: string | null, cole: string | null, changes: MillChanges = {}, seed = 1): World {
  const world = mill({ ...CORNERED, ...changes }, { seed });
  const source = clash(world, 'the band');
  // The way out is the wood.
  world.of(position).at.put(who(world, 'Bram'), where(world, 'mill'));
  for (const [enemy, at] of [
    ['Ada', ada],
    ['Cole', cole],
  ] as const) {
    if (at === null) continue;
    believe(world, who(world, 'Bram'), isAt, who(world, enemy), { place: where(world, at), confidence: 1, source });
  }
  return world;
}
const surrender = (world: World): WeighedOption =>
  optionOf(weighs(world, 'Bram', 'captivity/surrender', 5), 'captivity/surrender');
const OUT: MillChanges = { Bram: 'at: yard, rounds: 0' };

describe('somebody who might give up is said', () => {
  test('not to be alone, to know of no enemy close by, to be fit to fight, or to take the way out to be open', () => {
    const failed = (ada: string | null, cole: string | null, changes: MillChanges = {}): string | null =>
      surrender(cornered(ada, cole, { ...OUT, ...changes })).failed;
    expect(failed('mill', 'yard', { Dirk: 'at: mill' })).toBe('Bram was not alone');
    expect(failed(null, 'yard')).toBe('Bram knew of no enemy close by');
    expect(failed('mill', 'yard', { Bram: 'at: yard' })).toBe('Bram was still fit to fight Ada');
    expect(failed('mill', null)).toBe('Bram took the way out to be open');
    expect(failed('mill', 'yard')).toBeNull();
  });

  test('to give up exactly where nothing holds them and less is drawn than the chance', () => {
    const seen = new Set<boolean>();
    for (let seed = 1; seed <= 60; seed++) {
      const world = cornered('mill', 'yard', OUT, seed);
      const option = surrender(world);
      if (option.weighed?.by !== 'chance') throw new Error('no chance was told');
      const yields = option.weighed.drawn < option.weighed.chance;
      expect([option.chosen, all(world, 'captivity/surrendered').length === 1]).toEqual([yields, yields]);
      seen.add(yields);
    }
    expect(seen.size).toBe(2);
  });
});

describe('a leader for whom it is over is said', () => {
  const layDown = (closed: boolean, seed = 1): WeighedOption => {
    const world = cornered(closed ? 'yard' : null, closed ? 'yard' : null, { Bram: 'at: yard' }, seed);
    const of = band(world, 'the band');
    world.of(doubts).gaveUp.put(of, 1);
    world.of(doubts).gaveUpBy.put(of, 1);
    const weighed = weighs(world, 'Bram', 'captivity/lay-down', 5);
    expect(chosenOf(weighed)).toHaveLength(1);
    return optionOf(weighed, 'captivity/lay-down');
  };

  test('to take the way out to be open, or else to lay down arms by chance', () => {
    expect(layDown(false).failed).toBe('Bram took the way out to be open');
    for (let seed = 1; seed <= 20; seed++) {
      const option = layDown(true, seed);
      expect(option.failed).toBeNull();
      if (option.weighed?.by !== 'chance') throw new Error('no chance was told');
      expect(option.chosen).toBe(option.weighed.drawn < option.weighed.chance);
    }
  });
});
