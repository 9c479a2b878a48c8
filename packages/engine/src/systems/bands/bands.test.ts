import { describe, expect, test, vi } from 'vitest';
import { readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { beyond, siteOf } from '../../../test/region.fixture.ts';
import type { Beyond } from '../../../test/region.fixture.ts';
import { mill } from '../../../test/mill.fixture.ts';
import { all, band, live, named, where } from '../../../test/night.fixture.ts';
import { campaign } from '../engagement/state.ts';
import { peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { FULL_GRAMS } from '../rations/shares.ts';
import { site } from '../region/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { STATES, outfit, peopleOut } from './state.ts';

const DAY = 86_400;
const days = (about: Beyond, count: number, seed = 1): World => live(beyond(about, { seed }), count * DAY);

vi.setConfig({ testTimeout: 60_000 });

describe('a group out there', () => {
  test('eats of its own, and of what it finds where it is: to the gram [T18]', () => {
    const before = beyond({ wanderers: ', provisions: 60 kg' });
    const world = live(before.fork(), 12 * DAY);
    const of = band(world, 'wanderers');
    const { food, eaten, gathered } = world.of(outfit);
    expect(food.raw[of] + eaten.raw[of]).toBe(60_000 + gathered.raw[of]);
    expect(eaten.raw[of]).toBe(12 * 4 * FULL_GRAMS);
    expect(world.of(site).borne.raw[siteOf(world, 'wood')]).toBe(gathered.raw[of]);
  });

  test('runs short, loses people and falls apart where there is nothing; one that has enough does none of it', () => {
    const poor = days({ band: ', provisions: 5 kg' }, 60);
    expect(all(poor, 'bands/ran-short').some((each) => named(poor, each)['group'] === 'the band')).toBe(true);
    const lost = all(poor, 'bands/left').filter((each) => named(poor, each)['group'] === 'the band');
    expect(lost.length).toBeGreaterThan(2);
    for (const each of lost) expect(readEvent(poor, each.because[0].id).kind).toBe('bands/ran-short');
    const rich = days({ wanderers: ', provisions: 900 kg' }, 30);
    expect(all(rich, 'bands/ran-short')).toEqual([]);
    expect(all(rich, 'bands/left')).toEqual([]);
  });

  test('moves to where more is to be hoped for, as fast as people walk', () => {
    const world = days({ band: ', provisions: 5 kg' }, 14);
    const byBand = (kind: string) => all(world, kind).find((each) => named(world, each)['group'] === 'the band')!;
    const [moved, settled] = [byBand('bands/moved-off'), byBand('bands/settled')];
    expect(named(world, moved)['site']).toBe('town');
    // Five km by road, and the full hour.
    expect(settled.time - moved.time).toBe(2 * 3600);
    expect(settled.because.map(({ id }) => id)).toEqual([moved.id]);
  });

  test('that is hostile, in need, and knows of food swears to come for it, and says why', () => {
    const world = days({ band: ', provisions: 5 kg, has heard: {of: home, that: food}' }, 4);
    const [swore] = all(world, 'bands/swore');
    expect(swore.because.map(({ id }) => readEvent(world, id).kind)).toEqual(['bands/ran-short', 'region/heard']);
    expect(all(days({ band: ', provisions: 5 kg' }, 2), 'bands/swore')).toEqual([]);
  });

  test('takes from the fewer where it lives by fighting, and from nobody otherwise', () => {
    const farmers = (hostile: string): string =>
      `farmers: {out at: town, extras: 3, lives: settled, provisions: 300 kg}\n  drifters: {out at: town, extras: 6${hostile}}`;
    const world = days({ groups: farmers(', hostile to: hall folk') }, 6);
    const [taken] = all(world, 'bands/plundered');
    expect(named(world, taken)).toMatchObject({ group: 'drifters', target: 'farmers' });
    expect(all(days({ groups: farmers('') }, 12), 'bands/plundered')).toEqual([]);
  });

  test('tells others at the same site what it has heard, and its word is worth less', () => {
    const world = days(
      {
        groups: 'drifters: {out at: wood, extras: 2, provisions: 90 kg, has heard: {of: town, that: people, grade: B}}',
      },
      2,
    );
    const told = all(world, 'region/heard').find((each) => each.data['says'] === 'people' && each.time > 0)!;
    expect(named(world, told)).toMatchObject({ group: 'wanderers', target: 'drifters', site: 'town' });
    expect(told.data).toMatchObject({ grade: 'C', how: 'told', days: 1 });
  });
});

describe('a band that has been beaten and has gone', () => {
  /** The band of the mill got away, with a sack and what lay in its camp. */
  function beaten(): World {
    const world = mill({
      begin: 'autumn, d1 00:00',
      band: 'camp: kilns, extras: 3',
      more: 'sites: {home: {gate: field, routes: {kilns: {km: 4}}}, kilns: {like: camp}}\nstores: {wood: {food: 12 kg}, mill: {food: 90 kg}}',
    });
    const of = band(world, 'the band');
    for (const who of peopleIn(world, of)) world.of(position).gone.put(who, 1);
    world.of(campaign).state.put(of, 2);
    return world;
  }

  test('comes together where it camps, by day, with what it had: nothing is lost on the way [S17]', () => {
    const world = live(beaten(), DAY / 2);
    const [regrouped] = all(world, 'bands/regrouped');
    const of = band(world, 'the band');
    expect(named(world, regrouped)).toMatchObject({ actor: 'Bram', group: 'the band', site: 'kilns' });
    expect(regrouped.time).toBe(9 * 3600);
    const left = world.of(stock).amount.raw[stockRow(where(world, 'wood'), 'food')];
    const served = all(world, 'rations/served').filter((each) => each.roles['group'] === of);
    expect(left).toBe(0);
    expect(world.of(outfit).food.raw[of] + served.reduce((sum, each) => sum + Number(each.data['amount']), 0)).toBe(
      12_000,
    );
    expect(STATES[world.of(outfit).state.raw[of]]).toBe('out');
  });

  test('goes hungry, loses people, and in the end falls apart [S17]', () => {
    const world = live(beaten(), 60 * DAY);
    const of = band(world, 'the band');
    expect(all(world, 'bands/left').length).toBeGreaterThan(1);
    const [end] = all(world, 'bands/fell-apart');
    expect(end.because).toHaveLength(1);
    expect(peopleOut(world)[of].length).toBeLessThan(2);
  });

  test('does not come together while it is still fighting', () => {
    const world = beaten();
    world.of(campaign).state.put(band(world, 'the band'), 1);
    expect(all(live(world, DAY), 'bands/regrouped')).toEqual([]);
  });
});
