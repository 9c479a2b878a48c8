import { describe, expect, test } from 'vitest';
import { mill } from '../../../test/mill.fixture.ts';
import type { MillChanges } from '../../../test/mill.fixture.ts';
import { all, band, happen, live, named, said, where, who } from '../../../test/night.fixture.ts';
import type { EventRecord } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { ruleset } from '../../rules.ts';
import { body } from '../bodies/state.ts';
import { tiredness } from '../bodies/sleep.ts';
import { gotAway } from '../conduct/events.ts';
import { legSeconds } from '../places/system.ts';
import { weakened } from './events.ts';
import { hunger } from './facts.ts';
import { dayOf, liveDays, lostOn } from './hunger.fixture.ts';
import { use } from './metabolism.ts';
import { LEVELS, lostShare, nourishment } from './state.ts';

const DAY = 86_400;
const CROWD = Array.from({ length: 20 }, (_, i) => `P${i}: {group: mill folk}`).join('\n  ');
const starved = (changes: MillChanges = {}, food = '0 kg'): World =>
  mill({ ...changes, more: `stores: {mill: {food: ${food}}}` });
const lost = (world: World, name: string): number => lostShare(world, who(world, name));
const daysOf = (events: readonly EventRecord[], start: number): number[] =>
  events.map(({ time }) => (time - start) / DAY);
const kindsBehind = (world: World, event: EventRecord): string[] =>
  event.because.map(({ id }) => world.ruleset.kinds[world.chronicle.kind(id)].kind.id);

describe('what a body lives on', () => {
  test('[S11] 2,100 kcal keep somebody who works little for a year', () => {
    expect(lostOn(2100, 365, dayOf(0))).toBeLessThan(0.01);
    expect(lostOn(1900, 365, dayOf(0))).toBeGreaterThan(0.03);
  });

  test('[S11] 1,570 kcal for 24 weeks of a working day take about a quarter of the weight', () => {
    const share = lostOn(1570, 24 * 7, dayOf(8));
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.28);
  });

  test('[S11] who starves saves: the second month costs less than the first', () => {
    const [one, two] = [lostOn(1050, 30, dayOf(0)), lostOn(1050, 60, dayOf(0))];
    expect(two - one).toBeLessThan(0.8 * one);
  });

  test('[S11] without food people die after 45 to 61 days, having grown weak and come down to skin and bone', () => {
    const world = starved({ people: CROWD });
    const [start, ate] = [world.time, world.of(nourishment).fedAt.raw[0]];
    liveDays(world, 63);
    const died = all(world, 'wounds/died');
    expect(died).toHaveLength(22);
    expect(died.every(({ data }) => data['of'] === 'hunger')).toBe(true);
    const days = daysOf(died, ate);
    expect(Math.min(...days)).toBeGreaterThan(45);
    expect(Math.max(...days)).toBeLessThan(61);
    expect(new Set(days).size).toBeGreaterThan(15);
    const weak = daysOf(all(world, 'needs/weakened'), start);
    const wasted = daysOf(all(world, 'needs/starving'), start);
    expect([weak.length, wasted.length]).toEqual([22, 22]);
    expect(Math.max(...weak)).toBeLessThan(Math.min(...wasted));
    expect(Math.max(...wasted)).toBeLessThan(Math.min(...days));
  });

  test('[S11] a child lasts for less long than those who are grown', () => {
    const world = liveDays(starved({ people: 'Tilly: {group: mill folk, age: 7}' }), 63);
    const died = all(world, 'wounds/died').map((event) => named(world, event)['actor']);
    expect([died[0], died.length]).toEqual(['Tilly', 3]);
  });

  test('hard work costs more than being up, and that more than sleep', () => {
    const spent = (effort: number): number => {
      const world = mill();
      const before = world.of(nourishment).inHand.raw[who(world, 'Ada')];
      use(world, who(world, 'Ada'), 3600, effort);
      return before - world.of(nourishment).inHand.raw[who(world, 'Ada')];
    };
    const world = starved({ Ada: 'asleep: true' });
    live(world, 7200);
    const { inHand, frame } = world.of(nourishment);
    const perKilo = (name: string): number => {
      const row = who(world, name);
      return (1200 - inHand.raw[row]) / Math.sqrt(frame.raw[row]);
    };
    expect(perKilo('Cole') / perKilo('Ada')).toBeCloseTo(1.47, 2);
    expect(spent(3.7) / spent(1.47)).toBeCloseTo(3.7 / 1.47, 2);
  });

  test('it comes to the same whether they live by the minute or by the hour', () => {
    const [minutes, hours] = [mill(), mill()];
    const ada = who(hours, 'Ada');
    for (let hour = 0; hour < 10 * 24; hour++) {
      use(hours, ada, 3600, 1.47);
      for (let minute = 0; minute < 60; minute++) use(minutes, ada, 60, 1.47);
    }
    expect(lost(hours, 'Ada')).toBeGreaterThan(0.05);
    expect(lost(minutes, 'Ada')).toBeCloseTo(lost(hours, 'Ada'), 2);
  });
});

