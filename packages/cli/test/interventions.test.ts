import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { advance, createWorld, eventsOf, ruleset } from '@anchorhold/engine';
import type { LogEntry, World } from '@anchorhold/engine';
import { openRun } from '@anchorhold/runs';
import type { Run } from '@anchorhold/runs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadFile } from '../src/exit.ts';
import { readOrders } from '../src/orders/read.ts';
import { logWith, trunkOfRun } from '../src/orders/trunk.ts';
import type { Trunk } from '../src/orders/trunk.ts';
import { FARM, anchorhold, jsonLines, workshop } from './cli.fixture.ts';

const shop = workshop();
afterAll(shop.clear);

interface Event {
  readonly id: number;
  readonly time: number;
  readonly kind: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly because: readonly unknown[];
  readonly outside: boolean;
}

/** A night on the farm in which Marit has been moved and has given an order. */
const GIVEN = '- at: 1h\n  move: {who: Marit, to: yard}\n- at: 2h\n  order: {by: Marit, do: hold, to: granary}\n';
let [run, trunk, events]: [Run, Trunk, Event[]] = [null!, null!, []];
beforeAll(async () => {
  writeFileSync(shop.path('given.yaml'), GIVEN);
  await anchorhold(['run', FARM, '--orders', shop.path('given.yaml'), '--out', shop.path('given')]);
  events = jsonLines((await anchorhold(['events', shop.path('given'), '--json'])).out) as Event[];
  run = await openRun(shop.path('given'));
  trunk = trunkOfRun(run.asked());
});

const read = (text: string, at?: number): readonly LogEntry[] =>
  readOrders(text, { file: '--do', trunk, ...(at === undefined ? {} : { at: trunk.begin + at }) });
const refusedWith = (text: string, at?: number): string => {
  try {
    read(text, at);
  } catch (error) {
    if (error instanceof BadFile) return error.message;
    throw error;
  }
  return 'it is not refused';
};
/** The run with more given, lived from a fork of its checkpoints and from its beginning: both are the same. */
function lived(given: readonly LogEntry[], until = trunk.until): World {
  const log = logWith(trunk.log, given);
  const world = createWorld(ruleset, run.setup, { seed: run.recipe.seed, log });
  advance(world, until);
  const fork = trunk.before(Math.min(...given.map(({ at }) => at)), log);
  advance(fork, until);
  expect(fork.hash()).toBe(world.hash());
  return world;
}
const named = (world: World, id: number): Record<string, unknown> => {
  const event = [...eventsOf(world)][id - 1]!;
  const roles = Object.entries(event.roles).map(([role, row]) => [
    role,
    world.keyOf(event.entry.kind.roles[role]!.table, row),
  ]);
  return { kind: event.kind, time: event.time - trunk.begin, ...Object.fromEntries(roles), ...event.data };
};
const outside = (world: World): number[] => [...eventsOf(world)].flatMap((each) => (each.outside ? [each.id] : []));
const order = (by = 'Rourke'): Event =>
  events.find(({ kind, roles, outside: given }) => kind === 'orders/ordered' && roles['actor'] === by && !given)!;

