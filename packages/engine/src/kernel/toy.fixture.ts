/**
 * A toy world for tests of the kernel: people grow beans, tell each other, and quarrel. It uses everything that the
 * kernel offers, at every grain of time, and keeps each thing small enough to reckon by hand.
 */
import { agendaAct, schedule } from './agenda.ts';
import { believe, findClaim, forget, predicate, sourcesOf, claim } from './beliefs.ts';
import { ENGAGEMENT, SCENE, closeBubble, enterBubble, membersOf, openBubble } from './bubbles.ts';
import { purpose } from './chance.ts';
import { SENSES, witnessWord } from './chronicle.ts';
import { event, f32, f64, i32, ref, tally, u16, u32, u8 } from './columns.ts';
import { createWorld } from './create.ts';
import type { LivingOptions } from './create.ts';
import {
  aboutEvent,
  enabled,
  eventKind,
  interrupted,
  jointly,
  maybe,
  oneOf,
  real,
  reason,
  role,
  whole32,
  yesNo,
} from './events.ts';
import { Ruleset } from './ruleset.ts';
import { setupOf } from './setup.fixture.ts';
import type { PlainScenario } from './setup.fixture.ts';
import { entries, integer, nameIn, withDefault } from './shape.ts';
import { command, defineSystem, rule } from './system.ts';
import { namedTable, person, place, table } from './tables.ts';
import type { World } from './world.ts';

const P_SOW = purpose('toy/sow');
const P_EAT = purpose('toy/eat');
const P_TALK = purpose('toy/talk');
const P_BLOW = purpose('toy/blow');
const P_RAIN = purpose('toy/rain');

/** Strength to work, and who it was that one looks to. */
export const gardener = table(
  'gardener',
  { strength: i32, anger: tally, favourite: ref(person), last: event, beans: u32, calm: f64 },
  { along: person },
);
/** Bean plants: they come and go. */
export const plant = table(
  'plant',
  { bed: ref(place), owner: ref(person), height: f32, kind: u8, dew: tally, sown: event },
  { stamps: 'row' },
);
/** What somebody has in mind to harvest. */
export const plan = table('plan', { plant: ref(plant), since: i32 }, { along: person });
/** Baskets are named things, made while living. */
export const basket = namedTable('basket', { holds: u16 });
const fill = table('fill', { grams: i32 }, { along: basket, stamps: 'none' });

export const hasBeans = predicate('garden/has-beans', person);

export const sowed = eventKind('garden/sowed', {
  roles: { actor: role(person), place: role(place) },
  data: { kind: oneOf(['runner', 'broad', 'dwarf']), depth: real('cm'), alone: yesNo },
  notice: { seen: 0.5, heard: 2 },
  possible: (world, e) => world.of(gardener).strength.raw[e.actor] > 0,
  spend: (world, e) => {
    const rows = world.of(gardener);
    rows.strength.put(e.actor, rows.strength.raw[e.actor] - 1);
  },
  apply: (world, e) => {
    const rows = world.of(plant);
    const row = rows.add();
    rows.bed.put(row, e.place);
    rows.owner.put(row, e.actor);
    rows.kind.put(row, ['runner', 'broad', 'dwarf'].indexOf(e.kind));
    rows.sown.put(row, e.id);
    rows.height.put(row, e.depth / 10);
    world.of(plan).plant.put(e.actor, row);
    world.of(plan).since.put(e.actor, e.time);
    world.of(gardener).last.put(e.actor, e.id);
  },
});

export const picked = eventKind('garden/picked', {
  roles: { actor: role(person), basket: maybe(basket) },
  data: { beans: whole32('beans'), grown: aboutEvent },
  notice: { seen: 1, heard: 5 },
  possible: (world, e) => world.of(plan).plant.at(e.actor) >= 0,
  apply: (world, e) => {
    const row = world.of(plan).plant.at(e.actor);
    world.of(plant).remove(row);
    const rows = world.of(gardener);
    rows.beans.put(e.actor, rows.beans.raw[e.actor] + e.beans);
    if (rows.beans.raw[e.actor] >= 12) world.propose(wove, { actor: e.actor }, [enabled(e.id)]);
    world.propose(rested, { actor: e.actor }, [reason(e.id)]);
  },
});

