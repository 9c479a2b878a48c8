import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { campaign } from '../engagement/state.ts';
import { obey } from './obey.ts';
import { member } from '../groups/state.ts';
import { received } from '../orders/receiving.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { wounded } from '../wounds/system.ts';

const ISLE = 'isle: {like: cellar}';
/** Ada in the yard takes Bram, who is on an isle, to be in the field: what she does rests on that alone. */
const ALONE: MillChanges = { Ada: 'at: yard', Cole: 'at: isle', Bram: 'at: isle', Dirk: 'at: isle', places: ISLE };
function believing(changes: MillChanges = {}, seed = 1, alarmedFor = 60): World {
  const world = mill({ ...ALONE, ...changes }, { seed });
  const source = clash(world, 'the band');
  const ada = who(world, 'Ada');
  world.of(notice).alarmed.put(ada, 1);
  world.of(notice).alarmedAt.put(ada, world.time - alarmedFor);
  believe(world, ada, isAt, who(world, 'Bram'), { place: where(world, 'field'), confidence: 1, source });
  return world;
}
const fired = (world: World): boolean =>
  all(world, 'shooting/opened-fire').some((event) => named(world, event)['actor'] === 'Ada');
const firedIn = (
  changes: MillChanges,
  prepare: (world: World) => void = () => {},
  seconds = 10,
  alarmedFor = 60,
): number => {
  let count = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const world = believing(changes, seed, alarmedFor);
    prepare(world);
    live(world, seconds);
    if (fired(world)) count++;
  }
  return count;
};
const told = (world: World, name: string, task: 'storm' | 'hold' | 'creep up', goal: string): number =>
  happen(world, received, { actor: who(world, name), target: who(world, name), goal: where(world, goal), task });

