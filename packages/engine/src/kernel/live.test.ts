import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ENGAGEMENT,
  SCENE,
  bubble,
  bubbleOf,
  closeBubble,
  enterBubble,
  leaveBubble,
  membersOf,
  mergeBubbles,
  openBubble,
} from './bubbles.ts';
import { i32 } from './columns.ts';
import { createWorld } from './create.ts';
import { historyOf, liveHeavily } from './heavy.fixture.ts';
import { advance, step } from './live.ts';
import { reroll, withhold } from './log.ts';
import type { LogEntry } from './log.ts';
import { eventsOf, muteOf, readEvent } from './read.ts';
import { Ruleset } from './ruleset.ts';
import { load, save } from './save.ts';
import { setupOf } from './setup.fixture.ts';
import { assertSound } from './sound.fixture.ts';
import { defineSystem, rule } from './system.ts';
import type { Beat } from './system.ts';
import { person, table } from './tables.ts';
import { gardener, toyRulesWithSlugs, toyWorld } from './toy.fixture.ts';
import type { World } from './world.ts';

const BEGIN = 6 * 3600;
const DAYS = BEGIN + 2 * 86_400;
const log: readonly LogEntry[] = [
  { at: BEGIN, command: 'feed', value: { who: 'Ida', beans: 30 } },
  { at: BEGIN + 5000, command: 'say', value: { who: 'Ida', to: 'Dov' } },
  { at: BEGIN + 5000, command: 'say', value: { who: 'Dov', to: 'Bo' } },
  reroll(BEGIN + 40_000, 7),
];

describe('a life can be replayed', () => {
  const whole = toyWorld({ log });
  advance(whole, DAYS);
  const history = historyOf(whole);

  test('and is the same lived in one go, in pieces, from saves and in forks', () => {
    expect(history.length).toBeGreaterThan(300);
    const cut = fc.record({
      at: fc.integer({ min: BEGIN, max: DAYS }),
      by: fc.constantFrom('pause', 'save', 'fork', 'step'),
    });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 8 }), fc.boolean(), (cuts, trace) => {
        let world = toyWorld({ log, trace });
        for (const { at, by } of cuts.toSorted((a, b) => a.at - b.at)) {
          advance(world, at);
          if (by === 'save') world = load(world.recipe, save(world));
          if (by === 'fork') world = world.fork({ trace: at % 2 === 0 });
          if (by === 'step') step(world, DAYS);
        }
        advance(world, DAYS);
        expect(world.hash()).toBe(whole.hash());
        expect(historyOf(world)).toEqual(history);
      }),
      { numRuns: 25 },
    );
  });

  test('in the hardest way: saved and loaded before each step, compared after each', () => {
    const world = toyWorld({ log, trace: true });
    expect(liveHeavily(world, DAYS)).toBeGreaterThan(200);
    expect(world.hash()).toBe(whole.hash());
    expect(historyOf(world)).toEqual(history);
  });

  test('another seed is another life; the same seed the same', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => toyWorld({ seed }));
    for (const world of [a, b, c]) advance(world, DAYS);
    expect(b.hash()).toBe(a.hash());
    expect(c.hash()).not.toBe(a.hash());
    expect(historyOf(c)).not.toEqual(historyOf(a));
  });

  test('everything that the toy world knows comes up', () => {
    const seen = new Set([...eventsOf(whole)].map((each) => each.kind));
    expect([...seen].sort()).toEqual(whole.ruleset.kinds.map((each) => each.kind.id));
    expect(new Set([...eventsOf(whole)].map((each) => whole.chronicle.grain(each.id)))).toEqual(new Set([0, 1, 2, 3]));
    expect([...eventsOf(whole)].some((each) => each.because.some((cause) => cause.group > 0))).toBe(true);
    expect([...eventsOf(whole)].some((each) => each.witnesses.length > 0)).toBe(true);
  });
});

