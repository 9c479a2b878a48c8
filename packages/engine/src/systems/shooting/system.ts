import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import { defineSystem, fill, rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ROUSES, WEAPONS, body } from '../bodies/state.ts';
import { courses } from '../conduct/course.ts';
import { groupOf, member } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { ground, metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { flashes } from '../sight/looking.ts';
import { FRESH, isAt, notice } from '../sight/state.ts';
import { injure } from '../wounds/injury.ts';
import { able, hasFallen } from '../wounds/state.ts';
import { wounded } from '../wounds/system.ts';
import { fireAt } from './course.ts';
import { aim } from './state.ts';
import { words } from './words.ts';

const P_HIT = purpose('shooting/hit');
const P_NEAR = purpose('shooting/near');
/** How much a round that misses weighs on its target, and on others in the same place. [d, after Combat Extended's shape] */
const NEAR_MISS = 0.42;
const NEAR_OTHERS = 0.05;
/** Aim in the dark compared with daylight, at no light at all. [d] */
const BLIND_AIM = 0.4;
/** Share of a target that shows above cover while it stays still, and while it moves. [d] */
const COVER_STILL = 1;
const COVER_MOVING = 0.35;

/** What is left of the aim of somebody with a hurt arm, with one arm, and faint from loss of blood. [d] */
const HURT_ARM = 0.6;
const ONE_ARM = 0.3;
const FAINT = 0.6;

/** Seconds out of sight after which a target is given up. [d] */
const GIVES_UP = 45;

/** Somebody opens fire on an enemy: the shots that follow belong to it. */
export const openedFire = eventKind('shooting/opened-fire', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    const aims = world.of(aim);
    aims.target.put(event.actor, event.target + 1);
    aims.opened.put(event.actor, event.id);
    aims.next.put(event.actor, event.time + 1);
    const seen = world.of(notice);
    if (seen.hidden.raw[event.actor] === 1) seen.hidden.put(event.actor, 0);
  },
});

/** The fire stops: the target is gone from sight, or something else is more pressing. */
export const ceased = eventKind('shooting/ceased', {
  roles: { actor: role(person), target: role(person) },
  data: { why: oneOf(['lost', 'empty', 'fallen']) },
  possible: (world, event) => world.of(aim).target.raw[event.actor] === event.target + 1,
  apply: (world, event) => {
    world.of(aim).target.put(event.actor, 0);
    if (event.why === 'empty') world.of(aim).emptyBy.put(event.actor, event.id);
    if (event.why !== 'fallen') return;
    believe(world, event.actor, hasFallen, event.target, { confidence: 0.9, source: event.id, truth: event.id });
  },
});

/** One aimed round. */
export const shot = eventKind('shooting/shot', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).rounds.raw[event.actor] > 0 || world.of(body).weapon.raw[event.actor] === 0,
  spend: (world, event) => {
    const bodies = world.of(body);
    const weapon = WEAPONS[bodies.weapon.raw[event.actor]];
    if (weapon.capacity > 0) bodies.rounds.put(event.actor, bodies.rounds.raw[event.actor] - 1);
    world.of(aim).next.put(event.actor, world.time + weapon.pause);
  },
  apply: (world, event) => {
    const seen = world.of(notice);
    seen.flashAt.put(event.actor, event.time);
    seen.flash.put(event.actor, event.id);
    strike(world, event.actor, event.target, event.id);
    rouseSleepers(world, event.id);
  },
});

/** A shot in the night comes through to everybody who sleeps near enough to be part of the fight. */
function rouseSleepers(world: World, source: number): void {
  const bodies = world.of(body);
  for (let who = 0; who < world.of(person).count; who++) {
    if (bodies.awake.raw[who] === 0 && bodies.alive.raw[who] === 1) bodies.roused.add(who, ROUSES.shot, source);
  }
}

/**
 * Where the round goes. Luck is drawn first: a round that would miss even the best target from the steadiest hand rests
 * on nothing that the target or anybody else does.
 */
function strike(world: World, shooter: number, target: number, source: number): void {
  const claims = world.of(claim);
  const where = world.of(position);
  const held = findClaim(world, shooter, isAt, target);
  if (held < 0) return;
  world.trace.open(-1, world.time);
  const aimedAt = claims.place.at(held) - 1;
  const u = world.luck(P_HIT, shooter, target);
  let hit = u < bestChance(world, shooter, aimedAt);
  if (hit)
    hit =
      where.gone.at(target) === 0 &&
      where.at.at(target) === aimedAt &&
      world.of(body).alive.at(target) === 1 &&
      u < hitChance(world, shooter, target);
  if (hit) {
    const injury = injure(world, shooter, target);
    world.propose(wounded, { target, actor: shooter, place: aimedAt, ...injury }, [reason(source)]);
  }
  world.trace.close(false);
  if (!hit) press(world, shooter, target, aimedAt, source);
}

