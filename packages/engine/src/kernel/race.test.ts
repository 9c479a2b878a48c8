import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance, purpose } from './chance.ts';
import { hashText32 } from './hash.ts';
import { MOST_OPTIONS, Race } from './race.ts';
import { binomialDeviations, chiSquareDeviations } from './statistics.fixture.ts';

const AIM = purpose('race.test/aim');
const chance = new Chance(2024, 7);
const mara = hashText32('Mara');

interface Option {
  readonly key: number;
  readonly weight: number;
  /** At least the weight. */
  readonly bound: number;
}

/** Few keys and weights, so that ties of weights, zeros and certain winners come up. */
const options = fc
  .uniqueArray(
    fc.record({
      key: fc.integer({ min: 0, max: 0xffffffff }),
      weight: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1e-6, max: 1e6, noNaN: true })),
      slack: fc.oneof(fc.constant(1), fc.double({ min: 1, max: 50, noNaN: true })),
    }),
    { selector: (o) => o.key, maxLength: MOST_OPTIONS },
  )
  .map((list) => list.map(({ key, weight, slack }): Option => ({ key, weight, bound: weight * slack || slack - 1 })));
const second = fc.integer({ min: -1e9, max: 1e9 });

function eager(list: readonly Option[], when: number, race = new Race()): number {
  race.open(chance, AIM, mara, 0, when);
  for (const { key, weight } of list) race.offer(key, weight);
  return race.pick();
}

function lazy(list: readonly Option[], when: number, asked: number[] = [], race = new Race()): number {
  race.open(chance, AIM, mara, 0, when);
  for (const { key, bound } of list) race.offer(key, bound);
  return race.pickLazily((i, from) => {
    asked.push(i);
    return from[i]!.weight;
  }, list);
}

