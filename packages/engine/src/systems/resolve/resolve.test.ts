import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { misted } from '../light/system.ts';
import { position } from '../places/state.ts';
import { died, fell } from '../wounds/system.ts';
import { findClaim } from '../../kernel/beliefs.ts';
import { LETS_UP, PINS, hasBroken, nerves } from './state.ts';
import { breakingPoint, broke } from './system.ts';

/** In a clash in which nobody sees anybody; `opened` stands for whatever weighs on somebody. */
function quietClash(changes: MillChanges = {}): { world: World; opened: number } {
  const world = mill(changes);
  return { world, opened: clash(world, 'the band') };
}
const press = (world: World, name: string, weight: number, by: number): void =>
  world.of(nerves).suppression.add(who(world, name), weight, by);
const strain = (world: World, name: string, weight: number, by: number): void =>
  world.of(nerves).strain.add(who(world, name), weight, by);

describe('suppression', () => {
  test('[S3] pins from a level on, and lets up by itself within seconds', () => {
    const { world, opened } = quietClash();
    press(world, 'Ada', 0.9 * PINS, opened);
    live(world, 2);
    expect(all(world, 'resolve/pinned')).toHaveLength(0);
    press(world, 'Ada', PINS, opened);
    live(world, 1);
    expect(all(world, 'resolve/pinned').map((event) => named(world, event)['actor'])).toEqual(['Ada']);
    live(world, 30);
    const [pinned] = all(world, 'resolve/pinned');
    const [rallied] = all(world, 'resolve/rallied');
    expect(rallied.because).toEqual([{ id: pinned.id, as: 'enabled', group: 0 }]);
    expect(rallied.time - pinned.time).toBeGreaterThanOrEqual(4);
    expect(rallied.time - pinned.time).toBeLessThanOrEqual(15);
    expect(world.of(nerves).suppression.raw[who(world, 'Ada')]).toBeLessThan(LETS_UP);
  });

  test('halves in five seconds and is forgotten in the end', () => {
    const { world, opened } = quietClash();
    const rows = world.of(nerves).suppression;
    const ada = who(world, 'Ada');
    press(world, 'Ada', 0.8, opened);
    live(world, 5);
    expect(rows.raw[ada]).toBeCloseTo(0.4, 2);
    live(world, 5);
    expect(rows.raw[ada]).toBeCloseTo(0.2, 2);
    live(world, 40);
    expect(rows.raw[ada]).toBe(0);
  });

  test('that pins names the near misses that weighed most, and not the least', () => {
    const { world, opened } = quietClash();
    const [second, third] = [happen(world, misted, { mist: 'lifted' }), happen(world, misted, { mist: 'lifted' })];
    press(world, 'Ada', 0.7, opened);
    press(world, 'Ada', 0.6, second);
    press(world, 'Ada', 0.01, third);
    live(world, 1);
    const [pinned] = all(world, 'resolve/pinned');
    expect(pinned.because.map((cause) => cause.id)).toEqual([opened, second]);
    expect(new Set(pinned.because.map((cause) => cause.group))).toEqual(new Set([1]));
  });

  test('[S3] that goes on wears people down, and breaks the timid in the end', () => {
    const held = (temper: string, seconds: number): World => {
      const { world, opened } = quietClash({ Ada: `temper: ${temper}` });
      for (let i = 0; i < seconds; i++) {
        press(world, 'Ada', i === 0 ? 1.5 : 0.2, opened);
        live(world, 1);
      }
      return world;
    };
    const steady = held('[stubborn, cold]', 100);
    const worn = all(steady, 'resolve/worn-down');
    expect(worn).toHaveLength(3);
    const [pinned] = all(steady, 'resolve/pinned');
    expect(worn[2].because.map(({ id }) => id)).toEqual([pinned.id]);
    expect(worn[2].time - worn[1].time).toBe(30);
    expect(steady.of(nerves).strain.raw[who(steady, 'Ada')]).toBeGreaterThan(0.4);
    expect(all(steady, 'resolve/broke')).toHaveLength(0);
    const [broke] = all(held('timid', 300), 'resolve/broke');
    expect(broke.because.some(({ id }) => id > pinned.id)).toBe(true);
    expect(all(held('timid', 20), 'resolve/worn-down')).toHaveLength(0);
  });

  test('does not pin the dead', () => {
    const { world, opened } = quietClash();
    const fields = { actor: who(world, 'Ada'), place: where(world, 'mill'), group: band(world, 'mill folk') };
    happen(world, died, { ...fields, of: 'wound' });
    press(world, 'Ada', 3, opened);
    live(world, 3);
    expect(all(world, 'resolve/pinned')).toHaveLength(0);
  });
});

