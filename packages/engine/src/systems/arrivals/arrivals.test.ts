import { describe, expect, test, vi } from 'vitest';
import { readEvent } from '../../kernel/read.ts';
import { person } from '../../kernel/tables.ts';
import { beyond, everywhere } from '../../../test/region.fixture.ts';
import type { Beyond } from '../../../test/region.fixture.ts';
import { all, band, live, named, who } from '../../../test/night.fixture.ts';
import { outfit } from '../bands/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { lostShare } from '../needs/state.ts';
import { bond } from '../past/state.ts';
import { position } from '../places/state.ts';
import { report, reportRow } from '../region/state.ts';
import type { World } from '../../kernel/world.ts';
import { siteOf } from '../../../test/region.fixture.ts';

const DAY = 86_400;
const HEARD = ', has heard: {of: home, that: food, grade: B}';
const ANSWERS = ['arrivals/let-in', 'arrivals/gave', 'arrivals/turned-away'];
const days = (about: Beyond, count: number, seed = 1): World => live(beyond(about, { seed }), count * DAY);
const answers = (world: World): string[] => ANSWERS.flatMap((kind) => all(world, kind).map((each) => each.kind));

vi.setConfig({ testTimeout: 60_000 });

describe('whoever comes to the gate', () => {
  test('states the need and the report that brought them, always [T18]', () => {
    const worlds = [1, 2, 3].flatMap((seed) => [
      days({ wanderers: HEARD, band: `, provisions: 5 kg${HEARD}` }, 40, seed),
      days(
        { groups: `farmers: {out at: town, extras: 5, lives: settled, provisions: 400 kg, lacks: salt${HEARD}}` },
        20,
        seed,
      ),
    ]);
    let count = 0;
    for (const world of worlds) {
      for (const each of all(world, 'arrivals/came')) {
        const kinds = each.because.filter(({ as }) => as === 'reason').map(({ id }) => readEvent(world, id).kind);
        expect(kinds.some((kind) => kind === 'bands/ran-short' || kind === 'bands/left')).toBe(true);
        expect(kinds).toContain('region/heard');
        count++;
      }
    }
    expect(count).toBeGreaterThan(8);
  });

  test('does not come where no report reached them, and comes where it is given back', () => {
    expect(all(days({ wanderers: '' }, 10, 1), 'arrivals/came').filter((each) => each.time < DAY)).toEqual([]);
    const withheld = beyond({ wanderers: HEARD });
    const told = reportRow(withheld, band(withheld, 'wanderers'), siteOf(withheld, 'home'), 'food');
    const smoke = reportRow(withheld, band(withheld, 'wanderers'), siteOf(withheld, 'home'), 'smoke');
    const heard = live(withheld.fork(), 2 * DAY);
    withheld.of(report).heard.put(told, 0);
    // Nor may they see smoke: nobody cooks where there is nothing.
    withheld.of(report).heard.put(smoke, 0);
    withheld.of(outfit).site.put(band(withheld, 'wanderers'), siteOf(withheld, 'kilns'));
    expect(all(heard, 'arrivals/set-out')).toHaveLength(1);
    expect(all(live(withheld, 1.1 * DAY), 'arrivals/set-out')).toEqual([]);
  });

  test('comes starving, and not fed', () => {
    expect(all(days({ wanderers: HEARD }, 3), 'arrivals/came')).toHaveLength(1);
    expect(all(days({ wanderers: `${HEARD}, provisions: 400 kg` }, 20), 'arrivals/came')).toEqual([]);
  });

  test('comes for the smoke of a kitchen alone, and only where somebody cooks', () => {
    const world = days({ wanderers: '' }, 4);
    const [smoke] = all(world, 'region/heard').filter(({ data }) => data['says'] === 'smoke');
    expect(readEvent(world, smoke.because[0].id).kind).toBe('rations/served');
    const [came] = all(world, 'arrivals/came');
    expect(came.because.map(({ id }) => id)).toContain(smoke.id);
    expect(all(days({ wanderers: '', food: '0 kg' }, 4), 'arrivals/came')).toEqual([]);
  });

  test('is let in by the gentle who have enough, and not by those who have little and are cold', () => {
    const outcomes = (about: Beyond): string[] => [1, 2, 3, 4].flatMap((seed) => answers(days(about, 3, seed)));
    const plenty = outcomes({ wanderers: HEARD, food: '2000 kg' });
    expect(plenty).toEqual(Array.from({ length: 4 }, () => 'arrivals/let-in'));
    const scarce = outcomes({ wanderers: HEARD, food: '30 kg', Ada: 'temper: [cold, wary]' });
    expect(scarce).toEqual(Array.from({ length: 4 }, () => 'arrivals/turned-away'));
  });

  test('belongs to those within once let in, eats with them, and has brought the hunger along', () => {
    const world = days({ wanderers: HEARD, food: '2000 kg' }, 3);
    const home = band(world, 'hall folk');
    const wanderer = who(world, 'wanderers 1');
    expect(groupOf(world, wanderer)).toBe(home);
    expect(world.of(position).gone.raw[wanderer]).toBe(0);
    expect(peopleIn(world, home)).toHaveLength(28);
    expect(lostShare(world, wanderer)).toBeGreaterThan(lostShare(world, who(world, 'Ada')));
    const mouths = all(world, 'rations/served').map(({ data }) => Number(data['mouths']));
    expect(Math.max(...mouths)).toBe(28);
  });

  test('remembers being turned away, and does not ask again for a fortnight', () => {
    const world = days({ wanderers: HEARD, food: '30 kg', Ada: 'temper: [cold, wary]' }, 14);
    const [away] = all(world, 'arrivals/turned-away');
    const rows = world.of(bond);
    const grudges = [...Array(rows.count).keys()].filter((row) => rows.isLive(row) && rows.by.raw[row] === away.id);
    expect(grudges.map((row) => world.keyOf(person, rows.from.raw[row]))).toEqual([named(world, away)['target']]);
    expect(all(world, 'arrivals/came').filter(({ roles }) => roles['actor'] === away.roles['target'])).toHaveLength(1);
  });

  test('waits outside by night', () => {
    const far = `strangers: {out at: coast, extras: 2${HEARD}}`;
    const world = days({ sites: 'coast: {like: river, routes: {home: {km: 50}}}', groups: far, food: '2000 kg' }, 5);
    const [waits] = all(world, 'arrivals/kept-waiting');
    expect((waits.time / 3600) % 24).toBeGreaterThanOrEqual(19);
    const [letIn] = all(world, 'arrivals/let-in').filter(({ roles }) => roles['target'] === waits.roles['target']);
    expect((letIn.time / 3600) % 24).toBe(7);
  });

  test('has food for what they lack: it changes hands, and nothing is lost', () => {
    const before = beyond({
      food: '2000 kg',
      groups: `farmers: {out at: town, extras: 5, lives: settled, provisions: 400 kg, lacks: salt${HEARD}}`,
    });
    const world = live(before.fork(), 2 * DAY);
    const [deal] = all(world, 'arrivals/traded');
    expect(deal.data).toMatchObject({ good: 'salt', amount: 5000, food: 20_000 });
    expect(everywhere(world, 'salt')).toBe(everywhere(before, 'salt') - 5000);
  });
});