describe('in a fight people', () => {
  test('fire at enemies where they believe them to be', () => {
    expect(firedIn({})).toBeGreaterThan(12);
  });

  test('do as they were told the more willingly the further they trust whoever told them', () => {
    const draws = (tie: string): number => {
      const world = believing({ Ada: `at: yard, ties: {Cole: ${tie}}` });
      const roles = { actor: who(world, 'Ada'), target: who(world, 'Cole'), goal: where(world, 'field') };
      happen(world, received, { ...roles, task: 'storm' });
      return obey.weight(world, roles.actor, obey.options(world, roles.actor)[0]!);
    };
    expect(draws('fears')).toBeLessThan(draws('trusts'));
    expect(draws('{grudge: high}')).toBeLessThan(draws('fears'));
  });

  test('fire at nobody of whom they know nothing', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const world = mill({ ...ALONE, Bram: 'at: field', begin: 'winter, d1 01:00, overcast, thick fog' }, { seed });
      clash(world, 'the band');
      live(world, 30);
      const seen = new Set(all(world, 'sight/spotted').map((event) => event.roles['actor']));
      for (const event of all(world, 'shooting/opened-fire')) expect(seen).toContain(event.roles['actor']);
    }
  });

  test('hold their fire at first, unless they are fired at', () => {
    expect(firedIn({}, undefined, 10, 2)).toBe(0);
    const underFire = (world: World): void => world.of(nerves).suppression.add(who(world, 'Ada'), 0.4, 1);
    expect(firedIn({}, underFire, 10, 2)).toBeGreaterThan(5);
  });

  test('do not fire without rounds; with a knife they go for those beside them', () => {
    expect(firedIn({ Ada: 'at: yard, rounds: 0' })).toBe(0);
    expect(firedIn({ Ada: 'at: yard, gear: [knife]' })).toBe(0);
    expect(firedIn({ Ada: 'at: field, gear: [knife]', Bram: 'at: field' })).toBeGreaterThan(12);
  });

  test('[S2] do nothing while they lie hidden', () => {
    const hides = (world: World): void => world.of(notice).hidden.put(who(world, 'Ada'), 1);
    expect(firedIn({}, hides)).toBe(0);
  });

  test('[S3] do not fire while they are pinned, nor once they are broken', () => {
    const pinned = (world: World): void => {
      world.of(nerves).suppression.add(who(world, 'Ada'), 40, 1);
      world.of(nerves).pinned.put(who(world, 'Ada'), 1);
    };
    expect(firedIn({}, pinned)).toBe(0);
    const broken = (world: World): void => {
      world.of(nerves).broken.put(who(world, 'Ada'), 1);
      world.of(nerves).brokenBy.put(who(world, 'Ada'), 1);
    };
    expect(firedIn({}, broken)).toBe(0);
  });

  test('go where they were told', () => {
    let gone = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const world = mill(ALONE, { seed });
      clash(world, 'the band');
      const id = told(world, 'Ada', 'storm', 'field');
      live(world, 40);
      const out = all(world, 'places/set-out').find((event) => named(world, event)['actor'] === 'Ada');
      if (out === undefined) continue;
      gone++;
      expect([named(world, out)['goal'], out.data['pace']]).toEqual(['field', 'running']);
      expect(out.because).toEqual([{ id, as: 'reason', group: 0 }]);
    }
    expect(gone).toBeGreaterThan(15);
  });

  test('creep where they were told to creep', () => {
    const world = mill(ALONE, { seed: 2 });
    clash(world, 'the band');
    told(world, 'Ada', 'creep up', 'field');
    live(world, 60);
    expect(all(world, 'places/set-out')[0].data['pace']).toBe('creeping');
  });

  test('help a comrade whom they saw hurt beside them, and not one who is elsewhere', () => {
    const helped = (at: string): number => {
      let count = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const world = mill({ Ada: 'at: isle', Cole: `at: ${at}, dressings: 0`, places: ISLE }, { seed });
        clash(world, 'the band');
        const [target, place] = [who(world, 'Cole'), where(world, at)];
        happen(world, wounded, { target, actor: -1, place, region: 'leg', flow: 80, takes: 'feet' });
        live(world, 30);
        count += all(world, 'wounds/tended').length > 0 ? 1 : 0;
      }
      return count;
    };
    expect(helped('isle')).toBeGreaterThan(12);
    expect(helped('mill')).toBe(0);
  });

  test('bind up their own wounds', () => {
    let count = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const world = mill({ Ada: 'at: isle', places: ISLE }, { seed });
      clash(world, 'the band');
      happen(world, wounded, {
        target: who(world, 'Ada'),
        actor: -1,
        place: where(world, 'isle'),
        region: 'arm',
        flow: 80,
        takes: 'nothing',
      });
      live(world, 40);
      const own = all(world, 'wounds/tended').filter((event) => event.roles['actor'] === event.roles['target']);
      count += own.length > 0 ? 1 : 0;
    }
    expect(count).toBeGreaterThan(12);
  });

  test('stay with the target that they fire at', () => {
    let changes = 0;
    let shots = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const world = believing({ Dirk: 'at: isle' }, seed);
      const [ada, dirk] = [who(world, 'Ada'), who(world, 'Dirk')];
      for (let i = 0; i < 20; i++) {
        for (const enemy of [who(world, 'Bram'), dirk]) {
          believe(world, ada, isAt, enemy, { place: where(world, 'field'), confidence: 1, source: 1 });
        }
        live(world, 2);
      }
      changes += all(world, 'shooting/opened-fire').filter((event) => event.roles['actor'] === ada).length;
      shots += all(world, 'shooting/shot').filter((event) => event.roles['actor'] === ada).length;
    }
    expect(shots).toBeGreaterThan(20);
    expect(changes).toBeLessThan(shots);
  });

  test('are where they were when nothing moves them', () => {
    const world = mill(ALONE);
    clash(world, 'the band');
    live(world, 120);
    expect(world.of(position).at.raw[who(world, 'Ada')]).toBe(where(world, 'yard'));
    expect(all(world, 'places/set-out')).toHaveLength(0);
  });
});

describe('[S4] getting away', () => {
  test('is done too by those who reach the way out after the fight is over, once', () => {
    const world = mill({
      band: 'wants: salt, comes: d1 23:00',
      more: 'stores: {mill: {salt: 40 kg}}',
      Dirk: 'at: wood',
    });
    const [dirk, group] = [who(world, 'Dirk'), world.of(member).group.raw[who(world, 'Dirk')]];
    happen(world, received, { actor: dirk, target: who(world, 'Bram'), goal: where(world, 'wood'), task: 'fall back' });
    live(world, 3600);
    expect(all(world, 'conduct/got-away')).toHaveLength(0);
    world.of(campaign).state.put(group, 2);
    live(world, 7200);
    expect(all(world, 'conduct/got-away').map((event) => named(world, event)['actor'])).toEqual(['Dirk']);
  });
});
