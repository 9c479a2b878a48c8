import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { reason } from '../../kernel/events.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { GEAR, body } from '../bodies/state.ts';
import { surrendered } from '../captivity/events.ts';
import { ceased } from '../shooting/events.ts';
import { aim } from '../shooting/state.ts';
import { died, fell, wounded } from '../wounds/system.ts';
import { dropHeld } from './dropping.ts';
import { thing } from './state.ts';
import { pickedUp, shared } from './taking.ts';

/** Ada and Cole in a cellar where nobody sees them, the others elsewhere. */
const ISLE = 'isle: {like: cellar}\n  cave: {like: cellar}';
const APART: MillChanges = { Ada: 'at: isle', Cole: 'at: isle', Bram: 'at: cave', Dirk: 'at: cave', places: ISLE };
function apart(changes: MillChanges = {}, seed = 1): World {
  const world = mill({ ...APART, ...changes }, { seed });
  clash(world, 'the band');
  return world;
}
const fall = (world: World, name: string, at = 'isle'): number =>
  happen(world, fell, {
    actor: who(world, name),
    place: where(world, at),
    group: band(world, 'mill folk'),
    from: 'blow',
  });
const has = (world: World, name: string): [string, number] => {
  const bodies = world.of(body);
  return [GEAR[bodies.weapon.raw[who(world, name)]], bodies.rounds.raw[who(world, name)]];
};
/** What lies about, as weapon and rounds. */
const lying = (world: World): [number, number][] => {
  const rows = world.of(thing);
  const found: [number, number][] = [];
  for (let row = 0; row < rows.count; row++)
    if (rows.isLive(row)) found.push([rows.weapon.raw[row], rows.rounds.raw[row]]);
  return found;
};
/** Where weapons lie, with their rounds. */
const lyingIn = (world: World): [string, number][] => {
  const rows = world.of(thing);
  return Array.from({ length: rows.count }, (_, row) => row)
    .filter((row) => rows.isLive(row))
    .map((row): [string, number] => [world.keyOf(place, rows.place.raw[row]), rows.rounds.raw[row]]);
};
const allRounds = (world: World): number =>
  world
    .of(body)
    .rounds.raw.subarray(0, 4)
    .reduce((sum, each) => sum + each, 0) + lying(world).reduce((sum, [, rounds]) => sum + rounds, 0);

