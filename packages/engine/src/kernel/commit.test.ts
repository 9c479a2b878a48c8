import { describe, expect, test } from 'vitest';
import { i32, u32 } from './columns.ts';
import { createWorld } from './create.ts';
import type { LivingOptions } from './create.ts';
import { aboutEvent, eventKind, maybe, oneOf, real, reason, role, whole32, yesNo } from './events.ts';
import { hex64 } from './hash.ts';
import { historyOf } from './heavy.fixture.ts';
import { MUTE_SCOPE_SECONDS, withhold } from './log.ts';
import type { LogEntry, Mute } from './log.ts';
import { advance } from './live.ts';
import { eventsOf, muteOf, readEvent } from './read.ts';
import { Ruleset } from './ruleset.ts';
import { setupOf } from './setup.fixture.ts';
import { PHASES, defineSystem, rule } from './system.ts';
import type { Beat, Phase } from './system.ts';
import { person, table } from './tables.ts';
import type { World } from './world.ts';

const purse = table('purse', { coins: i32, spent: i32, seen: u32, last: u32 }, { along: person });
const paid = eventKind('money/paid', {
  roles: { actor: role(person), target: maybe(person) },
  data: { coins: whole32('coins') },
  possible: (world, e) => world.of(purse).coins.raw[e.actor] >= e.coins,
  spend: (world, e) => world.of(purse).spent.put(e.actor, world.of(purse).spent.raw[e.actor] + 1),
  apply: (world, e) => {
    const { coins, last } = world.of(purse);
    coins.put(e.actor, coins.raw[e.actor] - e.coins);
    last.put(e.actor, e.time);
    if (e.target === undefined || e.target < 0) return;
    coins.put(e.target, coins.raw[e.target] + e.coins);
    world.propose(thanked, { actor: e.target, target: e.actor }, [reason(e.id)]);
  },
});
const thanked = eventKind('money/thanked', { roles: { actor: role(person), target: role(person) } });
const endless = eventKind('money/endless', { roles: {}, uncaused: true, apply: (world) => world.propose(endless, {}) });
const nested = eventKind('money/nested', { roles: {}, uncaused: true, apply: (world) => world.commit() });
const everything = eventKind('money/everything', {
  roles: { actor: role(person), target: maybe(person), third: maybe(person) },
  data: { whole: whole32('g'), number: real('m'), yes: yesNo, choice: oneOf(['a', 'b', 'c']), event: aboutEvent },
});

/** What each phase sees of the coins when it begins, and what the next rule of the same phase sees. */
const seenBy = (phase: Phase, name: string) =>
  rule(`money/${name}-${phase}`, { phase, at: 'hour' }, (world: World, beat: Beat) => {
    const rows = world.of(purse);
    rows.seen.put(0, rows.seen.raw[0] * 10 + rows.coins.raw[0]);
    if (beat.bubble < 0) world.propose(paid, { actor: 0, target: 1, coins: 1 });
  });
const rules = new Ruleset(
  [
    defineSystem({
      id: 'money',
      tables: [purse],
      events: { paid, thanked, endless, nested, everything },
      words: {
        paid: { weight: 'beat', tell: (_e) => ({ verb: 'pay', subject: { role: 'actor' } }) },
        thanked: { weight: 'detail', tell: (_e) => ({ verb: 'thank', subject: { role: 'actor' } }) },
        endless: { weight: 'detail', tell: (_e) => ({ verb: 'go on', subject: { noun: 'it' } }) },
        nested: { weight: 'detail', tell: (_e) => ({ verb: 'nest', subject: { noun: 'it' } }) },
        everything: { weight: 'detail', tell: (_e) => ({ verb: 'be', subject: { role: 'actor' } }) },
      },
      rules: PHASES.flatMap((phase) => [seenBy(phase, 'first'), seenBy(phase, 'second')]),
      build: (world) => {
        for (let who = 0; who < world.of(person).count; who++) world.of(purse).coins.put(who, 9);
      },
    }),
  ],
  'money',
);
const setup = setupOf({
  begin: { season: 'spring', part: 'mid', time: 0, weather: [] },
  people: { Ann: {}, Ben: {}, Cy: {} },
});
const newWorld = (options: LivingOptions = {}): World => createWorld(rules, setup, { debug: true, ...options });
const coins = (world: World): number[] => [...world.of(purse).coins.raw.subarray(0, 3)];
const kinds = (world: World): string[] => [...eventsOf(world)].map((each) => each.kind.slice(6));