describe('strain', () => {
  test('[S3] breaks somebody when it is more than their nerve bears, and not before', () => {
    const { world, opened } = quietClash();
    const bears = breakingPoint(0.5);
    strain(world, 'Ada', 0.95 * bears, opened);
    live(world, 5);
    expect(all(world, 'resolve/broke')).toHaveLength(0);
    strain(world, 'Ada', 0.1 * bears, opened);
    live(world, 1);
    const [broke] = all(world, 'resolve/broke');
    expect(named(world, broke)['actor']).toBe('Ada');
    expect(broke.because.map((cause) => cause.id)).toEqual([opened]);
    live(world, 60);
    expect(all(world, 'resolve/broke')).toHaveLength(1);
  });

  test('takes longer to break the steady than the timid', () => {
    expect(breakingPoint(1)).toBeGreaterThan(breakingPoint(0.5));
    const { world, opened } = quietClash({ Ada: 'temper: timid', Cole: 'temper: [stubborn, cold]' });
    for (const name of ['Ada', 'Cole']) strain(world, name, breakingPoint(0.4), opened);
    live(world, 2);
    expect(all(world, 'resolve/broke').map((event) => named(world, event)['actor'])).toEqual(['Ada']);
  });

  test('outlasts a fight: it eases by the half hour, not by the second', () => {
    const { world, opened } = quietClash();
    strain(world, 'Ada', 0.6, opened);
    live(world, 60);
    const after = world.of(nerves).strain.raw[who(world, 'Ada')];
    expect(after).toBeLessThan(0.6);
    expect(after).toBeGreaterThan(0.55);
  });

  test('does not break those who are down', () => {
    const { world, opened } = quietClash();
    const fields = { actor: who(world, 'Ada'), place: where(world, 'mill'), group: band(world, 'mill folk') };
    happen(world, fell, { ...fields, from: 'blow' });
    strain(world, 'Ada', 5, opened);
    live(world, 10);
    expect(all(world, 'resolve/broke')).toHaveLength(0);
  });

  test('sends the broken home at a run', () => {
    const { world, opened } = quietClash({ Ada: 'at: field' });
    strain(world, 'Ada', 3, opened);
    live(world, 60);
    const broke = all(world, 'resolve/broke').find((event) => named(world, event)['actor'] === 'Ada')!;
    const run = all(world, 'places/set-out', broke.id).find((event) => named(world, event)['actor'] === 'Ada')!;
    expect([named(world, run)['goal'], run.data['pace']]).toEqual(['mill', 'running']);
    expect(run.because.map((cause) => cause.id)).toContain(broke.id);
    expect(world.of(position).at.raw[who(world, 'Ada')]).toBe(where(world, 'mill'));
  });
});

describe('panic', () => {
  /** What Cole makes of it when Eve of his own people runs beside him; his leader stands by or does not. */
  function seesRun(leader: 'with him' | 'pinned' | 'elsewhere', seed: number): { strain: number; knows: boolean } {
    const world = mill(
      {
        Ada: `at: ${leader === 'elsewhere' ? 'isle' : 'wood'}`,
        Cole: 'at: wood',
        Bram: 'at: isle',
        Dirk: 'at: isle',
        people: 'Eve: {at: wood}',
        places: 'isle: {like: cellar}',
      },
      { seed },
    );
    if (leader === 'pinned') world.of(nerves).pinned.put(who(world, 'Ada'), 1);
    const [actor, place, group] = [who(world, 'Eve'), where(world, 'wood'), band(world, 'mill folk')];
    happen(world, broke, { actor, place, group });
    const cole = who(world, 'Cole');
    return { strain: world.of(nerves).strain.raw[cole], knows: findClaim(world, cole, hasBroken, actor) >= 0 };
  }
  const most = (leader: 'with him' | 'pinned' | 'elsewhere'): number =>
    Math.max(...Array.from({ length: 10 }, (_, i) => seesRun(leader, i + 1).strain));

  test('[S3] is contagious: to see a comrade run weighs, the less beside a leader who stands firm', () => {
    expect(most('elsewhere')).toBeCloseTo(0.08, 5);
    expect(most('pinned')).toBeCloseTo(most('elsewhere'), 5);
    expect(most('with him')).toBeLessThan(0.5 * most('elsewhere'));
    expect(most('with him')).toBeGreaterThan(0);
  });

  test('[S3] weighs only on those who saw it and know', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { strain: weight, knows } = seesRun('elsewhere', seed);
      expect(weight > 0).toBe(knows);
    }
  });
});
