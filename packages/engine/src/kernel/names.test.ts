import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { u8 } from './columns.ts';
import { castOf, checkSetup, createWorld } from './create.ts';
import { eventKind, role } from './events.ts';
import { readEvent } from './read.ts';
import { Ruleset } from './ruleset.ts';
import { load, save } from './save.ts';
import { peopleOf } from './cast.ts';
import { setupOf } from './setup.fixture.ts';
import {
  choice,
  entries,
  flag,
  integer,
  list,
  map,
  nameIn,
  optionally,
  record,
  text,
  whole,
  withDefault,
} from './shape.ts';
import { command, defineSystem, rule } from './system.ts';
import { group, namedTable, person, place, table } from './tables.ts';
import type { TableDef } from './tables.ts';
import type { World } from './world.ts';

const cart = namedTable('cart', { wheels: u8 });
const wheel = namedTable('wheel', { spokes: u8 });
const rim = table('rim', { worn: u8 }, { along: wheel });
const turned = eventKind('carts/turned', { roles: { wheel: role(wheel), cart: role(cart) }, uncaused: true });
const carts = defineSystem({
  id: 'carts',
  tables: [cart, wheel, rim],
  events: { turned },
  words: {
    turned: { weight: 'detail', tell: (e) => ({ verb: 'turn', subject: { role: e.wheel > 0 ? 'wheel' : 'cart' } }) },
  },
});
const rules = new Ruleset([carts], 'names');
const setup = setupOf({
  people: { Ann: {}, Ben: {} },
  places: { yard: {} },
  groups: { 'the two': { extras: 1, name: 'The Two' } },
});
const newWorld = (): World => createWorld(rules, setup);

interface Made {
  readonly key: string;
  readonly name: string;
}
/** Make things in the order of `steps`: by whom (0, 1: a person; else one of the carts made so far). Names by key. */
function makeAll(world: World, steps: readonly number[]): Map<string, string> {
  const made: Made[] = [];
  const note = (def: TableDef, row: number): void => {
    const { lo, hi } = world.nameHash(def, row);
    made.push({ key: world.keyOf(def, row), name: `${lo} ${hi}` });
  };
  for (const step of steps) {
    const count = world.of(cart).count;
    if (step < 2 || count === 0) note(cart, world.makeNamed(cart, person, step % 2));
    else note(wheel, world.makeNamed(wheel, cart, step % count));
  }
  return new Map(made.map((each) => [each.key, each.name]));
}

describe('things made while living', () => {
  test('are named by their maker and how many it has made of the kind', () => {
    const world = newWorld();
    makeAll(world, [0, 1, 0]);
    world.makeNamed(wheel, cart, 2);
    world.makeNamed(wheel, cart, 0);
    world.makeNamed(wheel, cart, 2);
    expect([0, 1, 2].map((row) => world.keyOf(cart, row))).toEqual(['Ann/cart 1', 'Ben/cart 1', 'Ann/cart 2']);
    expect([0, 1, 2].map((row) => world.keyOf(wheel, row))).toEqual([
      'Ann/cart 2/wheel 1',
      'Ann/cart 1/wheel 1',
      'Ann/cart 2/wheel 2',
    ]);
    expect(world.of(rim).count).toBe(3);
  });

  test('are counted apart by maker, and by the kind of maker', () => {
    const world = newWorld();
    const rows = [
      world.makeNamed(cart, person, 0),
      world.makeNamed(cart, place, 0),
      world.makeNamed(cart, person, 0),
      world.makeNamed(cart, place, 0),
    ];
    expect(rows.map((row) => world.keyOf(cart, row))).toEqual([
      'Ann/cart 1',
      'yard/cart 1',
      'Ann/cart 2',
      'yard/cart 2',
    ]);
    // Luck is drawn by the low word alone, keys of events use both.
    expect(new Set(rows.map((row) => world.nameHash(cart, row).lo)).size).toBe(4);
    expect(new Set(rows.map((row) => world.nameHash(cart, row).hi)).size).toBe(4);
  });

  test('have the same names whatever else is made, in whatever fork, and no two the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { maxLength: 30 }),
        fc.array(fc.nat(1), { maxLength: 10 }),
        fc.nat(30),
        (steps, others, cut) => {
          const first = newWorld();
          const names = makeAll(first, steps);
          expect(new Set(names.values()).size).toBe(steps.length);
          // A fork in which Ben makes carts beside; what Ann makes keeps its names.
          const trunk = newWorld();
          makeAll(trunk, steps.slice(0, cut));
          const fork = cut % 2 === 0 ? trunk.fork() : load(trunk.recipe, save(trunk));
          makeAll(
            fork,
            others.map(() => 1),
          );
          for (const step of steps.slice(cut)) if (step === 0) fork.makeNamed(cart, person, 0);
          for (let row = 0; row < fork.of(cart).count; row++) {
            const key = fork.keyOf(cart, row);
            if (!key.startsWith('Ann') || !names.has(key)) continue;
            const { lo, hi } = fork.nameHash(cart, row);
            expect(`${lo} ${hi}`).toBe(names.get(key));
          }
        },
      ),
    );
  });

  test('give events the same key in every fork, whatever their rows', () => {
    const keys = [
      [0, 1],
      [1, 0],
    ].map((makers) => {
      const world = newWorld();
      for (const maker of makers) world.makeNamed(cart, person, maker);
      const row = [0, 1].find((each) => world.keyOf(cart, each) === 'Ben/cart 1')!;
      world.propose(turned, { wheel: world.makeNamed(wheel, cart, row), cart: row });
      world.commit();
      return [readEvent(world, 1).key, row];
    });
    expect(keys.map(([, row]) => row)).toEqual([1, 0]);
    expect(keys[0][0]).toBe(keys[1][0]);
  });

  test('are counted up to 65,535 a maker', () => {
    const world = newWorld();
    const row = world.makeNamed(cart, person, 0);
    world.of(cart).makerOrdinal!.raw[row] = 65_535;
    for (let i = 1; i < 65_535; i++) {
      const next = world.of(cart).add();
      world.of(cart).makerTable!.raw[next] = 1;
    }
    expect(() => world.makeNamed(cart, person, 0)).toThrow('Ann has made 65535 of cart already');
  });

  test('only named things are named', () => {
    expect(() => newWorld().makeNamed(rim, person, 0)).toThrow();
  });
});