describe('propose and commit', () => {
  test('what is proposed changes nothing until it is committed', () => {
    const world = newWorld();
    world.propose(paid, { actor: 0, target: 1, coins: 4 });
    expect([coins(world), world.chronicle.length]).toEqual([[9, 9, 9], 0]);
    world.commit();
    expect([coins(world), kinds(world)]).toEqual([
      [5, 13, 9],
      ['paid', 'thanked'],
    ]);
  });

  test('the rules of a phase all see the state with which it begins, and the next phase sees what they did', () => {
    const world = newWorld();
    advance(world, 3600);
    // Nine coins, two paid in each of five phases, as far as they last; in each phase both rules see the same.
    expect(world.of(purse).seen.raw[0]).toBe(9977553311 % 2 ** 32);
    expect(coins(world)).toEqual([0, 18, 9]);
    expect(world.of(purse).spent.raw[0]).toBe(9);
  });

  test('an event that an earlier one has made impossible does not happen, and uses nothing up', () => {
    const world = newWorld();
    world.propose(paid, { actor: 0, target: 1, coins: 6 });
    world.propose(paid, { actor: 0, target: 2, coins: 6 });
    world.commit();
    expect([coins(world), world.of(purse).spent.raw[0]]).toEqual([[3, 15, 9], 1]);
    expect(kinds(world)).toEqual(['paid', 'thanked']);
  });

  test('what an event sets off comes after all that was proposed with it, and states it as its reason', () => {
    const world = newWorld();
    world.propose(paid, { actor: 0, target: 1, coins: 1 });
    world.propose(paid, { actor: 2, target: 0, coins: 1 });
    world.commit();
    expect(kinds(world)).toEqual(['paid', 'paid', 'thanked', 'thanked']);
    expect([3, 4].map((id) => readEvent(world, id).because)).toEqual([
      [{ id: 1, as: 'reason', group: 0 }],
      [{ id: 2, as: 'reason', group: 0 }],
    ]);
  });

  test('events that set each other off without end are a clear error', () => {
    const world = newWorld();
    world.propose(endless, {});
    expect(() => world.commit()).toThrow('money/endless: events set each other off without end');
  });

  test('an event cannot commit others itself', () => {
    const world = newWorld();
    world.propose(nested, {});
    expect(() => world.commit()).toThrow('events are being committed already');
  });

  test('a decision must be closed before its events are committed, hidden edges or not', () => {
    for (const trace of [true, false]) {
      const world = newWorld({ trace });
      world.trace.open(0, 0);
      expect(() => world.trace.open(1, 0)).toThrow('decisions do not nest');
      expect(() => world.commit()).toThrow('a decision was left open');
      world.trace.close();
      world.commit();
    }
  });

  test('an event has at most 48 causes', () => {
    const world = newWorld();
    const causes = Array.from({ length: 49 }, () => reason(1));
    expect(() => world.propose(paid, { actor: 0, coins: 1 }, causes)).toThrow('money/paid: 49 causes; 48 is the most');
    world.propose(paid, { actor: 0, coins: 1 }, causes.slice(1));
    world.commit();
    expect(readEvent(world, 1).because.length).toBe(48);
  });

  test('every kind of field is read back as it was written; empty roles are left out', () => {
    const world = newWorld();
    const fields = { actor: 2, third: 1, whole: -(2 ** 31), number: 1 / 3, yes: true, choice: 'c', event: 7 } as const;
    world.propose(thanked, { actor: 0, target: 1 });
    world.propose(everything, { ...fields, event: 1 });
    world.propose(everything, {
      actor: 0,
      target: -1,
      whole: 2 ** 31 - 1,
      number: -0,
      yes: false,
      choice: 'a',
      event: 0,
    });
    world.commit();
    expect(readEvent(world, 2).fields).toEqual({ ...fields, event: 1, number: Math.fround(1 / 3) });
    expect(readEvent(world, 3).roles).toEqual({ actor: 0 });
    expect(readEvent(world, 3).data).toEqual({ whole: 2 ** 31 - 1, number: -0, yes: false, choice: 'a', event: 0 });
  });

  test('in debug, a field that an event cannot hold is refused with its name', () => {
    const good = { actor: 0, whole: 1, number: 1, yes: true, choice: 'a', event: 0 };
    const bad: [string, unknown, string][] = [
      ['actor', -1, 'a row of person'],
      ['actor', undefined, 'a row of person'],
      ['actor', 3, 'a row of person'],
      ['target', 0.5, 'a row of person'],
      ['whole', 1.5, 'a 32-bit integer'],
      ['whole', 2 ** 31, 'a 32-bit integer'],
      ['number', NaN, 'a finite number'],
      ['yes', 1, 'true or false'],
      ['choice', 'd', 'one of a, b, c'],
      ['event', 1, 'the id of an event, or 0'],
    ];
    for (const [name, value, wanted] of bad) {
      const world = newWorld();
      world.propose(everything, { ...good, [name]: value } as never);
      expect(() => world.commit()).toThrow(
        `money/everything: the field "${name}" is ${String(value)}; it must be ${wanted}`,
      );
    }
  });
});

describe('the past', () => {
  test('is recorded at its time and grain; its id is that of the event itself, not of what it set off', () => {
    const world = newWorld();
    world.grain = 3;
    const id = world.recordPast(paid, { actor: 0, target: 1, coins: 2 }, -86_400);
    expect(id).toBe(1);
    expect([readEvent(world, 1).kind, readEvent(world, 1).time, world.chronicle.grain(1)]).toEqual([
      'money/paid',
      -86_400,
      0,
    ]);
    expect([readEvent(world, 2).kind, world.time, world.grain]).toEqual(['money/thanked', 0, 3]);
  });

  test('that was not possible gives no id, and it cannot cut in between proposals', () => {
    const world = newWorld();
    expect(world.recordPast(paid, { actor: 0, coins: 50 }, -10)).toBe(0);
    world.propose(paid, { actor: 0, coins: 1 });
    expect(() => world.recordPast(paid, { actor: 0, coins: 1 }, -10)).toThrow(
      'record the past before you propose events of the present',
    );
  });
});

