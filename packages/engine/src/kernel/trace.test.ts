import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaAct, schedule } from './agenda.ts';
import { event, i32, ref, tally, u8 } from './columns.ts';
import { createWorld } from './create.ts';
import { eventKind, maybe, role } from './events.ts';
import { historyOf } from './heavy.fixture.ts';
import { advance } from './live.ts';
import { Ruleset } from './ruleset.ts';
import { setupOf } from './setup.fixture.ts';
import { defineSystem } from './system.ts';
import { person, table } from './tables.ts';
import { toyWorld } from './toy.fixture.ts';
import { parentsOf, writersOf } from './trace.fixture.ts';
import { Trace } from './trace.ts';
import type { World } from './world.ts';

const cells = table('cells', { one: i32, two: i32, heat: tally, by: event }, { along: person });
const wholeRows = table('whole-rows', { one: i32, two: u8, heat: tally }, { along: person, stamps: 'row' });
const blind = table('blind', { one: i32 }, { along: person, stamps: 'none' });
const loose = table('loose', { one: i32 });
const pointer = table('pointer', { to: ref(loose) }, { along: person });

/** Writes some cell; which one says `target`'s row in the datum-less simplest way: each kind writes one column. */
const wrote = (name: string, write: (world: World, who: number, id: number) => void, sets?: 'off') =>
  eventKind(`t/${name}`, {
    roles: { actor: maybe(person), target: role(person) },
    uncaused: true,
    apply: (world, e) => {
      write(world, e.target, e.id);
      if (sets === 'off') world.propose(noted, { target: e.target });
    },
  });
const one = wrote('one', (world, who) => world.of(cells).one.put(who, 1));
const two = wrote('two', (world, who) => world.of(cells).two.put(who, 1));
const heat = wrote('heat', (world, who, id) => world.of(cells).heat.add(who, 1, id));
const row = wrote('row', (world, who) => world.of(wholeRows).two.put(who, 1));
const rowHeat = wrote('row-heat', (world, who, id) => world.of(wholeRows).heat.add(who, 1, id));
const unseen = wrote('unseen', (world, who) => world.of(blind).one.put(who, 1));
const noted = wrote('noted', () => {});
const chain = wrote('chain', () => {}, 'off');
const later = wrote('later', (world, who) => schedule(world, timer, world.time + 10, world.nameHash(person, who), who));
const keeping = wrote('keeping', (world, who) => world.of(cells).one.renew(who));
const removed = wrote('removed', (world) => world.of(loose).remove(0));
const asked = wrote('asked', (world, who) => schedule(world, question, 10, world.nameHash(person, who), who));
const question = agendaAct('t/question', (world, who) => {
  world.trace.open(who, world.time);
  if (world.of(cells).one.at(who) > 0) world.propose(noted, { actor: who, target: who });
  world.trace.close();
});
const timer = agendaAct('t/timer', (world, who) => world.propose(noted, { target: who }));
const events = { one, two, keeping, heat, row, 'row-heat': rowHeat, unseen, noted, chain, later, removed, asked };
const plain = { weight: 'detail', tell: (_e: unknown) => ({ verb: 'be', subject: { noun: 'it' } }) } as const;
const words = Object.fromEntries(Object.keys(events).map((name) => [name, plain])) as unknown as Parameters<
  typeof defineSystem<typeof events>
>[0]['words'];
const rules = new Ruleset(
  [
    defineSystem({
      id: 't',
      tables: [cells, wholeRows, blind, loose, pointer],
      events,
      words,
      agenda: [timer, question],
    }),
  ],
  'trace',
);
const setup = setupOf({
  begin: { season: 'spring', part: 'mid', time: 0, weather: [] },
  people: { A: {}, B: {}, C: {} },
});
const newWorld = (trace = true): World => createWorld(rules, setup, { trace });

