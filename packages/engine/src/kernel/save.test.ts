import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agenda } from './agenda.ts';
import { claim, claimsOf } from './beliefs.ts';
import { f32, f64 } from './columns.ts';
import { createWorld } from './create.ts';
import { historyOf } from './heavy.fixture.ts';
import { advance } from './live.ts';
import { eventsOf, muteOf, readEvent } from './read.ts';
import { Ruleset } from './ruleset.ts';
import { SaveError, load, save } from './save.ts';
import { setupOf } from './setup.fixture.ts';
import { assertSound } from './sound.fixture.ts';
import { defineSystem } from './system.ts';
import { table } from './tables.ts';
import { gardener, plan, plant, toyRulesWithSlugs, toyWorld } from './toy.fixture.ts';
import { World } from './world.ts';

const UNTIL = 6 * 3600 + 86_400;
const lived = (trace = false): World => {
  const world = toyWorld({ trace });
  advance(world, UNTIL);
  return world;
};

describe('saves', () => {
  const world = lived();
  const bytes = save(world);

  test('hold everything, to the byte', () => {
    const copy = load(world.recipe, bytes);
    expect([copy.hash(), copy.time, copy.grain, copy.work, copy.lastHour]).toEqual([
      world.hash(),
      world.time,
      world.grain,
      world.work,
      world.lastHour,
    ]);
    expect(historyOf(copy)).toEqual(historyOf(world));
    expect(save(copy)).toEqual(bytes);
    expect(save(world.fork())).toEqual(bytes);
  });

  test('can lie anywhere in a larger buffer', () => {
    for (const offset of [1, 2, 4, 7]) {
      const larger = new Uint8Array(bytes.length + 16);
      larger.set(bytes, offset);
      expect(load(world.recipe, larger.subarray(offset, offset + bytes.length)).hash()).toBe(world.hash());
    }
  });

  test('that are damaged in any way are refused as such', () => {
    const damage = fc.oneof(
      fc.record({ cut: fc.nat(bytes.length - 1) }),
      fc.record({ at: fc.nat(bytes.length - 1), flip: fc.integer({ min: 1, max: 255 }) }),
      fc.record({ more: fc.uint8Array({ minLength: 1, maxLength: 9 }) }),
    );
    fc.assert(
      fc.property(damage, (each) => {
        let damaged = bytes.slice();
        if ('cut' in each) damaged = damaged.slice(0, each.cut);
        else if ('flip' in each) damaged[each.at] ^= each.flip;
        else damaged = Uint8Array.from([...damaged, ...each.more]);
        expect(() => load(world.recipe, damaged)).toThrow(SaveError);
      }),
      { numRuns: 150 },
    );
    expect(() => load(world.recipe, new Uint8Array(0))).toThrow('the saved world is damaged: it ends too soon');
    expect(() => load(world.recipe, new Uint8Array(64))).toThrow('these bytes are no saved world');
  });

  test('of other rules or another form are refused, and say which', () => {
    const other = createWorld(toyRulesWithSlugs, world.recipe.setup);
    expect(() => load(other.recipe, bytes)).toThrow(
      `the world was saved under rules ${world.ruleset.hash}; these are ${other.ruleset.hash}: it cannot go on here`,
    );
    const newer = bytes.slice();
    newer[4] = 9;
    expect(() => load(world.recipe, newer)).toThrow('saved in form 9; this version reads form 1');
  });

  test('whose arena is not of these tables’ size are never taken for a world', () => {
    const { recipe, chronicle } = world;
    for (const bytesLong of [world.arena.buffer.byteLength + 8, 65_536]) {
      const arena = new ArrayBuffer(bytesLong);
      expect(() => new World(recipe, { trace: false }, { arena, chronicle })).toThrow(
        'an arena of another size was copied',
      );
    }
  });

  test('keep numbers that are easily lost: minus zero, the smallest, the largest', () => {
    const odd = table('odd', { single: f32, double: f64 });
    const rules = new Ruleset([defineSystem({ id: 'odd', tables: [odd], events: {}, words: {} })], 'odd');
    const before = createWorld(rules, setupOf({}));
    const numbers = [-0, 2 ** -1074, -(2 ** -149), 1.7976931348623157e308, 2 ** -126];
    for (const number of numbers) {
      const row = before.of(odd).add();
      before.of(odd).single.put(row, number > 1e38 ? 3.4028234663852886e38 : number);
      before.of(odd).double.put(row, number);
    }
    assertSound(before);
    const after = load(before.recipe, save(before));
    numbers.forEach((number, row) => {
      expect(Object.is(after.of(odd).double.at(row), number)).toBe(true);
      expect(Object.is(after.of(odd).single.at(row), before.of(odd).single.at(row))).toBe(true);
    });
    expect(after.hash()).toBe(before.hash());
  });
});

