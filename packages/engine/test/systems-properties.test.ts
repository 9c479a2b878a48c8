/** What every event of every night must be. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { beginOf } from '../src/kernel/create.ts';
import { eventsOf } from '../src/kernel/read.ts';
import type { EventRecord } from '../src/kernel/read.ts';
import { person, place } from '../src/kernel/tables.ts';
import type { World } from '../src/kernel/world.ts';
import { farm, night, said } from './night.fixture.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
const nights: { seed: number; world: World; events: EventRecord[] }[] = [];
beforeAll(() => {
  const setup = farm();
  for (let seed = 1; seed <= 24; seed++) {
    const world = night(setup, { seed });
    nights.push({ seed, world, events: [...eventsOf(world)] });
  }
});

/** All events of all nights that break a rule, as lines. */
function breaking(rule: (event: EventRecord, world: World, events: readonly EventRecord[]) => boolean): string[] {
  return nights.flatMap(({ seed, world, events }) =>
    events
      .filter((event) => rule(event, world, events))
      .map((event) => `seed ${seed} #${event.id} ${event.kind}: ${said(world, event)}`),
  );
}

/** Kinds that somebody does who can act: not what befalls them, nor what others do to them. */
const DEEDS = new Set(
  'places/set-out places/reached sight/spotted sight/alarmed word/called shooting/opened-fire shooting/shot orders/ordered orders/signalled orders/sprung raid/went-on conduct/got-away stores/began-loading stores/took stores/counted will/shaken will/gave-up wounds/tended wounds/dressed resolve/broke resolve/pinned resolve/rallied muster/called-together muster/reported muster/stood-down'.split(
    ' ',
  ),
);

describe('every event', () => {
  test('has a cause, unless it is of a kind that needs none', () => {
    expect(breaking((event) => event.because.length === 0 && !event.entry.kind.uncaused)).toEqual([]);
  });

  test('follows all of its causes, in the chronicle and in time, and states none twice', () => {
    expect(
      breaking((event, _world, events) =>
        event.because.some(({ id }) => id >= event.id || events[id - 1].time > event.time),
      ),
    ).toEqual([]);
    expect(breaking((event) => new Set(event.because.map(({ id }) => id)).size < event.because.length)).toEqual([]);
  });

  test('comes no earlier than the one before', () => {
    const before = new Map<World, number>();
    expect(
      breaking((event, world) => {
        const last = before.get(world) ?? -Infinity;
        before.set(world, event.time);
        return event.time < last;
      }),
    ).toEqual([]);
  });

  test('lies in the past or in the night that was lived', () => {
    expect(breaking((event, world) => event.time > world.time)).toEqual([]);
    expect(
      breaking((event, world) => event.time < beginOf(world.recipe.setup) && world.chronicle.grain(event.id) !== 0),
    ).toEqual([]);
  });

  test('has somebody or something that is there in every role that must be filled', () => {
    expect(
      breaking(({ entry, roles }, world) =>
        entry.roles.some((role) => {
          const { table, optional } = entry.kind.roles[role];
          const row = roles[role];
          return row === undefined
            ? !optional
            : row < 0 || row >= world.of(table).count || world.keyOf(table, row) === '';
        }),
      ),
    ).toEqual([]);
  });

  test('happens in a place that is one', () => {
    expect(
      breaking(
        ({ entry, roles }, world) =>
          roles['place'] !== undefined &&
          (entry.kind.roles['place'].table !== place || roles['place'] >= world.of(place).count),
      ),
    ).toEqual([]);
  });

  test('is witnessed by people who live, are there, and none of whom is named twice', () => {
    expect(
      breaking((event, world) =>
        event.witnesses.some(({ who, clarity }) => who >= world.of(person).count || clarity <= 0 || clarity > 1),
      ),
    ).toEqual([]);
    expect(breaking((event) => new Set(event.witnesses.map(({ who }) => who)).size < event.witnesses.length)).toEqual(
      [],
    );
    expect(unfit((event, out) => event.witnesses.some(({ who }) => out.dead.has(who) || out.gone.has(who)))).toEqual(
      [],
    );
  });

  test('that is a deed is done by somebody who lives, stands and is there', () => {
    const deed = (event: EventRecord, out: Out): boolean =>
      DEEDS.has(event.kind) && (out.down.has(event.roles['actor']) || out.gone.has(event.roles['actor']));
    expect(unfit(deed)).toEqual([]);
  });

  test('befalls nobody who is dead already', () => {
    const twice = (event: EventRecord, out: Out): boolean =>
      (event.kind === 'wounds/died' && out.dead.has(event.roles['actor'])) ||
      (event.kind === 'wounds/wounded' && out.dead.has(event.roles['target'])) ||
      (event.kind === 'wounds/fell' && out.down.has(event.roles['actor']));
    expect(unfit(twice)).toEqual([]);
  });

  test('that is a hit finds its target where it was aimed at, and not beyond reach', () => {
    expect(unfit((event, out) => event.kind === 'wounds/wounded' && out.gone.has(event.roles['target']))).toEqual([]);
  });
});

interface Out {
  readonly dead: Set<number>;
  readonly down: Set<number>;
  readonly gone: Set<number>;
}

/** Events that do not fit with what the events before them made of people. */
function unfit(rule: (event: EventRecord, out: Out) => boolean): string[] {
  const states = new Map<World, Out>();
  return breaking((event, world) => {
    const out = states.get(world) ?? { dead: new Set(), down: new Set(), gone: new Set() };
    states.set(world, out);
    const bad = rule(event, out);
    const who = event.roles['actor'];
    if (event.kind === 'wounds/fell' || event.kind === 'wounds/died') out.down.add(who);
    if (event.kind === 'wounds/died') out.dead.add(who);
    if (event.kind === 'conduct/got-away') out.gone.add(who);
    return bad;
  });
}
