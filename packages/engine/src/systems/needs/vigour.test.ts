import { describe, expect, test, vi } from 'vitest';
import { crowd, leanYard } from '../../../test/lean-yard.fixture.ts';
import { all, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { fell } from '../wounds/events.ts';
import { liveDays } from './hunger.fixture.ts';
import { nourishment } from './state.ts';
import { vigour } from './vigour.ts';

vi.setConfig({ testTimeout: 60_000 });
const DAY = 86_400;
const judge = (world: World, pattern: string): unknown =>
  ruleset.conditions.find((each) => each.pattern === pattern)!.truth(world, { groups: 'yard folk' });
const lean = (cover: string, days: number): World =>
  liveDays(
    leanYard({
      people: crowd(8),
      stores: '{hall: {food: 430 kg}}',
      more: `rations: {yard folk: {cover: ${cover}, seed grain: never}}`,
    }),
    days,
  );

describe('what work is in people', () => {
  test('[S11] goes by sleep and by what they have been eating; there is none in those who are down', () => {
    const world = live(leanYard(), 3600);
    const ada = who(world, 'Ada');
    const fed = vigour(world, ada);
    world.of(nourishment).intake.raw[ada] = 1000;
    const hungry = vigour(world, ada);
    expect(hungry).toBeLessThan(0.85 * fed);
    world.of(body).fatigue.raw[ada] = 1;
    expect(vigour(world, ada)).toBeLessThan(0.6 * hungry);
    world.of(body).down.raw[ada] = 1;
    expect(vigour(world, ada)).toBe(0);
  });

  test('[S11] shortening rations early saves lives, at a price in work done until then', () => {
    const [early, late] = [lean('80d', 100), lean('5d', 100)];
    const [before, after] = [judge(early, 'work done by {groups}'), judge(late, 'work done by {groups}')];
    expect(Number(before)).toBeLessThan(Number(after));
    for (const world of [early, late]) liveDays(world, 20);
    const died = (world: World): number => all(world, 'wounds/died').length;
    expect(died(late)).toBeGreaterThan(died(early) + 3);
  });
});

describe('what states its causes', () => {
  test('[S11] who is away and gets nothing goes hungry because of how they came to be there', () => {
    const world = leanYard({ places: 'isle: {like: cellar}', stores: '{hall: {food: 90 kg}}' });
    const ada = who(world, 'Osk');
    live(world, 3600);
    const by = happen(world, fell, { actor: ada, place: where(world, 'hall'), group: 0, from: 'blow' });
    world.of(position).at.raw[ada] = where(world, 'isle');
    world.of(position).by.raw[ada] = by;
    liveDays(world, 2);
    const [hungry] = all(world, 'needs/hungry').filter(({ roles }) => roles['actor'] === ada);
    expect(hungry.because.map(({ id }) => id)).toEqual([by]);
    expect(world.of(nourishment).shortBy.raw[ada]).toBe(hungry.id);
  });

  test('[S11] a meal rests on the count at which its food was given out: withheld, there is no supper and no breakfast', () => {
    const world = liveDays(leanYard(), 4);
    const counts = all(world, 'rations/reckoned');
    const [, second] = counts;
    const meals = all(world, 'rations/served', second.id).slice(0, 2);
    expect(meals.map(({ because }) => because.map(({ id }) => id))).toEqual([[second.id], [second.id]]);
    expect(second.because.length).toBeGreaterThan(0);
    expect(named(world, second)['actor']).toBe('Cole');
    const other = liveDays(leanYard({}, { log: [withhold(muteOf(world, second.id))] }), 4);
    const hours = (of: World): number[] => all(of, 'rations/served').map(({ time }) => time / 3600);
    const missing = hours(world).filter((hour) => !hours(other).includes(hour));
    expect(missing).toEqual(meals.map(({ time }) => time / 3600));
    expect(all(other, 'rations/served').length * 12 * 3600).toBeLessThan(4 * DAY);
  });

  test('[S11] whoever has got their strength back owes it to a meal', () => {
    const world = leanYard();
    world.of(nourishment).lost.add(who(world, 'Ada'), 0.11, 0);
    liveDays(world, 60);
    for (const event of all(world, 'needs/recovered')) expect(event.because).toHaveLength(1);
    expect(all(world, 'needs/recovered').length).toBeGreaterThan(0);
  });
});