describe('what is given to a run that was lived already', () => {
  test('is one entry with a moment beside it, or a list of entries with their own', () => {
    expect(read('order: {by: Marit, do: hold, to: yard}', 5400)).toEqual([
      { at: trunk.begin + 5400, command: 'order', value: { by: 'Marit', do: 'hold', to: 'yard', squad: 'all' } },
    ]);
    expect(
      read('- {at: 1h, move: {who: Pell, to: yard}}\n- {re-roll: 3}', 90).map(({ at }) => at - trunk.begin),
    ).toEqual([3600, 90]);
    expect(refusedWith('re-roll: 3')).toBe('--do:1:1 error: This "re-roll" does not say when. Add at: d1 23:30.');
  });

  test('names events as they are numbered in that run, orders that it was given among them', () => {
    const given = events.find((each) => each.outside)!;
    expect([given.kind, given.roles['actor'], given.because]).toEqual(['orders/ordered', 'Marit', []]);
    const world = lived(read(`withhold: ${given.id}`, 60));
    expect(outside(world)).toEqual([]);
    const changed = lived(read(`change: {event: ${given.id}, roles: {goal: orchard}}`));
    expect(outside(changed).map((id) => named(changed, id))).toMatchObject([
      { actor: 'Marit', goal: 'orchard', time: 7200 },
    ]);
    expect(refusedWith('withhold: 99999')).toMatch(
      /^--do:1:11 error: There is no event 99999: this run has \d+ until d2 08:00\. Look it up/,
    );
  });

  test('leaves the run as it is, to the byte', async () => {
    const bytes = (): string[] =>
      ['', 'checkpoints'].flatMap((part) =>
        readdirSync(shop.path('given', part), { withFileTypes: true })
          .filter((each) => each.isFile())
          .map(({ name }) => `${name} ${readFileSync(shop.path('given', part, name)).toString('base64')}`),
      );
    const before = bytes();
    read(`[{withhold: ${order().id}}, {at: 3h, decree: ${COUNTED}}, {at: 3h, re-roll: {luck: 2, of: Pell}}]`);
    expect(bytes()).toEqual(before);
    expect(trunk.withEvent(1).hash()).toBe(run.summary.hash);
  });

  test('is judged by how things stand in that run, with its earlier orders', async () => {
    writeFileSync(shop.path('spent.yaml'), '- at: 1h\n  set stock: {in: granary, good: seed grain, to: 1 kg}\n');
    await anchorhold(['run', FARM, '--orders', shop.path('spent.yaml'), '--out', shop.path('spent')]);
    const spent = trunkOfRun((await openRun(shop.path('spent'))).asked());
    const text = 'move stock: {good: seed grain, amount: 100 kg, from: granary, to: orchard}';
    const on = (of: Trunk, at: number) => () => readOrders(text, { file: '--do', trunk: of, at: of.begin + at });
    expect(on(spent, 1800)).not.toThrow();
    expect(on(spent, 5400)).toThrow('granary holds 1 kg of seed grain by then, not 100 kg of seed grain.');
    expect(on(trunk, 5400)).not.toThrow();
  });
});

const COUNTED = '{kind: stores/counted, roles: {actor: Marit, place: yard}, data: {good: salt, amount: 4}}';

