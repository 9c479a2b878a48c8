import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { position } from '../places/state.ts';
import { openedFire, shot } from '../shooting/events.ts';
import { aim } from '../shooting/state.ts';
import { recognised, spotted } from './events.ts';
import { bodySeen, comradeAt, isAt, notice } from './state.ts';

vi.setConfig({ testTimeout: 60_000 });

const ISLE = 'isle: {like: cellar}';
const NIGHT = 'summer, d1 01:00, half moon';
const ONE = 'looks: {build: heavy, height: tall, hair: [black, long], wears: oilskin, gait: limps, carries: sack}';
const OTHER = 'looks: {build: slight, height: short, hair: [white, cropped], wears: parka, gait: plain, carries: axe}';
/** Dirk alone is to be seen, in the field; Ada, whom Bram wronged, looks across from the yard. */
const WATCH: MillChanges = {
  begin: NIGHT,
  Ada: 'at: yard, ties: {Bram: {grudge: high}}',
  Cole: 'at: isle',
  Bram: `at: isle, ${ONE}`,
  places: ISLE,
};

interface Sighting {
  readonly taken: string | undefined;
  readonly sure: boolean;
}
/** What Ada took those for whom she first saw, in so many worlds. */
function firstSightings(changes: MillChanges, worlds = 100): Sighting[] {
  const seen: Sighting[] = [];
  for (let seed = 1; seed <= worlds; seed++) {
    const world = mill({ ...WATCH, ...changes }, { seed });
    clash(world, 'the band');
    live(world, 16);
    const first = all(world, 'sight/spotted').find((event) => named(world, event)['actor'] === 'Ada');
    if (first !== undefined) seen.push({ taken: named(world, first)['taken'], sure: first.data['sure'] === true });
  }
  return seen;
}
const takenForBram = (seen: readonly Sighting[]): number =>
  seen.filter((each) => each.taken === 'Bram').length / seen.length;

/** A world in which Ada has just seen somebody, and taken them for another or not. */
function sighting(target: string, taken: string | null, changes: MillChanges = {}): World {
  const world = mill({
    Ada: 'at: yard',
    Cole: 'at: field',
    Bram: 'at: isle',
    Dirk: 'at: isle',
    places: ISLE,
    ...changes,
  });
  clash(world, 'the band');
  happen(world, spotted, {
    actor: who(world, 'Ada'),
    target: who(world, target),
    ...(taken === null ? {} : { taken: who(world, taken) }),
    place: where(world, 'field'),
    sure: taken === null,
  });
  return world;
}
const held = (world: World, name: string, what = isAt): number =>
  findClaim(world, who(world, 'Ada'), what, who(world, name));

describe('whoever sees somebody', () => {
  test('[S15] [T19] takes them for another by night, and hardly ever by day', () => {
    const alike = { Dirk: `at: field, ${ONE.replace('black', 'grey')}` };
    const [night, day] = [firstSightings(alike), firstSightings({ ...alike, begin: 'summer, d1 12:00' })];
    expect(takenForBram(night)).toBeGreaterThan(0.15);
    expect(takenForBram(day)).toBeLessThan(0.5 * takenForBram(night));
  });

  test('[T19] mistakes those who look alike, and not those who do not', () => {
    const [alike, unlike] = [
      firstSightings({ Dirk: `at: field, ${ONE}` }),
      firstSightings({ Dirk: `at: field, ${OTHER}` }),
    ];
    expect(takenForBram(unlike)).toBeLessThan(0.2 * takenForBram(alike));
  });

  test('[T19] mistakes nobody for somebody whom they know nothing of, and those whom they know well less often', () => {
    expect(takenForBram(firstSightings({ Dirk: `at: field, ${ONE}`, Ada: 'at: yard' }))).toBe(0);
    const both = 'at: yard, ties: {Bram: {grudge: high}, Dirk: {was: brother}}';
    const [stranger, brother] = [
      firstSightings({ Dirk: `at: field, ${ONE}` }),
      firstSightings({ Dirk: `at: field, ${ONE}`, Ada: both }),
    ];
    expect(takenForBram(brother)).toBeLessThan(0.5 * takenForBram(stranger));
  });

  test('[T19] can tell who it is where they know them and there is light', () => {
    const sure = (changes: MillChanges): number => {
      const seen = firstSightings(changes, 60);
      return seen.filter((event) => event.sure).length / seen.length;
    };
    const known = { Dirk: 'at: field', Ada: 'at: yard, ties: {Dirk: {was: brother}}' };
    expect(sure({ ...known, begin: 'summer, d1 12:00' })).toBeGreaterThan(0.6);
    expect(sure(known)).toBeLessThan(sure({ ...known, begin: 'summer, d1 12:00' }));
    expect(sure({ Dirk: 'at: field', begin: 'summer, d1 12:00', Ada: 'at: yard' })).toBe(0);
  });
});

