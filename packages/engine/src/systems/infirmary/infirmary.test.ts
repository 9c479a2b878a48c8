import { describe, expect, test, vi } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { position } from '../places/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { hasFallen, wound } from '../wounds/state.ts';
import { fell } from '../wounds/system.ts';
import { hurt } from '../wounds/wounds.fixture.ts';

vi.setConfig({ testTimeout: 60_000 });
const DAY = 86_400;

/** Ada leads at the mill; Cole has charge of the infirmary in the cellar, Eve and Finn can carry. The band is far away. */
const HOUSE: MillChanges = {
  Ada: 'dressings: 0',
  Cole: 'dressings: 2, office: infirmary, skills: {care: good}',
  people: 'Eve: {dressings: 0, skills: {care: fine}}\n  Finn: {dressings: 0, skills: {care: none}}',
  folk: 'infirmary: sick room',
  places: 'sick room: {like: cellar, next to: mill}',
};
const house = (changes: MillChanges = {}): World => mill({ ...HOUSE, ...changes });
const at = (world: World, name: string): string => world.keyOf(place, world.of(position).at.raw[who(world, name)]);

describe('after a fight', () => {
  test('[S10] who cannot walk is carried to the infirmary, by whoever is beside them or knows where they lie', () => {
    const world = house();
    const lies = hurt(world, 'Finn', 8, 'belly', 'feet');
    world.of(position).at.put(who(world, 'Finn'), where(world, 'field'));
    const source = all(world, 'wounds/fell')[0]!.id;
    believe(world, who(world, 'Eve'), hasFallen, who(world, 'Finn'), {
      place: where(world, 'field'),
      confidence: 1,
      source,
    });
    live(world, 2 * 3600);
    const [brought, ...more] = all(world, 'infirmary/brought-in');
    expect(more).toEqual([]);
    expect(named(world, brought!)).toMatchObject({ target: 'Finn', place: 'field', goal: 'sick room' });
    expect(brought!.because.map(({ id }) => id)).toContain(source);
    expect(lies).toBeLessThan(source);
    expect(at(world, 'Finn')).toBe('sick room');
    expect(said(world, brought!)).toBe('Finn was carried to the sick room.');
  });

  test('nobody is carried while there is fighting, nor so soon after it that nobody has come to themselves', () => {
    const world = house();
    hurt(world, 'Finn', 8, 'belly', 'feet');
    world.of(campaign).state.put(band(world, 'mill folk'), 1);
    live(world, 5 * 3600);
    expect(all(world, 'infirmary/brought-in')).toEqual([]);
    const id = happen(world, fell, {
      actor: who(world, 'Dirk'),
      place: where(world, 'wood'),
      group: band(world, 'the band'),
      from: 'blow',
    });
    world.of(campaign).state.put(band(world, 'mill folk'), 2);
    world.of(campaign).endedBy.put(band(world, 'mill folk'), id);
    live(world, 2 * 3600);
    expect(all(world, 'infirmary/brought-in')).toEqual([]);
    live(world, 2 * 3600);
    expect(all(world, 'infirmary/brought-in')).toHaveLength(1);
  });

  test('by day an enemy is come upon who was left lying, brought in, and cared for like the others', () => {
    const world = house();
    hurt(world, 'Dirk', 8, 'belly', 'feet');
    world.of(position).at.put(who(world, 'Dirk'), where(world, 'yard'));
    world.of(position).gone.put(who(world, 'Bram'), 1);
    live(world, 3 * DAY);
    const [found] = all(world, 'captivity/found');
    expect(named(world, found!)['target']).toBe('Dirk');
    expect(at(world, 'Dirk')).toBe('sick room');
    expect(all(world, 'infirmary/took-in-hand').map((event) => named(world, event)['target'])).toContain('Dirk');
  });
});

describe('the daily round', () => {
  const patients = (world: World): void => {
    hurt(world, 'Finn', 8, 'arm');
    hurt(world, 'Ada', 8, 'belly');
    hurt(world, 'Eve', 8, 'chest', 'feet');
  };

  test('[S10] whoever has charge of it sees to the worst first, and dressings are used up', () => {
    const world = house();
    patients(world);
    live(world, 24 * 3600);
    const dressed = all(world, 'infirmary/dressed').map((event) => named(world, event));
    expect(dressed.map(({ actor, target }) => [actor, target])).toEqual([
      ['Cole', 'Eve'],
      ['Cole', 'Ada'],
    ]);
    expect(world.of(body).dressings.raw[who(world, 'Cole')]).toBe(0);
    const [out, ...more] = all(world, 'infirmary/ran-out');
    expect(more).toEqual([]);
    expect(out!.because.map(({ id }) => id)).toEqual(
      all(world, 'wounds/wounded')
        .slice(0, 1)
        .map(({ id }) => id),
    );
  });

  test('[S10] dressings come from the stores where nobody has any, not one more than there are', () => {
    const world = house({ Cole: 'dressings: 0, office: infirmary', more: 'stores: {sick room: {dressings: 2}}' });
    patients(world);
    live(world, 24 * 3600);
    const dressed = all(world, 'infirmary/dressed');
    expect(dressed.map((event) => named(world, event)['store'])).toEqual(['sick room', 'sick room']);
    expect(world.of(stock).amount.raw[stockRow(where(world, 'sick room'), 'dressings')]).toBe(0);
    live(world, 20 * DAY);
    expect(all(world, 'infirmary/dressed')).toHaveLength(2);
  });

  test('the best in care stands in for somebody in charge who cannot, and says so once a patient', () => {
    const world = house();
    hurt(world, 'Cole', 8, 'leg', 'feet');
    hurt(world, 'Ada', 8, 'belly');
    world.of(wound).foulLuck.put(0, 1);
    world.of(wound).foulLuck.put(1, 1);
    live(world, DAY);
    expect(all(world, 'infirmary/took-in-hand').map((event) => named(world, event)['actor'])).toEqual(['Eve', 'Eve']);
    const before = world.chronicle.length;
    live(world, 20 * 3600);
    expect(all(world, 'infirmary/took-in-hand', before)).toEqual([]);
  });

  test('nobody makes a round while there is fighting', () => {
    const dressedBy = (fighting: boolean): number => {
      const world = house({ begin: 'summer, d1 09:00' });
      patients(world);
      if (fighting) world.of(campaign).state.put(band(world, 'mill folk'), 1);
      live(world, 5 * 3600);
      return all(world, 'infirmary/dressed').length;
    };
    expect(dressedBy(true)).toBe(0);
    expect(dressedBy(false)).toBe(2);
  });
});
