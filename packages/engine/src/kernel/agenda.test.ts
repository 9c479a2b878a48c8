import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaAct, nextAgendaTime, runNextEntry, schedule } from './agenda.ts';
import { createWorld } from './create.ts';
import { advance } from './live.ts';
import { Ruleset } from './ruleset.ts';
import { load, save } from './save.ts';
import { setupOf } from './setup.fixture.ts';
import { assertSound } from './sound.fixture.ts';
import { defineSystem } from './system.ts';
import { u32 } from './columns.ts';
import { table } from './tables.ts';
import type { World } from './world.ts';

/** What ran, in the world's own state, so that it is saved and forked with it. */
const diary = table('diary', { act: u32, subject: u32, datum: u32, time: u32 });
function note(act: number) {
  return (world: World, subject: number, datum: number): void => {
    const rows = world.of(diary);
    const row = rows.add();
    rows.act.put(row, act);
    rows.subject.put(row, subject);
    rows.datum.put(row, datum);
    rows.time.put(row, world.time);
  };
}
const acts = [agendaAct('diary/a', note(0)), agendaAct('diary/b', note(1))];
/** Puts itself on the agenda again, at once if `datum` is 0. */
const again = agendaAct('diary/again', (world, subject, datum) =>
  schedule(world, again, world.time + datum, { lo: 1, hi: 1 }, subject, datum),
);
const early = agendaAct('diary/early', (world) => schedule(world, acts[0], world.time - 500, { lo: 1, hi: 1 }, 7));
const rules = new Ruleset(
  [defineSystem({ id: 'diary', tables: [diary], events: {}, words: {}, agenda: [...acts, again, early] })],
  'agenda',
);
const newWorld = (): World =>
  createWorld(rules, setupOf({ begin: { season: 'spring', part: 'mid', time: 0, weather: [] } }));

interface Entry {
  readonly time: number;
  readonly priority: number;
  readonly lo: number;
  readonly hi: number;
  readonly act: number;
  readonly subject: number;
  readonly datum: number;
}
/** Few values, so that entries that differ in one part alone come up. */
const few = fc.integer({ min: 0, max: 1 });
const anEntry: fc.Arbitrary<Entry> = fc.record({
  time: fc.constantFrom(0, 1, 20),
  priority: few,
  lo: fc.oneof(few, fc.constant(0xffffffff)),
  hi: fc.oneof(few, fc.constant(0xffffffff)),
  act: fc.nat(1),
  subject: fc.nat(3),
  datum: fc.integer({ min: 0, max: 2 }),
});
const PARTS = ['time', 'priority', 'hi', 'lo', 'act', 'datum', 'subject'] as const;
const inOrder = (a: Entry, b: Entry): number => {
  for (const part of PARTS) if (a[part] !== b[part]) return a[part] - b[part];
  return 0;
};
const put = (world: World, e: Entry): void =>
  schedule(world, acts[e.act], e.time, { lo: e.lo, hi: e.hi }, e.subject, e.datum, e.priority);
const ran = (world: World): number[][] => {
  const rows = world.of(diary);
  return Array.from({ length: rows.count }, (_, row) => [
    rows.act.raw[row],
    rows.subject.raw[row],
    rows.datum.raw[row],
  ]);
};

describe('the agenda', () => {
  test('gives its entries in order of time, priority and stable name, whatever was added and taken in between', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: anEntry },
      { weight: 2, arbitrary: fc.constantFrom('take' as const, 'save' as const, 'fork' as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let world = newWorld();
        let waiting: Entry[] = [];
        const expected: number[][] = [];
        const takeNext = (): void => {
          const [next, ...rest] = waiting.toSorted(inOrder);
          if (next === undefined) return;
          expect(nextAgendaTime(world)).toBe(next.time);
          runNextEntry(world);
          expected.push([next.act, next.subject, next.datum]);
          waiting = rest;
        };
        for (const each of steps) {
          if (each === 'take') takeNext();
          else if (each === 'save') world = load(world.recipe, save(world));
          else if (each === 'fork') world = world.fork();
          else {
            put(world, each);
            waiting.push(each);
          }
        }
        assertSound(world);
        while (waiting.length > 0) takeNext();
        expect(nextAgendaTime(world)).toBe(Infinity);
        expect(ran(world)).toEqual(expected);
        assertSound(world);
      }),
      { numRuns: 200 },
    );
  });

  test('the order in which entries were added plays no part in the order in which they run', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 30 }), fc.infiniteStream(fc.nat(1000)), (entries, shuffle) => {
        const keys = new Map(entries.map((each) => [each, shuffle.next().value as number]));
        const worlds = [entries, entries.toSorted((a, b) => keys.get(a)! - keys.get(b)!)].map((list) => {
          const world = newWorld();
          for (const each of list) put(world, each);
          advance(world, 30);
          return world;
        });
        expect(ran(worlds[1])).toEqual(ran(worlds[0]));
      }),
    );
  });

  test('entries run at their time, overdue ones at once, and time never goes back', () => {
    const world = newWorld();
    world.time = 100;
    schedule(world, acts[0], 250, { lo: 0, hi: 0 }, 1);
    schedule(world, acts[1], 40, { lo: 0, hi: 0 }, 2);
    schedule(world, early, 200, { lo: 0, hi: 0 }, 3);
    advance(world, 300);
    const rows = world.of(diary);
    const times = Array.from({ length: rows.count }, (_, row) => [rows.subject.raw[row], rows.time.raw[row]]);
    expect(times).toEqual([
      [2, 100],
      [7, 200],
      [1, 250],
    ]);
    advance(world, 50);
    expect(world.time).toBe(300);
  });

  test('an act that puts itself on the agenda without end, at one moment, is a clear error', () => {
    const world = newWorld();
    schedule(world, again, 10, { lo: 1, hi: 1 }, 0, 0);
    expect(() => advance(world, 20)).toThrow('the agenda fills itself without end at one moment');
  });

  test('an act of another ruleset is refused by name', () => {
    expect(() =>
      schedule(
        newWorld(),
        agendaAct('stray/act', () => {}),
        1,
        { lo: 0, hi: 0 },
        0,
      ),
    ).toThrow('agenda act stray/act belongs to no system');
  });
});