describe('a weapon', () => {
  test('[S1] falls from the hands of whoever goes down, with its rounds, and no longer fires', () => {
    const world = apart({ Ada: 'at: isle, rounds: 17' });
    world.of(aim).target.put(who(world, 'Ada'), who(world, 'Bram') + 1);
    const cause = fall(world, 'Ada');
    const [dropped] = all(world, 'items/dropped');
    expect([named(world, dropped), dropped.data]).toEqual([
      { actor: 'Ada', place: 'isle' },
      { weapon: 'rifle', rounds: 17, why: 'down', for: 0 },
    ]);
    expect(dropped.because.map(({ id }) => id)).toEqual([cause]);
    expect(has(world, 'Ada')).toEqual(['knife', 0]);
    expect(lying(world)).toEqual([[1, 17]]);
    expect(world.of(aim).target.raw[who(world, 'Ada')]).toBe(0);
  });

  test('is dropped once, by the dead as well, and a knife is not worth the name', () => {
    const world = apart({ Cole: 'at: isle, gear: [knife]' });
    fall(world, 'Ada');
    const group = band(world, 'mill folk');
    happen(world, died, { actor: who(world, 'Ada'), place: where(world, 'isle'), group, of: 'wound' });
    fall(world, 'Cole');
    expect(all(world, 'items/dropped')).toHaveLength(1);
    const dead = apart();
    happen(dead, died, { actor: who(dead, 'Ada'), place: where(dead, 'isle'), group, of: 'wound' });
    expect(all(dead, 'items/dropped')).toHaveLength(1);
  });

  test('drops from an arm that is of no use any more, but not from one that only hurts', () => {
    const hit = (takes: 'grip' | 'nothing'): World => {
      const world = apart();
      const [target, place] = [who(world, 'Ada'), where(world, 'isle')];
      happen(world, wounded, { target, actor: -1, place, region: 'arm', flow: 12, takes });
      return world;
    };
    const world = hit('grip');
    const [dropped] = all(world, 'items/dropped');
    expect([dropped.data['why'], said(world, dropped)]).toEqual(['hurt', 'Ada dropped their rifle.']);
    expect(dropped.because[0].id).toBe(all(world, 'wounds/disabled')[0].id);
    expect(all(hit('nothing'), 'items/dropped')).toHaveLength(0);
  });

  test('[S3] is laid down by those who give up', () => {
    const world = apart();
    const group = band(world, 'mill folk');
    happen(world, surrendered, { actor: who(world, 'Ada'), place: where(world, 'isle'), group });
    expect(all(world, 'items/dropped')[0].data['why']).toBe('given up');
  });

  test('that lies there is taken up by those who have none, and only where they are', () => {
    const taken = (at: string): number => {
      let count = 0;
      for (let seed = 1; seed <= 12; seed++) {
        const world = apart({ Cole: `at: ${at}, gear: [knife]`, Ada: 'at: isle, rounds: 9' }, seed);
        fall(world, 'Ada');
        live(world, 25);
        const [picked] = all(world, 'items/picked-up');
        if (picked === undefined) continue;
        count++;
        expect(named(world, picked)).toEqual({ actor: 'Cole', place: 'isle', from: 'Ada' });
        expect(has(world, 'Cole')).toEqual(['rifle', 9]);
        expect(lying(world)).toEqual([]);
        expect(picked.because.map(({ id }) => id)).toContain(all(world, 'items/dropped')[0].id);
      }
      return count;
    };
    expect(taken('isle')).toBeGreaterThan(9);
    expect(taken('cave')).toBe(0);
  });

  test('of an enemy is taken as well', () => {
    let count = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const world = apart({ Bram: 'at: isle', Cole: 'at: cave', Ada: 'at: isle, gear: [knife]' }, seed);
      happen(world, fell, {
        actor: who(world, 'Bram'),
        place: where(world, 'isle'),
        group: band(world, 'the band'),
        from: 'blow',
      });
      live(world, 25);
      count += all(world, 'items/picked-up').length;
    }
    expect(count).toBeGreaterThan(4);
  });

  test('leaves its rounds to those who have the like and none left; the weapon stays', () => {
    const world = apart({ Ada: 'at: isle, rounds: 9', Cole: 'at: isle, rounds: 0' }, 3);
    fall(world, 'Ada');
    live(world, 30);
    const [picked] = all(world, 'items/picked-up');
    expect(picked.data).toMatchObject({ weapon: 'rifle', rounds: 9, only: true });
    expect(said(world, picked)).toBe("Cole took nine rounds from Ada's rifle.");
    expect([has(world, 'Cole'), lying(world)]).toEqual([['rifle', 9], [[1, 0]]]);
  });

  test('that is better than one’s own is exchanged now and then; what was in hand is put down, rounds and all', () => {
    let exchanged = 0;
    for (let seed = 1; seed <= 15; seed++) {
      const world = apart({ Cole: 'at: isle, gear: [pistol], rounds: 5' }, seed);
      const before = allRounds(world);
      fall(world, 'Ada');
      live(world, 40);
      expect(allRounds(world)).toBe(before);
      if (all(world, 'items/picked-up').length === 0) continue;
      exchanged++;
      expect(has(world, 'Cole')).toEqual(['rifle', 40]);
      expect(lying(world)).toEqual([[3, 5]]);
    }
    expect(exchanged).toBeGreaterThan(5);
  });

  test('with two handles is of no use to somebody with one arm; a pistol is', () => {
    const taken = (gear: string): number => {
      let count = 0;
      for (let seed = 1; seed <= 8; seed++) {
        const world = apart({ Ada: `at: isle, gear: [${gear}]`, Cole: 'at: isle, gear: [knife], dressings: 0' }, seed);
        const [target, place] = [who(world, 'Cole'), where(world, 'isle')];
        happen(world, wounded, { target, actor: -1, place, region: 'arm', flow: 12, takes: 'grip' });
        fall(world, 'Ada');
        live(world, 30);
        count += all(world, 'items/picked-up').length;
      }
      return count;
    };
    expect(taken('rifle')).toBe(0);
    expect(taken('pistol')).toBeGreaterThan(4);
  });

  test('cannot be taken twice, nor by who is down', () => {
    const world = apart();
    world.propose(ceased, { actor: who(world, 'Bram'), target: who(world, 'Ada'), why: 'lost' });
    dropHeld(world, who(world, 'Ada'), [reason(0)]);
    world.commit();
    const [lay] = all(world, 'items/dropped');
    const fields = { place: where(world, 'isle'), weapon: 'rifle', rounds: 40, lay: lay.id } as const;
    fall(world, 'Cole');
    expect(happen(world, pickedUp, { ...fields, actor: who(world, 'Cole'), only: false })).toBe(0);
    expect(happen(world, pickedUp, { ...fields, actor: who(world, 'Ada'), only: false })).toBeGreaterThan(0);
    expect(happen(world, pickedUp, { ...fields, actor: who(world, 'Ada'), only: true })).toBe(0);
  });
});

