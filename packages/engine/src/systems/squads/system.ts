import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { groupNames, peopleNames, peopleOf } from '../../kernel/cast.ts';
import { decay } from '../../kernel/curves.ts';
import { enabled, eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { entries, flag, integer, list, nameIn, optionally, withDefault } from '../../kernel/shape.ts';
import type { Remark, Setup } from '../../kernel/shape.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { harmlessAsKnown, stands } from '../captivity/state.ts';
import { groupOf, leaderOf, refugeOf } from '../groups/state.ts';
import { received } from '../orders/receiving.ts';
import { TASKS } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { inSquad, squad, squadOf, squadPeople } from './state.ts';
import { words } from './words.ts';

/** People in a squad where the scenario names none: as many as one voice can lead. [d] */
const PEOPLE_A_SQUAD = 7;
/** Fewest people whom a group divides. */
const DIVIDES_FROM = 4;
/** A squad's leader looks round once in so many seconds. [d] */
const EVERY = 5;
/** Share of its people whose loss, within minutes, makes a squad waver: under a leader of no nerve, and what nerve adds. [d] */
const WAVERS_AT = 0.3;
const NERVE_ADDS = 0.35;
/** Below which share of that it has steadied. */
const STEADY = 0.6;
/** Half-life of what has shaken a squad, in seconds. [d] */
const SHOCK_HALF_LIFE = 420;
/** What the loss of its leader weighs, in people. [d] */
const LEADER_WEIGHS = 2;

export const squadSection = entries('squads', {
  of: optionally(nameIn('groups', 'The group that it is a part of; that of its leader where it is left out.')),
  leader: nameIn('people', 'Who leads it.'),
  people: withDefault(list(nameIn('people', 'Its people beside the leader.')), []),
  extras: withDefault(integer(0, 200, "How many of its group's extras are in it, beside those named."), 0),
  at: optionally(
    nameIn('places', 'Where it belongs; each of its people is there as it begins, unless said otherwise.'),
  ),
  reserve: withDefault(flag('Whether it is kept back for the commander to use.'), false),
});

/** A squad loses one of its people: its leader knows of it. */
export const shaken = eventKind('squads/shaken', {
  roles: { actor: role(person), target: role(person), squad: role(squad) },
  possible: (world, event) => world.of(inSquad).lost.raw[event.target] === 0,
  spend: (world, event) => world.of(inSquad).lost.put(event.target, 1),
  apply: (world, event) => {
    const size = squadPeople(world, event.squad).length;
    world.of(squad).shock.add(event.squad, 1 / Math.max(1, size), event.id);
  },
});

/** A squad is no longer in hand: it gives ground, orders or no orders. */
export const wavered = eventKind('squads/wavered', {
  roles: { actor: role(person), squad: role(squad), place: role(place) },
  notice: { seen: 0.6, heard: 0 },
  possible: (world, event) => world.of(squad).wavers.raw[event.squad] === 0,
  // A squad that has stood what has shaken it so far stands it from then on.
  spend: (world, event) => world.of(squad).stood.put(event.squad, world.of(squad).shock.raw[event.squad]),
  apply: (world, event) => {
    const rows = world.of(squad);
    rows.wavers.put(event.squad, 1);
    rows.waversBy.put(event.squad, event.id);
    const goal = refugeOf(world, rows.group.raw[event.squad]);
    const told = { actor: event.actor, target: event.actor, task: 'fall back' } as const;
    if (goal >= 0 && TASKS[rows.task.raw[event.squad]] !== 'leave')
      world.propose(received, { ...told, goal }, [reason(event.id)]);
  },
});

/** It is in hand again, and goes back to what the commander told it last. */
export const steadied = eventKind('squads/steadied', {
  roles: { actor: role(person), squad: role(squad), place: role(place) },
  possible: (world, event) => world.of(squad).wavers.raw[event.squad] === 1,
  apply: (world, event) => {
    const rows = world.of(squad);
    rows.wavers.put(event.squad, 0);
    const order = rows.order.raw[event.squad];
    // What it has been told since it gave ground stands; and those who are on their way home stay on it.
    if (order === 0 || world.chronicle.time(order) > world.chronicle.time(rows.waversBy.raw[event.squad])) return;
    if (TASKS[rows.task.raw[event.squad]] !== 'fall back') return;
    // The place that an order names stands third among its words, the task fifth.
    const goal = world.chronicle.word(order, 2);
    const task = TASKS[world.chronicle.word(order, 4)];
    const told = { actor: event.actor, target: event.actor, goal, task };
    world.propose(received, told, [reason(event.id), enabled(order)]);
  },
});

/** Somebody takes over a squad whose leader has fallen. */
export const tookOver = eventKind('squads/took-over', {
  roles: { actor: role(person), target: role(person), squad: role(squad) },
  possible: (world, event) => world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    const rows = world.of(squad);
    rows.leader.put(event.squad, event.actor + 1);
    const size = squadPeople(world, event.squad).length;
    rows.shock.add(event.squad, LEADER_WEIGHS / Math.max(1, size), event.id);
  },
});

