import { describe, expect, test } from 'vitest';
import { hashText64 } from './hash.ts';
import { purpose } from './chance.ts';
import { historyOf, liveHeavily } from './heavy.fixture.ts';
import { advance } from './live.ts';
import { change, decree, reroll, withhold } from './log.ts';
import type { Decree, LogEntry } from './log.ts';
import { eventsOf, muteOf, readEvent } from './read.ts';
import type { EventRecord } from './read.ts';
import { load, save } from './save.ts';
import { person } from './tables.ts';
import { gardener, toyWorld } from './toy.fixture.ts';
import type { World } from './world.ts';

const BEGIN = 6 * 3600;
const END = BEGIN + 36 * 3600;

const lived = (log: readonly LogEntry[] = [], until = END): World => {
  const world = toyWorld({ log });
  advance(world, until);
  return world;
};
const whole = lived();
const events = [...eventsOf(whole)];
/** The first event of a kind that comes in a later hour than the first and by itself in its second. */
const firstOf = (kind: string): EventRecord => events.find((each) => each.kind === kind && each.time > BEGIN + 3600)!;
const comesIn = (world: World, { kind, time }: { kind: string; time: number }): EventRecord[] =>
  [...eventsOf(world)].filter((each) => each.kind === kind && each.time === time);
const namesIn = (world: World, { entry, roles }: EventRecord): Record<string, string> =>
  Object.fromEntries(
    Object.entries(roles).map(([role, row]) => [role, world.keyOf(entry.kind.roles[role].table, row)]),
  );
const asDecree = (event: EventRecord, other: Partial<Decree> = {}): Decree => {
  const { kind, data } = event;
  return { kind, roles: { ...namesIn(whole, event), ...other.roles }, data: { ...data, ...other.data } };
};

/** The same in one go, from saves, in forks, and saved and loaded at every step. */
function sameHoweverLived(log: readonly LogEntry[]): World {
  const world = lived(log);
  const cuts = [...new Set(log.flatMap(({ at }) => [at - 1, at, at + 1]))].filter((at) => at >= BEGIN);
  let other = toyWorld({ log });
  for (const at of cuts) {
    advance(other, at);
    other = load(other.recipe, save(other)).fork();
  }
  advance(other, END);
  const heavy = toyWorld({ log });
  liveHeavily(heavy, END);
  for (const each of [other, heavy]) {
    expect(each.hash()).toBe(world.hash());
    expect(historyOf(each)).toEqual(historyOf(world));
  }
  return world;
}

