import { describe, expect, test, vi } from 'vitest';
import { overhear } from '../../kernel/deliberation.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { beyond, everywhere, siteOf } from '../../../test/region.fixture.ts';
import type { Beyond } from '../../../test/region.fixture.ts';
import { all, band, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { outWith, outfit } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { nourishment } from '../needs/state.ts';
import { position } from '../places/state.ts';
import { cache, cacheRow, heardBy, site } from '../region/state.ts';
import { GOODS, stock, stockRow } from '../stores/state.ts';
import { haul, trip } from './state.ts';

const DAY = 86_400;
const days = (about: Beyond, count: number, seed = 1): World => live(beyond(about, { seed }), count * DAY);
const sum = (world: World, kind: string, field = 'amount', good: string | null = 'food'): number =>
  all(world, kind).reduce(
    (total, { data }) => total + (good === null || data['good'] === good ? Number(data[field]) : 0),
    0,
  );

vi.setConfig({ testTimeout: 60_000 });

describe('a party', () => {
  test('is sent because the count was low, for where most is hoped for, and not otherwise [T18]', () => {
    const world = days({}, 2);
    const [sent] = all(world, 'parties/set-out');
    expect(named(world, sent)).toMatchObject({ actor: 'Ada', group: 'hall folk', site: 'town' });
    expect(sent.because.map(({ id }) => id)).toEqual([all(world, 'rations/reckoned')[0].id]);
    expect(said(world, sent)).toMatch(/^Ada sent .+ and four others to the town for food/);
    expect(all(days({ food: '900 kg' }, 4), 'parties/set-out')).toEqual([]);
  });

  test('goes on what was counted, not on what there is', () => {
    const world = live(beyond({ food: '900 kg' }), 10 * 3600);
    const row = stockRow(where(world, 'hall'), 'food');
    world.of(stock).amount.put(row, 9000);
    // The count of the first morning holds until the next.
    live(world, 14 * 3600);
    expect(all(world, 'parties/set-out')).toEqual([]);
    live(world, 6 * 3600);
    expect(all(world, 'parties/set-out')[0].because.map(({ id }) => id)).toContain(
      all(world, 'rations/reckoned').at(-1)!.id,
    );
  });

  test('takes food along, is away for the hours that the way takes, and brings home what it found', () => {
    const world = days({}, 2);
    const [sent] = all(world, 'parties/set-out');
    const [found] = all(world, 'parties/found');
    const [back] = all(world, 'parties/returned');
    // Eight km at 4 km/h, four hours of searching, and the same way back; by whole hours.
    expect((found.time - sent.time) / 3600).toBe(6);
    expect((back.time - sent.time) / 3600).toBe(8);
    expect(sent.data['food']).toBe(Math.ceil((600 * 5 * 8) / 24));
    expect(sum(world, 'parties/stored')).toBeGreaterThanOrEqual(Number(found.data['amount']));
    expect(Number(found.data['amount'])).toBeLessThanOrEqual(5 * 20_000);
    expect(all(world, 'parties/stored')[0].because.map(({ id }) => id)).toContain(found.id);
  });

  test('is not at home while it is away: it eats nothing there, and lives on what it carries', () => {
    const world = beyond({});
    live(world, 5 * 3600);
    const away = [...Array(world.of(person).count).keys()].filter((each) => world.of(outWith).party.raw[each] > 0);
    expect(away).toHaveLength(5);
    for (const each of away) expect(world.of(position).gone.raw[each]).toBe(1);
    const before = away.map((each) => world.of(nourishment).inHand.raw[each]);
    live(world, 2 * 3600);
    away.forEach((each, i) => expect(world.of(nourishment).inHand.raw[each]).toBeLessThan(before[i] - 2 * 150));
  });

  test('what it brings is what the site loses, to the gram [T18]', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const before = beyond({ wanderers: ', provisions: 400 kg' }, { seed });
      const world = live(before.fork(), 20 * DAY);
      for (const good of GOODS) {
        const grown = good === 'food' ? sum(world, 'parties/found', 'grown') : 0;
        const found = sum(world, 'parties/found', 'amount', good) - grown;
        const lost = [...Array(world.of(site).count).keys()].reduce((total, at) => {
          const row = cacheRow(at, good);
          return total + before.of(cache).amount.raw[row] - world.of(cache).amount.raw[row];
        }, 0);
        // What the band and the wanderers pick up is no part of it: neither is at the town.
        expect(lost, good).toBe(found);
      }
      const secretly = sum(world, 'theft/ate', 'amount', null) + sum(world, 'spoilage/found', 'amount', null);
      const eaten =
        secretly + sum(world, 'rations/served', 'amount', null) + world.of(trip).eaten.raw[band(world, 'hall folk')];
      const bands = [...Array(world.of(outfit).count).keys()];
      const out = bands.reduce((total, of) => total + world.of(outfit).eaten.raw[of], 0);
      const borne = [...Array(world.of(site).count).keys()].reduce(
        (total, at) => total + world.of(site).borne.raw[at],
        0,
      );
      expect(everywhere(world, 'food') + eaten + out).toBe(everywhere(before, 'food') + borne);
    }
  });

  test('learns that a place is picked clean, tells at home, and nobody is sent there again', () => {
    const world = days({ town: ', holds: {food: 2 kg}' }, 6);
    const home = band(world, 'hall folk');
    const told = heardBy(world, home, siteOf(world, 'town'), 'nothing left');
    expect(told).toBeGreaterThan(0);
    const [report] = all(world, 'region/heard').filter(({ id }) => id === told);
    expect(report.because.map(({ id }) => id)).toEqual([all(world, 'parties/found')[0].id]);
    expect(all(world, 'parties/set-out')).toHaveLength(1);
  });

  test('is held up and hurt by what is on the way, and by nothing where there is nothing', () => {
    const seeds = [...Array(30).keys()].map((i) => i + 1);
    const on = (way: string): World[] => seeds.map((seed) => days({ way }, 2, seed));
    const count = (worlds: readonly World[], kind: string): number =>
      worlds.reduce((total, world) => total + all(world, kind).length, 0);
    const perilous = on(', hazards: [ford, wolves, the sick, loose masonry]');
    expect(count(perilous, 'parties/delayed')).toBeGreaterThan(20);
    expect(count(perilous, 'parties/hurt')).toBeGreaterThan(3);
    const safe = on('');
    expect(count(safe, 'parties/delayed') + count(safe, 'parties/hurt')).toBe(0);
    const late = perilous.find((world) => all(world, 'parties/delayed').length > 1)!;
    expect(Number(all(late, 'parties/returned')[0].data['hours'])).toBeGreaterThan(0);
  });

  test('is fallen upon on the ground of a band that is there, and never where none is', () => {
    const seeds = [...Array(12).keys()].map((i) => i + 1);
    const met = (near: number): number =>
      seeds.filter((seed) => all(days({ near }, 1, seed), 'parties/waylaid').length > 0).length;
    expect(met(3)).toBeGreaterThan(2);
    expect(met(3)).toBeLessThan(12);
    expect(met(5)).toBe(0);
  });

  test('that does not come back is missed, and given up; what it carried lies out there', () => {
    const world = live(beyond({ wanderers: ', provisions: 400 kg' }), 5 * 3600);
    const home = band(world, 'hall folk');
    for (let each = 0; each < world.of(person).count; each++) {
      if (world.of(outWith).party.raw[each] > 0) world.of(body).alive.put(each, 0);
    }
    const [carried, there] = [
      world.of(trip).food.raw[home],
      world.of(cache).amount.raw[cacheRow(siteOf(world, 'town'), 'food')],
    ];
    live(world, 7 * DAY);
    const [missed] = all(world, 'parties/missed');
    const [givenUp] = all(world, 'parties/given-up');
    expect(missed.because.map(({ id }) => id)).toEqual([all(world, 'parties/set-out')[0].id]);
    expect(givenUp.because.map(({ id }) => id)).toEqual([missed.id]);
    expect(world.of(cache).amount.raw[cacheRow(siteOf(world, 'town'), 'food')]).toBe(there + carried);
    expect(
      world
        .of(haul)
        .amount.raw.slice(0, world.of(haul).count)
        .every((each) => each === 0),
    ).toBe(true);
  });

  test('says why it is not sent elsewhere, to those who ask', () => {
    const world = beyond({ food: '900 kg' });
    const heard = overhear(world, who(world, 'Ada'), world.time + 1.3 * DAY).find(
      ({ matter }) => matter.id === 'parties/send',
    );
    expect(heard?.considered.map(({ id, chosen }) => `${id} ${chosen}`)).toEqual([
      'parties/send false',
      'parties/nobody true',
    ]);
    const low = beyond({});
    const sent = overhear(low, who(low, 'Ada'), low.time + 3.5 * 3600).find(
      ({ matter }) => matter.id === 'parties/send',
    );
    expect(sent?.considered.filter(({ chosen }) => chosen)).toHaveLength(1);
    expect(sent?.considered.length).toBeGreaterThan(2);
  });
});
