import { believe } from '../../kernel/beliefs.ts';
import type { Predicate } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { decay } from '../../kernel/curves.ts';
import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { enabled, eventKind, maybe, oneOf, real, reason, role } from '../../kernel/events.ts';
import { defineSystem, fill, rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { courses } from '../conduct/course.ts';
import { groupOf, member } from '../groups/state.ts';
import { position, sightBetween } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { help, helpOneself } from './courses.ts';
import { BLOOD_ML, REGIONS, hasFallen, isHurt, vitals, wound } from './state.ts';
import { words } from './words.ts';

/** Share of blood whose loss brings somebody down, and kills: lowest, and how much it differs between people. [s: ATLS; d] */
const DOWN_AT = 0.33;
const DEAD_AT = 0.44;
const DIFFERS = 0.07;
/** What a dressing leaves of a wound's flow, by place: limbs can be bound tight. [d, after the share saved by care] */
const DRESSED_LEAVES: readonly number[] = [0.25, 0.35, 0.3, 0.05, 0.06];
/** An untreated wound clots: the half-life of its flow in seconds, for flows below this many ml/min. [d] */
const CLOTS_BELOW = 45;
const CLOT_HALF_LIFE_SECONDS = 720;
/** What strain wounds and falls put on those who bear and see them. [d] */
const STRAIN_OWN_WOUND = 0.4;
const STRAIN_SEEN_FALL = 0.16;
const STRAIN_SEEN_DEATH = 0.24;
/** Chance that somebody awake sees a comrade hit in the same place, and in another in full view. [d] */
const SEEN_NEAR = 0.95;
const SEEN_FAR = 0.6;
const P_WITNESS = purpose('wounds/witness');
const P_HARDY = purpose('wounds/hardy');

/** A wound is made. */
export const wounded = eventKind('wounds/wounded', {
  roles: { target: role(person), actor: maybe(person), place: role(place) },
  data: { region: oneOf(REGIONS), flow: real('ml/min'), takes: oneOf(['nothing', 'feet', 'life']) },
  possible: (world, event) => world.of(body).alive.raw[event.target] === 1,
  apply: (world, event) => {
    const rows = world.of(wound);
    const state = world.of(vitals);
    const row = rows.add();
    rows.person.put(row, event.target);
    rows.ordinal.put(row, state.wounds.raw[event.target]);
    rows.region.put(row, REGIONS.indexOf(event.region));
    rows.flow.put(row, event.flow);
    rows.madeBy.put(row, event.id);
    if (state.wounds.raw[event.target] === 0) state.reckoned.put(event.target, event.time);
    state.wounds.put(event.target, state.wounds.raw[event.target] + 1);
    state.worst.put(event.target, event.id);
    world.of(nerves).strain.add(event.target, STRAIN_OWN_WOUND, event.id);
    othersSee(world, event.target, event.id, isHurt, 0, world.nameLo(person, event.actor ?? -1));
    const fields = { actor: event.target, place: event.place, group: groupOf(world, event.target) };
    if (event.takes === 'life') world.propose(died, { ...fields, of: 'wound' }, [reason(event.id)]);
    else if (event.takes === 'feet') world.propose(fell, { ...fields, from: 'blow' }, [reason(event.id)]);
  },
});

/** Somebody goes down and can do no more. */
export const fell = eventKind('wounds/fell', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  data: { from: oneOf(['blow', 'blood']) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(body).down.put(event.actor, 1);
    world.of(body).downBy.put(event.actor, event.id);
    leaveOff(world, event.actor);
    const where = world.of(position);
    where.bound.put(event.actor, 0);
    othersSee(world, event.actor, event.id, hasFallen, STRAIN_SEEN_FALL);
  },
});

/** Somebody dies. */
export const died = eventKind('wounds/died', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  data: { of: oneOf(['wound', 'bleeding']) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const bodies = world.of(body);
    bodies.alive.put(event.actor, 0);
    bodies.down.put(event.actor, 1);
    bodies.downBy.put(event.actor, event.id);
    leaveOff(world, event.actor);
    world.of(position).bound.put(event.actor, 0);
    othersSee(world, event.actor, event.id, hasFallen, STRAIN_SEEN_DEATH);
  },
});

/** Somebody begins to see to a wounded person. */
export const tended = eventKind('wounds/tended', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.target] === 1 && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const state = world.of(vitals);
    state.tending.put(event.actor, event.target + 1);
    state.tendsUntil.put(event.actor, event.time + dressingSeconds(world, event.actor, event.target));
    state.tendedBy.put(event.actor, event.id);
  },
});

