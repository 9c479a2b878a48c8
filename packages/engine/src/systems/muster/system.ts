import { bubble, bubbleOf, closeBubble } from '../../kernel/bubbles.ts';
import { believe, claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { enabled, eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import type { Beat } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, leaderOf, side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { successor } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { mainStore, stock, stockRow } from '../stores/state.ts';
import { counted } from '../stores/events.ts';
import { hasFallen, vitals, wound } from '../wounds/state.ts';
import { tended, worstWound } from '../wounds/system.ts';
import { gathering } from './state.ts';
import { words } from './words.ts';

/** Minutes after the fight at which the leader calls everybody together. [d] */
const CALLS_AFTER = 4;
/** Minutes after the call at which the leader has the stores counted, and sends everybody to rest. [d] */
const COUNTS_AFTER = 6;
const ENDS_AFTER = 31;

/** The leader calls the living together. */
export const calledTogether = eventKind('muster/called-together', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  notice: { seen: 0, heard: 80 },
  possible: (world, event) => world.of(gathering).state.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(gathering);
    rows.state.put(event.group, 1);
    rows.calledAt.put(event.group, event.time);
    rows.called.put(event.group, event.id);
  },
});

/** Somebody tells the leader who is down. */
export const reported = eventKind('muster/reported', {
  roles: { actor: role(person), target: role(person), about: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(body).alive.raw[event.target] === 1,
  apply: (world, event) => {
    world.chronicle.addWitness(witnessWord(event.target, BY_HEARING, 255));
    believe(world, event.target, hasFallen, event.about, {
      place: event.place,
      confidence: 0.8,
      source: event.id,
      from: event.actor,
      hops: 1,
    });
  },
});

/** The leader sends people to rest; whoever is on watch stays up. */
export const stoodDown = eventKind('muster/stood-down', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(gathering).state.raw[event.group] === 1,
  apply: (world, event) => {
    world.of(gathering).state.put(event.group, 2);
    const inside = bubbleOf(world, event.actor);
    if (inside >= 0) closeBubble(world, inside);
  },
});

const meet = rule('muster/meet', { phase: 'decide', at: 'minute' }, (world, beat) => {
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0 || world.of(campaign).state.raw[of] !== 2) continue;
    if (world.of(gathering).state.raw[of] === 2) continue;
    const leader = leaderOf(world, of);
    if (leader < 0) continue;
    const bodies = world.of(body);
    if (bodies.down.raw[leader] === 1) passOn(world, of, leader, beat);
    else if (bubbleOf(world, leader) === beat.bubble) hold(world, of, leader, beat);
  }
  if (nobodyLeads(world, beat)) closeBubble(world, beat.bubble);
});

/** With nobody left who could call anybody, the night goes on without a gathering. */
function nobodyLeads(world: World, beat: Beat): boolean {
  const homely = beat.members.filter((who) => world.of(side).home.raw[groupOf(world, who)] > 0);
  return (
    homely.every((who) => world.of(body).down.raw[who] === 1) &&
    world.time - world.of(bubble).opened.raw[beat.bubble] >= 3600
  );
}

function passOn(world: World, of: number, fallen: number, beat: Beat): void {
  const bodies = world.of(body);
  const able = beat.members.filter((who) => groupOf(world, who) === of && bodies.down.raw[who] === 0);
  const next = successor(world, able);
  if (next < 0) return;
  world.trace.open(next, world.time);
  bodies.down.at(fallen);
  world.propose(succeeded, { actor: next, target: fallen, group: of }, [reason(bodies.downBy.raw[fallen])]);
  world.trace.close(false);
}

