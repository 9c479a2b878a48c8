import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { broke } from '../resolve/system.ts';
import { doubts } from './state.ts';

describe('a rout', () => {
  const crowd: MillChanges = { Ada: 'at: isle', Cole: 'at: isle', places: 'isle: {like: cellar}', band: 'extras: 4' };
  const breaks = (world: World, names: readonly string[]): number[] =>
    names.map((name) => {
      const actor = who(world, name);
      const place = world.of(position).at.raw[actor];
      return happen(world, broke, { actor, place, group: band(world, 'the band') });
    });
  const extrasOf = (world: World): string[] =>
    peopleIn(world, band(world, 'the band'))
      .map((row) => world.keyOf(person, row))
      .filter((key) => key !== 'Bram' && key !== 'Dirk');

  test('[S3] comes when most have seen most run: without an order, with those who ran as its reasons', () => {
    const world = mill(crowd);
    clash(world, 'the band');
    const ids = breaks(world, ['Dirk', ...extrasOf(world).slice(0, 3)]);
    live(world, 10);
    const [event] = all(world, 'will/routed');
    expect(named(world, event)['group']).toBe('the band');
    expect(new Set(event.because.map((cause) => cause.id))).toEqual(new Set(ids));
    expect(all(world, 'will/gave-up')).toEqual([]);
    // The rest run because of it.
    const carried = all(world, 'resolve/broke').filter((each) => each.because.some((cause) => cause.id === event.id));
    expect(carried.length).toBeGreaterThan(0);
    expect(world.of(doubts).routedBy.raw[band(world, 'the band')]).toBe(event.id);
  });

  test('[S3] does not come of one who runs, nor of many whom nobody saw', () => {
    const one = mill(crowd);
    clash(one, 'the band');
    breaks(one, ['Dirk']);
    live(one, 30);
    expect(all(one, 'will/routed')).toEqual([]);
    const unseen = mill({ ...crowd, begin: 'winter, d1 01:00, overcast, thick fog' });
    clash(unseen, 'the band');
    for (const name of ['Dirk', ...extrasOf(unseen).slice(0, 3)]) {
      unseen.of(position).at.put(who(unseen, name), where(unseen, 'isle'));
      breaks(unseen, [name]);
      unseen.of(position).at.put(who(unseen, name), where(unseen, 'mill'));
    }
    live(unseen, 4);
    expect(all(unseen, 'will/routed')).toEqual([]);
  });
});
