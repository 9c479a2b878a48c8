import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { FRESH, isAt, notice } from '../sight/state.ts';
import { fell } from '../wounds/system.ts';
import { called } from './system.ts';

const ISLE = 'isle: {like: cellar}';

/** Ada shouts that Bram is in the wood. Returns the world after it. */
function shout(changes: MillChanges, seed = 1): World {
  const world = mill({ places: ISLE, ...changes }, { seed });
  clash(world, 'the band');
  happen(world, called, { actor: who(world, 'Ada'), target: who(world, 'Bram'), place: where(world, 'wood') });
  return world;
}
const heldBy = (world: World, name: string): number => findClaim(world, who(world, name), isAt, who(world, 'Bram'));
const heardIn = (changes: MillChanges, worlds = 50): number => {
  let heard = 0;
  for (let seed = 1; seed <= worlds; seed++) if (heldBy(shout(changes, seed), 'Cole') >= 0) heard++;
  return heard;
};

describe('a shout', () => {
  test('reaches nearly everybody in the same place, fewer beyond, and hardly anybody far off', () => {
    const [near, beyond, far] = [heardIn({}), heardIn({ Cole: 'at: field' }), heardIn({ Cole: 'at: wood' })];
    expect(near).toBeGreaterThan(44);
    expect(beyond).toBeLessThan(near);
    expect(beyond).toBeGreaterThan(far);
    expect(far).toBeLessThan(10);
    expect(heardIn({ Cole: 'at: isle' }, 20)).toBe(0);
  });

  test('is understood less well through a wall', () => {
    const outside = heardIn({ Cole: 'at: spot', places: 'spot: {like: road, next to: mill, metres: {mill: 40}}' });
    const inside = heardIn({ Cole: 'at: spot', places: 'spot: {like: shed, next to: mill, metres: {mill: 40}}' });
    expect(inside).toBeLessThan(outside);
    expect(inside).toBeGreaterThan(0);
  });

  test('tells one’s own where the enemy is, by whose word, and that it is older than a look', () => {
    const world = shout({}, 2);
    const claims = world.of(claim);
    const row = heldBy(world, 'Cole');
    const event = all(world, 'word/called')[0];
    expect(claims.place.raw[row] - 1).toBe(where(world, 'wood'));
    expect(claims.from.raw[row] - 1).toBe(who(world, 'Ada'));
    expect(claims.hops.raw[row]).toBe(1);
    expect(claims.source0.raw[row]).toBe(event.id);
    expect(world.time - claims.seen.raw[row]).toBeGreaterThan(FRESH);
    expect(event.witnesses.map((each) => [each.who, each.by])).toEqual([[who(world, 'Cole'), 'hearing']]);
  });

  test('tells the enemy nothing', () => {
    const world = shout({ Dirk: 'at: mill' });
    expect(heldBy(world, 'Dirk')).toBe(-1);
  });

  test('is not for those who are down', () => {
    const world = mill();
    const [actor, target, group] = [who(world, 'Ada'), who(world, 'Bram'), band(world, 'mill folk')];
    happen(world, fell, { actor, place: where(world, 'mill'), group, from: 'blow' });
    expect(happen(world, called, { actor, target, place: where(world, 'wood') })).toBe(0);
  });
});

describe('those who have seen an enemy', () => {
  const callsOf = (prepare: (world: World) => void, seconds: number): number => {
    const world = mill({ Ada: 'at: isle', Cole: 'at: isle', places: ISLE });
    clash(world, 'the band');
    prepare(world);
    live(world, seconds);
    return all(world, 'word/called').filter((event) => named(world, event)['actor'] === 'Ada').length;
  };
  const sees = (world: World): void => {
    world.of(notice).alarmed.put(who(world, 'Ada'), 1);
    believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), {
      place: where(world, 'field'),
      confidence: 1,
      source: 1,
    });
  };

  test('say so, once for each thing they see', () => {
    expect(callsOf(() => {}, 40)).toBe(0);
    expect(callsOf(sees, 40)).toBe(1);
  });

  test('call at most once in a quarter of a minute', () => {
    const world = mill({ Ada: 'at: isle', Cole: 'at: isle', places: ISLE });
    clash(world, 'the band');
    world.of(notice).alarmed.put(who(world, 'Ada'), 1);
    const spots = ['field', 'wood', 'yard', 'mill'];
    for (let i = 0; i < 12; i++) {
      const place = where(world, spots[i % 4]);
      believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), { place, confidence: 1, source: 1 });
      live(world, 5);
    }
    const calls = all(world, 'word/called').filter((event) => named(world, event)['actor'] === 'Ada');
    const times = calls.map((event) => event.time);
    expect(times.length).toBeGreaterThan(2);
    for (let i = 1; i < times.length; i++) expect(times[i] - times[i - 1]).toBeGreaterThanOrEqual(15);
  });

  test('[S2] keep still while they lie hidden', () => {
    const hides = (world: World): void => world.of(notice).hidden.put(who(world, 'Ada'), 1);
    expect(callsOf((world) => (sees(world), hides(world)), 60)).toBe(0);
  });

  test('do not pass on what they only heard', () => {
    const told = (world: World): void => {
      world.of(notice).alarmed.put(who(world, 'Ada'), 1);
      const word = { place: where(world, 'field'), confidence: 1, source: 1, from: who(world, 'Cole'), hops: 1 };
      believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), word);
    };
    expect(callsOf(told, 40)).toBe(0);
  });
});