describe('mute', () => {
  const pay = (world: World, time: number, fields: { actor: number; target?: number; coins: number }): void => {
    world.time = time;
    world.propose(paid, fields);
    world.commit();
  };
  const first = { actor: 0, target: 1, coins: 2 };
  /** A world in which that which the first payment was is withheld. */
  const muted = (mute: Partial<Mute> = {}): World => {
    const world = newWorld();
    pay(world, 10, first);
    return newWorld({ log: [withhold({ ...muteOf(world, 1), ...mute })] });
  };

  test('uses up what the attempt costs, but applies nothing, records nothing and sets nothing off', () => {
    const world = muted();
    pay(world, 10, first);
    expect([coins(world), world.of(purse).spent.raw[0], world.chronicle.length]).toEqual([[9, 9, 9], 1, 0]);
  });

  test('does not touch what was impossible anyway', () => {
    const world = muted();
    pay(world, 10, { ...first, coins: 20 });
    expect(world.of(purse).spent.raw[0]).toBe(0);
  });

  test('holds from its moment to the end of its scope', () => {
    const world = muted({ from: 10, to: 70 });
    for (const time of [9, 10, 40, 70, 71]) pay(world, time, { ...first, coins: 1 });
    expect([...eventsOf(world)].filter((each) => each.kind === 'money/paid').map((each) => each.time)).toEqual([9, 71]);
  });

  test('is for the same kind and the same roles, whatever the data', () => {
    const world = muted();
    pay(world, 11, { actor: 0, coins: 1 });
    pay(world, 11, { actor: 0, target: 2, coins: 1 });
    pay(world, 11, { actor: 1, target: 0, coins: 1 });
    pay(world, 11, { ...first, coins: 1 });
    world.propose(thanked, { actor: 0, target: 1 });
    world.commit();
    expect(kinds(world).filter((kind) => kind === 'paid').length).toBe(3);
    expect(historyOf(world).some((line) => line.includes('actor=Ann target=Ben') && line.includes('paid'))).toBe(false);
    expect(historyOf(world).at(-1)).toContain('money/thanked actor=Ann target=Ben');
  });

  test('has the scope of the grain at which the event came', () => {
    for (const grain of [0, 1, 2, 3]) {
      const world = newWorld();
      world.grain = grain;
      pay(world, 10, first);
      expect(muteOf(world, 1).to - 10).toBe([86_400, 60, 3600, 86_400][grain]);
      expect(muteOf(world, 1).to - 10).toBe(MUTE_SCOPE_SECONDS[grain]);
    }
  });
});

describe('keys', () => {
  test('are of kind and roles: not of data, time or row numbers', () => {
    const worlds = [newWorld(), createWorld(rules, setupOf({ people: { Aaron: {}, Ann: {}, Ben: {} } }))];
    const keys = worlds.map((world) => {
      const [actor, target] = ['Ann', 'Ben'].map((key) => world.cast.mustRow(person, key));
      world.propose(paid, { actor, target, coins: world === worlds[0] ? 1 : 2 });
      world.commit();
      return [...eventsOf(world)].map((each) => each.key);
    });
    expect(keys[0]).toEqual(keys[1]);
    expect(new Set(keys[0]).size).toBe(2);
    const mute = muteOf(worlds[0], 1);
    expect(hex64(mute.lo, mute.hi)).toBe(keys[0][0]);
  });

  test('tell apart who did it to whom, and nobody from somebody', () => {
    const world = newWorld();
    for (const [actor, target] of [
      [0, 1],
      [1, 0],
      [0, 2],
      [0, -1],
      [1, -1],
    ])
      world.propose(paid, { actor, target, coins: 1 });
    world.commit();
    const keys = [...eventsOf(world)].filter((each) => each.kind === 'money/paid').map((each) => each.key);
    expect(new Set(keys).size).toBe(5);
  });
});

describe('a log that replaces another', () => {
  test('must hold what has been carried out, and be in order', () => {
    const entry = (at: number): LogEntry => ({ at, command: 're-roll', value: { salt: at } });
    const world = newWorld({ log: [entry(100), entry(200)] });
    advance(world, 150);
    expect(world.logCursor).toBe(1);
    expect(world.fork({ log: [entry(100), entry(160)] }).recipe.log.length).toBe(2);
    expect(() => world.fork({ log: [entry(160)] })).toThrow(
      'entry 0 of the new log is not the "re-roll" that has been carried out already',
    );
    expect(() => world.fork({ log: [] })).toThrow('entry 0 of the new log');
    expect(() => world.fork({ log: [entry(100), entry(300), entry(200)] })).toThrow(
      'entry 2 of the new log comes before the entry above it',
    );
  });
});