/** A round that goes by: those it goes by keep their heads down. */
function press(world: World, shooter: number, target: number, at: number, source: number): void {
  const rows = world.of(nerves);
  const where = world.of(position);
  const bodies = world.of(body);
  const side = groupOf(world, target);
  for (let who = 0; who < world.of(person).count; who++) {
    if (where.at.raw[who] !== at || world.of(member).group.raw[who] !== side || bodies.alive.raw[who] === 0) continue;
    if (where.gone.raw[who] === 1) continue;
    const cover = world.of(ground).cover.raw[at];
    const near = who === target ? NEAR_MISS : NEAR_OTHERS;
    if (world.luck(P_NEAR, shooter, who) < 0.75) rows.suppression.add(who, near * (1.25 - 0.6 * cover), source);
  }
}

/** The chance to hit somebody in a place at best: showing as much as they can, from a hand that nothing shakes. */
function bestChance(world: World, shooter: number, at: number): number {
  const bodies = world.of(body);
  const weapon = WEAPONS[bodies.weapon.raw[shooter]];
  const far = metresBetween(world, world.of(position).at.raw[shooter], at) / weapon.reach;
  const showing = 1 - world.of(ground).cover.raw[at] * COVER_MOVING;
  const clear = BLIND_AIM + (1 - BLIND_AIM) * Math.max(0.5, skyLight(world));
  return (weapon.chance * (0.5 + bodies.aim.raw[shooter]) * showing * clear) / (1 + far * far);
}

/** The chance that a round at this second hits. Reads are tracked. */
export function hitChance(world: World, shooter: number, target: number): number {
  const bodies = world.of(body);
  const where = world.of(position);
  const at = where.at.at(target);
  const moving = where.bound.at(target) > 0;
  const flash = flashes(world, target);
  if (flash) world.of(notice).flash.at(target);
  const light = flash ? Math.max(0.5, skyLight(world)) : skyLight(world);
  const cover = world.of(ground).cover.raw[at];
  const shows = (1 - cover * (moving ? COVER_MOVING : COVER_STILL)) / (1 - cover * COVER_MOVING);
  const clear = (BLIND_AIM + (1 - BLIND_AIM) * light) / (BLIND_AIM + (1 - BLIND_AIM) * Math.max(0.5, skyLight(world)));
  const under = world.of(nerves).suppression.at(shooter);
  const steady = (1 - 0.4 * bodies.fatigue.raw[shooter]) / (1 + 1.5 * under);
  const running = where.bound.at(shooter) > 0 ? 0.4 : 1;
  const { arms, faint } = world.of(able);
  const hand = [1, HURT_ARM, ONE_ARM][arms.at(shooter)] * (faint.at(shooter) === 1 ? FAINT : 1);
  return bestChance(world, shooter, at) * shows * clear * steady * running * hand;
}

/** Those who fire go on firing while they see whom they fire at. */
const fire = rule('shooting/fire', { phase: 'act', at: 'second' }, (world, beat) => {
  const aims = world.of(aim);
  const bodies = world.of(body);
  const claims = world.of(claim);
  const rows = world.of(nerves);
  for (const who of beat.members) {
    if (aims.target.raw[who] === 0 || aims.next.raw[who] > world.time) continue;
    if (bodies.alive.raw[who] === 0 || bodies.down.raw[who] === 1 || rows.pinned.raw[who] === 1) continue;
    world.trace.open(who, world.time);
    const target = aims.target.at(who) - 1;
    const opened = aims.opened.raw[who];
    const held = findClaim(world, who, isAt, target);
    bodies.down.at(who);
    bodies.awake.at(who);
    rows.pinned.at(who);
    const empty = bodies.rounds.at(who) === 0 && bodies.weapon.at(who) !== 0;
    const seen = held >= 0 && world.time - claims.seen.raw[held] <= FRESH;
    if (seen && bodies.down.at(target) === 1) {
      world.propose(ceased, { actor: who, target, why: 'fallen' }, [reason(bodies.downBy.raw[target])]);
    } else if (empty) world.propose(ceased, { actor: who, target, why: 'empty' }, [reason(opened)]);
    else if (held < 0 || world.time - claims.seen.raw[held] > GIVES_UP) {
      world.propose(ceased, { actor: who, target, why: 'lost' }, [reason(opened)]);
    } else if (seen) {
      claims.seen.at(held);
      world.propose(shot, { actor: who, target, place: world.of(position).at.at(who) }, [reason(opened)]);
    }
    world.trace.close(false);
  }
});

export const shooting = defineSystem({
  id: 'shooting',
  after: ['sight', 'wounds'],
  tables: [aim],
  events: { 'opened-fire': openedFire, ceased, shot },
  words,
  rules: [fire],
  fills: [fill(courses, fireAt)],
});
