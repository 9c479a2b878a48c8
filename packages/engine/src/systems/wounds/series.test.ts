/** Over many wounds: how many turn septic, and how many of the fevers kill. */
import { expect, test, vi } from 'vitest';
import { all, live } from '../../../test/night.fixture.ts';
import { DAY, sickHouse, survivors, wilson } from './days.fixture.ts';
import type { Ward } from './days.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Series {
  grave: number;
  fevered: number;
  died: number;
  everyFever: number;
  everyDeath: number;
}

/** What becomes within three weeks of those who live through the first day. */
function series(ward: Omit<Ward, 'seed'>, seeds: number): Series {
  const sum: Series = { grave: 0, fevered: 0, died: 0, everyFever: 0, everyDeath: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    const world = sickHouse({ ...ward, seed });
    const grave = new Set(survivors(world).flatMap(({ who, grave: isGrave }) => (isGrave ? [who] : [])));
    const after = world.chronicle.length;
    live(world, 21 * DAY);
    const fevers = all(world, 'wounds/fevered').map((event) => event.roles['actor']!);
    const deaths = all(world, 'wounds/died', after).map((event) => [event.roles['actor']!, event.data['of']] as const);
    expect(deaths.filter(([, of]) => of !== 'fever')).toEqual([]);
    sum.grave += grave.size;
    sum.fevered += fevers.filter((who) => grave.has(who)).length;
    sum.died += deaths.filter(([who]) => grave.has(who)).length;
    sum.everyFever += fevers.length;
    sum.everyDeath += deaths.length;
  }
  return sum;
}

/** The share lies in these bounds, and the sample is large enough to say so. */
function within(hits: number, tries: number, low: number, high: number): void {
  const [from, to] = wilson(hits, tries);
  expect(hits / tries).toBeGreaterThanOrEqual(low);
  expect(hits / tries).toBeLessThanOrEqual(high);
  expect(to).toBeGreaterThan(low);
  expect(from).toBeLessThan(high);
  expect(to - from).toBeLessThan(0.2);
}

test('[S10] of grave wounds that nobody dresses a quarter to two fifths turn septic, and a third to a half of those kill', () => {
  const alone = series({ nursed: false }, 8);
  within(alone.fevered, alone.grave, 0.25, 0.4);
  within(alone.died, alone.fevered, 0.33, 0.5);
});

test('[S10] dressed within the hour, five to ten in a hundred do, and the later it is the more', () => {
  const soon = series({ nursed: false, dressedAfter: 1, skill: 'fair' }, 6);
  const late = series({ nursed: false, dressedAfter: 16, skill: 'fair' }, 6);
  within(soon.fevered, soon.grave, 0.05, 0.1);
  expect(wilson(late.fevered, late.grave)[0]).toBeGreaterThan(wilson(soon.fevered, soon.grave)[1]);
});

test('[S10] under somebody who knows how fewer of the feverish die', () => {
  const alone = series({ nursed: false }, 8);
  const nursed = series({ nursed: true }, 12);
  expect(wilson(nursed.everyDeath, nursed.everyFever)[1]).toBeLessThan(wilson(alone.everyDeath, alone.everyFever)[0]);
});
