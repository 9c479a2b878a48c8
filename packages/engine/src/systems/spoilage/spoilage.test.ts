import { describe, expect, test } from 'vitest';
import { leanYard } from '../../../test/lean-yard.fixture.ts';
import { all, happen, live, named, where } from '../../../test/night.fixture.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { liveDays } from '../needs/hunger.fixture.ts';
import { amountAt } from '../stores/state.ts';
import { setIn } from './events.ts';
import { rot } from './state.ts';

const shedOf = (keeps: string, begin = 'summer, d1 06:00', seed = 1): World =>
  leanYard({ begin, shed: keeps, stores: '{hall: {food: 90 kg}, shed: {food: 2000 kg}}' }, { seed });
const wasted = (world: World): number =>
  all(world, 'spoilage/found').reduce((total, { data }) => total + Number(data['amount']), 0);
const bad = (world: World): number => world.of(rot).bad.raw.reduce((total, grams) => total + grams, 0);

describe('what lies in stores', () => {
  test('[S11] goes bad sooner in the damp than in the dry, in summer than in winter, and not where nothing is said', () => {
    const lost = (keeps: string, begin?: string): number => {
      const world = liveDays(shedOf(keeps, begin), 20);
      return wasted(world) + bad(world);
    };
    const [damp, dry] = [lost('keeps: damp'), lost('keeps: dry')];
    expect(dry).toBeGreaterThan(0);
    expect(damp).toBeGreaterThan(2 * dry);
    expect(lost('keeps: damp', 'winter, d1 06:00')).toBeLessThan(0.5 * damp);
    expect(lost('')).toBe(0);
  });

  test('[S11] is found by whoever keeps them, because of what got at it, and is gone from the store to the gram', () => {
    const world = live(shedOf('keeps: dry'), 3600);
    const rats = happen(world, setIn, { place: where(world, 'shed'), what: 'rats' });
    liveDays(world, 3);
    const [found] = all(world, 'spoilage/found');
    expect(named(world, found)).toMatchObject({ actor: 'Cole', place: 'shed' });
    expect([found.data['by'], found.because.map(({ id }) => id)]).toEqual(['rats', [rats]]);
    const eaten = all(world, 'rations/served').reduce((total, { data }) => total + Number(data['amount']), 0);
    const left = amountAt(world, where(world, 'shed'), 'food') + amountAt(world, where(world, 'hall'), 'food');
    expect(left).toBe(2_090_000 - eaten - wasted(world));
    const count = all(world, 'rations/reckoned', found.id)[0];
    expect(count.because.map(({ id }) => id)).toContain(found.id);
  });

  test('is not found so soon where what got at it is withheld', () => {
    const world = liveDays(shedOf('keeps: damp', 'autumn, d1 06:00', 4), 80);
    const [damp] = all(world, 'spoilage/set-in');
    const [found] = all(world, 'spoilage/found', damp.id);
    const log = [withhold(muteOf(world, damp.id))];
    const other = leanYard(
      { begin: 'autumn, d1 06:00', shed: 'keeps: damp', stores: '{hall: {food: 90 kg}, shed: {food: 2000 kg}}' },
      { seed: 4, log },
    );
    live(other, found.time - other.time);
    expect(wasted(other)).toBeLessThan(wasted(world));
  });
});
