import { describe, expect, test } from 'vitest';
import { all, happen, live, named, night, farm, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { nerves } from '../resolve/state.ts';
import { REGIONS, vitals } from './state.ts';
import type { Region } from './state.ts';
import { dressed } from './system.ts';
import { quietClash, hurt, tends, lost, flows, BARE } from './wounds.fixture.ts';

describe('first aid', () => {
  test('takes a while by skill and by what has to be done, longer on oneself and to less effect', () => {
    const after = (care: string, carer: string, patient: string, region: Region = 'leg'): [number, number] => {
      const world = quietClash({ Ada: `skills: {care: ${care}}, dressings: 2`, Cole: 'dressings: 0' });
      hurt(world, patient, 300, region);
      const start = world.time;
      tends(world, carer, patient);
      while (all(world, 'wounds/dressed').length === 0) live(world, 1);
      const first = all(world, 'wounds/dressed')[0];
      expect(world.of(body).dressings.raw[who(world, 'Ada')]).toBe(1);
      return [first.time - start, Math.round(flows(world)[0])];
    };
    expect(after('fine', 'Ada', 'Cole')).toEqual([20, 9]);
    expect(after('fair', 'Ada', 'Cole')).toEqual([30, 9]);
    expect(after('none', 'Ada', 'Cole')).toEqual([40, 9]);
    expect(after('fair', 'Ada', 'Ada')).toEqual([45, 96]);
    expect(after('fair', 'Ada', 'Cole', 'groin')).toEqual([45, 90]);
    expect(after('none', 'Ada', 'Cole', 'belly')).toEqual([60, 90]);
    expect(after('fair', 'Ada', 'Cole', 'chest')).toEqual([38, 105]);
  });

  test('is a tourniquet on a limb that bleeds badly, packing where none can be tied, pressure on head and chest', () => {
    const howOf = (region: Region, flow: number): unknown => {
      const world = quietClash({ Ada: 'dressings: 2', Cole: 'dressings: 0' });
      hurt(world, 'Cole', flow, region);
      tends(world, 'Ada', 'Cole');
      live(world, 60);
      return all(world, 'wounds/dressed')[0].data['how'];
    };
    expect(REGIONS.map((region) => howOf(region, 200))).toEqual([
      'pressure',
      'pressure',
      'packing',
      'tourniquet',
      'tourniquet',
      'packing',
      'packing',
    ]);
    for (const region of REGIONS) expect(howOf(region, 15)).toBe('bandage');
  });

  test('sees to the worst wound first, and helps a limb more than the trunk', () => {
    const world = quietClash({ Ada: 'dressings: 2', Cole: 'dressings: 0' });
    hurt(world, 'Cole', 60, 'arm');
    world.time += 1;
    hurt(world, 'Cole', 200, 'chest');
    const [actor, target, place] = [who(world, 'Ada'), who(world, 'Cole'), where(world, 'mill')];
    happen(world, dressed, { actor, target, place, how: 'pressure' });
    expect(flows(world)[0]).toBe(60);
    expect(flows(world)[1]).toBeCloseTo(200 * 0.35, 3);
    happen(world, dressed, { actor, target, place, how: 'tourniquet' });
    expect(flows(world)[0]).toBeCloseTo(60 * 0.03, 3);
    expect(happen(world, dressed, { actor, target, place, how: 'packing' })).toBe(0);
  });

  test('[S3] is broken off under fire, but not by those who see to themselves', () => {
    const underFire = (patient: string): World => {
      const world = quietClash({ Ada: 'dressings: 2', Cole: 'dressings: 0' });
      hurt(world, patient, 200, 'chest');
      tends(world, 'Ada', patient);
      live(world, 2);
      world.of(nerves).suppression.add(who(world, 'Ada'), 50, 1);
      live(world, 3);
      return world;
    };
    const world = underFire('Cole');
    const left = all(world, 'wounds/left-off')[0];
    expect(left.data['why']).toBe('under fire');
    expect(left.because.map(({ as }) => as)).toEqual(['enabled', 'interrupted']);
    expect(left.because[1].id).toBe(all(world, 'resolve/pinned')[0].id);
    expect(world.of(vitals).tending.raw[who(world, 'Ada')]).toBe(0);
    expect(all(underFire('Ada'), 'wounds/left-off')).toHaveLength(0);
  });

  test('[T10] in time saves a life that is lost without it', () => {
    const without = quietClash(BARE);
    hurt(without, 'Cole', 300, 'leg', 'feet');
    live(without, 1800);
    expect(without.of(body).alive.raw[who(without, 'Cole')]).toBe(0);
    const withHelp = quietClash({ Ada: 'skills: {care: fine}' });
    hurt(withHelp, 'Cole', 300, 'leg', 'feet');
    tends(withHelp, 'Ada', 'Cole');
    live(withHelp, 1800);
    expect(withHelp.of(body).alive.raw[who(withHelp, 'Cole')]).toBe(1);
  });

  test(
    'saves nearly all who bleed from a limb if it comes in time, and few once they have gone down for want of blood',
    { timeout: 60_000 },
    () => {
      const livesOn = (seconds: (world: World) => boolean): number => {
        let lives = 0;
        for (let seed = 1; seed <= 16; seed++) {
          const world = quietClash({ Ada: 'skills: {care: fine}, dressings: 0', Cole: 'dressings: 0' }, seed);
          hurt(world, 'Cole', 250, 'leg');
          while (!seconds(world)) live(world, 1);
          world.of(body).dressings.put(who(world, 'Ada'), 1);
          tends(world, 'Ada', 'Cole');
          live(world, 4 * 3600);
          lives += world.of(body).alive.raw[who(world, 'Cole')];
        }
        return lives / 16;
      };
      expect(livesOn((world) => lost(world, 'Cole') > 800)).toBeGreaterThan(0.9);
      expect(livesOn((world) => world.of(body).down.raw[who(world, 'Cole')] === 1)).toBeLessThan(0.2);
    },
  );

  test('ends with the patient: the carer is free again', () => {
    const world = quietClash({ Ada: 'dressings: 3' });
    hurt(world, 'Cole', 30, 'leg');
    tends(world, 'Ada', 'Cole');
    live(world, 1);
    hurt(world, 'Cole', 30, 'head', 'life');
    live(world, 200);
    expect(all(world, 'wounds/dressed')).toHaveLength(0);
    expect(world.of(vitals).tending.raw[who(world, 'Ada')]).toBe(0);
  });

  test('ends with the carer: the patient can be seen to by another', () => {
    const world = quietClash({ Ada: 'dressings: 3', Cole: 'dressings: 3', people: 'Eve: {dressings: 0}' });
    hurt(world, 'Eve', 60, 'leg', 'feet');
    tends(world, 'Ada', 'Eve');
    hurt(world, 'Ada', 20, 'leg', 'feet');
    live(world, 300);
    const carers = all(world, 'wounds/dressed').filter((event) => named(world, event)['target'] === 'Eve');
    expect(carers.map((event) => named(world, event)['actor'])).toEqual(['Cole']);
  });

  test('is given only where the patient is, on every one of thirty nights', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 30; seed++) {
      const world = night(farm(), { seed });
      const gone = new Map(all(world, 'conduct/got-away').map((event) => [event.roles['actor'], event.id]));
      for (const event of all(world, 'wounds/dressed')) {
        expect(gone.get(event.roles['target']) ?? Infinity).toBeGreaterThan(event.id);
        expect(gone.get(event.roles['actor']) ?? Infinity).toBeGreaterThan(event.id);
      }
    }
  });
});
