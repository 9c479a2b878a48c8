import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, live, where, who } from '../../../test/night.fixture.ts';
import { chosenOf, failedOf, weighs } from '../../../test/weighing.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { isAt } from '../sight/state.ts';

// Many small worlds are lived here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const EMPTY: MillChanges = {
  Ada: 'at: isle',
  Cole: 'at: isle',
  band: 'extras: 2, wants: salt, comes: d1 12:10 to d1 12:30',
  places: 'isle: {like: cellar}',
  more: 'stores: {mill: {salt: 400 kg}}',
};
/** Live until the band has come to a stage. */
function until(kind: string, count = 1): World {
  const world = mill(EMPTY);
  for (let second = 0; second < 7200 && all(world, kind).length < count; second++) live(world, 1);
  return world;
}
const next = (world: World): ReturnType<typeof weighs> => weighs(world, 'Bram', 'raid/next', 4);

describe('the leader of a raid is said to wait', () => {
  test('until they are where they gather, for stragglers, until they are inside, and while there is something to load', () => {
    const world = until('raid/came');
    const waits: (string | null)[] = [];
    for (let second = 0; second < 900; second += 4) {
      const weighed = next(world);
      if (weighed === null) continue;
      expect(chosenOf(weighed)).toHaveLength(1);
      const failed = weighed.options.find(({ id }) => id !== 'raid/wait')!.failed;
      expect(failed === null).toBe(chosenOf(weighed)[0] !== 'raid/wait');
      if (waits.at(-1) !== failed) waits.push(failed);
    }
    expect(waits.filter((each) => each !== null)).toEqual(
      expect.arrayContaining(['Bram waited for stragglers', 'Bram was not yet at the mill', 'salt was left to load']),
    );
    expect(waits.filter((each) => each === null).length).toBe(all(world, 'raid/went-on').length);
  });

  test('where they know of an enemy who stands where the goods are', () => {
    const world = until('raid/went-on');
    for (let second = 0; second < 300; second++) {
      const source = all(world, 'engagement/opened')[0].id;
      const word = { place: where(world, 'mill'), confidence: 1, source };
      believe(world, who(world, 'Bram'), isAt, who(world, 'Ada'), word);
      live(world, 1);
    }
    expect(failedOf(next(world), 'raid/load')).toBe('Bram knew of an enemy who stood there');
    expect(all(world, 'raid/went-on')).toHaveLength(1);
    live(world, 30);
    expect(all(world, 'raid/went-on').length).toBeGreaterThan(1);
  });
});