type Kind = (typeof events)[keyof typeof events];
/** Something happens to somebody by itself; returns its id. */
function happen(world: World, kind: Kind, target = 0): number {
  world.propose(kind, { target });
  world.commit();
  return world.chronicle.length;
}
/** Somebody decides after looking at something, and does something (or nothing); returns the event's id. */
function decide(world: World, look: () => unknown, kind: Kind | null = noted, actor = 1): number {
  world.trace.open(actor, world.time);
  look();
  if (kind !== null) world.propose(kind, { actor, target: actor });
  world.trace.close();
  world.commit();
  return world.chronicle.length;
}
describe('hidden edges', () => {
  test('an event descends from what wrote the cells that its decision read, and from nothing else', () => {
    const world = newWorld();
    const wroteOne = happen(world, one);
    happen(world, two);
    happen(world, one, 2);
    expect(
      parentsOf(
        world,
        decide(world, () => world.of(cells).one.at(0)),
      ),
    ).toEqual([wroteOne]);
    expect(
      parentsOf(
        world,
        decide(world, () => world.of(cells).one.raw[0]),
      ),
    ).toEqual([]);
    expect(
      parentsOf(
        world,
        decide(world, () => null),
      ),
    ).toEqual([]);
    // Reads outside a decision are nobody's.
    world.of(cells).two.at(0);
    expect(
      parentsOf(
        world,
        decide(world, () => null),
      ),
    ).toEqual([]);
  });

  test('all events of one decision share its reads, read before or after they were proposed', () => {
    const world = newWorld();
    const [a, b] = [happen(world, one), happen(world, two)];
    world.trace.open(1, world.time);
    world.of(cells).one.at(0);
    world.propose(noted, { target: 1 });
    world.of(cells).two.at(0);
    world.propose(noted, { target: 2 });
    world.trace.close();
    world.commit();
    expect([3, 4].map((id) => parentsOf(world, id))).toEqual([
      [a, b],
      [a, b],
    ]);
  });

  test('what an event sets off descends from it; so does what somebody reads of its traces', () => {
    const world = newWorld();
    const opened = happen(world, chain) - 1;
    expect(parentsOf(world, opened + 1)).toEqual([opened]);
    expect(parentsOf(world, opened)).toEqual([]);
  });

  test('what is put on the agenda descends from what put it there', () => {
    const world = newWorld();
    const scheduled = happen(world, later);
    happen(world, one);
    advance(world, 20);
    expect([world.chronicle.length, parentsOf(world, 3)]).toEqual([3, [scheduled]]);
    expect(world.trace.writer).toBe(0);
  });

  test('a decision that the agenda or an event asks for descends from it, and from what it reads', () => {
    const world = newWorld();
    const wroteOne = happen(world, one);
    const scheduled = happen(world, asked);
    advance(world, 20);
    expect([world.chronicle.length, parentsOf(world, 3)]).toEqual([3, [wroteOne, scheduled]]);
  });

  test('tables stamped by row share one stamp a row, but a tally keeps its own; tables without stamps are silent', () => {
    const world = newWorld();
    const wroteRow = happen(world, row);
    const { one: first, two: second, heat: tallied } = world.of(wholeRows);
    expect(first.stamp).toBe(second.stamp);
    expect(tallied.stamp).not.toBe(first.stamp);
    expect(
      parentsOf(
        world,
        decide(world, () => first.at(0)),
      ),
    ).toEqual([wroteRow]);
    const hot = happen(world, rowHeat);
    expect(
      parentsOf(
        world,
        decide(world, () => tallied.at(0)),
      ),
    ).toEqual([hot]);
    tallied.fade(0, 0.1, 1);
    expect(
      parentsOf(
        world,
        decide(world, () => tallied.at(0)),
      ),
    ).toEqual([]);
    expect(
      parentsOf(
        world,
        decide(world, () => first.at(0)),
      ),
    ).toEqual([wroteRow]);
    happen(world, unseen);
    expect([
      world.of(blind).one.stamp,
      parentsOf(
        world,
        decide(world, () => world.of(blind).one.at(0)),
      ),
    ]).toEqual([null, []]);
  });

  test('versions of a tally chain: each descends from the one before; faded to nothing, the past is cut', () => {
    const world = newWorld();
    const { heat: column } = world.of(cells);
    const look = () => column.at(0);
    const adds = [happen(world, heat), happen(world, heat)];
    expect(parentsOf(world, decide(world, look))).toEqual(adds);
    column.fade(0, 0.5, 0.01);
    adds.push(happen(world, heat));
    expect(parentsOf(world, decide(world, look))).toEqual(adds);
    column.fade(0, 0.001, 0.01);
    expect([column.at(0), parentsOf(world, decide(world, look))]).toEqual([0, []]);
    const fresh = happen(world, heat);
    expect(parentsOf(world, decide(world, look))).toEqual([fresh]);
  });

  test('what stays as it is descends from what kept it so, and from what had made it so', () => {
    const world = newWorld();
    const { one: kept, two: other } = world.of(cells);
    const [first, second, third] = [happen(world, one), happen(world, two), happen(world, two, 1)];
    // By a decision: from what it read.
    world.trace.open(2, world.time);
    other.at(0);
    kept.renew(0);
    world.trace.close(false);
    expect([kept.at(0), writersOf(world, kept, 0)]).toEqual([1, [first, second]]);
    expect(
      parentsOf(
        world,
        decide(world, () => kept.at(0)),
      ),
    ).toEqual([first, second]);
    // By an event: from that.
    const by = happen(world, keeping);
    expect([kept.at(0), writersOf(world, kept, 0)]).toEqual([1, [first, second, by]]);
    // On account of another cell alone.
    kept.renewAfter(0, other, 1);
    expect([kept.at(0), writersOf(world, kept, 0)]).toEqual([1, [third]]);
  });

  test('whoever finds a row gone was reached by what removed it, and the next row in its place has no past', () => {
    const world = newWorld();
    const rows = world.of(loose);
    rows.one.put(rows.add(), 1);
    world.of(pointer).to.put(0, 0);
    const look = () => world.of(pointer).to.at(0);
    expect(parentsOf(world, decide(world, look))).toEqual([]);
    const gone = happen(world, removed);
    expect(parentsOf(world, decide(world, look))).toEqual([gone]);
    expect(rows.add()).toBe(0);
    expect(
      parentsOf(
        world,
        decide(world, () => rows.one.at(0)),
      ),
    ).toEqual([]);
    expect(parentsOf(world, decide(world, look))).toEqual([gone]);
    world.of(pointer).to.put(0, 0);
    expect(parentsOf(world, decide(world, look))).toEqual([]);
  });
});

