/** Everything that is written is played: what no night brings about, and no word says, is named here. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sayPlainly } from '@anchorhold/story';
import type { Entity } from '@anchorhold/story';
import { believe } from '../src/kernel/beliefs.ts';
import type { LogEntry } from '../src/kernel/log.ts';
import { eventsOf } from '../src/kernel/read.ts';
import type { KindEntry } from '../src/kernel/ruleset.ts';
import type { World } from '../src/kernel/world.ts';
import { createWorld } from '../src/kernel/create.ts';
import { Ruleset } from '../src/kernel/ruleset.ts';
import { group } from '../src/kernel/tables.ts';
import { ruleset } from '../src/rules.ts';
import { barrier } from '../src/systems/barriers/state.ts';
import { GEAR } from '../src/systems/bodies/state.ts';
import { drew } from '../src/systems/bodies/system.ts';
import { TASKS } from '../src/systems/orders/state.ts';
import { isAt } from '../src/systems/sight/state.ts';
import { died, tended } from '../src/systems/wounds/system.ts';
import { hungerPlayed } from './hungry.fixture.ts';
import { mill } from './mill.fixture.ts';
import { alarmsPlayed } from './played-alarms.fixture.ts';
import { bodiesPlayed } from './played-bodies.fixture.ts';
import { commandPlayed } from './played-command.fixture.ts';
import { daysPlayed } from './played-days.fixture.ts';
import { leadingPlayed } from './played-leading.fixture.ts';
import { memoryPlayed } from './played-memory.fixture.ts';
import { heartsPlayed } from './played-hearts.fixture.ts';
import { nightsPlayed } from './played-nights.fixture.ts';
import { practicesPlayed } from './played-practices.fixture.ts';
import { recoveryPlayed } from './played-recovery.fixture.ts';
import { regionPlayed } from './played-region.fixture.ts';
import { returningPlayed } from './played-returning.fixture.ts';
import { siegesPlayed } from './played-sieges.fixture.ts';
import { storesPlayed } from './played-stores.fixture.ts';
import { sensesPlayed } from './played-senses.fixture.ts';
import { wallsPlayed } from './played-walls.fixture.ts';
import { workPlayed } from './played-work.fixture.ts';
import { all, band, clash, entitiesOf, farm, happen, live, night, where, who } from './night.fixture.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 });
const NIGHTS = 60;
const NOON = 12 * 3600;

/** Choices that no rule makes, and why they stand there. Whoever plays one takes it out. */
const NOT_OF_THEMSELVES: Readonly<Record<string, string>> = {
  'siege/rationed to: full': 'whoever eats their fill is on no rations',
  'raid/went-on stage: none': 'the first stage is no step from another',
  'raid/went-on stage: away': 'a plan is made before the first day',
  'raid/went-on stage: creeping up': 'a band that comes creeps up as it comes',
};
const ISLE = 'isle: {like: cellar}\n  cave: {like: cellar}';
const DEEDS = ['abandon', 'betray', 'steal', 'strike', 'break a promise', 'save', 'turn away', 'kill kin'];
const GOODS = {
  food: '90 kg',
  salt: '90 kg',
  fuel: '90 kg',
  rounds: '90',
  dressings: '90',
  timber: '90 kg',
  firewood: '90 kg',
  water: '90 l',
};

/** Worlds in which what the farm's nights leave out is done. */
function special(): World[] {
  return [
    byHand(),
    outOfRounds(),
    ...raids(),
    ...struggles(),
    calledOff(),
    patientDies(),
    ...lastStand(),
    ...bodiesPlayed(),
    ...wallsPlayed(),
    ...sensesPlayed(),
    ...siegesPlayed(),
    ...commandPlayed(),
    ...hungerPlayed(),
    ...daysPlayed(),
    ...nightsPlayed(),
    ...memoryPlayed(),
    ...practicesPlayed(),
    ...recoveryPlayed(),
    ...workPlayed(),
    ...storesPlayed(),
    ...alarmsPlayed(),
    ...leadingPlayed(),
    ...regionPlayed(),
    ...returningPlayed(),
    ...heartsPlayed(),
  ];
}

