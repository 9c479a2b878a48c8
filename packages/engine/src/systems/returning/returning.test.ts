import { describe, expect, test, vi } from 'vitest';
import { claim, claimsOf, findClaim } from '../../kernel/beliefs.ts';
import { readEvent } from '../../kernel/read.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { all, band, happen, live, named, where, who } from '../../../test/night.fixture.ts';
import { GRUDGE, beaten, daysAfter } from '../../../test/returning.fixture.ts';
import type { Beaten } from '../../../test/returning.fixture.ts';
import { ambushAt } from '../assault/knowing.ts';
import { outfit, peopleOut } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { fear } from '../dread/state.ts';
import { peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { cache, cacheRow, site } from '../region/state.ts';
import { NO_TIE, TIES, addBond } from '../past/state.ts';
import { nerves } from '../resolve/state.ts';
import { roster } from '../routine/state.ts';
import { ERRANDS, errand } from '../scouting/state.ts';
import { isAt } from '../sight/state.ts';
import { gaveUp } from '../will/events.ts';
import { stageOf } from './state.ts';

vi.setConfig({ testTimeout: 120_000 });
const DAY = 86_400;
const HUNGRY = { Rook: GRUDGE };
const LOST = ['Mord', 'the band 1', 'the band 2'];
const of = (world: World): number => band(world, 'the band');
const kindsOf = (world: World, ids: readonly { readonly id: number }[]): string[] =>
  ids.map(({ id }) => readEvent(world, id).kind);
/** Everything that an event goes back to by what is stated. */
function closure(world: World, id: number): Set<number> {
  const found = new Set<number>([id]);
  for (const each of found) for (const cause of readEvent(world, each).because) found.add(cause.id);
  return found;
}

describe('the evening after', () => {
  test('whoever leads counts who is left, and how many of the enemy they have seen [S17]', () => {
    const world = daysAfter(1, { lost: ['Mord'] });
    const [counted] = all(world, 'returning/counted');
    expect(named(world, counted)).toMatchObject({ actor: 'Rook', group: 'the band', target: 'fort folk' });
    expect(counted.data).toMatchObject({ people: 12, lost: 1, foes: 7 });
    expect(kindsOf(world, counted.because)).toEqual(['bands/regrouped', 'engagement/ended']);
  });

  test('whoever saw people come out of hiding tells where, and all of them look for it there from then on [S17]', () => {
    const world = daysAfter(1, { hidden: 'well' });
    const [told] = all(world, 'returning/told');
    expect(named(world, told)).toMatchObject({ actor: 'Rook', place: 'well' });
    for (const each of peopleOut(world)[of(world)])
      expect(findClaim(world, each, ambushAt, where(world, 'well')), world.keyOf(person, each)).toBeGreaterThanOrEqual(
        0,
      );
    expect(findClaim(world, who(world, 'Hild'), ambushAt, where(world, 'well'))).toBe(-1);
    expect(all(daysAfter(1), 'returning/told')).toEqual([]);
  });
});

describe('the talk of going back', () => {
  test('is settled by what weighs with them: a grudge and hunger for it, losses and dread against it [S17]', () => {
    const world = daysAfter(9, HUNGRY);
    const vowed = all(world, 'returning/argued').find(({ data }) => data['outcome'] === 'come back')!;
    expect(named(world, vowed)['actor']).toBe('Rook');
    expect(kindsOf(world, vowed.because)).toContain('bands/ran-short');
    expect(stageOf(world, of(world))).not.toBe('none');
    const outcomes = (about: Beaten): unknown[] =>
      all(daysAfter(4, { food: 400, lost: LOST, ...about }), 'returning/argued').map(({ data }) => data['outcome']);
    expect(outcomes(HUNGRY)[0]).toBe('come back');
    expect(outcomes({ Rook: 'temper: [timid]' })).toEqual(['let it be']);
  });

  test('no choice of theirs is without a reason', () => {
    for (const about of [HUNGRY, { lost: ['Mord', 'Tova', 'Sely'] }]) {
      const world = daysAfter(20, about);
      for (const kind of ['argued', 'ended', 'parted', 'set-about', 'set-out'])
        for (const each of all(world, `returning/${kind}`)) expect(each.because.length, kind).toBeGreaterThan(0);
    }
  });

  test('who dreads it most walks off once it is settled, and states that [S17]', () => {
    const before = beaten({ ...HUNGRY, food: 400 });
    const afraid = who(before, 'the band 4');
    const source = all(before, 'engagement/ended')[0].id;
    before.of(fear).dread.add(afraid, 1.6, source);
    const world = live(before, 12 * DAY);
    const parted = all(world, 'returning/parted').find((each) => each.roles['actor'] === afraid)!;
    expect(parted.because.some(({ id }) => id === source)).toBe(true);
    expect(peopleOut(world)[of(world)]).not.toContain(afraid);
  });
});

describe('what they need for it', () => {
  test('those who starve beside them come over, with what they have [S17]', () => {
    const strangers = 'strangers: { out at: town, extras: 3, provisions: 3 kg }';
    const before = beaten({ ...HUNGRY, food: 150, groups: strangers });
    const food = (world: World): number => {
      const rows = world.of(outfit);
      const some = [of(world), band(world, 'strangers')];
      return some.reduce((sum, each) => sum + rows.food.raw[each] + rows.eaten.raw[each] - rows.gathered.raw[each], 0);
    };
    const world = live(before.fork(), 2.2 * DAY);
    // They come by where the band lies.
    world.of(outfit).site.put(band(world, 'strangers'), world.of(outfit).site.raw[of(world)]);
    live(world, DAY / 2);
    const [joined] = all(world, 'returning/joined');
    expect(named(world, joined)).toMatchObject({ group: 'the band', from: 'strangers' });
    expect(joined.data['people']).toBe(3);
    expect(peopleIn(world, of(world)).length).toBe(peopleIn(before, of(before)).length + 3);
    expect(food(world)).toBe(150_000 + 3000);
    expect(kindsOf(world, joined.because)).toContain('bands/ran-short');
  });

  test('rounds are found, carried and dealt out, and none comes from nowhere [S17]', () => {
    const held = (world: World): number => world.of(outfit).rounds.raw[of(world)];
    const rounds = (world: World): number => {
      const { rounds: carried, secondRounds } = world.of(body);
      let sum = held(world);
      for (const each of peopleIn(world, of(world))) sum += carried.raw[each] + secondRounds.raw[each];
      for (let at = 0; at < world.of(site).count; at++) sum += world.of(cache).amount.raw[cacheRow(at, 'rounds')];
      return sum;
    };
    const before = live(beaten(HUNGRY), DAY);
    expect(held(before)).toBe(90);
    // Each of them carries what they came with: they are given more only where they have room for it.
    for (const each of peopleIn(before, of(before))) before.of(body).rounds.put(each, 4);
    const after = before.fork();
    for (let hour = 0; hour < 24 * 20 && all(after, 'returning/set-out').length === 0; hour++) live(after, 3600);
    expect(all(after, 'returning/set-out')).toHaveLength(1);
    expect(rounds(after)).toBe(rounds(before));
    expect(held(after)).toBe(0);
    expect(after.of(body).rounds.raw[who(after, 'Rook')]).toBeGreaterThan(9);
  });
});

describe('the return', () => {
  const back = (): World => {
    const world = beaten({ ...HUNGRY, hidden: 'well' });
    for (let hour = 0; hour < 24 * 20 && all(world, 'returning/came-back').length === 0; hour++) live(world, 3600);
    return world;
  };

  test('they are on the map again, and a second fight opens; scouts came first; it goes back to the vow [S17]', () => {
    const world = live(back(), 1800);
    const [came] = all(world, 'returning/came-back');
    expect(all(world, 'scouting/reported').some(({ time }) => time < came.time)).toBe(true);
    const opened = all(world, 'engagement/opened', came.id);
    expect(opened).toHaveLength(1);
    for (const each of peopleIn(world, of(world))) expect(world.of(position).gone.raw[each]).toBe(0);
    const behind = closure(world, opened[0].id);
    const vowed = all(world, 'returning/argued').find(({ data }) => data['outcome'] === 'come back')!;
    expect(behind.has(vowed.id)).toBe(true);
    expect(behind.has(all(world, 'returning/told')[0].id)).toBe(true);
  });

  test('it begins anew: nobody is broken from the last one, and nothing known of then says where anybody is', () => {
    const before = back();
    before.of(nerves).broken.put(who(before, 'Edda'), 1);
    const world = live(before, 960);
    const opened = all(world, 'engagement/opened').at(-1)!;
    expect(world.of(nerves).broken.raw[who(world, 'Edda')]).toBe(0);
    const stale = claimsOf(world, who(world, 'Rook')).filter(
      (row) => world.of(claim).seen.raw[row] < opened.time && world.of(claim).predicate.raw[row] === isAt.hash,
    );
    expect(stale).toEqual([]);
  });

  test('that is beaten off once more, they come together and count again', () => {
    const world = live(back(), 1200);
    const rook = who(world, 'Rook');
    happen(world, gaveUp, { actor: rook, group: of(world), place: world.of(position).at.raw[rook] });
    live(world, 2 * DAY);
    expect(all(world, 'returning/counted').length).toBe(2);
  });
});

test('where it falls quiet with neither side gone, those who came draw off, and are gone', () => {
  const before = beaten({ left: ['Mord', 'Tova'] });
  const world = live(before, 5 * 3600);
  const [drew] = all(world, 'returning/drew-off');
  expect(drew.data['people']).toBe(2);
  expect(kindsOf(world, drew.because)).toEqual(['engagement/ended']);
  expect(world.of(position).gone.raw[who(world, 'Mord')]).toBe(1);
});

test('a band of which nobody is left has nothing to settle any more', () => {
  const world = daysAfter(4, HUNGRY);
  expect(stageOf(world, of(world))).toBe('recovering');
  for (const each of peopleIn(world, of(world))) world.of(body).alive.put(each, 0);
  live(world, 2 * DAY);
  expect(stageOf(world, of(world))).toBe('broken up');
  const [over] = all(world, 'returning/ended');
  expect(over.data['how']).toBe('broken up');
});

describe('somebody within', () => {
  /** Sely lies before the east wall to look, and Edda stands watch on it. */
  function watched(change: (world: World) => void): World {
    const world = daysAfter(1, { more: HIDDEN });
    const [edda, sely] = [who(world, 'Edda'), who(world, 'Sely')];
    world.of(roster).on.put(edda, 1);
    world.of(roster).post.put(edda, where(world, 'east walk') + 1);
    world.of(roster).until.put(edda, world.time + DAY);
    world.of(position).at.put(edda, where(world, 'east walk'));
    world.of(body).awake.put(edda, 1);
    const rows = world.of(errand);
    rows.stage.put(sely, ERRANDS.indexOf('there'));
    rows.of.put(sely, band(world, 'fort folk') + 1);
    rows.at.put(sely, where(world, 'east field') + 1);
    rows.came.put(sely, all(world, 'engagement/ended')[0].id);
    rows.until.put(sely, world.time + DAY);
    change(world);
    return live(world, 3600);
  }
  const HIDDEN = 'contingencies: {the hall: {who: [Edda], hidden: hall, when: the band seen in court}}';
  const friend = (world: World): void =>
    addBond(world, who(world, 'Edda'), who(world, 'Sely'), TIES.indexOf('friend'), 0, 0);
  const wronged = (world: World): void =>
    addBond(world, who(world, 'Edda'), who(world, 'Hild'), NO_TIE, 0.6, all(world, 'engagement/ended')[0].id);

  test('who has a friend outside and was wronged at home tells a scout where people lie hidden; one of the two is not enough [S17]', () => {
    const world = watched((before) => {
      friend(before);
      wronged(before);
    });
    const [turned] = all(world, 'returning/turned');
    expect(named(world, turned)).toMatchObject({ actor: 'Edda', target: 'Sely', group: 'the band' });
    expect(turned.because.length).toBeGreaterThan(1);
    expect(findClaim(world, who(world, 'Sely'), ambushAt, where(world, 'hall'))).toBeGreaterThanOrEqual(0);
    // The scout tells it to the others.
    const later = live(world, DAY);
    expect(findClaim(later, who(later, 'Rook'), ambushAt, where(later, 'hall'))).toBeGreaterThanOrEqual(0);
    for (const only of [friend, wronged]) expect(all(watched(only), 'returning/turned')).toEqual([]);
  });
});
