import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { decay } from '../../kernel/curves.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { enabled, eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { harmlessAsKnown, stands } from '../captivity/state.ts';
import { groupOf, leaderOf, refugeOf } from '../groups/state.ts';
import { received } from '../orders/receiving.ts';
import { TASKS, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { tellHeir, tellHolding } from './considered.ts';
import { divisionsOf, misplaced, squadSection } from './divisions.ts';
import { inSquad, squad, squadOf, squadPeople } from './state.ts';
import { squadStands } from './facts.ts';
import { words } from './words.ts';

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

/** A squad loses one of its people: its leader knows of it. */
export const shaken = eventKind('squads/shaken', {
  roles: { actor: role(person), target: role(person), squad: role(squad) },
  possible: (world, event) => world.of(inSquad).lost.raw[event.target] === 0,
  spend: (world, event) => world.of(inSquad).lost.put(event.target, 1),
  apply: (world, event) => {
    const size = squadPeople(world, event.squad).length;
    world.of(squad).shock.add(event.squad, 1 / Math.max(1, size), event.id);
    putsOff(world, event.squad);
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
    putsOff(world, event.squad);
  },
});

/** What shakes a squad that wavers puts off its steadying: that its people go on giving ground rests on that. */
function putsOff(world: World, of: number): void {
  if (world.of(squad).wavers.raw[of] === 0) return;
  for (const who of squadPeople(world, of)) world.of(duty).task.renew(who);
}

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
  const heard = world.observer?.who ?? -1;
  if (heard >= 0 && heard !== fallen && squadOf(world, heard) === row && stands(world, heard))
    tellHeir(world, heard, row, fallen, heir);
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
  if (isObserved(world, leader)) {
    const steady = wavers ? shock < limit * STEADY : shock < limit || shock <= rows.stood.raw[row];
    tellHolding(world, row, leader, { shock, limit: wavers ? limit * STEADY : limit, wavers, steady });
  }
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

export const squads = defineSystem({
  id: 'squads',
  after: ['groups', 'wounds', 'resolve', 'sight'],
  tables: [squad, inSquad],
  events: { shaken, wavered, steadied, 'took-over': tookOver },
  facts: [squadStands],
  words,
  rules: [keepTogether],
  scenario: [squadSection],
  check: misplaced,
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