describe('an event that is decreed', () => {
  const at = BEGIN + 7_205;
  const sowing: Decree = {
    kind: 'garden/sowed',
    roles: { actor: 'Dov', place: 'north bed' },
    data: { kind: 'broad', depth: 4, alone: false },
  };

  test('happens at its moment with all that follows, states no cause, and is known to come from outside', () => {
    const world = sameHoweverLived([decree(at, sowing)]);
    const [event] = comesIn(world, { kind: 'garden/sowed', time: at });
    expect(namesIn(world, event)).toEqual(sowing.roles);
    expect(event.data).toEqual(sowing.data);
    expect([event.because, event.outside]).toEqual([[], true]);
    expect([...eventsOf(world)].filter((each) => each.outside).map((each) => each.id)).toEqual([event.id]);
    const dov = world.cast.mustRow(person, 'Dov');
    const [before, after] = [lived([], at), lived([decree(at, sowing)], at)].map(
      (each) => each.of(gardener).strength.raw[dov],
    );
    expect(after).toBe(before - 1);
  });

  test('can be about what was made while living, by its stable name, and about other events by their number', () => {
    const woven = firstOf('garden/wove');
    const basket = `${namesIn(whole, woven)['actor']}/basket 1`;
    const picking = firstOf('garden/sowed');
    const world = lived([
      decree(END - 1, {
        kind: 'garden/picked',
        roles: { actor: namesIn(whole, picking)['actor'], basket },
        data: { beans: 1, grown: picking.id },
      }),
    ]);
    const found = comesIn(world, { kind: 'garden/picked', time: END - 1 });
    for (const each of found) expect(namesIn(world, each)['basket']).toBe(basket);
    expect(found.length).toBe(1);
  });

  test('does not happen where it is impossible by then', () => {
    const tired = { at: at - 1, command: 'feed', value: { who: 'Ida', beans: 0 } };
    const nobody: Decree = { kind: 'garden/picked', roles: { actor: 'gardeners 1' }, data: { beans: 3, grown: 0 } };
    const world = lived([tired, decree(BEGIN, nobody)], BEGIN);
    expect(comesIn(world, { kind: 'garden/picked', time: BEGIN })).toEqual([]);
  });

  test('does not happen either where what it speaks of has not happened or been made', () => {
    const roles = { actor: 'Dov', basket: 'Dov/basket 900' };
    for (const what of [
      { kind: 'garden/picked', roles, data: { beans: 3, grown: 0 } },
      { kind: 'garden/picked', roles: { actor: 'Dov' }, data: { beans: 3, grown: 90_000 } },
    ]) {
      expect(historyOf(lived([decree(at, what)]))).toEqual(historyOf(whole));
    }
  });

  test.each<[string, Partial<Decree>, string]>([
    ['an unknown kind', { kind: 'garden/mowed' }, '"garden/mowed" is no kind of event'],
    ['an unknown role', { roles: { ...sowing.roles, target: 'Ida' } }, 'garden/sowed has no role "target"'],
    ['an unknown name', { roles: { ...sowing.roles, actor: 'Eve' } }, 'there is no person "Eve" to be its actor'],
    ['a missing role', { roles: { actor: 'Dov' } }, 'the field "place" is undefined; it must be a row of place'],
    ['a wrong choice', { data: { ...sowing.data, kind: 'pea' } }, 'the field "kind" is pea; it must be one of runner'],
    [
      'a missing datum',
      { data: { kind: 'broad', depth: 1 } },
      'the field "alone" is undefined; it must be true or false',
    ],
  ])('is refused with %s, in worlds that do not debug as well', (_, other, message) => {
    const world = toyWorld({ debug: false, log: [decree(at, { ...sowing, ...other })] });
    expect(() => advance(world, at)).toThrow(message);
  });
});

describe('an order or intervention of a system', () => {
  test('comes from outside; what it sets off, and what comes of itself, does not', () => {
    const world = lived([{ at: BEGIN + 10, command: 'say', value: { who: 'Ida', to: 'Dov' } }]);
    const outside = [...eventsOf(world)].filter((each) => each.outside);
    expect(outside.map(({ kind, time }) => [kind, time])).toEqual([['talk/told', BEGIN + 10]]);
    expect(events.some((each) => each.because.length === 0)).toBe(true);
    expect(events.some((each) => each.outside)).toBe(false);
  });
});