describe('the people, places and groups of a scenario', () => {
  test('[S1] extras are called what the scenario calls them, as far as it does and the name is free', () => {
    const people = peopleOf(
      setupOf({
        groups: { A: { extras: { count: 4, names: ['Red Anna', 'Eve', 'Milo'] } } },
        people: { Eve: {} },
      }),
    );
    const shown = (key: string) => people.find((each) => each.key === key)!;
    expect(shown('A 1')).toMatchObject({ shown: 'Red Anna', pronoun: null, extra: 0 });
    expect(shown('A 3')).toMatchObject({ shown: 'Milo', pronoun: 'he', extra: 2 });
    expect(shown('A 2').shown).not.toBe('Eve');
    expect(new Set(people.map((each) => each.shown)).size).toBe(5);
    expect(shown('Eve').extra).toBeUndefined();
  });

  test('have rows in the order of their keys; extras are numbered, and get shown names that nobody else has', () => {
    const world = newWorld();
    expect([0, 1, 2].map((row) => world.keyOf(person, row))).toEqual(['Ann', 'Ben', 'the two 1']);
    const shown = [0, 1, 2].map((row) => world.cast.shownName(person, row));
    expect(new Set(shown).size).toBe(3);
    expect(shown[2]).not.toBe('');
    expect([world.cast.shownName(group, 0), world.cast.key(place, 0), world.cast.row(place, 'barn')]).toEqual([
      'The Two',
      'yard',
      -1,
    ]);
    expect(() => world.cast.mustRow(person, 'Nes')).toThrow('person: nobody is called "Nes"');
  });

  test('keep their stable names when others come, and are other than places of the same key', () => {
    const names = (world: World, def: TableDef, key: string) => world.nameHash(def, world.cast.mustRow(def, key));
    const more = createWorld(
      rules,
      setupOf({ people: { Aaron: {}, Ben: {}, Ann: { name: 'Anna' } }, places: { Ann: {} } }),
    );
    expect(names(more, person, 'Ann')).toEqual(names(newWorld(), person, 'Ann'));
    expect(names(more, place, 'Ann')).not.toEqual(names(more, person, 'Ann'));
  });

  test('cannot share a key', () => {
    expect(() => castOf(setupOf({ groups: { A: { extras: 1 } }, people: { 'A 1': {} } }))).toThrow(
      'two rows of person called "A 1"',
    );
  });
});