export const wove = eventKind('garden/wove', {
  roles: { actor: role(person) },
  apply: (world, e) => {
    const row = world.makeNamed(basket, person, e.actor);
    world.of(basket).holds.put(row, 12);
    world.of(fill).grams.put(row, 300);
    const rows = world.of(gardener);
    rows.beans.put(e.actor, rows.beans.raw[e.actor] - 12);
  },
});

export const rested = eventKind('garden/rested', {
  roles: { actor: role(person) },
  apply: (world, e) => world.of(gardener).strength.put(e.actor, 5),
});

const sow = rule('garden/sow', { phase: 'decide', at: 'hour' }, (world, beat) => {
  const rows = world.of(gardener);
  for (const who of beat.members) {
    world.trace.open(who, world.time);
    const strong = rows.strength.at(who) > 0;
    if (strong && world.of(plan).plant.at(who) < 0 && world.luck(P_SOW, who) < 0.6) {
      const kind = (['runner', 'broad', 'dwarf'] as const)[world.nameLo(person, who) % 3];
      world.propose(
        sowed,
        { actor: who, place: who % world.of(place).count, kind, depth: 2.5, alone: beat.members.length === 1 },
        [reason(rows.last.raw[who])],
      );
    }
    world.trace.close();
  }
});

const pick = rule('garden/pick', { phase: 'act', at: ['hour', 'minute'] }, (world, beat) => {
  const plants = world.of(plant);
  for (const who of beat.members) {
    world.trace.open(who, world.time);
    const row = world.of(plan).plant.at(who);
    if (row >= 0 && plants.height.at(row) > 1) {
      const grown = plants.sown.at(row);
      world.propose(picked, { actor: who, beans: Math.floor(plants.height.raw[row] * 4), grown }, [
        ...jointly(plants.dew.contributors(row, 0.8), 1),
        enabled(grown),
      ]);
    } else if (rows(world).strength.at(who) <= 0) world.propose(rested, { actor: who });
    world.trace.close();
  }
});
const rows = (world: World) => world.of(gardener);

/** Drift: plants grow by themselves. */
const grow = rule('garden/grow', { phase: 'settle', at: 'hour' }, (world) => {
  const plants = world.of(plant);
  for (let row = 0; row < plants.count; row++) {
    if (!plants.isLive(row)) continue;
    plants.height.raw[row] += 0.25 + plants.dew.raw[row];
    plants.dew.fade(row, 0.5, 0.05);
  }
});

const gardenPeople = entries('people', {
  strength: withDefault(integer(0, 100), 3),
  favourite: withDefault(nameIn('people'), ''),
});

export const garden = defineSystem({
  id: 'garden',
  tables: [gardener, plant, plan, basket, fill],
  events: { sowed, picked, wove, rested },
  words: {
    sowed: {
      weight: 'beat',
      tell: (e) => ({ verb: 'sow', subject: { role: 'actor' }, object: { noun: `${e.kind} bean` } }),
    },
    picked: {
      weight: 'beat',
      tell: (e) => ({ verb: 'pick', subject: { role: 'actor' }, object: { noun: 'bean', count: e.beans } }),
    },
    wove: { weight: 'turn', tell: (_e) => ({ verb: 'weave', subject: { role: 'actor' }, object: { noun: 'basket' } }) },
    rested: { weight: 'detail', tell: (_e) => ({ verb: 'rest', subject: { role: 'actor' } }) },
  },
  rules: [sow, pick, grow],
  scenario: [gardenPeople],
  build: (world, setup) => {
    for (const [key, fields] of setup.entries(gardenPeople)) {
      const who = world.cast.mustRow(person, key);
      rows(world).strength.put(who, fields.strength);
      rows(world).favourite.put(who, world.cast.row(person, fields.favourite));
    }
    world.recordPast(rested, { actor: 0 }, world.time - 86_400);
  },
});