/** Every order by hand, to people of whom some are out of earshot; every intervention; a day and a night; all deeds. */
function byHand(): World {
  const orders = [0, 1, 2].flatMap((turn) =>
    TASKS.map((task, i): LogEntry => {
      const value = { by: 'Bram', do: task, to: 'field', squad: ['all', 'first', 'second'][turn] };
      return { at: NOON + 700 + 300 * turn + 10 * i, command: 'order', value };
    }),
  );
  const hands: LogEntry[] = [
    { at: NOON + 5, command: 'move', value: { who: 'Dirk', to: 'wood' } },
    { at: NOON + 5, command: 'hit', value: { who: 'Dirk' } },
    { at: NOON + 6, command: 'set stock', value: { in: 'mill', good: 'food', to: 4000 } },
    { at: NOON + 7, command: 'move stock', value: { good: 'food', amount: 500, from: 'mill', to: 'yard' } },
    { at: NOON + 8, command: 'move thing', value: { weapon: 'rifle', from: 'wood', to: 'field' } },
  ];
  const past = DEEDS.map((deed, i) => `{did: ${deed}, whom: Ada, ago: ${i + 1}d}`).join(', ');
  const changes = {
    Ada: 'at: isle',
    Cole: 'at: isle',
    Bram: `past: [${past}, {did: strike, ago: 1y}]`,
    people: 'Eve: {group: the band, at: yard}\n  Finn: {group: the band, at: field}',
    band: 'extras: 3, wants: salt, comes: d1 12:10',
    places: ISLE,
    more: 'stores: {mill: {salt: 900 kg}}',
  };
  return live(mill(changes, { log: [...hands, ...orders] }), 86_400);
}

/** Those whose first weapon has no rounds take the second, whatever it is. */
function outOfRounds(): World {
  const carriers = GEAR.map((weapon, i) => `P${i}: {gear: [rifle, ${weapon}], rounds: 0}`);
  const world = mill({ Ada: 'at: isle', places: ISLE, people: carriers.join('\n  ') });
  GEAR.forEach((weapon, i) => happen(world, drew, { actor: who(world, `P${i}`), weapon }));
  return world;
}

/** A band comes for each good, and nobody is in its way. */
function raids(): World[] {
  return Object.entries(GOODS).map(([good, amount]) => {
    const band = `extras: 3, wants: ${good}, comes: d1 12:10`;
    const more = `stores: {mill: {${good}: ${amount}}}`;
    return live(mill({ Ada: 'at: isle', Cole: 'at: isle', band, places: ISLE, more, lasts: '4h' }), 4 * 3600);
  });
}

/** A band comes by day to people who shoot well. */
function struggles(): World[] {
  return Array.from({ length: 12 }, (_, i) => {
    const people = ['Eve', 'Finn', 'Gwen', 'Hal'].map(
      (name) => `${name}: {skills: {aim: fine, care: fine}, dressings: 3}`,
    );
    const band = 'extras: 2, wants: salt, comes: d1 12:10';
    const changes = { people: people.join('\n  '), band, more: 'stores: {mill: {salt: 300 kg}}', lasts: '4h' };
    return live(mill(changes, { seed: i + 1 }), 4 * 3600);
  });
}

/** A contingency is called off. */
function calledOff(): World {
  const world = mill({
    Ada: 'at: isle',
    places: ISLE,
    more: `contingencies:
  the trap: {who: Cole, hidden: cave, told by: Ada, when: the band seen in wood, unless: the band seen in yard, after: 4s}`,
  });
  const source = clash(world, 'the band');
  const seen = { confidence: 1, source };
  believe(world, who(world, 'Ada'), isAt, who(world, 'Bram'), { ...seen, place: where(world, 'wood') });
  live(world, 9);
  believe(world, who(world, 'Ada'), isAt, who(world, 'Dirk'), { ...seen, place: where(world, 'yard') });
  return live(world, 40);
}

/** A patient dies under the carer's hands. */
function patientDies(): World {
  const world = mill({ Ada: 'at: isle', Cole: 'at: isle', places: ISLE });
  clash(world, 'the band');
  const [actor, target, place] = [who(world, 'Ada'), who(world, 'Cole'), where(world, 'isle')];
  happen(world, tended, { actor, target, place });
  happen(world, died, { actor: target, place, group: band(world, 'mill folk'), of: 'wound' });
  return live(world, 100);
}

/** The last of a band falls. */
function lastStand(): World[] {
  const raid = { Ada: 'at: isle', Cole: 'at: isle', places: ISLE, band: 'wants: salt, comes: d1 12:10' };
  const world = mill({ ...raid, more: 'stores: {mill: {salt: 90 kg}}', lasts: '4h' });
  while (all(world, 'raid/came').length === 0) live(world, 60);
  for (const name of ['Bram', 'Dirk']) {
    happen(world, died, {
      actor: who(world, name),
      place: where(world, 'wood'),
      group: band(world, 'the band'),
      of: 'wound',
    });
  }
  return [live(world, 3600)];
}