describe('hunger', () => {
  test('[S11] that nothing came for a day, and what it came to, rest on what there was not', () => {
    const world = liveDays(starved(), 32);
    const [out] = all(world, 'rations/ran-out');
    const [hungry] = all(world, 'needs/hungry');
    expect(hungry.because.map(({ id }) => id)).toEqual([out.id]);
    expect(hungry.time - world.of(nourishment).fedAt.raw[hungry.roles['actor']]).toBeGreaterThanOrEqual(DAY);
    expect(all(world, 'needs/hungry')).toHaveLength(2);
    for (const kind of ['needs/weakened', 'needs/starving']) {
      expect(all(world, kind).map((event) => kindsBehind(world, event))).toEqual([
        ['rations/ran-out'],
        ['rations/ran-out'],
      ]);
    }
    expect(said(world, all(world, 'needs/starving')[0])).toMatch(/^\w+ came down to skin and bone\.$/);
  });

  test('[S11] tires people and slows them down', () => {
    const [fed, weak] = [mill(), mill()];
    const ada = who(fed, 'Ada');
    weak.of(nourishment).lost.add(ada, 0.15, 0);
    expect(tiredness(weak, ada)).toBeGreaterThan(tiredness(fed, ada) + 0.25);
    happen(weak, weakened, { actor: ada, place: where(weak, 'mill') });
    const walk = (world: World): number => legSeconds(world, ada, where(world, 'mill'), where(world, 'yard'), 1);
    expect(walk(weak)).toBeGreaterThan(walk(fed));
  });

  test('a little of it does not tire: whoever has missed a few meals is as fit as before', () => {
    const [fed, less] = [mill(), mill()];
    less.of(nourishment).lost.add(who(less, 'Ada'), 0.02, 0);
    expect(tiredness(less, who(less, 'Ada'))).toBe(tiredness(fed, who(fed, 'Ada')));
  });

  test('[S11] is got over by eating enough, first the worst of it', () => {
    const world = starved({}, '9000 kg');
    const ada = who(world, 'Ada');
    const rows = world.of(nourishment);
    rows.lost.add(ada, 0.26, 0);
    liveDays(world, 1);
    expect(LEVELS[rows.level.raw[ada]]).toBe('starving');
    // Those who work by day put it on more slowly.
    liveDays(world, 240);
    const recovered = all(world, 'needs/recovered');
    expect(recovered.map(({ data }) => data['to'])).toEqual(['weak', 'fed']);
    expect(kindsBehind(world, recovered[0])).toEqual(['rations/served']);
    expect(rows.level.raw[ada]).toBe(0);
    expect(lost(world, 'Ada')).toBeLessThan(0.08);
  });

  test('does not come to those of whose food the scenario says nothing, nor to those who are gone', () => {
    const world = starved();
    const [actor, place] = [who(world, 'Cole'), where(world, 'mill')];
    happen(world, gotAway, { actor, place, group: band(world, 'mill folk') });
    liveDays(world, 20);
    expect(['Cole', 'Bram', 'Dirk'].map((name) => lost(world, name))).toEqual([0, 0, 0]);
    expect(lost(world, 'Ada')).toBeGreaterThan(0.1);
    expect(all(liveDays(mill(), 20), 'needs/hungry')).toEqual([]);
  });

  test('is what stands about somebody, with what made it so', () => {
    const world = liveDays(starved(), 20);
    const [standing] = hunger.stands(world, who(world, 'Ada'));
    const [weak] = all(world, 'needs/weakened').filter(({ roles }) => roles['actor'] === who(world, 'Ada'));
    expect(standing.clause.complement).toBe('weak from hunger');
    expect(standing.because).toContain(weak.id);
    expect(hunger.stands(world, who(world, 'Bram'))).toEqual([]);
  });

  test('can be an outcome: that a group goes hungry, how many die of it, that nobody does', () => {
    const judge = (world: World): unknown[] =>
      ['{groups} go hungry', 'how many of {groups} die of hunger', 'nobody of {groups} dies of hunger'].map((pattern) =>
        ruleset.conditions.find((each) => each.pattern === pattern)!.truth(world, { groups: 'mill folk' }),
      );
    const world = starved();
    expect(judge(world)).toEqual([false, 0, true]);
    liveDays(world, 3);
    expect(judge(world)).toEqual([true, 0, true]);
    liveDays(world, 60);
    expect(judge(world)).toEqual([false, 2, false]);
    const { because } = ruleset.conditions.find(({ pattern }) => pattern === 'how many of {groups} die of hunger')!;
    expect(because!(world, { groups: 'mill folk' })).toEqual(all(world, 'wounds/died').map(({ id }) => id));
    expect(world.of(body).alive.raw[who(world, 'Bram')]).toBe(1);
  });
});
