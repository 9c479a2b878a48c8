import { describe, expect, test, vi } from 'vitest';
import { all, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { mill } from '../../../test/mill.fixture.ts';
import { findClaim, claim } from '../../kernel/beliefs.ts';
import { SCENE, closeBubble, enterBubble, openBubble } from '../../kernel/bubbles.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { DAY, sickHouse, survivors } from './days.fixture.ts';
import { BLOOD_ML, able, hasFallen, vitals, wound } from './state.ts';
import { dressed, weakened } from './system.ts';
import { BARE, hurt, lost } from './wounds.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Ada is hit; the weeks go by, with the others busy elsewhere. */
const AWAY = { ...BARE, Cole: 'dressings: 0, at: isle', places: 'isle: {like: cellar}', Ada: 'dressings: 0' };
const isDown = (world: World, name: string): boolean => world.of(body).down.raw[who(world, name)] === 1;

describe('blood that was lost', () => {
  test('comes back: its volume within two days, the rest over weeks, and never more than there was', () => {
    const world = mill(AWAY);
    hurt(world, 'Ada', 20, 'arm');
    live(world, 6 * 3600);
    const missing = lost(world, 'Ada');
    expect(missing).toBeGreaterThan(150);
    for (let day = 0; day < 40; day++) {
      live(world, DAY);
      expect(lost(world, 'Ada')).toBeGreaterThanOrEqual(0);
      expect(world.of(vitals).thin.raw[who(world, 'Ada')]).toBeGreaterThanOrEqual(0);
      if (day === 1) {
        expect(lost(world, 'Ada')).toBeLessThan(0.15 * missing);
        expect(world.of(vitals).thin.raw[who(world, 'Ada')]).toBeGreaterThan(0.8 * missing);
      }
    }
    expect(lost(world, 'Ada')).toBe(0);
    expect(world.of(vitals).thin.raw[who(world, 'Ada')]).toBeLessThan(0.2 * missing);
  });

  test('comes back the same, however finely the hours are lived', () => {
    const after = (fine: boolean): number => {
      const world = mill(AWAY);
      hurt(world, 'Ada', 20, 'arm');
      live(world, 5 * 3600);
      const scene = fine ? openBubble(world, SCENE) : -1;
      if (fine) enterBubble(world, who(world, 'Ada'), scene);
      live(world, 10 * 3600);
      if (fine) closeBubble(world, scene);
      live(world, 3600);
      return lost(world, 'Ada');
    };
    expect(after(false)).toBeGreaterThan(50);
    expect(after(true)).toBeCloseTo(after(false), 1);
  });

  test('makes faint until there is enough of it again', () => {
    const world = mill(AWAY);
    hurt(world, 'Ada', 10, 'arm');
    const because = happen(world, weakened, { actor: who(world, 'Ada'), place: where(world, 'mill') });
    world.of(vitals).lost.put(who(world, 'Ada'), 0.31 * BLOOD_ML);
    world.of(vitals).thin.put(who(world, 'Ada'), 0.31 * BLOOD_ML);
    live(world, DAY);
    expect(world.of(able).faint.raw[who(world, 'Ada')]).toBe(1);
    live(world, 9 * DAY);
    const [strong] = all(world, 'wounds/got-strong');
    expect(strong!.because.map(({ id }) => id)).toEqual([because]);
    expect(world.of(able).faint.raw[who(world, 'Ada')]).toBe(0);
  });
});

describe('in the weeks after', () => {
  test('[S10] nobody stays down for ever, and every wound of those who live closes', () => {
    for (const nursed of [false, true]) {
      const world = sickHouse({ nursed, seed: 3 });
      const lay = survivors(world).filter((each) => world.of(body).down.raw[each.who] === 1);
      expect(lay.length).toBeGreaterThan(10);
      live(world, 100 * DAY);
      for (const { who: whom } of survivors(world)) {
        expect(world.of(body).down.raw[whom]).toBe(0);
        expect(world.of(vitals).open.raw[whom]).toBe(0);
      }
      const rose = all(world, 'wounds/got-up').map((event) => event.roles['actor']);
      for (const each of lay) {
        if (world.of(body).alive.raw[each.who] === 1) expect(rose).toContain(each.who);
      }
    }
  });

  test('somebody who was felled gets up after hours or days; those beside them know it', () => {
    const world = mill({ Cole: 'dressings: 0' });
    hurt(world, 'Ada', 8, 'leg', 'feet');
    const fell = all(world, 'wounds/fell')[0]!;
    expect(findClaim(world, who(world, 'Cole'), hasFallen, who(world, 'Ada'))).toBeGreaterThanOrEqual(0);
    world.of(wound).foulLuck.put(0, 1);
    live(world, 7 * 3600);
    expect(isDown(world, 'Ada')).toBe(true);
    live(world, 10 * DAY);
    const rose = all(world, 'wounds/got-up')[0]!;
    expect(rose.because[0]!.id).toBe(fell.id);
    expect(isDown(world, 'Ada')).toBe(false);
    const row = findClaim(world, who(world, 'Cole'), hasFallen, who(world, 'Ada'));
    expect(world.of(claim).polarity.raw[row]).toBe(0);
  });

  test('a graze closes within three weeks, a grave wound takes longer, and an undressed one longest', () => {
    const daysToClose = (region: 'arm' | 'belly', dress: boolean): number => {
      const world = mill({ Ada: 'dressings: 1', Cole: 'dressings: 0, at: isle', places: 'isle: {like: cellar}' });
      world.of(body).care.put(who(world, 'Cole'), 0);
      const start = world.time;
      hurt(world, 'Ada', 10, region);
      const [actor, place] = [who(world, 'Ada'), where(world, 'mill')];
      if (dress) happen(world, dressed, { actor, target: actor, place, how: 'bandage' });
      else world.of(body).dressings.put(actor, 0);
      world.of(wound).foulLuck.put(0, 1);
      live(world, 90 * DAY);
      return (all(world, 'wounds/healed')[0]!.time - start) / DAY;
    };
    expect(daysToClose('arm', true)).toBeGreaterThan(7.9);
    expect(daysToClose('arm', true)).toBeLessThan(17);
    expect(daysToClose('belly', true)).toBeGreaterThan(27.9);
    expect(daysToClose('belly', false)).toBeGreaterThan(1.3 * daysToClose('belly', true));
  });

  test('[S16] what a wound took from arm or leg comes back when it closes, or never does', () => {
    let [back, lasting] = [0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const world = mill(AWAY, { seed });
      hurt(world, 'Ada', 9, 'arm', 'grip');
      world.of(wound).foulLuck.put(0, 1);
      live(world, 60 * DAY);
      const healed = all(world, 'wounds/healed')[0]!;
      const [use] = [...all(world, 'wounds/regained'), ...all(world, 'wounds/maimed')];
      expect(use!.because.map(({ id }) => id)).toEqual([healed.id]);
      const arms = world.of(able).arms.raw[who(world, 'Ada')];
      if (use!.kind === 'wounds/maimed') lasting++;
      else back++;
      expect(arms).toBe(use!.kind === 'wounds/maimed' ? 2 : 0);
    }
    expect(back).toBeGreaterThan(10);
    expect(lasting).toBeGreaterThan(4);
  });

  test('[S10] a fever comes of the wound and kills, or breaks; a nurse is named where she made the difference', () => {
    const world = sickHouse({ nursed: true, seed: 2 });
    live(world, 25 * DAY);
    const wounds = new Set(all(world, 'wounds/wounded').map(({ id }) => id));
    const fevers = all(world, 'wounds/fevered');
    const broke = all(world, 'wounds/fever-broke');
    const died = all(world, 'wounds/died').filter((event) => event.data['of'] === 'fever');
    expect(fevers).toHaveLength(broke.length + died.length);
    for (const event of fevers) expect(event.because.every(({ id }) => wounds.has(id))).toBe(true);
    for (const event of [...broke, ...died]) {
      const cause = fevers.find(({ id }) => id === event.because[0]!.id)!;
      expect(named(world, cause)['actor']).toBe(named(world, event)['actor']);
      expect(event.time - cause.time).toBeGreaterThanOrEqual(3 * DAY);
      expect(event.time - cause.time).toBeLessThanOrEqual(9 * DAY + 3600);
    }
    const thanks = broke.filter((event) => event.because.length === 2);
    expect(thanks.length).toBeGreaterThan(3);
    expect(thanks.length).toBeLessThan(broke.length);
    for (const event of thanks) {
      const took = all(world, 'infirmary/took-in-hand').find(({ id }) => id === event.because[1]!.id)!;
      expect(named(world, took)['target']).toBe(named(world, event)['actor']);
    }
    for (const event of died) expect(said(world, event)).toMatch(/died of wound fever/);
  });

  test('a fever that is withheld comes no more: the wound has had its turn', () => {
    const begun = (): World => {
      const world = mill(AWAY);
      hurt(world, 'Ada', 9, 'belly');
      world.of(wound).foulLuck.put(0, 0);
      return world;
    };
    const whole = live(begun(), 20 * DAY);
    const [fevered, ...more] = all(whole, 'wounds/fevered');
    expect(more).toEqual([]);
    const without = begun().fork({ log: [withhold(muteOf(whole, fevered!.id))] });
    live(without, 20 * DAY);
    expect(all(without, 'wounds/fevered')).toEqual([]);
  });

  test('a second wound in a clash is reckoned from when it was made', () => {
    const world = mill(AWAY);
    hurt(world, 'Ada', 8, 'arm');
    live(world, 5 * DAY + 1800);
    clash(world, 'the band');
    const before = lost(world, 'Ada');
    hurt(world, 'Ada', 60, 'leg');
    live(world, 60);
    expect(lost(world, 'Ada') - before).toBeGreaterThan(50);
    expect(lost(world, 'Ada') - before).toBeLessThan(61);
  });
});
