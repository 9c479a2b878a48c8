import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { setOut } from '../places/system.ts';
import { died, fell } from '../wounds/system.ts';
import { mostVisible } from './looking.ts';
import { isAt, notice } from './state.ts';

/** Ada in the yard, Bram in the field beside it, nobody else about. */
const ACROSS: MillChanges = {
  Ada: 'at: yard',
  Bram: 'at: field',
  Cole: 'at: isle',
  Dirk: 'at: isle',
  places: 'isle: {like: cellar}',
};

/** In how many of so many worlds Ada sees Bram within 12 seconds: three looks. */
function sightings(changes: MillChanges, prepare: (world: World) => void = () => {}, worlds = 60): number {
  let seen = 0;
  for (let seed = 1; seed <= worlds; seed++) {
    const world = mill({ ...ACROSS, ...changes }, { seed });
    prepare(world);
    clash(world, 'the band');
    live(world, 12);
    const first = all(world, 'sight/spotted').find((event) => named(world, event)['actor'] === 'Ada');
    if (first !== undefined) seen++;
  }
  return seen;
}

describe('looking', () => {
  test('[S15] somebody who is seen by day is missed by night, and most of all in fog', () => {
    const day = sightings({ begin: 'summer, d1 12:00' });
    const moon = sightings({ begin: 'summer, d1 01:00, half moon' });
    const fog = sightings({ begin: 'summer, d1 01:00, overcast, thick fog' });
    expect(day).toBeGreaterThan(25);
    expect(moon).toBeLessThan(0.75 * day);
    expect(fog).toBeLessThan(0.5 * moon);
  });

  test('finds somebody in the open sooner than in a wood, and who runs sooner than who stays', () => {
    const open = sightings({ places: 'isle: {like: cellar}' });
    const wooded = sightings({
      places: 'isle: {like: cellar}\n  copse: {like: wood, next to: yard, metres: {yard: 55}}',
      Bram: 'at: copse',
    });
    expect(wooded).toBeLessThan(open);
    const ran = sightings({}, (world) => {
      const [bram, from, goal] = [who(world, 'Bram'), where(world, 'field'), where(world, 'wood')];
      happen(world, setOut, { actor: bram, place: from, goal, pace: 'running' });
    });
    expect(ran).toBeGreaterThan(open);
  });

  test('[S2] hardly ever finds who lies hidden, and a flash gives them away', () => {
    const night = { begin: 'summer, d1 01:00, overcast' };
    const hidden = sightings({ ...night, Bram: 'at: field, hidden: true' });
    const flash = sightings({ ...night, Bram: 'at: field, hidden: true' }, (world) => {
      const bram = who(world, 'Bram');
      // Some event of the past stands for the shot; what counts is when it flashed.
      world.of(notice).flash.put(bram, 1);
      world.of(notice).flashAt.put(bram, world.time + 6);
    });
    expect(hidden).toBeLessThan(4);
    expect(flash).toBeGreaterThan(hidden + 5);
  });

  test('is not for sleepers, the fallen and the dead', () => {
    expect(sightings({ Ada: 'at: yard, asleep: true' }, undefined, 20)).toBe(0);
    const down = (world: World): void => {
      happen(world, fell, {
        actor: who(world, 'Ada'),
        place: where(world, 'yard'),
        group: band(world, 'mill folk'),
        from: 'blow',
      });
    };
    const dead = (world: World): void => {
      happen(world, died, {
        actor: who(world, 'Ada'),
        place: where(world, 'yard'),
        group: band(world, 'mill folk'),
        of: 'wound',
      });
    };
    expect(sightings({}, down, 20)).toBe(0);
    expect(sightings({}, dead, 20)).toBe(0);
  });

  test('does not go through walls: what has no line of sight is never seen', () => {
    expect(sightings({ Bram: 'at: wood', Ada: 'at: mill' }, undefined, 30)).toBe(0);
  });

  test('carries less far at night, and no farther than a flash lets it', () => {
    const far = (begin: string, flash: boolean): number => {
      const world = mill({ begin });
      return mostVisible(world, where(world, 'yard'), where(world, 'field'), flash);
    };
    const [day, night] = ['summer, d1 12:00', 'summer, d1 01:00, overcast'];
    expect(far(day, false)).toBeGreaterThan(far(night, true));
    expect(far(night, true)).toBeGreaterThan(far(night, false));
    expect(far(day, true)).toBe(far(day, false));
  });
});

describe('what is seen', () => {
  test('is believed from then on, with the sight as its source', () => {
    const world = mill(ACROSS, { seed: 3 });
    clash(world, 'the band');
    live(world, 60);
    const seen = all(world, 'sight/spotted').find((event) => named(world, event)['actor'] === 'Ada')!;
    const row = findClaim(world, who(world, 'Ada'), isAt, who(world, 'Bram'));
    expect(world.of(claim).place.raw[row] - 1).toBe(where(world, 'field'));
    expect(world.of(claim).source0.raw[row]).toBe(seen.id);
    expect(seen.witnesses.map((each) => [each.who, each.by])).toEqual([[who(world, 'Ada'), 'sight']]);
  });

  test('alarms whoever sees it, and so does word of it; each once', () => {
    const world = mill({ Ada: 'at: isle', Cole: 'at: isle', places: 'isle: {like: cellar}' });
    clash(world, 'the band');
    const [ada, bram, cole] = ['Ada', 'Bram', 'Cole'].map((name) => who(world, name));
    const source = all(world, 'engagement/opened')[0].id;
    const word = { place: where(world, 'yard'), confidence: 1, source };
    believe(world, ada, isAt, bram, word);
    believe(world, cole, isAt, bram, { ...word, from: ada, hops: 1 });
    live(world, 30);
    const alarms = all(world, 'sight/alarmed').map((event) => [named(world, event)['actor'], event.data['by']]);
    expect(alarms).toContainEqual(['Ada', 'sight']);
    expect(alarms).toContainEqual(['Cole', 'call']);
    expect(alarms.filter(([name]) => name === 'Ada')).toHaveLength(1);
  });
});