/** A wound is dressed; it bleeds less, or no more. */
export const dressed = eventKind('wounds/dressed', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => {
    const bodies = world.of(body);
    return (
      bodies.alive.raw[event.target] === 1 &&
      bodies.alive.raw[event.actor] === 1 &&
      bodies.dressings.raw[event.actor] > 0
    );
  },
  spend: (world, event) => {
    const bodies = world.of(body);
    bodies.dressings.put(event.actor, bodies.dressings.raw[event.actor] - 1);
    world.of(vitals).tending.put(event.actor, 0);
  },
  apply: (world, event) => {
    const rows = world.of(wound);
    const row = worstWound(world, event.target);
    if (row < 0) return;
    rows.dressed.put(row, 1);
    rows.flow.put(row, rows.flow.raw[row] * DRESSED_LEAVES[rows.region.raw[row]]);
  },
});

/** Somebody who was seeing to a wounded person leaves it. */
export const leftOff = eventKind('wounds/left-off', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { why: oneOf(['dead', 'gone', 'nothing to do']) },
  apply: (world, event) => leaveOff(world, event.actor),
});

/** Seconds that dressing takes: 20 to 60 by skill, half as long again on oneself. [d] */
function dressingSeconds(world: World, carer: number, patient: number): number {
  const seconds = 60 - 40 * world.of(body).care.raw[carer];
  return Math.round(carer === patient ? seconds * 1.5 : seconds);
}

/** The undressed wound that bleeds most, or -1. That one is dressed is a reading too. */
export function worstWound(world: World, of: number): number {
  const rows = world.of(wound);
  let worst = -1;
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.person.raw[row] !== of || rows.dressed.at(row) === 1) continue;
    if (worst < 0 || rows.flow.raw[row] > rows.flow.raw[worst]) worst = row;
  }
  return worst;
}

/** Those who see it know of it; on comrades it weighs. That an enemy is hurt, short of falling, is not to be seen. */
function othersSee(world: World, hurt: number, source: number, what: Predicate, strain: number, salt = 0): void {
  const nerve = world.of(nerves).strain;
  // By the kind's name: its number is another in other rules.
  const kind = world.ruleset.kinds[world.chronicle.kind(source)].idHash[0];
  for (const who of sawIt(world, hurt, kind ^ salt)) {
    world.chronicle.addWitness(witnessWord(who, BY_SIGHT, 200));
    const comrade = world.of(member).group.raw[who] === groupOf(world, hurt);
    if (!comrade && what === isHurt) continue;
    believe(world, who, what, hurt, {
      place: world.of(position).at.raw[hurt],
      confidence: 0.9,
      source,
      truth: source,
    });
    if (comrade && strain > 0) nerve.add(who, strain, source);
  }
}

/** Who saw somebody hit, fall or die: those in sight, by luck. `salt` keeps several in one second apart. */
function sawIt(world: World, hurt: number, salt: number): number[] {
  const where = world.of(position);
  const bodies = world.of(body);
  const witnesses = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (who === hurt || bodies.alive.raw[who] === 0 || bodies.awake.raw[who] === 0 || bodies.down.raw[who] === 1)
      continue;
    const sight = sightBetween(world, where.at.raw[who], where.at.raw[hurt]);
    if (sight === 0 || where.gone.raw[who] === 1) continue;
    const chance = where.at.raw[who] === where.at.raw[hurt] ? SEEN_NEAR : SEEN_FAR * sight;
    if (world.luck(P_WITNESS, who, hurt, salt) < chance) witnesses.push(who);
  }
  return witnesses;
}

/** Blood runs; levels are crossed. Each is reckoned from where they were last, however finely they lived meanwhile. */
const bleed = rule('wounds/bleed', { phase: 'settle', at: ['second', 'minute', 'hour'] }, (world, beat) => {
  const state = world.of(vitals);
  const bodies = world.of(body);
  if (world.of(wound).liveCount === 0) return;
  for (const who of beat.members) {
    if (state.wounds.raw[who] === 0 || bodies.alive.raw[who] === 0) continue;
    // By the minute at most: within an hour a wound clots, and the flow falls.
    for (let rest = world.time - state.reckoned.raw[who]; rest > 0; rest -= 60) {
      const seconds = Math.min(60, rest);
      const flow = flowOf(world, who, seconds);
      // Pressure falls with volume, and flow with pressure.
      const left = Math.max(0, 1 - state.lost.raw[who] / BLOOD_ML);
      state.lost.raw[who] = state.lost.raw[who] + ((flow * seconds) / 60) * left;
    }
    state.reckoned.raw[who] = world.time;
    const share = state.lost.raw[who] / BLOOD_ML;
    if (share >= state.deadAt.raw[who]) crossed(world, who, 'died');
    else if (share >= state.downAt.raw[who] && bodies.down.raw[who] === 0) crossed(world, who, 'fell');
  }
});