describe('an event that is changed', () => {
  const sowing = firstOf('garden/sowed');
  const elsewhere = namesIn(whole, sowing)['place'] === 'north bed' ? 'south bed' : 'north bed';
  const other = asDecree(sowing, { roles: { place: elsewhere }, data: { kind: 'dwarf' } });
  const changed = change(muteOf(whole, sowing.id), other);

  test('is another in the same place of the chronicle, with the same before it, and costs one attempt', () => {
    const world = sameHoweverLived([changed]);
    const event = readEvent(world, sowing.id);
    expect([namesIn(world, event)['place'], event.data['kind']]).toEqual([elsewhere, 'dwarf']);
    expect([event.time, event.because, event.outside]).toEqual([sowing.time, [], true]);
    expect(historyOf(world).slice(0, sowing.id - 1)).toEqual(historyOf(whole).slice(0, sowing.id - 1));
    const strength = [lived([], sowing.time), lived([changed], sowing.time)].map(
      (each) => each.of(gardener).strength.raw[sowing.roles['actor']],
    );
    expect(strength[1]).toBe(strength[0]);
  });

  test('leaves all unrelated luck as it was', () => {
    const world = lived([changed]);
    const rains = (of: World): string[] =>
      [...eventsOf(of)].filter((each) => each.kind === 'rain/rained').map((each) => `${each.key} ${each.time}`);
    expect(rains(world).length).toBeGreaterThan(5);
    expect(rains(world)).toEqual(rains(whole));
    expect(world.hashBySystem().get('rain')).toBe(whole.hashBySystem().get('rain'));
    expect(world.hashBySystem().get('garden')).not.toBe(whole.hashBySystem().get('garden'));
  });

  test('can become an event of another kind; it has then cost its attempt as if it were withheld', () => {
    const { actor } = namesIn(whole, sowing);
    const rest = change(muteOf(whole, sowing.id), { kind: 'garden/rested', roles: { actor }, data: {} });
    const none = withhold(muteOf(whole, sowing.id));
    const strength = [lived([rest], sowing.time), lived([none], sowing.time)].map(
      (each) => each.of(gardener).strength.raw[sowing.roles['actor']],
    );
    // Who rests is strong again, whatever it cost; who was only kept from it is weaker by it.
    expect(strength).toEqual([5, lived([], sowing.time).of(gardener).strength.raw[sowing.roles['actor']]]);
    expect(readEvent(lived([rest]), sowing.id)).toMatchObject({ kind: 'garden/rested', time: sowing.time });
  });

  test('does not come about later in its old form, as long as its scope holds', () => {
    const world = lived([changed]);
    const { to } = muteOf(whole, sowing.id);
    const again = [...eventsOf(world)].filter(
      ({ key, time, outside }) => !outside && key === sowing.key && time >= sowing.time && time <= to,
    );
    expect(again).toEqual([]);
  });

  test('can be changed again, and what came of that be withheld', () => {
    const once = lived([changed]);
    const third = asDecree(sowing, { data: { kind: 'runner', depth: 9 } });
    const twice = sameHoweverLived([changed, change(muteOf(once, sowing.id), third)]);
    expect(readEvent(twice, sowing.id).data).toMatchObject({ kind: 'runner', depth: 9 });
    const none = lived([changed, withhold(muteOf(once, sowing.id))]);
    expect(comesIn(none, sowing).filter(({ key }) => key === sowing.key)).toEqual([]);
  });

  test('an order that was given from outside can be changed, and given anew later', () => {
    const say = (at: number): LogEntry => ({ at, command: 'say', value: { who: 'Ida', to: 'Dov' } });
    const at = BEGIN + 10;
    const given = lived([say(at)], at);
    const { id } = [...eventsOf(given)].find(({ outside }) => outside)!;
    const toBo: Decree = { kind: 'talk/told', roles: { actor: 'Ida', target: 'Bo' }, data: {} };
    const world = lived([say(at), change(muteOf(given, id), toBo), say(at + 5)]);
    const outside = [...eventsOf(world)].filter((each) => each.outside);
    expect(outside.map((each) => [namesIn(world, each)['target'], each.time])).toEqual([
      ['Bo', at],
      ['Dov', at + 5],
    ]);
  });

  test('where it does not come in its second, nothing comes in its place', () => {
    const early = change({ ...muteOf(whole, sowing.id), from: sowing.time - 1 }, other);
    const world = lived([early]);
    expect([...eventsOf(world)].some(({ outside }) => outside)).toBe(false);
  });
});

