import { describe, expect, test } from 'vitest';
import { leanYard } from '../../../test/lean-yard.fixture.ts';
import type { YardChanges } from '../../../test/lean-yard.fixture.ts';
import { all, band, live, named, where, who } from '../../../test/night.fixture.ts';
import { overhear } from '../../kernel/deliberation.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { tiredness } from '../bodies/sleep.ts';
import { kcalAnHour } from '../needs/metabolism.ts';
import { liveDays } from '../needs/hunger.fixture.ts';
import { lostShare } from '../needs/state.ts';
import { daysLeft } from '../stores/lasting.ts';
import { amountAt } from '../stores/state.ts';
import { cold, fires } from './facts.ts';
import { chill, hearth } from './state.ts';
import { degrees } from './temperature.ts';

const BITTER = 'winter, d1 06:00, bitter frost';
const wooded = (wood: string, changes: YardChanges = {}): World =>
  leanYard({ begin: BITTER, stores: `{hall: {food: 900 kg, ${wood}}}`, ...changes });
const lies = (world: World, good: 'firewood' | 'timber'): number => amountAt(world, where(world, 'hall'), good);
const sum = (world: World, kind: string): number =>
  all(world, kind).reduce((total, { data }) => total + Number(data['amount']), 0);

describe('warmth', () => {
  test('[S15] nights are colder than days, frost than mild weather, and winter than summer', () => {
    const at = (begin: string): number => degrees(wooded('firewood: 9 kg', { begin }));
    expect(at('winter, d1 04:00')).toBeLessThan(at('winter, d1 15:00'));
    expect(at('winter, d1 04:00, bitter frost')).toBeLessThan(-10);
    expect(at('summer, d1 15:00')).toBeGreaterThan(20);
  });

  test('[S11] takes firewood out of the stores to the gram, and timber and furniture when that is gone', () => {
    const world = liveDays(wooded('firewood: 60 kg, timber: 40 kg'), 40);
    const broken = all(world, 'warmth/broke-up');
    expect(broken.map(({ data }) => data['what'])).toContain('timber');
    const burnt = sum(world, 'warmth/lit');
    const timber = broken
      .filter(({ data }) => data['what'] === 'timber')
      .reduce((total, { data }) => total + Number(data['amount']), 0);
    expect(lies(world, 'firewood')).toBe(60_000 + sum(world, 'warmth/broke-up') - burnt);
    expect(lies(world, 'timber')).toBe(40_000 - timber);
    const [out] = all(world, 'warmth/ran-out');
    expect(broken[0].because.map(({ id }) => id)).toEqual([out.id]);
    expect(named(world, broken[0])['actor']).toBe('Ada');
  });

  test('[S11] the old and the small freeze without fires in bitter frost, and not with them', () => {
    const chilled = (wood: string): string[] => {
      const world = liveDays(wooded(wood), 1.5);
      return all(world, 'warmth/chilled').map((event) => named(world, event)['actor']);
    };
    const bare = wooded('firewood: 0 kg');
    bare.of(hearth).furniture.raw.fill(0);
    liveDays(bare, 2);
    expect(all(bare, 'warmth/froze').map((event) => named(bare, event)['actor'])).toEqual(
      expect.arrayContaining(['Osk']),
    );
    for (const name of ['Osk', 'Tilly']) expect(chilled('firewood: 9000 kg')).not.toContain(name);
  });

  test('[S16] who is weak from hunger and old besides dies of it', () => {
    const world = wooded('firewood: 0 kg');
    world.of(hearth).furniture.raw.fill(0);
    const osk = who(world, 'Osk');
    world.of(chill).frail.put(osk, 3);
    liveDays(world, 6);
    const [died] = all(world, 'wounds/died').filter(({ roles }) => roles['actor'] === osk);
    expect(died.data['of']).toBe('cold');
    const behind = died.because.map(({ id }) => world.ruleset.kinds[world.chronicle.kind(id)].kind.id);
    expect(behind).toContain('warmth/froze');
  });

  test('[S11] who is cold uses more and is more tired; it stands about them until they are warm', () => {
    const world = wooded('firewood: 0 kg');
    const ada = who(world, 'Ada');
    const [warmKcal, rested] = [kcalAnHour(world, ada, 1), tiredness(world, ada)];
    world.of(chill).now.raw[ada] = 10;
    world.of(chill).debt.raw[ada] = 100;
    expect(kcalAnHour(world, ada, 1)).toBeCloseTo(1.3 * warmKcal);
    expect(tiredness(world, ada)).toBeGreaterThan(rested);
    live(world, 3600);
    expect(cold.stands(world, ada)[0].clause.complement).toBe('chilled through');
    expect(lostShare(world, ada)).toBeLessThan(0.01);
  });

  test('[S11] fires are kept low where the wood has to last, and that is a reason of what is burnt', () => {
    const world = liveDays(wooded('firewood: 150 kg', { more: 'fires: {yard folk: {cover: 12d}}' }), 3);
    const [change] = all(world, 'warmth/set-fires');
    expect(change.data['to']).not.toBe('full');
    const [lit] = all(world, 'warmth/lit', change.id);
    expect(lit.because.map(({ id }) => id)).toContain(change.id);
    expect(fires.stands(world, band(world, 'yard folk'))[0].because).toEqual([change.id]);
    const other = leanYard(
      { begin: BITTER, stores: '{hall: {food: 900 kg, firewood: 150 kg}}', more: 'fires: {yard folk: {cover: 12d}}' },
      { log: [withhold(muteOf(world, change.id))] },
    );
    expect(sum(liveDays(other, 1), 'warmth/lit')).toBeGreaterThan(Number(lit.data['amount']));
  });

  test('whoever leads can say what else there was to burn', () => {
    const world = wooded('firewood: 0 kg, timber: 90 kg');
    const heard = overhear(world, who(world, 'Ada'), world.time + 36 * 3600);
    const burning = heard.find(({ matter }) => matter.id === 'warmth/break-up')!;
    expect(burning.considered.map(({ id, chosen }) => [id, chosen])).toEqual([
      ['warmth/timber', true],
      ['warmth/furniture', false],
      ['warmth/nothing', false],
    ]);
  });

  test('is provided where the stores tell of no firewood', () => {
    const world = liveDays(leanYard({ begin: BITTER }), 10);
    expect(world.of(chill).debt.raw.every((debt) => debt === 0)).toBe(true);
    expect(all(world, 'warmth/turned')).toEqual([]);
    expect(daysLeft(world, band(world, 'yard folk'), 'firewood')).toBe(Infinity);
  });
});