describe('decree', () => {
  test('an event happens at its moment, from outside', () => {
    const world = lived(read(`decree: ${COUNTED}`, 10_000));
    const [, id] = outside(world);
    expect(named(world, id!)).toEqual({
      kind: 'stores/counted',
      time: 10_000,
      actor: 'Marit',
      place: 'yard',
      good: 'salt',
      amount: 4,
    });
  });

  test('is in the files of a run, and listed as given from outside', async () => {
    writeFileSync(shop.path('decree.yaml'), `- at: 3h\n  decree: ${COUNTED}\n`);
    await anchorhold(['run', FARM, '--orders', shop.path('decree.yaml'), '--out', shop.path('decreed')]);
    const about = ['events', shop.path('decreed'), '--kind', 'stores/counted'];
    const [event] = jsonLines((await anchorhold([...about, '--json'])).out) as Event[];
    expect([event!.time, event!.outside, event!.because]).toEqual([10_800, true, []]);
    expect((await anchorhold(about)).out).toContain('given from outside');
    expect(
      (await anchorhold(['run', FARM, '--orders', shop.path('decree.yaml'), '--out', shop.path('decreed')])).out,
    ).toContain('It was lived before.');
  });

  test.each([
    ['{kind: stores/countd}', /:1:16 error: "stores\/countd" is no kind of event\. Nearest: stores\/counted\./],
    [
      '{kind: stores/counted, roles: {actr: Marit}}',
      /:1:46 error: stores\/counted has no role "actr"\. Its roles: actor and place\./,
    ],
    [
      '{kind: stores/counted, roles: {actor: Marti, place: yard}}',
      /:1:47 error: There is no person "Marti"\. Nearest: Marit\./,
    ],
    [
      '{kind: stores/counted, roles: {good: salt}}',
      /error: stores\/counted has no role "good"\. Say it under "data:"\./,
    ],
    ['{kind: stores/counted, roles: {actor: Marit}}', /error: It does not say who or what stands as place\./],
    [
      '{kind: stores/counted, roles: {actor: Marit, place: yard}}',
      /error: It does not say good \(one of seed grain, .*\) and amount \(a whole number of g or pieces\)\./,
    ],
    ['{kind: stores/counted, data: {good: slat}}', /:1:45 error: "slat" is not one of .*\. Nearest: salt\./],
    ['{kind: stores/counted, data: {amount: 1.5}}', /error: "1\.5" is not a whole number of g or pieces\./],
    [
      '{kind: stores/counted, data: {amont: 1}}',
      /error: stores\/counted says nothing of "amont"\. Its data: good and amount\./,
    ],
    ['{kind: stores/counted, data: {constructor: 1}}', /error: stores\/counted says nothing of "constructor"\./],
    ['{kind: stores/counted, roles: {constructor: x}}', /error: stores\/counted has no role "constructor"\./],
    ['{roles: {actor: Marit}}', /error: /],
  ])('%s is refused with its place', (text, message) => {
    expect(refusedWith(`decree: ${text}`, 10_000)).toMatch(message);
  });

  test('what is not possible as things stand is refused, with the reason as far as it shows', () => {
    const died = '{kind: wounds/died, roles: {actor: Pell, place: yard, group: Aldersyke}, data: {of: wound}}';
    const heard = '{kind: orders/ordered, roles: {actor: Pell, group: Aldersyke, goal: yard}, data: {task: hold}}';
    const both = `[{at: 2h, decree: ${died}}, {at: 3h, decree: ${heard}}]`;
    expect(refusedWith(both)).toContain(
      'error: This cannot happen at d2 00:00 as things stand by then: Pell is dead. Choose another moment',
    );
    const withheld = `[{at: 1h, withhold: {kind: stores/counted, roles: {actor: Marit, place: yard}}}, {at: 65m, decree: ${COUNTED}}]`;
    expect(refusedWith(withheld)).toContain('by then: it is withheld until d1 23:00.');
  });

  test('other events are spoken of by their number; they have to have happened, and to be what they were', () => {
    const taking = (lay: number | string): string =>
      `{kind: items/picked-up, roles: {actor: Pell, place: yard}, data: {weapon: rifle, rounds: 3, only: no, lay: ${lay}}}`;
    expect(refusedWith(`decree: ${taking('soon')}`, 100)).toContain('"soon" is not the number of an event, or none.');
    expect(refusedWith(`decree: ${taking(99_999)}`, 100)).toMatch(
      /error: Event 99999 has not happened by then\. The last that has is \d+\./,
    );
    const came = events.find(({ kind }) => kind === 'raid/came')!;
    const later = events.find(({ id }) => id > came.id + 5)!;
    const text = `[{withhold: ${came.id}}, {at: ${later.time + 60}s, decree: ${taking(later.id)}}]`;
    expect(refusedWith(text)).toContain(`With what comes before it here, event ${later.id} is not what it was.`);
    expect(refusedWith(`{at: ${later.time + 60}s, decree: ${taking(later.id)}}`)).toMatch(
      /This cannot happen at \S+ \S+ as things stand/,
    );
  });
});