const keepTogether = rule('squads/keep-together', { phase: 'appraise', at: 'second' }, (world, beat) => {
  const rows = world.of(squad);
  const bodies = world.of(body);
  const ease = decay(EVERY, SHOCK_HALF_LIFE);
  for (let row = 0; row < rows.count; row++) {
    const leader = rows.leader.raw[row] - 1;
    if (leader < 0 || !world.isTurn(person, leader, EVERY)) continue;
    if (!squadPeople(world, row).some((who) => beat.members.includes(who))) continue;
    rows.shock.fade(row, ease, 0.02);
    if (bodies.awake.raw[leader] === 0 && bodies.down.raw[leader] === 0) continue;
    if (!stands(world, leader)) {
      passOn(world, row, leader);
      continue;
    }
    takeIn(world, row, leader);
    hold(world, row, leader);
  }
});

/**
 * Of its people who know that the leader has fallen, run or been taken, whoever has most nerve takes over; of equals the first by
 * name. The known reason why nobody is led is the claim; whether it is so only keeps a false alarm from unseating anybody.
 */
function passOn(world: World, row: number, fallen: number): void {
  const { nerve } = world.of(body);
  let heir = -1;
  for (const who of squadPeople(world, row)) {
    if (who === fallen || !stands(world, who) || harmlessAsKnown(world, who, fallen) < 0) continue;
    if (heir < 0 || nerve.raw[who] > nerve.raw[heir]) heir = who;
  }
  if (heir < 0) return;
  const held = harmlessAsKnown(world, heir, fallen);
  world.trace.open(heir, world.time);
  world.of(body).down.at(fallen);
  world.of(claim).polarity.at(held);
  world.propose(tookOver, { actor: heir, target: fallen, squad: row }, jointly(sourcesOf(world, held), 1));
  world.trace.close(false);
}

/** Whom of their own the leader has learned to be lost. */
function takeIn(world: World, row: number, leader: number): void {
  const claims = world.of(claim);
  const known = world.of(inSquad);
  for (let held = world.of(mind).first.raw[leader] - 1; held >= 0; held = claims.next.raw[held] - 1) {
    const whom = claims.subject.raw[held];
    if (claims.predicate.raw[held] !== hasFallen.hash || known.squad.raw[whom] !== row + 1) continue;
    if (known.lost.raw[whom] === 1) continue;
    world.trace.open(leader, world.time);
    world.of(squad).leader.at(row);
    claims.polarity.at(held);
    world.propose(shaken, { actor: leader, target: whom, squad: row }, jointly(sourcesOf(world, held), 1));
    world.trace.close(false);
  }
}

function hold(world: World, row: number, leader: number): void {
  const rows = world.of(squad);
  const limit = WAVERS_AT + NERVE_ADDS * world.of(body).nerve.raw[leader];
  const shock = rows.shock.raw[row];
  const wavers = rows.wavers.raw[row] === 1;
  if (shock < limit * STEADY) rows.stood.raw[row] = 0;
  if (wavers ? shock >= limit * STEADY : shock < limit || shock <= rows.stood.raw[row]) return;
  world.trace.open(leader, world.time);
  rows.leader.at(row);
  rows.shock.at(row);
  const fields = { actor: leader, squad: row, place: world.of(position).at.at(leader) };
  if (rows.wavers.at(row) === 1) world.propose(steadied, fields, [enabled(rows.waversBy.raw[row])]);
  else world.propose(wavered, fields, jointly(rows.shock.contributors(row, 0.9), 1));
  world.trace.close(false);
}

/** A squad as the scenario has it, or as a group divides itself. */
interface Division {
  readonly key: string;
  readonly shown: string;
  readonly leader: string;
  readonly people: readonly string[];
  readonly group: string;
  readonly reserve: boolean;
  readonly at: string | undefined;
}

