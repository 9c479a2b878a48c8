import fc from 'fast-check';
import { TALLY_SLOTS } from './columns.ts';
import { describe, expect, test } from 'vitest';
import { LAST_GENERATION, MOST_ROWS, makeHandle, u8 } from './columns.ts';
import { createWorld } from './create.ts';
import { Ruleset } from './ruleset.ts';
import { assertSound } from './sound.fixture.ts';
import { defineSystem } from './system.ts';
import { along, link, newWorld, setup, thing } from './tables.fixture.ts';
import { person, table } from './tables.ts';

describe('references', () => {
  test('a row is used again under another generation, until its generations are spent', () => {
    const world = newWorld();
    const things = world.of(thing);
    const links = world.of(link);
    const row = things.add();
    const [first, newest] = [links.add(), links.add()];
    links.to.put(first, row);
    for (let generation = 0; generation < LAST_GENERATION; generation++) {
      links.to.put(newest, row);
      expect(links.to.at(newest)).toBe(row);
      things.remove(row);
      expect(links.to.at(newest)).toBe(-1);
      expect(things.add()).toBe(row);
      expect([links.to.at(first), links.to.at(newest)]).toEqual([-1, -1]);
    }
    links.to.put(newest, row);
    things.remove(row);
    expect(links.to.at(newest)).toBe(-1);
    // Spent: the next row is a new one.
    expect(things.add()).toBe(row + 1);
    assertSound(world);
  });

  test('a reference at a row that is not there is refused, or it would meet whoever comes there next', () => {
    const world = newWorld();
    const things = world.of(thing);
    const row = things.add();
    const from = world.of(link).add();
    things.remove(row);
    expect(() => world.of(link).to.put(from, row)).toThrow('thing: row 0 is not there to be referred to');
    expect(() => world.of(link).to.put(from, 5)).toThrow('thing: row 5 is not there');
    expect(() => things.owner.put(things.add(), 3)).toThrow('person: row 3 is not there');
  });

  test('handles keep rows and generations apart', () => {
    fc.assert(
      fc.property(fc.nat(MOST_ROWS - 1), fc.nat(LAST_GENERATION), (row, generation) => {
        const handle = makeHandle(row, generation);
        expect(handle).not.toBe(0);
        expect([(handle & MOST_ROWS) - 1, handle >>> 22]).toEqual([row, generation]);
      }),
    );
  });
});

describe('what tables refuse', () => {
  test('only loose rows that are there can be removed', () => {
    const world = newWorld();
    expect(() => world.of(thing).remove(0)).toThrow('thing: row 0 is not there to be removed');
    const row = world.of(thing).add();
    world.of(thing).remove(row);
    expect(() => world.of(thing).remove(row)).toThrow('is not there');
    expect(() => world.of(along).remove(0)).toThrow('never removed');
    expect(() => world.of(person).remove(0)).toThrow('never removed');
  });

  test('a column cannot hide what every table has', () => {
    for (const name of ['count', 'add', 'columns', 'liveCells', 'constructor']) {
      const def = table('hiding', { [name]: u8 } as { what: typeof u8 });
      const hiding = new Ruleset([defineSystem({ id: 'hiding', tables: [def], events: {}, words: {} })], 'hiding');
      expect(() => createWorld(hiding, setup)).toThrow(`hiding: a column cannot be called "${name}"`);
    }
  });

  test('a table has no more rows than a reference can name', () => {
    const world = newWorld();
    const rows = world.of(world.ruleset.tables.find((def) => def.id === 'mind')!);
    for (let row = rows.count; row < MOST_ROWS; row++) rows.add();
    expect(() => rows.add()).toThrow(`mind: a table has at most ${MOST_ROWS} rows`);
  });

  test('a table of another ruleset is refused by name', () => {
    expect(() => newWorld().of(table('stray', { x: u8 }))).toThrow('table stray belongs to no system of this ruleset');
  });
});

describe('tallies', () => {
  const sum = () => {
    const world = newWorld();
    return { column: world.of(thing).sum, row: world.of(thing).add() };
  };
  test('the fewest largest contributors that make up a share are named, largest first, older first', () => {
    const { column, row } = sum();
    column.add(row, 1, 5);
    column.add(row, 4, 6);
    column.add(row, 1, 3);
    column.add(row, 2, 9);
    expect(column.contributors(row, 0.5)).toEqual([6]);
    expect(column.contributors(row, 0.51)).toEqual([6, 9]);
    expect(column.contributors(row, 0.8)).toEqual([6, 9, 3]);
    expect(column.contributors(row, 1)).toEqual([6, 9, 3, 5]);
    for (let id = 20; id < 20 + TALLY_SLOTS - 4; id++) column.add(row, 1, id);
    // With every place taken, one more displaces the least; a smaller one does not.
    column.add(row, 3, 12);
    expect(column.contributors(row, 1)).toHaveLength(TALLY_SLOTS);
    expect(column.contributors(row, 1).slice(0, 3)).toEqual([6, 12, 9]);
    const before = column.contributors(row, 1);
    column.add(row, 0.5, 13);
    expect([column.contributors(row, 1), column.at(row)]).toEqual([before, 8 + TALLY_SLOTS - 4 + 3.5]);
  });

  test('what no event brought about counts, and takes nobody’s place', () => {
    const { column, row } = sum();
    for (const id of [1, 2, 3, 4]) column.add(row, id, id);
    column.add(row, 50, 0);
    expect([column.at(row), column.contributors(row, 1), column.weightOf(row, 0)]).toEqual([60, [4, 3, 2, 1], 0]);
  });

  test('faded to below the floor it is gone, with its past', () => {
    const { column, row } = sum();
    column.add(row, 4, 7);
    column.fade(row, 0.5, 1);
    expect([column.at(row), column.weightOf(row, 7)]).toEqual([2, 2]);
    column.fade(row, 0.5, 1.5);
    expect([column.at(row), column.contributors(row, 1)]).toEqual([0, []]);
  });
});