describe('change', () => {
  test('an order becomes another in its place; before it nothing differs', () => {
    const was = order();
    const world = lived(read(`change: {event: ${was.id}, roles: {goal: farmhouse}, data: {task: storm}}`));
    const plain = trunk.withEvent(was.id);
    expect(named(world, was.id)).toEqual({
      ...named(plain, was.id),
      goal: 'farmhouse',
      task: 'storm',
    });
    for (let id = 1; id < was.id; id++) expect(named(world, id)).toEqual(named(plain, id));
    expect(outside(world)).toContain(was.id);
  });

  test('whom a scenario only counts is called by the name that is shown, things with or without their article', () => {
    const shot = events.find(({ kind }) => kind === 'places/set-out')!;
    const [change] = read(`change: {event: ${shot.id}, roles: {actor: Ralf}}`);
    expect(change!.value).toMatchObject({ instead: { roles: { ...shot.roles, actor: 'the Fell men 1' } } });
    const aim = order();
    const whole = read(`change: {event: ${aim.id}, roles: {group: Fell men}, data: {task: hold}}`);
    expect(whole[0]!.value).toMatchObject({ instead: { roles: { group: 'the Fell men' } } });
  });

  test('what changes nothing, has another moment or cannot be is refused', () => {
    const { id, time, data } = order();
    expect(refusedWith(`change: {event: ${id}}`)).toContain(`This is event ${id} as it happened.`);
    expect(refusedWith(`change: {event: ${id}, data: {task: ${String(data['task'])}}}`)).toContain('as it happened');
    expect(refusedWith(`{at: 1h, change: {event: ${id}, data: {task: leave}}}`)).toContain('not then.');
    expect(refusedWith(`change: {event: ${id}, data: {task: leav}}`)).toContain('Nearest: leave.');
    const died = '{kind: wounds/died, roles: {actor: Pell, place: yard, group: Aldersyke}, data: {of: wound}}';
    const dead = `[{at: ${time - 60}s, decree: ${died}}, {change: {event: ${id}, roles: {actor: Pell}}}]`;
    expect(refusedWith(dead)).toMatch(/:1:\d+ error: This cannot happen at .*: Pell is dead\./);
  });

  test('what does not come about any more, with what is given before, is refused', () => {
    const came = events.find(({ kind }) => kind === 'raid/came')!;
    const text = `[{withhold: ${came.id}}, {change: {event: ${order().id}, data: {task: leave}}}]`;
    expect(refusedWith(text)).toMatch(
      /error: With what comes before it here, that event does not happen at d\d \S+ any more\. Leave out what comes before/,
    );
  });
});

describe('re-roll', () => {
  test('of somebody, for something, for a while', () => {
    expect(read('re-roll: {luck: 7, of: Ralf, what: shooting/hit, for: 10s}', 60)).toEqual([
      {
        at: trunk.begin + 60,
        command: 're-roll',
        value: { salt: 7, of: 'the Fell men 1', what: 'shooting/hit', to: trunk.begin + 70 },
      },
    ]);
    expect(read('re-roll: {luck: 7}', 60)).toEqual(read('re-roll: 7', 60));
  });

  test('changes what it is about, and nothing that has no part in that', () => {
    const { time } = events.find(({ kind }) => kind === 'raid/came')!;
    const history = (given: string): string[] => {
      const world = lived(read(given, time + 60), trunk.begin + time + 3600);
      return [...eventsOf(world)].map(({ key, time: at, kind }) => `${kind} ${key} ${at}`);
    };
    const none = history('re-roll: {luck: 7, of: Pell, what: light}');
    expect(none).toEqual(history('re-roll: {luck: 8, of: Pell, what: light}'));
    expect(history('re-roll: {luck: 7, what: sight}')).not.toEqual(none);
  });

  test.each([
    ['{luck: 7, what: shotting}', /:1:26 error: No luck is drawn for "shotting"\. Nearest: shooting\./],
    ['{luck: 7, what: cooking}', /error: No luck is drawn for "cooking"\. Luck is drawn in light, /],
    ['{luck: 7, of: Pel}', /:1:24 error: "Pel" is nobody here\. Nearest: Pell\./],
    ['{luck: 7, for: 0s}', /error: That is no time at all\. Write 10s, 5m or 1h\./],
    ['{of: Pell}', /error: /],
  ])('%s is refused with its place', (text, message) => {
    expect(refusedWith(`re-roll: ${text}`, 60)).toMatch(message);
  });
});

test('check says what is wrong with kinds, roles and luck without a scenario', async () => {
  const file = shop.path('alone.yaml');
  writeFileSync(
    file,
    '- at: 1h\n  decree: {kind: stores/counted, roles: {actr: X}, data: {good: slat}}\n- at: 1h\n  re-roll: {luck: 1, what: shotting}\n',
  );
  const { code, out } = await anchorhold(['check', file]);
  expect(code).toBe(2);
  expect(out.trimEnd().split('\n')).toHaveLength(3);
  expect(out).toContain('Nearest: shooting.');
});