describe('heavy mode finds what it is for', () => {
  const memo = table('memo', { value: i32 });
  const living = (run: (world: World) => void): World => {
    const rules = new Ruleset(
      [
        defineSystem({
          id: 'memo',
          tables: [memo],
          events: {},
          words: {},
          rules: [rule('memo/run', { phase: 'act', at: 'hour' }, run)],
          build: (world) => void world.of(memo).add(),
        }),
      ],
      'heavy',
    );
    return createWorld(rules, setupOf({}));
  };
  test('state that hides in a closure', () => {
    let calls = 0;
    const world = living((each) => each.of(memo).value.put(0, calls++));
    expect(() => liveHeavily(world, DAYS)).toThrow(/has another hash after the step \(state of memo differs\)/);
  });
  test('state that hangs on the identity of the world', () => {
    const counts = new WeakMap<World, number>();
    const world = living((each) => {
      counts.set(each, (counts.get(each) ?? 0) + 1);
      each.of(memo).value.put(0, counts.get(each)!);
    });
    expect(() => liveHeavily(world, DAYS)).toThrow(/loaded anew at every step .*memo/);
  });
  test('cells written where no row is', () => {
    const world = living((each) => void (each.of(memo).value.raw[5] = 1));
    expect(() => liveHeavily(world, DAYS)).toThrow('memo: row 5 is not there, but its value is 1');
  });
});

describe('what if', () => {
  const trunk = toyWorld();
  advance(trunk, BEGIN + 6 * 3600);
  const [start, tell] = [trunk.time, trunk.hash()];

  test('a re-roll changes luck from its moment on, and only then', () => {
    const at = start + 6 * 3600;
    const worlds = [[], [reroll(at, 5)], [reroll(at, 6)], [reroll(at, 5)]].map((entries) =>
      trunk.fork({ log: entries }),
    );
    for (const world of worlds) advance(world, at - 1);
    const beforehand = worlds.map((world) => historyOf(world));
    for (const history of beforehand) expect(history).toEqual(beforehand[0]);
    for (const world of worlds) advance(world, at + 86_400);
    const [none, five, six, fiveAgain] = worlds.map((world) => historyOf(world));
    expect(five).not.toEqual(none);
    expect(six).not.toEqual(five);
    expect(fiveAgain).toEqual(five);
    expect([trunk.time, trunk.hash()]).toEqual([start, tell]);
  });

  test('a muted event leaves all unrelated luck as it was: the state of the rain is the same to the last bit', () => {
    const future = trunk.fork();
    advance(future, start + 86_400);
    const events = [...eventsOf(future)].filter((each) => each.time > start && each.kind === 'garden/sowed');
    expect(events.length).toBeGreaterThan(5);
    for (const each of events.slice(0, 6)) {
      const fork = trunk.fork({ log: [withhold(muteOf(future, each.id))] });
      advance(fork, start + 86_400);
      const [was, is] = [future.hashBySystem(), fork.hashBySystem()];
      expect(is.get('rain')).toBe(was.get('rain'));
      expect(is.get('garden')).not.toBe(was.get('garden'));
      const rains = (world: World): string[] =>
        [...eventsOf(world)].filter((e) => e.kind === 'rain/rained').map((e) => `${e.key} ${e.time}`);
      expect(rains(fork)).toEqual(rains(future));
      const recurs = [...eventsOf(fork)].filter(
        (e) => e.key === each.key && e.time >= each.time && e.time <= each.time + 86_400,
      );
      expect(recurs).toEqual([]);
      // What happened before is untouched.
      expect(historyOf(fork).slice(0, each.id - 1)).toEqual(historyOf(future).slice(0, each.id - 1));
    }
  });

  test('a system that is added leaves the state of all others as it was', () => {
    const [without, withSlugs] = [toyWorld(), toyWorld({}, toyRulesWithSlugs)];
    for (const world of [without, withSlugs]) advance(world, DAYS);
    const hashes = withSlugs.hashBySystem();
    for (const [system, hash] of without.hashBySystem()) expect([system, hashes.get(system)]).toEqual([system, hash]);
    expect(historyOf(withSlugs)).toEqual(historyOf(without));
  });
});

