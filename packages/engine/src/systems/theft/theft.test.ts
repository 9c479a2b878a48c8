import { beforeAll, describe, expect, test } from 'vitest';
import { crowd, leanYard } from '../../../test/lean-yard.fixture.ts';
import { all, band, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { findClaim } from '../../kernel/beliefs.ts';
import type { World } from '../../kernel/world.ts';
import { liveDays } from '../needs/hunger.fixture.ts';
import { nourishment } from '../needs/state.ts';
import { fullGrams } from '../rations/shares.ts';
import { caught, judged, stole } from './events.ts';
import { thieving } from './facts.ts';
import { hoard, isThief } from './state.ts';
import { chanceToSteal } from './tempted.ts';

const LEAN = { people: crowd(10), stores: '{hall: {food: 400 kg}}', more: 'rations: {yard folk: {cover: 90d}}' };
let weeks: World;
beforeAll(() => {
  weeks = liveDays(leanYard(LEAN, { seed: 3 }), 60);
});
const kinds = (world: World, ids: readonly { readonly id: number }[]): string[] =>
  ids.map(({ id }) => world.ruleset.kinds[world.chronicle.kind(id)].kind.id);

describe('a theft', () => {
  test('[S11] is a hungry person’s, by night, because of short rations or hunger', () => {
    const thefts = all(weeks, 'theft/stole');
    expect(thefts.length).toBeGreaterThan(3);
    for (const each of thefts) {
      expect((each.time % 86_400) / 3600).toBe(2);
      expect(kinds(weeks, each.because).every((kind) => /^(needs|rations|theft)[/]/.test(kind))).toBe(true);
      expect(each.because.length).toBeGreaterThan(0);
    }
    expect(
      all(liveDays(leanYard({ ...LEAN, stores: '{hall: {food: 9000 kg}}' }, { seed: 3 }), 40), 'theft/stole'),
    ).toEqual([]);
  });

  test('comes easier to the bitter than to the just, and less to whoever was named for it', () => {
    const world = liveDays(leanYard(LEAN), 2);
    const { level } = world.of(nourishment);
    level.raw.fill(1);
    const chance = (name: string): number => chanceToSteal(world, who(world, name));
    expect(chance('Pell')).toBeGreaterThan(5 * chance('Tam'));
    expect(chance('Ada')).toBe(0);
    const before = chance('Pell');
    world.of(hoard).times.raw[who(world, 'Pell')] = 1;
    expect(chance('Pell')).toBeLessThan(0.5 * before);
  });

  test('[S11] what is taken is hidden, eaten, given back or still there, to the gram', () => {
    const sum = (kind: string): number =>
      all(weeks, kind).reduce((total, { data }) => total + Number(data['amount']), 0);
    const hidden = weeks.of(hoard).grams.raw.reduce((total, grams) => total + grams, 0);
    expect(sum('theft/stole')).toBe(sum('theft/ate') + sum('theft/caught') + sum('theft/uncovered') + hidden);
    expect(sum('theft/ate')).toBeGreaterThan(0);
  });

  test('[S11] shows at the count, which states it; the keeper suspects somebody, and things are gone through', () => {
    const [missed] = all(weeks, 'theft/missed');
    expect(named(weeks, missed)['actor']).toBe('Cole');
    expect(kinds(weeks, missed.because)).toEqual(expect.arrayContaining(['theft/stole', 'rations/reckoned']));
    const suspect = missed.roles['suspect'];
    expect(findClaim(weeks, who(weeks, 'Cole'), isThief, suspect)).toBeGreaterThanOrEqual(0);
    const [searched] = all(weeks, 'theft/searched', missed.id);
    expect(searched.because.map(({ id }) => id)).toContain(missed.id);
  });

  test('who is caught is named before everybody, who then hold it of them; the second time they get less', () => {
    const world = live(leanYard({ ...LEAN, stores: '{hall: {food: 900 kg}}', more: '' }), 3 * 3600);
    const [actor, target, place] = [who(world, 'Tilly'), who(world, 'Pell'), where(world, 'hall')];
    const good = 'food';
    const full = fullGrams(world, band(world, 'yard folk'), target);
    happen(world, stole, { actor: target, place, good, amount: 900, how: 'by night' });
    const by = happen(world, caught, { actor, target, place, good, amount: 900 });
    live(world, 3 * 3600);
    const [named1] = all(world, 'theft/judged');
    expect([named1.data['how'], named1.because.map(({ id }) => id)]).toEqual(['named', [by]]);
    expect(findClaim(world, who(world, 'Osk'), isThief, target)).toBeGreaterThanOrEqual(0);
    happen(world, judged, { actor: who(world, 'Ada'), target, group: band(world, 'yard folk'), place, how: 'docked' });
    expect(fullGrams(world, band(world, 'yard folk'), target)).toBe(full / 2);
    expect(thieving.stands(world, target)).toHaveLength(1);
    liveDays(world, 8);
    expect(fullGrams(world, band(world, 'yard folk'), target)).toBe(full);
  });
});