describe('reading changes nothing', () => {
  test('neither the state nor a byte of it, nor the chronicle, nor the hidden edges', () => {
    const world = lived(true);
    const before = { bytes: save(world), hash: world.hash(), edges: world.trace.size() };
    for (const each of eventsOf(world)) {
      muteOf(world, each.id);
      void [...world.trace.parents(2 * each.id)];
    }
    historyOf(world);
    world.hashBySystem();
    world.fork();
    world.fork({ trace: true });
    world.fork({ log: [] });
    load(world.recipe, save(world));
    for (const def of world.ruleset.tables) {
      const rows = world.arena.of(def);
      for (const column of rows.columns)
        for (let row = 0; row < rows.count; row++) (column as unknown as { at(row: number): number }).at(row);
    }
    world.luck(1, 0, 1);
    expect({ bytes: save(world), hash: world.hash(), edges: world.trace.size() }).toEqual(before);
    const [next, undisturbed] = [world.fork(), lived()];
    advance(next, UNTIL + 7200);
    advance(undisturbed, UNTIL + 7200);
    expect(next.hash()).toBe(undisturbed.hash());
  });

  test('an event that is none is refused', () => {
    expect(() => readEvent(lived(), 100_000)).toThrow(/there is no event 100000; the chronicle has \d+/);
  });
});

describe('soundness', () => {
  const broken = (breakIt: (world: World) => void) => (): void => {
    const world = lived();
    assertSound(world);
    breakIt(world);
    assertSound(world);
  };
  interface Inside {
    headWords: Int32Array;
    generations: { raw: Uint16Array };
    freeList: { raw: Uint32Array };
  }
  const inside = (world: World): Inside => world.of(plant) as unknown as Inside;
  const livePlant = (world: World): number => {
    const rows = world.of(plant);
    for (let row = 0; row < rows.count; row++) if (rows.isLive(row)) return row;
    throw new Error('no plant lives');
  };
  const deadPlant = (world: World): number => {
    const row = livePlant(world);
    world.of(plant).remove(row);
    return row;
  };
  const cases: [string, (world: World) => void, string | RegExp][] = [
    ['a number that is none', (w) => void (w.of(gardener).calm.raw[0] = NaN), 'gardener: calm of row 0 is NaN'],
    [
      'an infinite number',
      (w) => void (w.of(plant).height.raw[livePlant(w)] = Infinity),
      /plant: height of row \d+ is Infinity/,
    ],
    [
      'a cell beyond the rows',
      (w) => void (w.of(gardener).strength.raw[7] = 1),
      'gardener: row 7 is not there, but its strength is 1',
    ],
    [
      'a cell of a removed row',
      (w) => void (w.of(plant).kind.raw[deadPlant(w)] = 1),
      /plant: row \d+ is not there, but its kind is 1/,
    ],
    ['an event that is none', (w) => w.of(gardener).last.put(0, 99_999), 'gardener: last of row 0 is event 99999 of'],
    ['a contributor that is none', (w) => w.of(gardener).anger.add(0, 1, 99_999), 'was contributed to by event 99999'],
    ['a count of live rows', (w) => void inside(w).headWords[3]++, /plant: \d+ rows are counted as live, \d+ are/],
    ['a lost row', (w) => (deadPlant(w), void (inside(w).headWords[2] = 0)), /plant: row \d+ is lost/],
    [
      'a circle of free rows',
      (w) => {
        const row = deadPlant(w);
        inside(w).freeList.raw[row] = row + 1;
      },
      /plant: the free list comes back to row/,
    ],
    [
      'a live row that counts as free',
      (w) => void (inside(w).headWords[2] = livePlant(w) + 1),
      'is in the free list, but not free',
    ],
    [
      'a reference to a row that never was',
      (w) => void (w.of(plan).plant.raw[0] = 500),
      'plan: plant of row 0 points at row 499, which never was',
    ],
    [
      'a reference from the future',
      (w) => void (w.of(plan).plant.raw[0] = (1000 << 22) | (livePlant(w) + 1)),
      'points at a generation that is still to come',
    ],
    [
      'a reference that waits for the next row',
      (w) => {
        const row = deadPlant(w);
        w.of(plan).plant.raw[0] = ((inside(w).generations.raw[row] << 22) | (row + 1)) >>> 0;
      },
      'plan: plant of row 0 would meet a new row',
    ],
    [
      'an agenda out of order',
      (w) => w.of(agenda).time.put(w.of(agenda).order.raw[0], 2 ** 30),
      'agenda: entry 1 comes before its parent',
    ],
    ['a claim that nobody holds', (w) => void w.of(claim).add(), /claim: \d+ rows, of which \d+ are held/],
    [
      'a chain of claims that goes round',
      (w) => {
        const who = [0, 1, 2, 3].find((each) => claimsOf(w, each).length > 0)!;
        const row = claimsOf(w, who)[0];
        w.of(claim).next.put(row, row + 1);
      },
      /claim: the chain of person \d+ meets row \d+ again/,
    ],
    ['a row too many along', (w) => void w.of(gardener).add(), 'gardener: 7 rows along the 6 of person'],
    ['words that nobody uses', (w) => void (w.arena.words[9] = 1), 'words of the world that nobody uses are not zero'],
  ];
  for (const [name, breakIt, message] of cases) test(`finds ${name}`, () => expect(broken(breakIt)).toThrow(message));
});