export const told = eventKind('talk/told', {
  roles: { actor: role(person), target: role(person), about: maybe(person) },
  notice: { seen: 0.2, heard: 8 },
  apply: (world, e) => {
    const about = e.about ?? e.actor;
    believe(world, e.target, hasBeans, about, { confidence: 0.6, source: e.id, from: e.actor, hops: 1 });
  },
});

export const struck = eventKind('talk/struck', {
  roles: { actor: role(person), target: role(person) },
  notice: { seen: 1, heard: 20 },
  apply: (world, e) => {
    rows(world).anger.add(e.target, 1, e.id);
  },
});

export const quarrelled = eventKind('talk/quarrelled', {
  roles: { actor: role(person), target: role(person) },
  data: { fight: yesNo },
  possible: (world, e) => !inside(world, e.actor) && !inside(world, e.target),
  apply: (world, e) => {
    const row = openBubble(world, e.fight ? ENGAGEMENT : SCENE);
    enterBubble(world, e.actor, row);
    enterBubble(world, e.target, row);
    schedule(world, part, world.time + (e.fight ? 20 : 240), world.nameHash(person, e.actor), row, e.id);
  },
});

export const parted = eventKind('talk/parted', {
  roles: { actor: role(person) },
  data: { quarrel: aboutEvent },
});

const inside = (world: World, who: number): boolean => !membersOf(world, -1).includes(who);

/** A quarrel is over after a while. */
const part = agendaAct('talk/part', (world, row, quarrel) => {
  for (const who of membersOf(world, row)) world.propose(parted, { actor: who, quarrel }, [interrupted(quarrel)]);
  closeBubble(world, row);
});

/** Word is passed on, late. */
export const passOn = agendaAct('talk/pass-on', (world, teller, target) => {
  const held = findClaim(world, teller, hasBeans, target);
  if (held >= 0)
    world.propose(
      told,
      { actor: teller, target: world.of(claim).from.raw[held] === 0 ? 0 : target, about: target },
      sourcesOf(world, held).map((id) => reason(id)),
    );
});

const chat = rule('talk/chat', { phase: 'appraise', at: ['hour', 'minute'] }, (world, beat) => {
  for (const who of beat.members) {
    forget(world, who, hasBeans, world.time - 6 * 3600);
    world.trace.open(who, world.time);
    const friend = rows(world).favourite.at(who);
    const luck = world.luck(P_TALK, who, friend);
    if (friend >= 0 && friend !== who && luck < 0.5) {
      if (luck < 0.1) world.propose(quarrelled, { actor: who, target: friend, fight: luck < 0.06 });
      else if (rows(world).beans.at(who) > 0) world.propose(told, { actor: who, target: friend });
    }
    world.trace.close();
  }
});

const blow = rule('talk/blow', { phase: 'act', at: 'second' }, (world, beat) => {
  for (const who of beat.members) {
    for (const target of beat.members) {
      if (target === who || world.luck(P_BLOW, who, target) > 0.15) continue;
      world.trace.open(who, world.time);
      const anger = rows(world).anger.at(who);
      world.propose(
        struck,
        { actor: who, target },
        anger > 0 ? jointly(rows(world).anger.contributors(who, 0.6), 2) : [],
      );
      world.trace.close();
    }
  }
});
const cool = rule('talk/cool', { phase: 'settle', at: 'second' }, (world, beat) => {
  for (const who of beat.members) {
    rows(world).anger.fade(who, 0.9, 0.2);
    rows(world).calm.raw[who] += 1 / 3;
  }
});

