import { describe, expect, test } from 'vitest';
import { leanYard } from '../../../test/lean-yard.fixture.ts';
import type { YardChanges } from '../../../test/lean-yard.fixture.ts';
import { all, band, named, said, where } from '../../../test/night.fixture.ts';
import { setupFrom } from '../../../test/night.fixture.ts';
import { yardText } from '../../../test/lean-yard.fixture.ts';
import { checkSetup } from '../../kernel/create.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { liveDays } from '../needs/hunger.fixture.ts';
import { nourishment } from '../needs/state.ts';
import { amountAt } from '../stores/state.ts';
import { labour } from '../work/state.ts';
import { gramsAnHour } from './felling.ts';
import { hearth, stand } from './state.ts';

const FOLK = ['Pell', 'Quin', 'Rook', 'Sib', 'Tam', 'Ulf', 'Vane'].map((name) => `${name}: {}`).join('\n  ');
/** Eleven people in a cold winter, a wood so many metres off, and hardly any firewood. */
const wooded = (metres: number, changes: YardChanges = {}): World =>
  leanYard({
    begin: 'winter, d1 06:00, cold',
    places: `copse: {like: wood, next to: field, metres: {field: ${metres}}}`,
    stores: '{hall: {food: 1900 kg, firewood: 30 kg, timber: 60 kg}}',
    people: FOLK,
    ...changes,
  });
const sum = (world: World, kind: string): number =>
  all(world, kind).reduce((total, { data }) => total + Number(data['amount']), 0);

describe('firewood', () => {
  test('is cut by those who are set to it, brought home once a day, and lacking in the wood to the gram', () => {
    const before = wooded(100);
    const world = liveDays(before.fork(), 6);
    const cuts = all(world, 'warmth/cut');
    const days = cuts.map(({ time }) => Math.floor(time / 86_400));
    expect(days.length).toBeGreaterThan(3);
    expect(new Set(days).size).toBe(days.length);
    expect(named(world, cuts[0])).toMatchObject({ group: 'yard folk', place: 'copse', goal: 'hall' });
    expect(said(world, cuts[0])).toMatch(/ cut .+ kilos of firewood in the copse\.$/);
    const copse = where(world, 'copse');
    expect(world.of(stand).left.raw[copse]).toBe(before.of(stand).left.raw[copse] - sum(world, 'warmth/cut'));
    expect(amountAt(world, where(world, 'hall'), 'firewood')).toBe(
      30_000 + sum(world, 'warmth/cut') + sum(world, 'warmth/broke-up') - sum(world, 'warmth/lit'),
    );
    expect(all(world, 'warmth/ran-out')).toEqual([]);
    expect(all(liveDays(wooded(100, { places: '' }), 6), 'warmth/ran-out')).toHaveLength(1);
  });

  test('is less the farther the wood is, and the weaker those are who cut it; none where it is out of the way', () => {
    const got = (metres: number, change: (world: World) => void = () => undefined): number => {
      const world = wooded(metres);
      change(world);
      return sum(liveDays(world, 1), 'warmth/cut') / Number(all(world, 'warmth/cut')[0]?.data['people'] ?? 1);
    };
    const [near, away] = [got(60), got(900)];
    expect(away).toBeLessThan(0.75 * near);
    expect(away).toBeGreaterThan(0);
    expect(got(1500)).toBe(0);
    expect(got(60, (world) => world.of(nourishment).intake.raw.fill(0))).toBeLessThan(0.9 * near);
    const world = wooded(60);
    const one = gramsAnHour(world, band(world, 'yard folk'), where(world, 'copse'));
    expect(near).toBeLessThanOrEqual(7 * one);
    // A bundle of 25 kg takes some 17 minutes to cut and 5 to carry.
    expect(one / 1000).toBeGreaterThan(55);
    expect(one / 1000).toBeLessThan(80);
  });

  test('is cut because it is cold and the fires took what there was, and by whoever was set to it', () => {
    const world = liveDays(wooded(100), 4);
    const cuts = all(world, 'warmth/cut');
    const kinds = cuts.at(-1)!.because.map(({ id }) => world.ruleset.kinds[world.chronicle.kind(id)].kind.id);
    expect(kinds).toContain('warmth/lit');
    expect(kinds.some((kind) => kind === 'warmth/turned' || kind === 'warmth/drew-in')).toBe(true);
    const idle = wooded(100);
    idle.of(labour).grade.raw.fill(0);
    expect(all(liveDays(idle, 2), 'warmth/cut')).toEqual([]);
  });

  test('is enough where it lasts as long as it has to', () => {
    const world = wooded(100, { stores: '{hall: {food: 1900 kg, firewood: 9000 kg}}' });
    expect(all(liveDays(world, 3), 'warmth/cut')).toEqual([]);
    expect(world.of(hearth).toil.raw[band(world, 'yard folk')]).toBe(0);
  });
});

test('a scenario is told of wood that says nothing', () => {
  const codes = (text: string): string[] => checkSetup(ruleset, setupFrom(text)).map(({ code }) => code);
  const places = 'copse: {like: wood, firewood: 900 kg, next to: field}';
  expect(codes(yardText({ places, stores: '{hall: {food: 90 kg, firewood: 0 kg}}' }))).toEqual([]);
  expect(codes(yardText({ places }))).toContain('no-firewood');
});