describe('somebody taken for another', () => {
  test('[T19] is believed to be there under the wrong name; whose body it is stays known to the world', () => {
    const world = sighting('Dirk', 'Bram');
    expect(held(world, 'Dirk')).toBe(-1);
    const row = held(world, 'Bram');
    expect(world.of(claim).place.raw[row] - 1).toBe(where(world, 'field'));
    expect(bodySeen(world, row)).toBe(who(world, 'Dirk'));
    const right = sighting('Dirk', null);
    expect(bodySeen(right, held(right, 'Dirk'))).toBe(who(right, 'Dirk'));
    expect(said(world, all(world, 'sight/spotted')[0])).toBe('Ada took Dirk for Bram.');
  });

  test('is nobody else once the one named is really seen', () => {
    const world = sighting('Dirk', 'Bram');
    const [actor, target, place] = [who(world, 'Ada'), who(world, 'Bram'), where(world, 'wood')];
    happen(world, spotted, { actor, target, place, sure: true });
    expect(bodySeen(world, held(world, 'Bram'))).toBe(target);
  });

  test('[T19] is recognised by a later look, in better light sooner; then the wrong belief is gone', () => {
    const recognisedIn = (begin: string): number => {
      let count = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const world = mill(
          { begin, Ada: 'at: yard', Cole: 'at: isle', Bram: 'at: isle', Dirk: 'at: field', places: ISLE },
          { seed },
        );
        clash(world, 'the band');
        const [actor, target, taken] = ['Ada', 'Dirk', 'Bram'].map((name) => who(world, name));
        happen(world, spotted, { actor, target, taken, place: where(world, 'field'), sure: false });
        live(world, 25);
        const event = all(world, 'sight/recognised').find((each) => each.roles['actor'] === actor);
        if (event === undefined) continue;
        count++;
        expect(named(world, event)).toMatchObject({ target: 'Dirk', taken: 'Bram' });
        expect(held(world, 'Bram')).toBe(-1);
        expect(bodySeen(world, held(world, 'Dirk'))).toBe(target);
        expect(said(world, event)).toBe('Ada saw that it was Dirk and not Bram.');
      }
      return count;
    };
    const [day, night] = [recognisedIn('summer, d1 12:00'), recognisedIn('summer, d1 01:00, overcast')];
    expect(day).toBeGreaterThan(6);
    expect(night).toBeLessThan(day);
  });

  test('and recognised as a friend is not fired at any longer', () => {
    const world = sighting('Cole', 'Bram');
    const [actor, target, taken, place] = [
      ...['Ada', 'Cole', 'Bram'].map((name) => who(world, name)),
      where(world, 'field'),
    ];
    happen(world, openedFire, { actor, target: taken, place });
    happen(world, recognised, { actor, target, taken, place });
    expect(world.of(aim).target.raw[actor]).toBe(0);
    expect([held(world, 'Bram'), held(world, 'Cole'), held(world, 'Cole', comradeAt)]).toEqual([-1, -1, -1]);
    // A second time there is nothing to put right.
    expect(happen(world, recognised, { actor, target, taken, place })).toBe(0);
  });
});