/** What somebody's wounds bleed together, in ml/min; small ones clot as the time passes. */
function flowOf(world: World, who: number, seconds: number): number {
  const rows = world.of(wound);
  let sum = 0;
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.person.raw[row] !== who) continue;
    const flow = rows.flow.raw[row];
    sum += flow;
    if (flow < CLOTS_BELOW) rows.flow.raw[row] = flow * decay(seconds, CLOT_HALF_LIFE_SECONDS);
  }
  return sum;
}

function crossed(world: World, who: number, what: 'died' | 'fell'): void {
  const state = world.of(vitals);
  const rows = world.of(wound);
  const at = world.of(position).at.raw[who];
  world.trace.open(who, world.time);
  const bleeding: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.person.raw[row] === who) {
      rows.flow.at(row);
      bleeding.push(row);
    }
  }
  // Those that make up most of the loss; small ones beside a great one are no reason.
  bleeding.sort((a, b) => rows.flow.raw[b] - rows.flow.raw[a] || rows.ordinal.raw[a] - rows.ordinal.raw[b]);
  const most = bleeding.filter((row) => rows.flow.raw[row] >= 0.3 * rows.flow.raw[bleeding[0]]);
  const because = most.map((row) => reason(rows.madeBy.raw[row], most.length > 1 ? 1 : 0));
  state.lost.at(who);
  const fields = { actor: who, place: at, group: groupOf(world, who) };
  if (what === 'died') world.propose(died, { ...fields, of: 'bleeding' }, because);
  else world.propose(fell, { ...fields, from: 'blood' }, because);
  world.trace.close(false);
}

/** Tending takes its time; then the dressing is on, unless there is nobody or nothing left to do it for or with. */
const tend = rule('wounds/tend', { phase: 'act', at: ['second', 'minute'] }, (world, beat) => {
  const state = world.of(vitals);
  const bodies = world.of(body);
  const where = world.of(position);
  for (const who of beat.members) {
    if (state.tending.raw[who] === 0 || state.tendsUntil.raw[who] > world.time) continue;
    if (bodies.alive.raw[who] === 0 || bodies.down.raw[who] === 1) continue;
    world.trace.open(who, world.time);
    const patient = state.tending.at(who) - 1;
    const place = where.at.at(who);
    const began = enabled(state.tendedBy.raw[who]);
    if (bodies.alive.at(patient) === 0) {
      world.propose(leftOff, { actor: who, target: patient, place, why: 'dead' }, [reason(bodies.downBy.raw[patient])]);
    } else if (where.gone.at(patient) === 1 || (beat.grain === 'second' && where.at.at(patient) !== place)) {
      world.propose(leftOff, { actor: who, target: patient, place, why: 'gone' }, [began]);
    } else if (bodies.dressings.at(who) === 0 || worstWound(world, patient) < 0) {
      world.propose(leftOff, { actor: who, target: patient, place, why: 'nothing to do' }, [began]);
    } else world.propose(dressed, { actor: who, target: patient, place }, [began]);
    world.trace.close(false);
  }
});

function leaveOff(world: World, carer: number): void {
  const { tending } = world.of(vitals);
  if (tending.raw[carer] !== 0) tending.put(carer, 0);
}

export const wounds = defineSystem({
  id: 'wounds',
  after: ['bodies', 'places', 'groups'],
  tables: [wound, vitals],
  events: { wounded, fell, died, tended, dressed, 'left-off': leftOff },
  words,
  rules: [bleed, tend],
  fills: [fill(courses, help, helpOneself)],
  build: (world) => {
    const state = world.of(vitals);
    for (let who = 0; who < world.of(person).count; who++) {
      const hardy = world.chance.uniform(P_HARDY, world.nameLo(person, who), 0, 0);
      state.downAt.put(who, DOWN_AT + DIFFERS * hardy);
      state.deadAt.put(who, DEAD_AT + DIFFERS * hardy);
    }
  },
});