describe('luck that is drawn anew for some draws', () => {
  const at = BEGIN + 4 * 3600 + 30;
  const words = (who: string): number => hashText64(`person ${who}`)[0] | 0;
  const PURPOSES = ['toy/sow', 'toy/talk', 'toy/blow', 'toy/rain'].map(purpose);
  const drawnBy = (world: World, who: string, what = PURPOSES): number[] =>
    what.map((each) => world.fork().chance.bits(each, words(who), 0, world.time));
  const then = (log: readonly LogEntry[], time = at + 5): World => {
    const world = toyWorld({ log });
    advance(world, time);
    return world;
  };

  test('is that of the same number for all, where it holds; everything else is the same to the bit', () => {
    const [none, all, hers] = [then([]), then([reroll(at, 7)]), then([reroll(at, 7, { of: 'Ida' })])];
    expect(drawnBy(hers, 'Ida')).toEqual(drawnBy(all, 'Ida'));
    for (const who of ['Bo', 'Cleo', 'Dov']) expect(drawnBy(hers, who)).toEqual(drawnBy(none, who));
    expect(drawnBy(none, 'Ida')).not.toEqual(drawnBy(all, 'Ida'));
    const before = [then([], at - 1), then([reroll(at, 7, { of: 'Ida' })], at - 1)];
    expect(drawnBy(before[1], 'Ida')).toEqual(drawnBy(before[0], 'Ida'));
  });

  test('may be of one purpose, of a system, of somebody, for a while, or of all that together', () => {
    const [none, all] = [then([]), then([reroll(at, 7)])];
    const [sow, ...rest] = PURPOSES;
    const sowing = then([reroll(at, 7, { what: 'toy/sow' })]);
    for (const who of ['Ida', 'Bo']) {
      expect(drawnBy(sowing, who, [sow])).toEqual(drawnBy(all, who, [sow]));
      expect(drawnBy(sowing, who, rest)).toEqual(drawnBy(none, who, rest));
    }
    expect(drawnBy(then([reroll(at, 7, { what: 'toy' })]), 'Bo')).toEqual(drawnBy(all, 'Bo'));
    const stepAt = (time: number): LogEntry => ({ at: time, command: 'say', value: { who: 'Ida', to: 'Dov' } });
    const narrow = [reroll(at, 7, { what: 'toy/sow', of: 'Ida', to: at + 10 }), stepAt(at + 9), stepAt(at + 10)];
    for (const [time, holds] of [
      [at - 1, false],
      [at, true],
      [at + 9, true],
      [at + 10, false],
    ] as const) {
      const [was, is] = [then(narrow.slice(1), time), then(narrow, time)];
      expect(is.chance.bits(sow, words('Ida'), 0, 1) === was.chance.bits(sow, words('Ida'), 0, 1)).toBe(!holds);
      expect(drawnBy(is, 'Bo')).toEqual(drawnBy(was, 'Bo'));
      expect(drawnBy(is, 'Ida', rest)).toEqual(drawnBy(was, 'Ida', rest));
    }
  });

  test('ends on its second, lives on through saves and forks, and leaves unrelated systems alone', () => {
    const log = [reroll(at, 7, { of: 'Ida' }), reroll(at + 5000, 3, { what: 'toy/sow', to: at + 40_000 })];
    const world = sameHoweverLived(log);
    expect(historyOf(world)).not.toEqual(historyOf(whole));
    expect(world.hashBySystem().get('rain')).toBe(whole.hashBySystem().get('rain'));
    const other = sameHoweverLived([reroll(at, 7, { what: 'toy/rain' })]);
    expect(other.hashBySystem().get('rain')).not.toBe(whole.hashBySystem().get('rain'));
  });

  test('of several that a draw falls under, the last in the log holds; a re-roll of all luck redraws it too', () => {
    const [sow] = PURPOSES;
    const one = (log: readonly LogEntry[]): number[] => drawnBy(then(log), 'Ida', [sow]);
    const [wide, narrow] = [reroll(at, 7, { of: 'Ida' }), reroll(at, 9, { what: 'toy/sow' })];
    expect(one([wide, narrow])).toEqual(one([narrow]));
    expect(one([narrow, wide])).toEqual(one([wide]));
    const both = one([wide, reroll(at + 1, 4)]);
    for (const log of [[], [wide], [reroll(at + 1, 4)]]) expect(both).not.toEqual(one(log));
  });

  test('is refused for what nobody draws', () => {
    expect(() => then([reroll(at, 7, { what: 'toy/swim' })])).toThrow('no luck is drawn for "toy/swim"');
  });
});
