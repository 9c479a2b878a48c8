import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, clash, happen, live, where, who } from '../../../test/night.fixture.ts';
import type { World } from '../../kernel/world.ts';
import { GOODS, amountAt, load } from './state.ts';
import { fell } from '../wounds/system.ts';
import { FILL_SECONDS, beganLoading, dropped, took } from './events.ts';
import { LOAD_GRAMS } from './system.ts';

const STORES: MillChanges = {
  Bram: 'at: mill',
  Ada: 'at: isle',
  Cole: 'at: isle',
  places: 'isle: {like: cellar}',
  more: 'stores: {mill: {salt: 60 kg, rounds: 10}}',
};
const loads = (world: World, name: string): number => world.of(load).amount.raw[who(world, name)];
const begins = (world: World, name: string): number =>
  happen(world, beganLoading, { actor: who(world, name), place: where(world, 'mill'), good: 'salt' });

describe('stores', () => {
  test('hold what the scenario says, in grams or pieces', () => {
    const world = mill(STORES);
    expect(amountAt(world, where(world, 'mill'), 'salt')).toBe(60_000);
    expect(amountAt(world, where(world, 'mill'), 'rounds')).toBe(10);
    expect(amountAt(world, where(world, 'wood'), 'salt')).toBe(0);
  });

  test('are carried off a sackful at a time, after the time that filling takes', () => {
    const world = mill(STORES);
    clash(world, 'the band');
    const start = world.time;
    const began = begins(world, 'Bram');
    live(world, FILL_SECONDS - 1);
    expect(loads(world, 'Bram')).toBe(0);
    live(world, 2);
    const [event] = all(world, 'stores/took');
    expect(event.time - start).toBe(FILL_SECONDS);
    expect(event.because.map((cause) => cause.id)).toEqual([began]);
    expect([event.data['good'], event.data['amount']]).toEqual(['salt', LOAD_GRAMS]);
    expect(loads(world, 'Bram')).toBe(LOAD_GRAMS);
    expect(amountAt(world, where(world, 'mill'), 'salt')).toBe(60_000 - LOAD_GRAMS);
  });

  test('give no more than they hold', () => {
    const world = mill({ ...STORES, more: 'stores: {mill: {salt: 10 kg}}' });
    clash(world, 'the band');
    begins(world, 'Bram');
    live(world, 60);
    expect(loads(world, 'Bram')).toBe(10_000);
    expect(begins(world, 'Bram')).toBe(0);
    const [actor, place] = [who(world, 'Bram'), where(world, 'mill')];
    expect(happen(world, took, { actor, place, good: 'salt', amount: 1 })).toBe(0);
  });

  test('two who fill at once take turns at the last of it', () => {
    const world = mill({ ...STORES, Dirk: 'at: mill', more: 'stores: {mill: {salt: 40 kg}}' });
    clash(world, 'the band');
    begins(world, 'Bram');
    begins(world, 'Dirk');
    live(world, 60);
    expect(loads(world, 'Bram') + loads(world, 'Dirk')).toBe(40_000);
    expect(amountAt(world, where(world, 'mill'), 'salt')).toBe(0);
  });

  test('a sack is dropped where its bearer falls, and can be taken up again', () => {
    const world = mill(STORES);
    clash(world, 'the band');
    begins(world, 'Bram');
    live(world, 60);
    const [actor, place, group] = [who(world, 'Bram'), where(world, 'mill'), band(world, 'the band')];
    const before = amountAt(world, place, 'salt');
    happen(world, fell, { actor, place, group, from: 'blow' });
    live(world, 1);
    expect(all(world, 'stores/dropped').map((event) => event.data['amount'])).toEqual([LOAD_GRAMS]);
    expect(amountAt(world, place, 'salt') + loads(world, 'Bram')).toBe(before + LOAD_GRAMS);
    expect(happen(world, dropped, { actor, place, good: 'salt', amount: LOAD_GRAMS })).toBe(0);
  });

  test('somebody who falls while filling takes nothing', () => {
    const world = mill(STORES);
    clash(world, 'the band');
    begins(world, 'Bram');
    live(world, 10);
    happen(world, fell, {
      actor: who(world, 'Bram'),
      place: where(world, 'mill'),
      group: band(world, 'the band'),
      from: 'blow',
    });
    live(world, 120);
    expect(all(world, 'stores/took')).toHaveLength(0);
    expect(amountAt(world, where(world, 'mill'), 'salt')).toBe(60_000);
  });

  test('the author can set what lies where', () => {
    const value = { in: 'mill', good: 'salt', to: 5000 };
    const world = mill(STORES, { log: [{ at: 12 * 3600 + 5, command: 'set stock', value }] });
    live(world, 10);
    expect(amountAt(world, where(world, 'mill'), 'salt')).toBe(5000);
  });

  describe('the author can move what lies somewhere', () => {
    const NOON = 12 * 3600;
    const moving = (value: object, more = 'stores: {mill: {salt: 60 kg, rounds: 10}, wood: {salt: 1 kg}}'): World =>
      mill({ ...STORES, more }, { log: [{ at: NOON + 5, command: 'move stock', value }] });
    const salt = (world: World): number[] => ['mill', 'wood'].map((at) => amountAt(world, where(world, at), 'salt'));
    const why = (value: object): string | null => {
      const world = moving(value);
      const { refuse } = world.ruleset.commands.find(({ id }) => id === 'move stock')!;
      return (refuse as (world: World, value: object) => string | null)(world, value);
    };
    const some = { good: 'salt', amount: 20_000, from: 'mill', to: 'wood' };

    test('so much of it, from then on, and nothing is made or lost', () => {
      const world = moving(some);
      live(world, 4);
      expect(salt(world)).toEqual([60_000, 1_000]);
      live(world, 2);
      expect(salt(world)).toEqual([40_000, 21_000]);
      expect(amountAt(world, where(world, 'mill'), 'rounds')).toBe(10);
      expect(why(some)).toBeNull();
    });

    test('never more than is there, nor more than a place can hold', () => {
      expect(salt(live(moving({ ...some, amount: 70_000 }), 6))).toEqual([0, 61_000]);
      expect(why({ ...some, amount: 70_000 })).toBe('mill holds 60 kg of salt by then, not 70 kg of salt.');
      expect(why({ ...some, good: 'rounds', amount: 11 })).toBe('mill holds 10 rounds by then, not 11 rounds.');
      expect(why({ ...some, good: 'fuel' })).toBe('mill holds no fuel by then, not 20 kg of fuel.');
      const full = live(moving({ ...some }, 'stores: {mill: {salt: 60 kg}, wood: {salt: 1999999 kg}}'), 6);
      expect(salt(full)).toEqual([59_000, 2_000_000_000]);
    });

    test('not to where it lies already', () => {
      expect(why({ ...some, to: 'mill' })).toBe('It lies in mill already.');
      expect(salt(live(moving({ ...some, to: 'mill' }), 6))).toEqual([60_000, 1_000]);
    });
  });

  test('“most is left” counts three quarters of what there was', () => {
    const left = (to: number): unknown => {
      const value = { in: 'mill', good: 'salt', to };
      const world = live(mill(STORES, { log: [{ at: 12 * 3600 + 5, command: 'set stock', value }] }), 10);
      const condition = world.ruleset.conditions.find((each) => each.pattern.startsWith('most is left'))!;
      return condition.truth(world, { places: 'mill' });
    };
    expect(left(60_000)).toBe(true);
    expect(left(45_000)).toBe(true);
    expect(left(44_000)).toBe(false);
  });

  test('every good has a row in every place', () => {
    const world = mill(STORES);
    for (const good of GOODS) expect(amountAt(world, where(world, 'isle'), good)).toBe(0);
  });
});
