import { describe, expect, test } from 'vitest';
import { readScenario } from '@anchorhold/scenario';
import { crowd, leanYard, yardText } from '../../../test/lean-yard.fixture.ts';
import type { YardChanges } from '../../../test/lean-yard.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import { overhear } from '../../kernel/deliberation.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { liveDays } from '../needs/hunger.fixture.ts';
import { vigour } from '../needs/vigour.ts';
import { daysLeft } from '../stores/lasting.ts';
import { amountAt } from '../stores/state.ts';
import { fever } from '../wounds/state.ts';
import { failed } from './events.ts';
import { thirsty } from './facts.ts';
import { source, supply, thirst } from './state.ts';
import { lackShare } from './drinking.ts';

const DAY = 86_400;
const stored = (litres: number, changes: YardChanges = {}): World =>
  leanYard({ stores: `{hall: {food: 900 kg, water: ${litres} l}}`, ...changes });
const water = (world: World): number => amountAt(world, where(world, 'hall'), 'water');
const kinds = (world: World, ids: readonly { readonly id: number }[]): string[] =>
  ids.map(({ id }) => world.ruleset.kinds[world.chronicle.kind(id)].kind.id);

describe('water', () => {
  test('[S1] is fetched from the well and shared out by the day, to the millilitre', () => {
    const world = liveDays(stored(50, { yard: 'water: well' }), 20);
    const sum = (kind: string): number =>
      all(world, kind).reduce((total, { data }) => total + Number(data['amount']), 0);
    expect(water(world)).toBe(50_000 + sum('water/fetched') - sum('water/shared'));
    expect(sum('water/shared')).toBe(4 * 15_000 * 20);
    const [first] = all(world, 'water/fetched');
    expect(named(world, first)).toMatchObject({ group: 'yard folk', place: 'yard', goal: 'hall' });
    expect(said(world, first)).toMatch(/^(Cole|Osk) fetched .+ litres of water from the well\.$/);
    expect(all(world, 'water/parched')).toEqual([]);
  });

  test('[S11] without any people die after three to five days, parched and failing first', () => {
    const world = liveDays(stored(0, { people: crowd(16) }), 7);
    const days = all(world, 'wounds/died').map(({ time }) => (time - 6 * 3600) / DAY);
    expect(all(world, 'wounds/died').every(({ data }) => data['of'] === 'thirst')).toBe(true);
    expect(days).toHaveLength(20);
    expect(Math.min(...days)).toBeGreaterThan(2.5);
    expect(Math.max(...days)).toBeLessThan(5.5);
    for (const kind of ['water/parched', 'water/failing']) expect(all(world, kind)).toHaveLength(20);
    const [out] = all(world, 'water/ran-out');
    expect(all(world, 'water/parched').every(({ because }) => because.some(({ id }) => id === out.id))).toBe(true);
  });

  test('[S11] to drink and no more keeps them on their feet', () => {
    const world = liveDays(stored(100, { more: 'water: {yard folk: {cover: 3d}}' }), 4);
    expect(all(world, 'water/set').map(({ data }) => data['to'])).toEqual(['enough', 'drink']);
    expect(all(world, 'water/parched')).toEqual([]);
    expect(daysLeft(world, band(world, 'yard folk'), 'water')).toBeLessThan(4);
  });

  test('is not told of in old files, and nobody thirsts there', () => {
    const world = liveDays(leanYard(), 10);
    expect(world.of(supply).seat.raw[band(world, 'yard folk')]).toBe(0);
    expect(lackShare(world, who(world, 'Ada'))).toBe(0);
    expect(daysLeft(world, band(world, 'yard folk'), 'water')).toBe(Infinity);
  });

  test('is wanted more in heat and in a fever', () => {
    const lackAfter = (change: (world: World) => void, begin = 'autumn, d1 06:00'): number => {
      const world = stored(0, { begin });
      change(world);
      live(world, 10 * 3600);
      return world.of(thirst).short.raw[who(world, 'Ada')];
    };
    const plain = lackAfter(() => undefined);
    const fevered = lackAfter((world) => {
      world.of(fever).state.raw[who(world, 'Ada')] = 1;
      world.of(fever).turnsAt.raw[who(world, 'Ada')] = 90 * DAY;
    });
    expect(fevered).toBeGreaterThan(1.2 * plain);
    expect(lackAfter(() => undefined, 'summer, d1 06:00')).toBeGreaterThan(plain);
  });

  test('where the well runs dry there is less of it, and that is why; where it does not, there is not', () => {
    const wells = (): World => live(stored(0, { yard: 'water: well' }), 12 * 3600);
    const world = wells();
    const dry = happen(world, failed, { place: where(world, 'yard'), from: 'well', how: 'ran dry' });
    liveDays(world, 2);
    const [change] = all(world, 'water/set');
    expect(change.because.map(({ id }) => id)).toContain(dry);
    expect(all(liveDays(wells(), 2), 'water/set')).toEqual([]);
  });

  test('[S1] is out of reach where a siege cuts people off from it', () => {
    const text = (cut: string): YardChanges => ({
      field: 'water: spring',
      stores: '{hall: {food: 900 kg, water: 90 l}}',
      people: 'Bram: {group: the band}',
      more: `siege: {of: yard folk, by: the band, since: 8d${cut}}`,
    });
    const world = (cut: string): World =>
      liveDays(
        leanYard({
          ...text(cut),
          places: 'wood: {like: wood, next to: field, metres: {field: 900}}',
          groups: 'the band: {at: wood, leader: Bram, hostile to: yard folk}',
        }),
        5,
      );
    expect(all(world(''), 'water/fetched').length).toBeGreaterThan(2);
    const cut = world(', cut off from: [field]');
    expect(all(cut, 'water/fetched')).toEqual([]);
    expect(kinds(cut, all(cut, 'water/set')[0].because)).toContain('siege/cut-off');
  });

  test('rain fills butts, and nothing else does', () => {
    const world = liveDays(
      leanYard({ begin: 'autumn, d1 06:00', shed: 'water: {from: rain butts, has: 0 l, roof: 40}' }),
      30,
    );
    const rained = all(world, 'water/rained').reduce((sum, { data }) => sum + Number(data['amount']), 0);
    const drawn = all(world, 'water/fetched').reduce((sum, { data }) => sum + Number(data['amount']), 0);
    expect(drawn + world.of(source).has.raw[where(world, 'shed')]).toBeLessThanOrEqual(rained * 40_000);
    expect(drawn).toBeGreaterThan(100_000);
  });

  test('[S11] thirst leaves less work in people, stands about them, and is slaked', () => {
    const at = 3 * DAY;
    const log = [{ at, command: 'set stock', value: { in: 'hall', good: 'water', to: 900_000 } }];
    const world = leanYard({ stores: '{hall: {food: 900 kg, water: 0 l}}' }, { log });
    const ada = who(world, 'Ada');
    const before = vigour(live(world, 3600), ada);
    live(world, 2 * DAY);
    expect(vigour(world, ada)).toBeLessThan(0.75 * before);
    expect(thirsty.stands(world, ada)[0].clause.complement).toBe('parched');
    live(world, 2 * DAY);
    const slaked = all(world, 'water/slaked').filter(({ roles }) => roles['actor'] === ada);
    expect(kinds(world, slaked[0].because)).toEqual(['water/shared']);
    expect(thirsty.stands(world, ada)).toEqual([]);
  });

  test('whoever leads can say why it was not more: it would not have lasted', () => {
    const world = stored(200);
    const [heard] = overhear(world, who(world, 'Ada'), world.time + 4 * 3600).filter(
      ({ matter }) => matter.id === 'water/set',
    );
    const [plenty] = heard.considered;
    expect([plenty.id, plenty.chosen, plenty.score]).toEqual([
      'water/plenty',
      false,
      { by: 'measure', reached: 3, needed: 7 },
    ]);
    expect(heard.considered.filter(({ chosen }) => chosen)).toHaveLength(1);
  });
});

test('odd water is found: more than a source holds, out of reach, and what says nothing', () => {
  const codes = (changes: YardChanges): string[] => {
    const { setup, remarks } = readScenario(yardText(changes), { file: 'test.yaml', parts: ruleset.sections });
    return [...remarks, ...(setup === null ? [] : checkSetup(ruleset, setup))].map((remark) => remark.code);
  };
  expect(codes({ yard: 'water: well' })).toEqual([]);
  expect(codes({ yard: 'water: {from: cistern, holds: 90 l, has: 200 l}' })).toEqual(['overfull']);
  expect(codes({ yard: 'water: {from: cistern, yields: 90 l}' })).toEqual(['only-rain']);
  expect(codes({ more: 'water: {yard folk: {cover: 3d}}' })).toEqual(['no-water']);
  expect(codes({ places: 'isle: {like: field, water: spring}' })).toContain('out-of-reach');
});