describe('a race', () => {
  it('is won by each option as often as its weight says', () => {
    const weights = [5, 1, 0, 0.25, 3, 0.75];
    const wins = weights.map(() => 0);
    const race = new Race();
    const count = 60_000;
    for (let when = 0; when < count; when++) {
      race.open(chance, AIM, mara, 0, when);
      weights.forEach((weight, i) => race.offer(hashText32(`target ${i}`), weight));
      wins[race.pick()]!++;
    }
    expect(wins[2]).toBe(0);
    const weighty = [0, 1, 3, 4, 5];
    const deviations = chiSquareDeviations(
      weighty.map((i) => wins[i]!),
      weighty.map((i) => weights[i]!),
    );
    expect(Math.abs(deviations)).toBeLessThan(4);
    for (const i of weighty) expect(Math.abs(binomialDeviations(wins[i]!, count, weights[i]! / 10))).toBeLessThan(4);
  });

  it('keeps its winner when a loser is removed, and when the order of options changes', () => {
    fc.assert(
      fc.property(options, second, fc.nat(), fc.nat(), (list, when, which, turn) => {
        const winner = list[eager(list, when)];
        if (winner === undefined) {
          expect(list.every((o) => o.weight === 0)).toBe(true);
          return;
        }
        const losers = list.filter((o) => o !== winner);
        const removed = losers[which % Math.max(1, losers.length)];
        const fewer = list.filter((o) => o !== removed);
        expect(fewer[eager(fewer, when)]).toBe(winner);
        const at = turn % list.length;
        const turned = [...list.slice(at), ...list.slice(0, at)].reverse();
        expect(turned[eager(turned, when)]).toBe(winner);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('hands the place of a removed winner to the runner-up, as if the winner had never run', () => {
    const list = ['gate', 'loft', 'yard', 'well'].map((name) => ({ key: hashText32(name), weight: 1, bound: 1 }));
    const wins = new Map<Option, number>();
    for (let when = 0; when < 8000; when++) {
      const rest = list.filter((o) => o !== list[eager(list, when)]);
      const heir = rest[eager(rest, when)]!;
      wins.set(heir, (wins.get(heir) ?? 0) + 1);
    }
    expect(Math.abs(chiSquareDeviations(list.map((o) => wins.get(o) ?? 0)))).toBeLessThan(4);
  });

  it('ends alike lazily and eagerly, and never asks for a weight twice', () => {
    const race = new Race();
    fc.assert(
      fc.property(options, second, (list, when) => {
        const asked: number[] = [];
        expect(lazy(list, when, asked, race)).toBe(eager(list, when, race));
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { seed: 4, numRuns: 3000 },
    );
  });

  it('tells whether the winner would have stood with another weight, as if the race had been run with it', () => {
    const otherWeight = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1e-6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(options, second, otherWeight, (list, when, weight) => {
        const race = new Race();
        const winner = lazy(list, when, [], race);
        if (winner < 0) return;
        const changed = list.map((o, i) => (i === winner ? { ...o, weight } : o));
        const stands = race.standsWith(winner, weight, (i, from) => from[i]!.weight, list);
        expect(stands).toBe(eager(changed, when) === winner);
      }),
    );
  });

  it('asks lazily for few weights: one where the bounds are the weights, and it tells which', () => {
    const list = Array.from({ length: 20 }, (_, i) => ({ key: hashText32(`${i}`), weight: 1 + i, bound: 1 + i }));
    const race = new Race();
    for (let when = 0; when < 500; when++) {
      const asked: number[] = [];
      const winner = lazy(list, when, asked, race);
      expect(asked).toEqual([winner]);
      expect(race.weightAt(winner)).toBe(list[winner]!.weight);
      expect(race.weightAt((winner + 1) % 20)).toBeNaN();
    }
    // Bounds at twice the weight: the winner is sure once its time is under half of every other's best.
    let asked = 0;
    for (let when = 0; when < 500; when++) {
      const askedNow: number[] = [];
      lazy(
        list.map((o) => ({ ...o, bound: o.weight * 2 })),
        when,
        askedNow,
      );
      asked += askedNow.length;
    }
    expect(asked / 500).toBeGreaterThan(1.5);
    expect(asked / 500).toBeLessThan(3.5);
  });

  it('decides equal times by the smaller key, in any order, lazily too', () => {
    // A chance whose every draw is the same makes all times equal.
    const still = { exponential: () => 1 } as unknown as Chance;
    for (const keys of [
      [9, 4, 7],
      [4, 9, 7],
      [7, 9, 4],
    ]) {
      const race = new Race().open(still, AIM, 0, 0, 0);
      for (const key of keys) race.offer(key, 2);
      expect(keys[race.pick()]).toBe(4);
      const loose = new Race().open(still, AIM, 0, 0, 0);
      keys.forEach((key, i) => loose.offer(key, 2 + i));
      expect(keys[loose.pickLazily(() => 2, null)]).toBe(4);
    }
  });

  it('has no winner without options or weights', () => {
    expect(eager([], 5)).toBe(-1);
    expect(lazy([], 5)).toBe(-1);
    expect(eager([{ key: 1, weight: 0, bound: 0 }], 5)).toBe(-1);
    expect(lazy([{ key: 1, weight: 0, bound: 3 }], 5)).toBe(-1);
  });

  it('starts anew each time it is opened', () => {
    const race = new Race();
    const first = [1, 2, 3].map((key) => ({ key, weight: 1, bound: 1 }));
    const alone = [{ key: 4, weight: 1, bound: 1 }];
    for (let when = 0; when < 50; when++) {
      eager(first, when, race);
      expect(eager(alone, when, race)).toBe(0);
      expect(race.weightAt(1)).toBeNaN();
    }
  });

  it('takes 64 options and refuses what makes no sense', () => {
    const race = new Race();
    expect(() => race.offer(1, 1)).toThrow('call open() first');
    race.open(chance, AIM, mara, 0, 0);
    for (const weight of [-1, NaN, Infinity]) expect(() => race.offer(1, weight)).toThrow(`the weight ${weight}`);
    for (let i = 0; i < MOST_OPTIONS; i++) expect(race.offer(i, 1)).toBe(i);
    expect(() => race.offer(64, 1)).toThrow('at most 64 options');
    expect(race.pick()).toBeGreaterThanOrEqual(0);
    for (const weight of [2.5, -1, NaN]) {
      race.open(chance, AIM, mara, 0, 0).offer(1, 2);
      expect(() => race.pickLazily(() => weight, null)).toThrow(`the weight ${weight}: it must lie from 0 to 2`);
    }
  });

  it('counts as one draw an option in the debug check', () => {
    const watched = new Chance(1, 2, { debug: true });
    const race = new Race().open(watched, AIM, mara, 0, 9);
    race.offer(11, 1);
    race.offer(12, 1);
    expect(() => race.offer(11, 1)).toThrow('drawn twice');
  });
});