describe('time', () => {
  const beats: Beat[] = [];
  const grains = new Ruleset(
    [
      defineSystem({
        id: 'beats',
        events: {},
        words: {},
        rules: [
          rule('beats/note', { phase: 'act', at: ['second', 'minute', 'hour'] }, (_, beat) => void beats.push(beat)),
        ],
      }),
    ],
    'beats',
  );
  const people = { A: {}, B: {}, C: {}, D: {} };
  const newWorld = (): World => {
    beats.length = 0;
    return createWorld(grains, setupOf({ begin: { season: 'spring', part: 'mid', time: 0, weather: [] }, people }));
  };
  const told = (): string[] => beats.map((beat) => `${beat.grain} ${beat.members.join('')}`);

  test('is lived by the hour outside bubbles, by the second in engagements, by the minute in scenes', () => {
    const world = newWorld();
    advance(world, 7200);
    expect(told()).toEqual(['hour 0123', 'hour 0123']);
    enterBubble(world, 1, openBubble(world, ENGAGEMENT));
    enterBubble(world, 2, openBubble(world, SCENE));
    advance(world, 7203);
    expect(told().slice(2)).toEqual(['second 1', 'second 1', 'second 1']);
    leaveBubble(world, 1);
    advance(world, 7260);
    expect(told().at(-1)).toBe('minute 2');
    expect(beats.map((beat) => beat.seconds).filter((each, i, all) => all.indexOf(each) === i)).toEqual([3600, 1, 60]);
    expect(world.work).toBe(4 + 4 + 3 + 1);
    assertSound(world);
  });

  test('a bubble that is closed, or merged into another, lets its people go; its row stands for nobody', () => {
    const world = newWorld();
    const [first, second] = [openBubble(world, ENGAGEMENT), openBubble(world, ENGAGEMENT)];
    for (const who of [0, 1]) enterBubble(world, who, first);
    enterBubble(world, 2, second);
    mergeBubbles(world, first, second);
    mergeBubbles(world, first, first);
    expect([membersOf(world, first), membersOf(world, -1)]).toEqual([[0, 1, 2], [3]]);
    closeBubble(world, first);
    expect([bubbleOf(world, 0), membersOf(world, -1), world.of(bubble).liveCount]).toEqual([-1, [0, 1, 2, 3], 0]);
    expect(() => enterBubble(world, 0, first)).toThrow('bubble: row 0 is not there');
    assertSound(world);
  });

  test('bubbles due at one moment are lived in the order of their people, whatever rows they have', () => {
    const orders = [
      [0, 2],
      [2, 0],
    ].map((whose) => {
      const world = newWorld();
      for (const who of whose) enterBubble(world, who, openBubble(world, ENGAGEMENT));
      advance(world, 2);
      return told();
    });
    expect(orders[0]).toEqual(['second 0', 'second 2', 'second 0', 'second 2']);
    expect(orders[1]).toEqual(orders[0]);
  });

  test('a bubble opened in the row of one that has just closed is first lived a step later', () => {
    const lived: number[] = [];
    const rules = new Ruleset(
      [
        defineSystem({
          id: 'swap',
          events: {},
          words: {},
          rules: [
            rule('swap/swap', { phase: 'act', at: 'second' }, (world, beat) => {
              lived.push(world.time);
              if (beat.members[0] !== 0 || world.time !== 1) return;
              closeBubble(world, bubbleOf(world, 1));
              enterBubble(world, 1, openBubble(world, ENGAGEMENT));
            }),
          ],
        }),
      ],
      'swap',
    );
    const world = createWorld(
      rules,
      setupOf({ begin: { season: 'spring', part: 'mid', time: 0, weather: [] }, people }),
    );
    for (const who of [0, 1]) enterBubble(world, who, openBubble(world, ENGAGEMENT));
    advance(world, 2);
    expect(lived).toEqual([1, 2, 2]);
  });

  test('the log is carried out before anything else of its moment, and what nobody knows is refused', () => {
    const world = toyWorld({ log: [{ at: BEGIN + 3600, command: 'feed', value: { who: 'Bo', beans: 500 } }] });
    advance(world, BEGIN + 3599);
    const bo = world.cast.mustRow(person, 'Bo');
    expect(world.of(gardener).beans.raw[bo]).toBe(0);
    advance(world, BEGIN + 3600);
    expect(world.of(gardener).beans.raw[bo]).toBeGreaterThanOrEqual(400);
    const odd = toyWorld({ log: [{ at: BEGIN, command: 'fly', value: null }] });
    expect(() => advance(odd, BEGIN + 1)).toThrow('the log holds "fly", which no system knows');
  });

  test('living can be stopped after any step, and goes on from there', () => {
    const [stopped, whole] = [toyWorld(), toyWorld()];
    let steps = 0;
    advance(stopped, DAYS, () => ++steps < 40);
    expect([steps, stopped.time < DAYS]).toEqual([40, true]);
    advance(stopped, DAYS);
    advance(whole, DAYS);
    expect(stopped.hash()).toBe(whole.hash());
    expect(readEvent(stopped, 1)).toEqual(readEvent(whole, 1));
  });
});