export const talk = defineSystem({
  id: 'talk',
  after: ['garden'],
  events: { told, struck, quarrelled, parted },
  words: {
    told: {
      weight: 'detail',
      tell: (_e) => ({ verb: 'tell', subject: { role: 'actor' }, object: { role: 'target' } }),
    },
    struck: { weight: 'beat', tell: (_e) => ({ verb: 'hit', subject: { role: 'actor' }, object: { role: 'target' } }) },
    quarrelled: { weight: 'turn', tell: (_e) => ({ verb: 'quarrel', subject: { role: 'actor' } }) },
    parted: { weight: 'detail', tell: (_e) => ({ verb: 'part', subject: { role: 'actor' } }) },
  },
  rules: [chat, blow, cool],
  agenda: [part, passOn],
  commands: [
    command('feed', 'intervention', { who: nameIn('people'), beans: integer(0, 1000) }, (world, value) => {
      rows(world).beans.put(world.cast.mustRow(person, value.who), value.beans);
    }),
    command('say', 'order', { who: nameIn('people'), to: nameIn('people') }, (world, value) => {
      const [actor, target] = [world.cast.mustRow(person, value.who), world.cast.mustRow(person, value.to)];
      world.propose(told, { actor, target });
    }),
  ],
  notice: (world, kind, fields, id) => {
    const actor = fields['actor'] as number;
    for (let who = 0; who < world.of(person).count; who++) {
      if (who === actor || (world.nameLo(person, who) ^ id) % 4 !== 0) continue;
      world.chronicle.addWitness(witnessWord(who, (who + id) % SENSES.length, 128 + who));
      if (kind.id !== picked.id) continue;
      believe(world, who, hasBeans, actor, { confidence: 0.9, source: id, truth: id });
      schedule(world, passOn, world.time + 900 + 60 * who, world.nameHash(person, who), who, actor);
    }
  },
});

const sky = table('sky', { wet: f32, rains: u16 }, { along: place });
export const rained = eventKind('rain/rained', {
  roles: { place: role(place) },
  uncaused: true,
  apply: (world, e) => {
    world.of(sky).rains.put(e.place, world.of(sky).rains.raw[e.place] + 1);
    const plants = world.of(plant);
    for (let row = 0; row < plants.count; row++) {
      if (plants.isLive(row) && plants.bed.raw[row] !== 0 && plants.bed.at(row) === e.place)
        plants.dew.add(row, 0.25, e.id);
    }
  },
});
export const rain = defineSystem({
  id: 'rain',
  after: ['garden'],
  tables: [sky],
  events: { rained },
  words: { rained: { weight: 'detail', tell: (_e) => ({ verb: 'rain', subject: { noun: 'it' } }) } },
  rules: [
    rule('rain/rain', { phase: 'sense', at: 'hour' }, (world) => {
      for (let row = 0; row < world.of(place).count; row++) {
        if (world.chance.uniform(P_RAIN, world.nameLo(place, row), 0, world.time) < 0.3)
          world.propose(rained, { place: row });
      }
    }),
  ],
});

const slug = table('slug', { eaten: u16 }, { along: place });
/** A system that nothing else looks at: adding it must leave the rest as it was. */
export const slugs = defineSystem({
  id: 'slugs',
  tables: [slug],
  events: {},
  words: {},
  rules: [
    rule('slugs/eat', { phase: 'settle', at: 'hour' }, (world) => {
      const { eaten } = world.of(slug);
      for (let row = 0; row < eaten.raw.length && row < world.of(place).count; row++) {
        if (world.chance.uniform(P_EAT, world.nameLo(place, row), 0, world.time) < 0.5) eaten.raw[row]++;
      }
    }),
  ],
});

export const toyRules = new Ruleset([talk, garden, rain], 'toy 1');
export const toyRulesWithSlugs = new Ruleset([talk, garden, rain, slugs], 'toy 2');

/** Six people, two beds; everybody looks to somebody. */
export const toyScenario: PlainScenario = {
  begin: { season: 'spring', part: 'mid', time: 6 * 3600, weather: [] },
  places: { 'north bed': {}, 'south bed': {} },
  groups: { gardeners: { extras: 2 } },
  people: {
    Ida: { favourite: 'Bo' },
    Bo: { favourite: 'Cleo', strength: 5 },
    Cleo: { favourite: 'Ida' },
    Dov: { favourite: 'Bo', name: 'Old Dov' },
  },
};

export function toyWorld(options: LivingOptions = {}, ruleset = toyRules): World {
  return createWorld(ruleset, setupOf(toyScenario), { debug: true, ...options });
}
