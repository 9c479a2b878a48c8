import { describe, expect, test, vi } from 'vitest';
import { overhear } from '../../kernel/deliberation.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { beyond, siteOf } from '../../../test/region.fixture.ts';
import type { Beyond } from '../../../test/region.fixture.ts';
import { all, band, clash, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { outWith } from '../bands/state.ts';
import { breached } from '../barriers/events.ts';
import { barrier } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { ended } from '../engagement/system.ts';
import { cache, cacheRow } from '../region/state.ts';
import { amountAt } from '../stores/state.ts';
import { chill } from '../warmth/state.ts';
import { thirst } from '../water/state.ts';
import { wounded } from '../wounds/system.ts';

vi.setConfig({ testTimeout: 60_000 });
const DAY = 86_400;
const PLENTY: Beyond = { food: '2000 kg' };
const hall = (world: World): number => where(world, 'hall');
const away = (world: World): number[] =>
  Array.from({ length: world.of(person).count }, (_, each) => each).filter(
    (each) => world.of(outWith).party.raw[each] > 0,
  );
const kinds = (world: World, ids: readonly { readonly id: number }[]): string[] =>
  ids.map(({ id }) => world.ruleset.kinds[world.chronicle.kind(id)].kind.id);

/** So many in the hall are cut, and bleed a little. */
function cut(world: World, count: number): void {
  for (let i = 1; i <= count; i++) {
    const target = who(world, `hall folk ${i}`);
    world.of(body).dressings.put(target, 0);
    happen(world, wounded, { target, actor: -1, place: hall(world), region: 'arm', flow: 8, takes: 'nothing' });
  }
}

describe('a party goes for what is lacking most', () => {
  test('for dressings where there are fewer than wounds take, because of those who are hurt; and for nothing where nothing is short', () => {
    const quiet = live(beyond(PLENTY), 2 * DAY);
    expect(all(quiet, 'parties/set-out')).toEqual([]);
    const world = beyond({ ...PLENTY, goods: 'dressings: 0' });
    world.of(body).dressings.raw.fill(0);
    cut(world, 6);
    live(world, 1.5 * DAY);
    const [sent] = all(world, 'parties/set-out');
    expect(sent.data['good']).toBe('dressings');
    expect(named(world, sent)['site']).toBe('town');
    expect(kinds(world, sent.because)).toContain('wounds/wounded');
    expect(said(world, sent)).toMatch(/to the town for dressings\.$/);
    const [found] = all(world, 'parties/found').filter(({ data }) => data['good'] === 'dressings');
    const stored = all(world, 'parties/stored').filter(({ data }) => data['good'] === 'dressings');
    expect(stored[0].data['amount']).toBe(found.data['amount']);
    expect(world.of(cache).amount.raw[cacheRow(siteOf(world, 'town'), 'dressings')]).toBe(
      12 - Number(found.data['amount']),
    );
  });

  test('for firewood in the cold, where none can be cut near by; what it brings makes fires again', () => {
    const world = beyond({ ...PLENTY, begin: 'winter, d1 12:00, cold', goods: 'firewood: 0 kg' });
    live(world, 6 * DAY);
    const [sent] = all(world, 'parties/set-out');
    expect(sent.data['good']).toBe('firewood');
    expect(named(world, sent)['site']).toBe('wood');
    expect(said(world, sent)).toMatch(/ for firewood\.$/);
    const stored = all(world, 'parties/stored').filter(({ data }) => data['good'] === 'firewood');
    expect(Number(stored[0].data['amount'])).toBeGreaterThan(50_000);
    const [out] = all(world, 'warmth/ran-out');
    const lit = all(world, 'warmth/lit').filter(({ id }) => id > Math.max(out.id, stored[0].id));
    expect(kinds(world, lit[0].because)).toContain('parties/stored');
    const summer = beyond({ ...PLENTY, begin: 'summer, d1 06:00', goods: 'firewood: 5 kg' });
    expect(all(live(summer, 3 * DAY), 'parties/set-out')).toEqual([]);
  });

  test('for timber where a wall is broken, for rounds after a fight', () => {
    const walls = beyond({ ...PLENTY, more: 'barriers: {the gates: {between: [gate, lane], like: palisade}}' });
    const row = walls.cast.mustRow(barrier, 'the gates');
    happen(walls, breached, { actor: who(walls, 'Ada'), barrier: row, place: where(walls, 'gate'), how: 'broken' });
    live(walls, 5 * 3600);
    expect(all(walls, 'parties/set-out').map(({ data }) => data['good'])).toEqual(['timber']);
    expect(kinds(walls, all(walls, 'parties/set-out')[0].because)).toContain('repairs/found');

    const fought = beyond({ ...PLENTY, sites: 'dump: {like: depot, routes: {home: {km: 4}}}' });
    fought.of(body).rounds.raw.fill(1);
    clash(fought, 'hall folk');
    const over = happen(fought, ended, { group: band(fought, 'hall folk'), place: hall(fought), how: 'quiet' });
    live(fought, 2.3 * DAY);
    const [sent] = all(fought, 'parties/set-out');
    expect([sent.data['good'], named(fought, sent)['site']]).toEqual(['rounds', 'dump']);
    expect(sent.because.map(({ id }) => id)).toContain(over);
  });

  test('and not again where it was found to have none left', () => {
    const world = beyond({ ...PLENTY, goods: 'dressings: 0', town: ', holds: {food: 90 kg}' });
    world.of(body).dressings.raw.fill(0);
    cut(world, 6);
    live(world, 5 * DAY);
    const sent = all(world, 'parties/set-out').filter(({ data }) => data['good'] === 'dressings');
    expect(sent.map((event) => named(world, event)['site'])).toEqual(['town']);
    expect(all(world, 'parties/found').map(({ data }) => [data['good'], data['amount']])).toContainEqual([
      'dressings',
      0,
    ]);
  });

  test('and whoever sends it can say why not for something else', () => {
    const world = beyond({ goods: 'dressings: 0', begin: 'late autumn, d1 08:30' });
    world.of(body).dressings.raw.fill(0);
    cut(world, 6);
    const heard = overhear(world, who(world, 'Ada'), world.time + 3600);
    const sending = heard.find(({ matter }) => matter.id === 'parties/send')!;
    expect(sending.considered.filter(({ chosen }) => chosen)).toHaveLength(1);
    expect(sending.considered.filter(({ id }) => id === 'parties/send-for')).toHaveLength(1);
  });
});

describe('those who are away', () => {
  test('thirst like those at home: they carry water out of the stores, and drink where there is some', () => {
    const dry: Beyond = { goods: 'water: 4000 l' };
    const world = beyond(dry);
    live(world, 4 * 3600);
    const [sent] = all(world, 'parties/set-out');
    expect(sent.data['water']).toBe(5 * 3000);
    const taken = all(world, 'water/shared').reduce((sum, { data }) => sum + Number(data['amount']), 0);
    expect(amountAt(world, hall(world), 'water')).toBe(4_000_000 - taken - 15_000);
    const going = away(world);
    expect(going).toHaveLength(5);
    const before = going.map((each) => world.of(thirst).inHand.raw[each]);
    live(world, 3 * 3600);
    going.forEach((each, i) => expect(world.of(thirst).inHand.raw[each]).toBeLessThan(before[i] - 300));
    const wet = beyond({ ...dry, town: ', holds: {food: 1 kg}', sites: 'mere: {like: mill, routes: {home: {km: 7}}}' });
    live(wet, 4 * DAY);
    const drank = all(wet, 'parties/drank');
    expect(named(wet, drank[0])['site']).toBe('mere');
    expect(said(wet, drank[0])).toMatch(/drank/);
  });

  test('are parched where there was nothing to take along, on account of being sent', () => {
    const world = beyond({ goods: 'water: 4000 l', begin: 'summer, d1 06:00' });
    live(world, 4 * 3600);
    for (const each of away(world)) [world.of(thirst).inHand.raw[each], world.of(thirst).short.raw[each]] = [0, 1900];
    const going = new Set(away(world));
    live(world, 4 * 3600);
    const parched = all(world, 'water/parched').filter(({ roles }) => going.has(roles['actor']));
    expect(parched.length).toBeGreaterThan(0);
    expect(parched[0].because.map(({ id }) => id)).toContain(all(world, 'parties/set-out')[0].id);
  });

  test('are cold in bitter frost, where those at home sit by the fire', () => {
    const world = beyond({ begin: 'winter, d1 06:00, bitter frost', goods: 'firewood: 20000 kg' });
    live(world, 5 * 3600);
    const going = away(world);
    expect(going).toHaveLength(5);
    for (const each of going) expect(world.of(chill).debt.raw[each]).toBeGreaterThan(0);
    const walks = going.map((each) => world.of(chill).debt.raw[each]);
    const sits = world.of(chill).debt.raw[who(world, 'Ada')];
    expect(Math.min(...walks)).toBeGreaterThan(sits);
  });
});