describe('decisions that lead to nothing', () => {
  const looked = (world: World) => () => world.of(cells).one.at(0);

  test('join what the same person does next, and only that', () => {
    const world = newWorld();
    const wroteOne = happen(world, one);
    decide(world, looked(world), null, 1);
    expect(
      parentsOf(
        world,
        decide(world, () => null, noted, 2),
      ),
    ).toEqual([]);
    world.time = 30;
    expect(
      parentsOf(
        world,
        decide(world, () => null, noted, 1),
      ),
    ).toEqual([wroteOne]);
    expect(
      parentsOf(
        world,
        decide(world, () => null, noted, 1),
      ),
    ).toEqual([]);
  });

  test('are forgotten after 30 seconds', () => {
    const world = newWorld();
    happen(world, one);
    decide(world, looked(world), null);
    world.time = 31;
    expect(
      parentsOf(
        world,
        decide(world, () => null),
      ),
    ).toEqual([]);
  });

  test('count for as long as they go on, and are kept once while they read the same', () => {
    const world = newWorld();
    const wroteOne = happen(world, one);
    const before = world.trace.size();
    for (let second = 0; second < 100; second++) {
      world.time = second;
      decide(world, looked(world), null);
    }
    expect(world.trace.size().frames - before.frames).toBe(1);
    expect(
      parentsOf(
        world,
        decide(world, () => null),
      ),
    ).toEqual([wroteOne]);
    // Used up by that event, the same thought is a new one.
    decide(world, looked(world), null);
    expect(
      parentsOf(
        world,
        decide(world, () => null),
      ),
    ).toEqual([wroteOne]);
  });

  test('are not kept where their rule says that their silence does not matter', () => {
    const world = newWorld();
    happen(world, one);
    world.trace.open(1, 0);
    world.of(cells).one.at(0);
    world.trace.close(false);
    expect([
      parentsOf(
        world,
        decide(world, () => null),
      ),
      world.trace.size().frames,
    ]).toEqual([[], 1]);
  });

  test('add up where they read different things', () => {
    const world = newWorld();
    const [a, b] = [happen(world, one), happen(world, two)];
    decide(world, looked(world), null);
    decide(world, () => world.of(cells).two.at(0), null);
    expect(
      parentsOf(
        world,
        decide(world, () => null),
      ),
    ).toEqual([a, b]);
  });
});