function hold(world: World, of: number, leader: number, beat: Beat): void {
  const rows = world.of(gathering);
  const ended = world.of(campaign).endedBy.raw[of];
  const quiet = (world.time - world.chronicle.time(ended)) / 60;
  const at = world.of(position).at.raw[leader];
  world.trace.open(leader, world.time);
  const state = rows.state.at(of);
  // A scene is lived by whole minutes, so that every minute after the call comes up once.
  const minutes = (world.time - rows.calledAt.raw[of]) / 60;
  if (state === 0 && quiet >= CALLS_AFTER) {
    world.propose(calledTogether, { actor: leader, group: of, place: at }, [reason(ended)]);
  } else if (state === 1 && minutes === COUNTS_AFTER) count(world, of, leader);
  else if (state === 1 && minutes >= ENDS_AFTER) {
    world.propose(stoodDown, { actor: leader, group: of, place: at }, [enabled(rows.called.raw[of])]);
  }
  world.trace.close(false);
  if (state >= 1) tellLeader(world, of, leader, beat);
}

/** What is worth most to them is counted first. */
function count(world: World, of: number, leader: number): void {
  const called = world.of(gathering).called.raw[of];
  const main = mainStore(world, world.of(side).home.raw[of] - 1);
  if (main === null) return;
  const amount = world.of(stock).amount.at(stockRow(main.place, main.good));
  world.propose(counted, { actor: leader, place: main.place, good: main.good, amount }, [reason(called)]);
}

/** One person a minute says who is down, where the leader does not know it. */
function tellLeader(world: World, of: number, leader: number, beat: Beat): void {
  const claims = world.of(claim);
  for (const who of beat.members) {
    if (who === leader || groupOf(world, who) !== of || world.of(body).down.raw[who] === 1) continue;
    for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
      const fallen = claims.subject.raw[row];
      if (claims.predicate.raw[row] !== hasFallen.hash || groupOf(world, fallen) !== of) continue;
      if (knows(world, leader, fallen)) continue;
      world.trace.open(who, world.time);
      world.of(gathering).state.at(of);
      const about = claims.subject.at(row);
      const because = jointly(sourcesOf(world, row), 1);
      world.propose(reported, { actor: who, target: leader, about, place: claims.place.at(row) - 1 }, because);
      world.trace.close(false);
      return;
    }
  }
}

function knows(world: World, holder: number, about: number): boolean {
  const claims = world.of(claim);
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] === hasFallen.hash && claims.subject.raw[row] === about) return true;
  }
  return about === holder;
}

/** When it is over, whoever can sees to whoever bleeds most, each to one at a time. */
const nurse = rule('muster/nurse', { phase: 'decide', at: 'minute' }, (world, beat) => {
  const state = world.of(vitals);
  const bodies = world.of(body);
  const taken = new Set<number>(
    beat.members.filter((who) => state.tending.raw[who] > 0).map((who) => state.tending.raw[who] - 1),
  );
  for (const who of beat.members) {
    if (
      bodies.down.raw[who] === 1 ||
      bodies.alive.raw[who] === 0 ||
      bodies.dressings.raw[who] === 0 ||
      state.tending.raw[who] > 0
    )
      continue;
    if (world.of(side).home.raw[groupOf(world, who)] === 0) continue;
    world.trace.open(who, world.time);
    const patient = neediest(world, who, beat.members, taken);
    if (patient >= 0) {
      taken.add(patient);
      const worst = worstWound(world, patient);
      world.of(wound).flow.at(worst);
      world.propose(tended, { actor: who, target: patient, place: world.of(position).at.raw[patient] }, [
        reason(world.of(wound).madeBy.raw[worst]),
      ]);
    }
    world.trace.close(false);
  }
});

/** The one of their own who bleeds most and whom nobody sees to yet. */
function neediest(world: World, carer: number, members: readonly number[], taken: ReadonlySet<number>): number {
  const flows = world.of(wound).flow;
  let best = -1;
  let most = 1;
  for (const who of members) {
    if (taken.has(who) || groupOf(world, who) !== groupOf(world, carer) || world.of(body).alive.raw[who] === 0)
      continue;
    const row = worstWound(world, who);
    if (row >= 0 && flows.raw[row] > most) {
      best = who;
      most = flows.raw[row];
    }
  }
  return best;
}

export const muster = defineSystem({
  id: 'muster',
  after: ['engagement', 'stores', 'wounds'],
  tables: [gathering],
  events: { 'called-together': calledTogether, reported, 'stood-down': stoodDown },
  words,
  rules: [nurse, meet],
});
