import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { findClaim } from '../../kernel/beliefs.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { breached, cracked } from '../barriers/events.ts';
import { barrier, isBreached } from '../barriers/state.ts';
import { isBarred } from '../barriers/ways.ts';
import { amountAt } from '../stores/state.ts';
import { died } from '../wounds/events.ts';
import { mending } from './state.ts';

const HOUR = 3600;

/** A palisade between the yard of the mill and the field; the band is far away and stays there. */
function walled(changes: MillChanges & { timber?: string; fence?: string } = {}): World {
  const more = `barriers:
  the palisade: { between: [yard, field], like: ${changes.fence ?? 'palisade'} }
stores: { mill: { timber: ${changes.timber ?? '0 kg'} } }`;
  return mill({
    people: 'Eve: {office: repairs}\n  Finn: {}',
    begin: 'summer, d1 06:00',
    lasts: '30d',
    ...changes,
    more,
  });
}
const wall = (world: World): number => world.cast.mustRow(barrier, 'the palisade');
const breaks = (world: World, how: 'broken' | 'opened' | 'burnt' = 'broken'): number =>
  happen(world, breached, { actor: who(world, 'Bram'), barrier: wall(world), place: where(world, 'yard'), how });
const cracks = (world: World): number => happen(world, cracked, { barrier: wall(world), place: where(world, 'yard') });

describe('[S10] what an attack has broken', () => {
  test('is found by whoever is in charge of repairs, who sets hands to it, and stands again after hours of work', () => {
    const world = walled();
    const id = breaks(world);
    expect(isBarred(world, who(world, 'Bram'), where(world, 'field'), where(world, 'yard'))).toBe(false);
    live(world, 14 * HOUR);
    const [found] = all(world, 'repairs/found');
    const [begun] = all(world, 'repairs/begun');
    const [mended] = all(world, 'repairs/mended');
    expect(named(world, found)).toMatchObject({ actor: 'Eve', barrier: 'the palisade' });
    expect(found.because.map((cause) => cause.id)).toEqual([id]);
    expect(begun.because.map((cause) => cause.id)).toEqual([found.id]);
    expect(mended.because.map((cause) => cause.id)).toEqual([begun.id]);
    // Two of the four at 6 square metres of 2.5 hours each: more than seven hours, as nobody is quite fresh.
    expect(begun.data['hands']).toBe(2);
    expect(mended.time - begun.time).toBeGreaterThanOrEqual(7 * HOUR);
    expect(mended.time - begun.time).toBeLessThanOrEqual(10 * HOUR);
    expect(isBarred(world, who(world, 'Bram'), where(world, 'field'), where(world, 'yard'))).toBe(true);
    expect(said(world, mended)).toMatch(/palisade stood again, patched\./);
  });

  test('is as strong as before with timber, which is used up, and weaker out of its wreckage', () => {
    const strengths = ['400 kg', '0 kg'].map((timber) => {
      const world = walled({ timber });
      const { strength } = world.of(barrier);
      const before = strength.raw[wall(world)];
      breaks(world);
      live(world, 14 * HOUR);
      const [begun] = all(world, 'repairs/begun');
      const left = amountAt(world, where(world, 'mill'), 'timber');
      expect(left + Number(begun.data['timber'])).toBe(timber === '0 kg' ? 0 : 400_000);
      return strength.raw[wall(world)] / before;
    });
    expect(strengths[0]).toBe(1);
    expect(strengths[1]).toBeCloseTo(0.6, 5);
  });

  test('is let be where nothing is broken, and shut at once where it was only opened', () => {
    const whole = live(walled(), 6 * HOUR);
    expect(all(whole, 'repairs/found')).toEqual([]);
    const world = walled({ fence: 'barred gate' });
    breaks(world, 'opened');
    live(world, HOUR);
    expect(all(world, 'repairs/begun')).toEqual([]);
    expect(all(world, 'repairs/mended').map((event) => event.data['as'])).toEqual(['shut']);
  });

  test('takes less where it only gapes', () => {
    const [gap, hole] = [cracks, breaks].map((act) => {
      const world = walled();
      act(world);
      live(world, 14 * HOUR);
      return all(world, 'repairs/mended')[0].time;
    });
    expect(gap).toBeLessThan(hole);
  });

  test('waits for daylight', () => {
    const world = walled({ begin: 'winter, d1 22:00' });
    breaks(world);
    live(world, 6 * HOUR);
    expect(all(world, 'repairs/found')).toEqual([]);
    live(world, 8 * HOUR);
    expect(all(world, 'repairs/found')).toHaveLength(1);
  });

  test('is found by the leader where nobody is in charge of it', () => {
    const world = walled();
    happen(world, died, { actor: who(world, 'Eve'), place: where(world, 'mill'), group: 0, of: 'wound' });
    breaks(world);
    live(world, HOUR);
    expect(named(world, all(world, 'repairs/found')[0])['actor']).toBe('Ada');
  });

  test('is known to be whole again to those who live there, and to nobody else', () => {
    const world = walled();
    breaks(world);
    const holds = (name: string): boolean => findClaim(world, who(world, name), isBreached, wall(world)) >= 0;
    live(world, HOUR);
    expect([holds('Eve'), holds('Bram')]).toEqual([true, true]);
    live(world, 14 * HOUR);
    expect([holds('Eve'), holds('Bram')]).toEqual([false, true]);
  });

  test('stays broken where its mending is withheld, and is begun again', () => {
    const world = walled();
    breaks(world);
    live(world, 14 * HOUR);
    const [mended] = all(world, 'repairs/mended');
    const log = [withhold(muteOf(world, mended.id))];
    const other = walled();
    breaks(other);
    const fork = live(other.fork({ log }), mended.time - other.time);
    expect(all(fork, 'repairs/mended')).toEqual([]);
    expect(fork.of(mending).begun.raw[wall(fork)]).toBe(0);
    expect(all(live(fork, 72 * HOUR), 'repairs/mended')).toHaveLength(1);
  });
});
