/** People who eat so much a day, for days: what the tests of hunger hold against figures from outside. */
import { mill } from '../../../test/mill.fixture.ts';
import { live, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { AWAKE, HARD, eat, use } from './metabolism.ts';
import { lostShare, nourishment } from './state.ts';

/** A day with eight hours of sleep, so many of hard work, and the rest awake. */
export function dayOf(hard: number): number[] {
  return Array.from({ length: 24 }, (_, hour) => (hour < 8 ? 1 : hour < 8 + hard ? HARD : AWAKE));
}

/** The share of weight that somebody of 70 kg has lost after so many days of such a day, on so many kcal in two meals. */
export function lostOn(kcal: number, days: number, hours: readonly number[]): number {
  const world = mill();
  const ada = who(world, 'Ada');
  world.of(nourishment).frame.raw[ada] = 70;
  for (let day = 0; day < days; day++) {
    hours.forEach((effort, hour) => {
      if (hour === 8 || hour === 18) eat(world, ada, kcal / 2, 0, 0);
      use(world, ada, 3600, effort);
    });
  }
  return lostShare(world, ada);
}

/** Live so many days, with nights in which people sleep. */
export function liveDays(world: World, days: number): World {
  return live(world, days * 86_400);
}