describe('a setup of plain data', () => {
  const part = entries('boxes', {
    size: withDefault(integer(0, 9), 4),
    label: optionally(text()),
    inside: withDefault(list(record({ what: nameIn('things'), open: withDefault(flag(), true) })), []),
    ties: optionally(map(nameIn('people'), choice(['near', 'far']))),
  });
  test('fills in defaults at every depth, in byte order of names', () => {
    const plain = setupOf({
      boxes: { b: {}, a: { size: 1, inside: { what: 'nail' }, ties: { Ann: 'near' } }, B: { label: 'x' } },
      lid: 3,
    });
    const boxes = plain.entries(part);
    expect([...boxes.keys()]).toEqual(['B', 'a', 'b']);
    expect(boxes.get('b')).toEqual({ size: 4, label: undefined, inside: [], ties: undefined });
    expect(boxes.get('a')?.inside).toEqual([{ what: 'nail', open: true }]);
    expect([...boxes.get('a')!.ties!]).toEqual([['Ann', 'near']]);
    expect([
      plain.whole(whole('lid', integer(0, 5))),
      plain.whole(whole('rim', integer(0, 5))),
      plain.first('boxes'),
      plain.first('none'),
    ]).toEqual([3, undefined, 'b', undefined]);
  });
});

describe('a ruleset', () => {
  const system = (id: string, more: object = {}) => defineSystem({ id, events: {}, words: {}, ...more });
  test('puts systems in order: after those they come after, ties by id', () => {
    const made = new Ruleset(
      [system('c', { after: ['d'] }), system('b'), system('d'), system('a', { after: ['b'] })],
      '',
    );
    expect(made.systems.map((each) => each.id)).toEqual(['b', 'a', 'd', 'c']);
  });

  test('is the same whatever order its systems are given in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (ids) => {
        const of = (order: string[]) =>
          new Ruleset(
            order.map((id) => system(id, { tables: [table(`t${id}`, { x: u8 })] })),
            'x',
          );
        expect(of(ids).hash).toBe(of(['a', 'b', 'c', 'd']).hash);
      }),
      { numRuns: 10 },
    );
  });

  test('has another hash under other code, columns, events or rules', () => {
    const rows = (column: string) => system('a', { tables: [table('t', { [column]: u8 } as { x: typeof u8 })] });
    const ruled = system('a', { rules: [rule('a/r', { phase: 'act', at: 'hour' }, () => {})] });
    const hashes = [
      new Ruleset([system('a')], '1'),
      new Ruleset([system('a')], '2'),
      new Ruleset([rows('x')], '1'),
      new Ruleset([rows('y')], '1'),
      new Ruleset([ruled], '1'),
    ];
    expect(new Set(hashes.map((each) => each.hash)).size).toBe(5);
  });

  test('refuses what cannot be put together, and says what', () => {
    const kind = eventKind('a/x', { roles: {} });
    expect(() => new Ruleset([system('a', { after: ['z'] })], '')).toThrow(
      'system a comes after "z", which is no system of this ruleset',
    );
    expect(() => new Ruleset([system('a', { after: ['b'] }), system('b', { after: ['a'] })], '')).toThrow(
      'these systems wait for each other: a, b',
    );
    expect(() => new Ruleset([system('a'), system('a')], '')).toThrow('there are two systems called a');
    expect(() => new Ruleset([system('a', { tables: [cart, namedTable('cart', {})] })], '')).toThrow(
      'there are two tables called cart',
    );
    expect(() => new Ruleset([system('a', { commands: [command('withhold', 'order', {}, () => {})] })], '')).toThrow(
      'two commands called withhold',
    );
    expect(
      () =>
        new Ruleset(
          [system('a', { rules: [1, 2].map(() => rule('a/r', { phase: 'act', at: 'hour' }, () => {})) })],
          '',
        ),
    ).toThrow('two rules called a/r');
    expect(() =>
      defineSystem({
        id: 'b',
        events: { x: kind },
        words: { x: { weight: 'beat', tell: (_e) => ({ verb: 'x', subject: { noun: 'x' } }) } },
      }),
    ).toThrow('system b: the event kind listed as "x" calls itself a/x');
    expect(() => newWorld().propose(kind, {})).toThrow('event kind a/x belongs to no system of this ruleset');
    const tables = Array.from({ length: 250 }, (_, i) => table(`t${i}`, { x: u8 }));
    expect(() => new Ruleset([system('a', { tables })], '')).toThrow('258 tables; 255 is the most');
  });

  test('gathers what its systems find odd about a setup', () => {
    const remark = { severity: 'warning', code: 'odd', path: ['people'], message: 'Odd.' } as const;
    expect(checkSetup(new Ruleset([system('a', { check: () => [remark] }), system('b')], ''), setup)).toEqual([remark]);
  });
});
