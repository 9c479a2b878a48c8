import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { gotAway } from '../conduct/events.ts';
import { received } from '../orders/receiving.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { died, fell, wounded } from '../wounds/system.ts';
import { tookUp } from './events.ts';
import { burden } from './state.ts';
import { out, fall, take, told, at, knows } from './carrying.fixture.ts';

describe('[S4] the wounded', () => {
  test('are taken along by those who are told to fall back, and come with them at half the pace', () => {
    let [taken, knew] = [0, 0];
    for (let seed = 1; seed <= 20; seed++) {
      const world = out({}, seed);
      const cause = fall(world, 'Cole');
      told(world, 'Ada', 'fall back', 'mill');
      if (!knows(world)) continue;
      knew++;
      live(world, 90);
      const [up] = all(world, 'carrying/took-up');
      if (up === undefined) continue;
      taken++;
      expect(named(world, up)).toEqual({ actor: 'Ada', target: 'Cole', place: 'field', goal: 'mill' });
      expect(up.because.map(({ id }) => id)).toContain(cause);
      const orders = all(world, 'orders/received').map((event) => event.id);
      for (const { id } of up.because) expect([cause, ...orders]).toContain(id);
      const [down] = all(world, 'carrying/set-down');
      expect([named(world, down)['place'], down.data['why']]).toEqual(['mill', 'there']);
      expect([at(world, 'Ada'), at(world, 'Cole')]).toEqual([where(world, 'mill'), where(world, 'mill')]);
      // 76 m at half of 3.2 m/s, slower as the breath goes, and until they have been set down.
      expect(down.time - up.time).toBeGreaterThan(46);
      expect(down.time - up.time).toBeLessThan(65);
    }
    expect(knew).toBeGreaterThan(15);
    expect(taken).toBeGreaterThan(knew / 3);
  });

  test('are rarely taken up by those who were not told to go, more often kin than others, least by whom they wronged', () => {
    const taken = (ada: string): number => {
      let count = 0;
      for (let seed = 1; seed <= 40; seed++) {
        // With so many others safe at the mill nobody gives ground for one who falls.
        const people = ['Eve', 'Finn', 'Gwen', 'Hal', 'Ivo'].map((name) => `${name}: {at: mill}`).join('\n  ');
        const world = out({ Ada: `at: field, dressings: 0${ada}`, people }, seed);
        fall(world, 'Cole');
        live(world, 15);
        count += all(world, 'carrying/took-up').length > 0 ? 1 : 0;
      }
      return count;
    };
    const [any, kin, wronged] = [taken(''), taken(', ties: {Cole: brother}'), taken(', ties: {Cole: {grudge: high}}')];
    expect(kin).toBeGreaterThan(any);
    expect(wronged).toBeLessThan(any);
  });

  test('are where their carrier is all along, and their carrier neither fires nor helps others', () => {
    const world = out({ people: 'Eve: {at: field, dressings: 0}' });
    fall(world, 'Cole');
    fall(world, 'Eve');
    take(world);
    for (let i = 0; i < 60; i++) {
      live(world, 1);
      expect(at(world, 'Cole')).toBe(at(world, 'Ada'));
    }
    expect(all(world, 'wounds/tended')).toHaveLength(0);
    expect(all(world, 'shooting/opened-fire').filter((event) => named(world, event)['actor'] === 'Ada')).toEqual([]);
    expect(world.of(burden).carrier.raw[who(world, 'Cole')]).toBe(0);
  });

  test('are not taken up by who is hurt too badly to carry, and nobody is carried by two', () => {
    for (const [region, takes] of [
      ['arm', 'grip'],
      ['leg', 'stride'],
      ['leg', 'legs'],
    ] as const) {
      for (let seed = 1; seed <= 6; seed++) {
        const world = out({ Ada: 'at: field, dressings: 0' }, seed);
        fall(world, 'Cole');
        happen(world, wounded, {
          target: who(world, 'Ada'),
          actor: -1,
          place: where(world, 'field'),
          region,
          flow: 10,
          takes,
        });
        told(world, 'Ada', 'fall back', 'mill');
        live(world, 20);
        expect(all(world, 'carrying/took-up')).toHaveLength(0);
      }
    }
    const world = out({ people: 'Eve: {at: field}' });
    fall(world, 'Cole');
    take(world);
    const again = { actor: who(world, 'Eve'), target: who(world, 'Cole'), place: where(world, 'field') };
    expect(happen(world, tookUp, { ...again, goal: where(world, 'mill') })).toBe(0);
  });

  const setDownAfter = (change: (world: World) => void): [unknown, string | undefined, string] => {
    const world = out({});
    fall(world, 'Cole');
    take(world);
    live(world, 4);
    change(world);
    live(world, 3);
    const [down] = all(world, 'carrying/set-down');
    expect(world.of(burden).bears.raw[who(world, 'Ada')]).toBe(0);
    return [down.data['why'], down.because[0].as, said(world, down)];
  };
  const hit = (world: World, takes: 'nothing' | 'feet'): number =>
    happen(world, wounded, {
      target: who(world, 'Ada'),
      actor: -1,
      place: at(world, 'Ada'),
      region: 'leg',
      flow: 10,
      takes,
    });

  test('are set down when their carrier is hit, falls, is pinned or breaks, and when they are dead', () => {
    expect(setDownAfter((world) => hit(world, 'nothing'))).toEqual(['hit', 'interrupted', 'Ada dropped Cole.']);
    expect(setDownAfter((world) => hit(world, 'feet'))[0]).toBe('down');
    expect(setDownAfter((world) => world.of(nerves).suppression.add(who(world, 'Ada'), 9, 1))).toEqual([
      'under fire',
      'interrupted',
      'Ada set Cole down in the field.',
    ]);
    expect(setDownAfter((world) => world.of(nerves).strain.add(who(world, 'Ada'), 9, 1))[0]).toBe('broke');
    const dies = (world: World): number =>
      happen(world, died, {
        actor: who(world, 'Cole'),
        place: at(world, 'Cole'),
        group: band(world, 'mill folk'),
        of: 'wound',
      });
    expect(setDownAfter(dies)).toEqual(['dead', 'reason', "Ada laid down Cole's body."]);
  });

  test('go out of reach with a carrier who gets away', () => {
    const world = out();
    fall(world, 'Cole');
    take(world);
    const group = band(world, 'mill folk');
    const gone = happen(world, gotAway, { actor: who(world, 'Ada'), place: where(world, 'field'), group });
    const [brought] = all(world, 'carrying/brought-away');
    expect(named(world, brought)).toMatchObject({ actor: 'Ada', target: 'Cole' });
    expect(brought.because.map(({ id }) => id)).toContain(gone);
    expect(world.of(position).gone.raw[who(world, 'Cole')]).toBe(1);
    expect(world.of(body).alive.raw[who(world, 'Cole')]).toBe(1);
  });

  /** A band that came through the wood; Dirk lies in a place, and Bram is told to leave from where he is. */
  const leaving = (dirk: string, bram: string, seed: number): World => {
    // With so many others no squad gives ground for one who falls.
    const changes = { band: 'extras: 8, wants: salt, comes: d1 12:10', more: 'stores: {mill: {salt: 90 kg}}' };
    const places = 'cave: {like: cellar}';
    const world = mill({ Ada: 'at: cave', Cole: 'at: cave', places, ...changes, Bram: 'dressings: 0' }, { seed });
    while (all(world, 'raid/came').length === 0) live(world, 60);
    live(world, 2);
    const where_ = world.of(position);
    for (const [name, place] of [
      ['Bram', dirk],
      ['Dirk', dirk],
    ]) {
      where_.at.put(who(world, name), where(world, place));
      where_.bound.put(who(world, name), 0);
    }
    const group = band(world, 'the band');
    happen(world, fell, { actor: who(world, 'Dirk'), place: where(world, dirk), group, from: 'blow' });
    where_.at.put(who(world, 'Bram'), where(world, bram));
    const goal = where(world, 'wood');
    happen(world, received, { actor: who(world, 'Bram'), target: who(world, 'Bram'), goal, task: 'leave' });
    return live(world, 300);
  };

  test('of a band are carried out of the fight by those who were told to leave', () => {
    let brought = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const world = leaving('field', 'field', seed);
      if (all(world, 'carrying/brought-away').length === 0) continue;
      brought++;
      expect(world.of(position).gone.raw[who(world, 'Dirk')]).toBe(1);
    }
    expect(brought).toBeGreaterThan(2);
  });

  test('who lie at the way out are taken along by those who come by it', () => {
    let brought = 0;
    for (let seed = 1; seed <= 12; seed++)
      brought += all(leaving('wood', 'field', seed), 'carrying/brought-away').length;
    expect(brought).toBeGreaterThan(6);
  });
});
