import { describe, expect, test } from 'vitest';
import { leanYard } from '../../../test/lean-yard.fixture.ts';
import type { YardChanges } from '../../../test/lean-yard.fixture.ts';
import { all, band, live, named, said, where, who } from '../../../test/night.fixture.ts';
import { believe } from '../../kernel/beliefs.ts';
import { withhold } from '../../kernel/log.ts';
import { muteOf } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { liveDays } from '../needs/hunger.fixture.ts';
import { isAt } from '../sight/state.ts';
import { doingOf } from '../work/hands.ts';
import { labour } from '../work/state.ts';
import { fetching } from './fetching.ts';
import { mlAnHour } from './sources.ts';

const HOUR = 3600;
const PEOPLE = ['Pell', 'Quin', 'Rook', 'Sib', 'Tam'];
const FOLK = PEOPLE.map((name) => `${name}: {}`).join('\n  ');
/** Nine people; the field lies so many metres from the yard. */
const far = (metres: number, changes: YardChanges = {}): World =>
  leanYard({
    field: `water: spring, metres: {yard: ${metres}}`,
    stores: '{hall: {food: 900 kg, water: 0 l}}',
    people: FOLK,
    ...changes,
  });
const carried = (world: World): number =>
  all(world, 'water/fetched')
    .filter(({ roles }) => roles['group'] === band(world, 'yard folk'))
    .reduce((sum, { data }) => sum + Number(data['amount']), 0);
const atIt = (world: World): number[] =>
  Array.from({ length: world.of(labour).count }, (_, each) => each).filter((each) => doingOf(world, each) === fetching);

describe('fetching water', () => {
  test('is work that somebody is set to, more of them and longer the farther it is', () => {
    const hours = (metres: number): number => {
      const world = far(metres);
      let sum = 0;
      for (let hour = 0; hour < 16; hour++) {
        live(world, HOUR);
        sum += atIt(world).length;
      }
      return sum;
    };
    const [near, away] = [hours(20), hours(600)];
    expect(near).toBeGreaterThan(0);
    expect(away).toBeGreaterThan(2 * near);
  });

  test('brings in an hour what a pair of hands carries at that distance, and no more', () => {
    const world = live(far(600), HOUR + 1);
    const [first] = all(world, 'water/fetched');
    const one = mlAnHour(world, band(world, 'yard folk'), where(world, 'field'));
    const hands = atIt(world).length;
    expect(hands).toBeGreaterThan(1);
    expect(first.data['people']).toBe(hands);
    expect(Number(first.data['amount'])).toBeLessThanOrEqual(hands * one);
    expect(Number(first.data['amount'])).toBeGreaterThan(0.5 * hands * one);
    expect(said(world, first)).toMatch(/ and (one other|.+ others) fetched .+ litres of water from the spring\.$/);
    // 20 l a time, there and back at 1.1 m/s: some twenty minutes for a trip of 600 m and the yard.
    expect(one).toBeGreaterThan(45_000);
    expect(one).toBeLessThan(65_000);
  });

  test('is not done where nobody is to do it, nor past an enemy whom they have seen; what is at hand is drawn all the same', () => {
    const plain = far(20);
    expect(carried(live(plain, 6 * HOUR))).toBeGreaterThan(0);
    const never = leanYard({
      field: 'water: spring',
      stores: '{hall: {food: 900 kg, water: 0 l}}',
      people: FOLK,
    });
    for (const each of [...PEOPLE, 'Ada', 'Cole', 'Osk']) never.of(labour).grade.put(who(never, each), 0);
    expect(carried(live(never, 5 * HOUR))).toBe(0);
    // Nobody dies of thirst beside a spring for want of orders.
    expect(carried(live(never, 2 * HOUR))).toBeGreaterThan(0);
    const wary = far(20, {
      groups: 'the band: {at: field, leader: Bram, hostile to: yard folk}',
      people: `${FOLK}\n  Bram: {group: the band}`,
    });
    const [field, bram] = [where(wary, 'field'), who(wary, 'Bram')];
    for (const each of [...PEOPLE, 'Ada', 'Cole', 'Osk'])
      believe(wary, who(wary, each), isAt, bram, {
        place: field,
        confidence: 1,
        source: 0,
        truth: 0,
        seen: wary.time + HOUR,
      });
    expect(carried(live(wary, 2 * HOUR))).toBe(0);
    const inside = leanYard({ hall: 'water: {from: cistern, has: 900 l}', field: 'water: spring', people: FOLK });
    live(inside, 2 * HOUR);
    expect(atIt(inside)).toEqual([]);
    expect(named(inside, all(inside, 'water/fetched')[0])['place']).toBe('hall');
  });

  test('is because of what was shared out and of who was set to it, and is not where that is withheld', () => {
    const world = liveDays(far(300, { more: 'water: {yard folk: {cover: 2d}}' }), 3);
    const shares = new Set(all(world, 'water/shared').map(({ id }) => id));
    const later = all(world, 'water/fetched').filter(({ because }) => because.some(({ id }) => shares.has(id)));
    expect(later.length).toBeGreaterThan(1);
    const [first] = all(world, 'water/fetched');
    const other = far(300, { more: 'water: {yard folk: {cover: 2d}}' });
    const fork = liveDays(other.fork({ log: [withhold(muteOf(world, first.id))] }), 0.5);
    expect(carried(fork)).toBeLessThan(carried(world));
  });

  test('done, those who are set to it cut wood, who had that to do as well', () => {
    const places = 'copse: {like: wood, next to: field}';
    const stores = '{hall: {food: 900 kg, water: 0 l, firewood: 10 kg}}';
    const world = leanYard({ yard: 'water: well', begin: 'winter, d1 06:00, cold', places, stores, people: FOLK });
    const seen = new Set<string>();
    for (let hour = 0; hour < 10; hour++) {
      live(world, HOUR);
      for (let each = 0; each < world.of(labour).count; each++) {
        const task = doingOf(world, each);
        if (task?.work === 'fetch') seen.add(`${each} ${task.id}`);
      }
    }
    const carriers = [...seen].filter((each) => each.endsWith('fetching')).map((each) => each.split(' ')[0]);
    const cutters = [...seen].filter((each) => each.endsWith('felling')).map((each) => each.split(' ')[0]);
    expect(carriers.some((each) => cutters.includes(each))).toBe(true);
  });
});