describe('friend and enemy', () => {
  /** In how many of so many worlds Ada fires at Cole, who is in the field, within ten seconds. */
  const firesAtCole = (believes: 'nothing' | 'an enemy', there: boolean): number => {
    let count = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const changes = {
        begin: 'winter, d1 01:00, overcast, thick fog',
        Ada: 'at: yard',
        Bram: 'at: isle',
        Dirk: 'at: isle',
      };
      const world = mill({ ...changes, Cole: 'at: field', places: ISLE }, { seed });
      clash(world, 'the band');
      const [ada, cole, bram] = ['Ada', 'Cole', 'Bram'].map((name) => who(world, name));
      world.of(notice).alarmed.put(ada, 1);
      world.of(notice).alarmedAt.put(ada, world.time - 60);
      if (believes === 'an enemy') {
        happen(world, spotted, { actor: ada, target: cole, taken: bram, place: where(world, 'field'), sure: false });
      }
      if (!there) world.of(position).at.put(cole, where(world, 'isle'));
      live(world, 10);
      if (all(world, 'shooting/shot').some((event) => event.roles['actor'] === ada)) count++;
    }
    return count;
  };

  test('[S1] are told apart by belief alone: a comrade taken for an enemy is fired at, and one who is not is not', () => {
    expect([firesAtCole('nothing', true), firesAtCole('nothing', false)]).toEqual([0, 0]);
    const [there, gone] = [firesAtCole('an enemy', true), firesAtCole('an enemy', false)];
    expect(there).toBeGreaterThan(5);
    expect(gone).toBe(there);
  });

  test('[S1] the round goes at whoever stands there, whatever name they are given', () => {
    const hit = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      const world = mill(
        { Ada: 'at: yard, skills: {aim: fine}', Cole: 'at: field', Bram: 'at: isle', Dirk: 'at: isle', places: ISLE },
        { seed },
      );
      clash(world, 'the band');
      const [actor, target, taken, place] = [
        ...['Ada', 'Cole', 'Bram'].map((name) => who(world, name)),
        where(world, 'field'),
      ];
      happen(world, spotted, { actor, target, taken, place, sure: false });
      for (let i = 0; i < 3; i++) {
        happen(world, shot, { actor, target: taken, place: where(world, 'yard') });
        live(world, 1);
      }
      for (const event of all(world, 'wounds/wounded')) hit.add(named(world, event)['target']);
    }
    expect([...hit]).toEqual(['Cole']);
  });

  test('an enemy taken for a comrade alarms nobody and is not fired at', () => {
    const world = sighting('Dirk', 'Cole', { Cole: 'at: isle', begin: 'winter, d1 01:00, overcast, thick fog' });
    expect(held(world, 'Cole')).toBe(-1);
    expect(bodySeen(world, held(world, 'Cole', comradeAt))).toBe(who(world, 'Dirk'));
    live(world, 40);
    const ofAda = (kind: string): number =>
      all(world, kind).filter((event) => named(world, event)['actor'] === 'Ada').length;
    expect([ofAda('sight/alarmed'), ofAda('shooting/opened-fire')]).toEqual([0, 0]);
  });

  test('[S1] comrades in the dark, where enemies are taken to be, are sometimes taken for one; by day hardly ever', () => {
    const comrades = ['Cole', 'Eve', 'Finn', 'Gwen', 'Hal', 'Ivo', 'June'];
    const amiss = (begin: string): number => {
      let count = 0;
      for (let seed = 1; seed <= 100; seed++) {
        const people = comrades.slice(1).map((name) => `${name}: {}`);
        const away = { Ada: 'ties: {Bram: {grudge: high}}', Bram: 'at: isle', Dirk: 'at: isle', places: ISLE };
        const world = mill({ begin, ...away, people: people.join('\n  ') }, { seed });
        const source = clash(world, 'the band');
        const [ada, cole, bram] = ['Ada', 'Cole', 'Bram'].map((name) => who(world, name));
        world.of(notice).alarmed.put(ada, 1);
        for (let i = 0; i < 9; i++) {
          // Whatever they are told, they stay where they are.
          for (const name of ['Ada', ...comrades]) {
            world.of(position).at.put(who(world, name), where(world, name === 'Ada' ? 'yard' : 'field'));
            world.of(position).bound.put(who(world, name), 0);
          }
          const word = { confidence: 1, source, seen: world.time - 61, from: cole };
          believe(world, ada, isAt, bram, { place: where(world, 'field'), ...word });
          live(world, 8);
        }
        const seen = all(world, 'sight/spotted').filter((event) => event.roles['actor'] === ada);
        count += seen.filter((event) => comrades.includes(named(world, event)['target'])).length;
      }
      return count;
    };
    const night = amiss(NIGHT);
    expect(night).toBeGreaterThan(3);
    expect(night).toBeLessThan(40);
    expect(amiss('summer, d1 12:00')).toBeLessThan(night / 2);
  });
});