describe('rounds', () => {
  test('are handed to a comrade close by who has none left, half at most, and none is lost', () => {
    let given = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const world = apart({ Ada: 'at: isle, rounds: 15', Cole: 'at: isle, rounds: 0' }, seed);
      live(world, 25);
      const [event] = all(world, 'items/shared');
      if (event === undefined) continue;
      given++;
      expect([named(world, event), event.data['rounds']]).toEqual([{ actor: 'Ada', target: 'Cole', place: 'isle' }, 7]);
      expect([has(world, 'Ada')[1], has(world, 'Cole')[1]]).toEqual([8, 7]);
      expect(said(world, event)).toBe('Ada handed seven rounds to Cole.');
    }
    expect(given).toBeGreaterThan(9);
  });

  test('are not given for another kind of weapon, from elsewhere, or where there are few', () => {
    const given = (ada: string): number => {
      const world = apart({ Ada: ada, Cole: 'at: isle, rounds: 0' });
      live(world, 60);
      return all(world, 'items/shared').length;
    };
    expect(given('at: isle, gear: [pistol], rounds: 20')).toBe(0);
    expect(given('at: cave, rounds: 30')).toBe(0);
    expect(given('at: isle, rounds: 5')).toBe(0);
    const world = apart({ Ada: 'at: isle, rounds: 5', Cole: 'at: isle, rounds: 0' });
    const fields = { actor: who(world, 'Ada'), target: who(world, 'Cole'), place: where(world, 'isle') };
    expect(happen(world, shared, { ...fields, rounds: 6, weapon: 'rifle' })).toBe(0);
  });

  test('are asked for because they ran out', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const world = apart({ Ada: 'at: isle, rounds: 30', Cole: 'at: isle, rounds: 0' }, seed);
      world.of(aim).target.put(who(world, 'Cole'), who(world, 'Bram') + 1);
      const ran = happen(world, ceased, { actor: who(world, 'Cole'), target: who(world, 'Bram'), why: 'empty' });
      live(world, 25);
      for (const event of all(world, 'items/shared')) expect(event.because.map(({ id }) => id)).toEqual([ran]);
    }
  });
});

describe('the author moves a weapon', () => {
  const NOON = 12 * 3600;
  const moving = (value: object): World => {
    const world = mill(
      { ...APART, Ada: 'at: isle, rounds: 17', Cole: 'at: isle, rounds: 4' },
      { log: [{ at: NOON + 5, command: 'move thing', value }] },
    );
    fall(world, 'Cole');
    fall(world, 'Ada');
    return world;
  };
  const why = (world: World, value: object): string | null => {
    const { refuse } = world.ruleset.commands.find(({ id }) => id === 'move thing')!;
    return (refuse as (world: World, value: object) => string | null)(world, value);
  };
  const rifle = { weapon: 'rifle', from: 'isle', to: 'yard' };

  test('that lies somewhere, with its rounds: the first that came to lie there, or somebody’s', () => {
    const first = moving(rifle);
    expect(lyingIn(first)).toEqual([
      ['isle', 4],
      ['isle', 17],
    ]);
    live(first, 6);
    expect(lyingIn(first)).toEqual([
      ['yard', 4],
      ['isle', 17],
    ]);
    expect(lyingIn(live(moving({ ...rifle, of: 'Ada' }), 6))).toEqual([
      ['isle', 4],
      ['yard', 17],
    ]);
  });

  test('and is told beforehand where there is none', () => {
    const world = moving(rifle);
    expect(why(world, rifle)).toBeNull();
    expect(why(world, { ...rifle, weapon: 'bow' })).toBe('No bow lies in isle by then.');
    expect(why(world, { ...rifle, of: 'Bram' })).toBe('No rifle of Bram lies in isle by then.');
    expect(why(world, { ...rifle, from: 'wood' })).toBe('No rifle lies in wood by then.');
    expect(why(world, { ...rifle, to: 'isle' })).toBe('It lies in isle already.');
    expect(lyingIn(live(moving({ ...rifle, from: 'wood' }), 6)).map(([at]) => at)).toEqual(['isle', 'isle']);
  });
});