const worlds: World[] = [];
beforeAll(() => {
  const setup = farm();
  for (let seed = 1; seed <= NIGHTS; seed++) worlds.push(night(setup, { seed }));
  worlds.push(...special());
});

test('every kind of event comes up', () => {
  const played = new Set(worlds.flatMap((world) => [...eventsOf(world)].map((event) => event.kind)));
  expect(ruleset.kinds.map((entry) => entry.kind.id).filter((id) => !played.has(id))).toEqual([]);
});

test('every choice that an event can carry comes up', () => {
  const played = new Set<string>();
  for (const world of worlds) {
    for (const event of eventsOf(world)) {
      for (const [name, value] of Object.entries(event.data)) played.add(choiceAs(event.kind, name, String(value)));
    }
  }
  const never = choicesOf().filter((choice) => !played.has(choice));
  expect(never.filter((choice) => !(choice in NOT_OF_THEMSELVES))).toEqual([]);
  // What has come up need not be excused any longer.
  expect(Object.keys(NOT_OF_THEMSELVES).filter((choice) => !never.includes(choice))).toEqual([]);
});

test('every rule runs at each grain that it is for', () => {
  const ran = new Set<string>();
  const systems = ruleset.systems.map((system) => ({
    ...system,
    rules: system.rules?.map((rule) => ({
      ...rule,
      run: (...[world, beat]: Parameters<typeof rule.run>): void => {
        ran.add(`${rule.id} by the ${beat.grain}`);
        rule.run(world, beat);
      },
    })),
  }));
  const watched = new Ruleset(systems, 'watched');
  const world = createWorld(watched, farm(), { seed: 1 });
  live(world, 11 * 3600);
  const written = ruleset.systems.flatMap((system) =>
    (system.rules ?? []).flatMap((rule) => rule.grains.map((grain) => `${rule.id} by the ${grain}`)),
  );
  expect(written.filter((each) => !ran.has(each))).toEqual([]);
});

describe('statements and commands', () => {
  test('every condition can be judged, and comes out either way', () => {
    const names = { people: 'Marit', groups: 'Aldersyke', places: 'granary', barriers: 'the fence' };
    const others = { people: 'Rourke', groups: 'the Fell men', places: 'granary', barriers: 'the fence' };
    const farms = worlds.slice(0, NIGHTS);
    const yards = worlds.filter((world) => world.cast.row(group, 'yard folk') >= 0);
    const inYard = { people: 'Ada', groups: 'yard folk', places: 'yard', barriers: 'the fence' };
    // Nobody comes to the farm's gate.
    const halls = worlds.filter((world) => world.cast.row(group, 'wanderers') >= 0);
    const inHall = { people: 'Ada', groups: 'hall folk', others: 'wanderers', places: 'hall', barriers: 'the fence' };
    // The farm has no barriers.
    const fenced = worlds.filter((world) => world.cast.row(barrier, 'the fence') >= 0);
    for (const { pattern, truth } of ruleset.conditions) {
      const found = new Set(
        (pattern.includes('{barriers}') ? fenced : farms).flatMap((world) => [
          truth(world, names),
          truth(world, others),
        ]),
      );
      for (const world of yards) found.add(truth(world, inYard));
      if (!pattern.includes('{barriers}')) for (const world of halls) found.add(truth(world, inHall));
      expect(found.size, pattern).toBeGreaterThan(1);
    }
  });

  test('every command can be given', () => {
    const given = new Set(worlds.flatMap((world) => world.recipe.log.map((entry) => entry.command)));
    expect(ruleset.commands.map((each) => each.id).filter((id) => !given.has(id))).toEqual([]);
    expect(worlds.every((world) => world.logCursor === world.recipe.log.length)).toBe(true);
  });
});