describe('the log of hidden edges', () => {
  test('gives back any edges that are put in, however far apart', () => {
    const node = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 2 ** 20 }));
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(node, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 60 }),
        (frames) => {
          const trace = new Trace(true);
          frames.forEach((reads, i) => {
            trace.open(-1, 0);
            for (const each of [...reads, ...reads]) trace.read(each);
            trace.event(i + 1, trace.ground());
            trace.close();
          });
          frames.forEach((reads, i) => {
            const [frame] = trace.parents(2 * (i + 1));
            expect([...trace.parents(frame)]).toEqual(reads);
          });
          expect(trace.size().frames).toBe(frames.length);
          expect(trace.size().events).toBe(frames.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('grows with frames, events, bytes and actors', () => {
    const trace = new Trace(true);
    for (let id = 1; id <= 5000; id++) {
      trace.open(id, id);
      trace.read(2 * id);
      trace.read(3);
      trace.event(id, trace.ground());
      trace.close();
    }
    for (const id of [1, 64, 65, 1023, 1024, 4096, 5000]) {
      const [frame] = trace.parents(2 * id);
      expect([...trace.parents(frame)]).toEqual(id === 1 ? [2, 3] : [2 * id, 3]);
    }
    expect([...trace.parents(2 * 5001)]).toEqual([]);
  });

  test('keeps the silence of any actor, however many there are', () => {
    const trace = new Trace(true);
    for (const actor of [3, 64, 500, 70]) {
      trace.open(actor, 10);
      trace.read(2 * actor);
      trace.close();
    }
    for (const [id, actor] of [3, 64, 500, 70].entries()) {
      trace.open(actor, 20);
      trace.event(id + 1, trace.ground());
      trace.close();
      const [frame] = trace.parents(2 * (id + 1));
      const [silent] = trace.parents(frame);
      expect([...trace.parents(silent)]).toEqual([2 * actor]);
    }
  });

  test('keeps nothing where it is switched off', () => {
    const world = newWorld(false);
    happen(world, one);
    expect(
      parentsOf(
        world,
        decide(world, () => world.of(cells).one.at(0)),
      ),
    ).toEqual([]);
    expect(world.trace.size()).toEqual({ events: 0, frames: 0, bytes: 0 });
    expect(world.of(cells).one.stamp).toBe(null);
  });

  test('whether it is kept changes neither state nor chronicle, and it takes some 30 bytes an event', () => {
    const until = 3 * 86_400;
    const [on, off] = [true, false].map((trace) => toyWorld({ trace }));
    advance(on, until);
    advance(off, until);
    expect(on.hash()).toBe(off.hash());
    expect(historyOf(on)).toEqual(historyOf(off));
    const { events: noted, bytes } = on.trace.size();
    expect(noted).toBe(on.chronicle.length);
    expect(noted).toBeGreaterThan(300);
    expect(bytes / noted).toBeLessThan(35);
    expect(new Uint8Array(on.arena.buffer)).toEqual(new Uint8Array(off.arena.buffer));
  });

  test('stated causes that come from tallies are also found by hidden edges', () => {
    const world = toyWorld({ trace: true });
    advance(world, 4 * 86_400);
    let checked = 0;
    for (let id = 1; id <= world.chronicle.length; id++) {
      const kind = world.ruleset.kinds[world.chronicle.kind(id)];
      if (kind.kind.id !== 'talk/struck') continue;
      const ancestors = new Set(parentsOf(world, id));
      for (const cause of world.chronicle.causesOf(id, kind.wordCount)) {
        expect(ancestors.has(cause >>> 5)).toBe(true);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(10);
  });
});