function divisionsOf(setup: Setup): Division[] {
  const everybody = peopleOf(setup);
  const groupBy = new Map(everybody.map((each) => [each.key, each.group]));
  const described = setup.entries(squadSection);
  const divisions: Division[] = [];
  const taken = new Set<string>();
  for (const [key, fields] of described) {
    const of = fields.of ?? groupBy.get(fields.leader) ?? '';
    const named = [fields.leader, ...fields.people.filter((name) => name !== fields.leader)];
    const counted = everybody
      .filter((each) => each.extra !== undefined && each.group === of && !taken.has(each.key))
      .sort((a, b) => a.extra! - b.extra!)
      .slice(0, fields.extras);
    const people = [...named, ...counted.map((each) => each.key)];
    people.forEach((name) => taken.add(name));
    divisions.push({
      key,
      shown: key,
      leader: fields.leader,
      people,
      group: of,
      reserve: fields.reserve,
      at: fields.at,
    });
  }
  const named = setup.entries(peopleNames);
  for (const [key, fields] of setup.entries(groupNames)) {
    const rest = everybody.filter((each) => each.group === key && !taken.has(each.key));
    if (rest.length === 0) continue;
    const count = rest.length < DIVIDES_FROM ? 1 : Math.max(2, Math.round(rest.length / PEOPLE_A_SQUAD));
    // Whoever leads the group leads the first; the scenario's named people lead the next ones, then anybody.
    const rank = (each: (typeof rest)[number]): number =>
      each.key === fields.leader ? 0 : named.has(each.key) ? 1 : 2;
    const order = [...rest].sort((a, b) => rank(a) - rank(b));
    for (let i = 0; i < count && i < order.length; i++) {
      const people = order.filter((_, place) => place % count === i).map((each) => each.key);
      const lead = order[i];
      divisions.push({
        key: `${lead.key}'s people`,
        shown: `${lead.shown}'s people`,
        leader: lead.key,
        people,
        group: key,
        reserve: false,
        at: undefined,
      });
    }
  }
  return divisions.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Where somebody's squad belongs, as the scenario has it. */
export function squadPost(setup: Setup, key: string): string | undefined {
  for (const fields of setup.entries(squadSection).values()) {
    if (fields.leader === key || fields.people.includes(key)) return fields.at;
  }
  return undefined;
}

export const squads = defineSystem({
  id: 'squads',
  after: ['groups', 'wounds', 'resolve', 'sight'],
  tables: [squad, inSquad],
  events: { shaken, wavered, steadied, 'took-over': tookOver },
  words,
  rules: [keepTogether],
  scenario: [squadSection],
  check: (setup) => {
    const remarks: Remark[] = [];
    const groupBy = new Map(peopleOf(setup).map((each) => [each.key, each.group]));
    const taken = new Map<string, string>();
    for (const [key, fields] of setup.entries(squadSection)) {
      const of = fields.of ?? groupBy.get(fields.leader);
      for (const name of [fields.leader, ...fields.people.filter((each) => each !== fields.leader)]) {
        const other = taken.get(name);
        const wrong =
          other !== undefined
            ? `${name} belongs to ${other} already and cannot belong to ${key} too.`
            : groupBy.get(name) !== of
              ? `${name} belongs to ${groupBy.get(name)} and cannot be in a squad of ${of}.`
              : null;
        if (wrong !== null) {
          const path = ['squads', key, name === fields.leader ? 'leader' : 'people'];
          remarks.push({ severity: 'error', code: 'wrong-squad', path, message: wrong, hint: 'Name somebody else.' });
        }
        taken.set(name, key);
      }
    }
    return remarks;
  },
  build: (world, setup) => {
    const rows = world.of(squad);
    for (const each of divisionsOf(setup)) {
      const row = world.addNamed(squad, each.key, each.shown);
      rows.group.put(row, world.cast.mustRow(group, each.group));
      rows.leader.put(row, world.cast.mustRow(person, each.leader) + 1);
      rows.reserve.put(row, each.reserve ? 1 : 0);
      const at = each.at === undefined ? -1 : world.cast.mustRow(place, each.at);
      rows.post.put(row, at + 1);
      for (const name of each.people) world.of(inSquad).squad.put(world.cast.mustRow(person, name), row + 1);
    }
  },
});

/** The squad that the commander of a group is in, or -1. */
export function commandersSquad(world: World, of: number): number {
  const leader = leaderOf(world, of);
  return leader < 0 || groupOf(world, leader) !== of ? -1 : squadOf(world, leader);
}