describe('words', () => {
  /** A sentence that a person could have written: no trace of a program, no gap. */
  const SENTENCE = /^[A-Z][^{}[\]<>_|]*(?:[a-z)][.]|[.?!]”)$/;
  const BROKEN = /undefined|null|NaN|object|function|\s\s|\s[.,]|\b(the the|a a|of of|in in|to to)\b/;

  test('say every event of every night in a plain sentence, as news and as a reason', () => {
    const bad = new Set<string>();
    for (const world of worlds) {
      for (const event of eventsOf(world)) {
        const roles = entitiesOf(world, event);
        const { words } = event.entry;
        for (const say of [words.tell, words.asReason ?? words.tell]) {
          const text = sayPlainly(say(event.fields as never), roles);
          if (!SENTENCE.test(text) || BROKEN.test(text)) bad.add(`${event.kind}: ${text}`);
        }
      }
    }
    expect([...bad]).toEqual([]);
  });

  test.each(ruleset.kinds.map((entry) => entry.kind.id))('of %s fit whatever it may carry', (id) => {
    const entry = ruleset.entryById(id)!;
    const { words } = entry;
    for (const fields of variants(entry)) {
      const those: Entity = { name: 'Eve', kind: 'person', key: 'Eve', gender: 'she' };
      const roles = { ...castFor(entry, fields), those };
      const event = fields as never;
      const said = [words.tell(event), (words.asReason ?? words.tell)(event), ...(words.variants?.(event) ?? [])];
      for (const hit of [true, false]) {
        for (const sum of [words.gather, words.reply]) {
          if (sum !== undefined) said.push(sum([event, event, event], hit), sum([event], hit));
        }
      }
      for (const self of [true, false]) {
        if (words.heeded !== undefined) said.push(words.heeded.tell(event, { self, others: 3 }));
      }
      for (const clause of said) {
        const text = sayPlainly(clause, roles);
        expect(text, JSON.stringify(fields)).toMatch(SENTENCE);
        expect(text, JSON.stringify(fields)).not.toMatch(BROKEN);
      }
    }
  });

  test('of different choices differ', () => {
    for (const id of [
      'light/turned',
      'engagement/ended',
      'orders/ordered',
      'places/set-out',
      'shooting/ceased',
      'past/wronged',
    ]) {
      const entry = ruleset.entryById(id)!;
      const texts = variants(entry).map((fields) =>
        sayPlainly(entry.words.tell(fields as never), castFor(entry, fields)),
      );
      expect(new Set(texts).size, id).toBeGreaterThan(texts.length / 3);
    }
  });
});

/**
 * A choice by name. What good it is about is up to the scenario, and no rule asks: it need come up in one kind only. The
 * same holds for the task of an order that is given, received or not heard.
 */
function choiceAs(kind: string, field: string, choice: string): string {
  return field === 'good' || field === 'task' ? `${field}: ${choice}` : `${kind} ${field}: ${choice}`;
}

/** Every choice of every kind. */
function choicesOf(): string[] {
  return ruleset.kinds.flatMap(({ kind, data }) =>
    data.flatMap((name) => {
      const spec = kind.data[name];
      return spec.datum === 'choice' ? spec.of.map((choice) => choiceAs(kind.id, name, choice)) : [];
    }),
  );
}

type Fields = Record<string, number | string | boolean>;

/** Fields of an event in every combination of its choices, with optional roles filled and empty. */
function variants({ kind, roles, data }: KindEntry): Fields[] {
  let all: Fields[] = [{}];
  const each = (name: string, values: readonly (number | string | boolean | undefined)[]): void => {
    all = all.flatMap((fields) => values.map((value) => (value === undefined ? fields : { ...fields, [name]: value })));
  };
  roles.forEach((name, row) => each(name, kind.roles[name].optional ? [row, undefined] : [row]));
  for (const name of data) {
    const spec = kind.data[name];
    if (spec.datum === 'choice') each(name, spec.of);
    else if (spec.datum === 'flag') each(name, [true, false]);
    else each(name, spec.datum === 'whole' ? [1000, 25_000] : [12.5]);
  }
  return all;
}

/** Somebody or something for every role that is filled. */
function castFor({ kind }: KindEntry, fields: Fields): Record<string, Entity> {
  const people = ['Ada', 'Bram', 'Cole', 'Dirk'];
  return Object.fromEntries(
    Object.entries(kind.roles)
      .filter(([name]) => name in fields)
      .map(([name, { table }], i): [string, Entity] => {
        if (table.id === 'person') return [name, { name: people[i], kind: 'person', key: people[i], gender: 'she' }];
        if (table.id === 'place') return [name, { name: 'mill', kind: 'place', key: `mill ${i}` }];
        if (table.id === 'group') return [name, { name: 'the band', kind: 'group', key: 'the band' }];
        return [name, { name: 'the trap', kind: 'thing', key: 'the trap' }];
      }),
  );
}
