import { believe, claim, findClaim } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { eventKind, oneOf, reason, role, whole32 } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ROUSES, WEAPONS, body } from '../bodies/state.ts';
import { drew, otherServes } from '../bodies/system.ts';
import { member } from '../groups/state.ts';
import { makeNoise } from '../hearing/state.ts';
import { ground, metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { bodySeen, isAt, notice } from '../sight/state.ts';
import { burnPowder } from '../smell/state.ts';
import { injure } from '../wounds/injury.ts';
import { hasFallen } from '../wounds/state.ts';
import { wounded } from '../wounds/system.ts';
import { getsPast } from './cover.ts';
import { bestChance, hitChance } from './hitting.ts';
import { aim } from './state.ts';

const P_HIT = purpose('shooting/hit');
const P_NEAR = purpose('shooting/near');
const P_SWEPT = purpose('shooting/swept');
/** How much a round that misses weighs on its target, and on others in the same place. [d, after Combat Extended's shape] */
const NEAR_MISS = 0.42;
const NEAR_OTHERS = 0.15;
/** How often a round that misses goes by close enough to be felt: by whom it was meant for, and by each of those beside. [d] */
const GOES_BY = 0.75;
const GOES_BY_OTHERS = 0.25;
/** How much each round into a place weighs on everybody there. [d] */
const NEAR_SWEPT = 0.07;
/** Metres of a place's breadth that one body takes up for rounds that are aimed at nobody. [d] */
const BODY_METRES = 0.04;
/** Metres at which a weapon is heard from which on its shots come through to sleepers. [d] */
const WAKES_FROM = 100;

const canFire = (world: World, who: number): boolean =>
  world.of(body).rounds.raw[who] > 0 || WEAPONS[world.of(body).weapon.raw[who]].capacity === 0;
const isUp = (world: World, who: number): boolean =>
  world.of(body).alive.raw[who] === 1 && world.of(body).down.raw[who] === 0;

/** Somebody opens fire on an enemy: the shots that follow belong to it. */
export const openedFire = eventKind('shooting/opened-fire', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => isUp(world, event.actor),
  apply: (world, event) => take(world, event.actor, event.target + 1, 0, event.id),
});

/** Somebody opens fire on a place where they take enemies to be whom they cannot see: the bursts that follow belong to it. */
export const beganSweeping = eventKind('shooting/began-sweeping', {
  roles: { actor: role(person), goal: role(place), place: role(place) },
  possible: (world, event) => isUp(world, event.actor),
  apply: (world, event) => take(world, event.actor, 0, event.goal + 1, event.id),
});

function take(world: World, who: number, target: number, sweeps: number, by: number): void {
  const aims = world.of(aim);
  spare(world, who);
  aims.target.put(who, target);
  aims.sweeps.put(who, sweeps);
  aims.opened.put(who, by);
  aims.next.put(who, Math.max(aims.next.raw[who], world.time + 1));
  const seen = world.of(notice);
  if (seen.hidden.raw[who] === 1) seen.hidden.put(who, 0);
}

/** Whoever was fired at until now: that it weighs on them no more than it does descends from its turning to others. */
function spare(world: World, who: number): void {
  const target = world.of(aim).target.raw[who] - 1;
  if (target >= 0) world.of(nerves).suppression.renew(target);
}

/** The fire stops: the target is gone from sight, or something else is more pressing. */
export const ceased = eventKind('shooting/ceased', {
  roles: { actor: role(person), target: role(person) },
  data: { why: oneOf(['lost', 'empty', 'fallen', 'sparing']) },
  possible: (world, event) => world.of(aim).target.raw[event.actor] === event.target + 1,
  apply: (world, event) => {
    world.of(aim).target.put(event.actor, 0);
    if (event.why === 'empty') {
      world.of(aim).emptyBy.put(event.actor, event.id);
      takeOther(world, event.actor, event.id);
    }
    if (event.why !== 'fallen') return;
    believe(world, event.actor, hasFallen, event.target, { confidence: 0.9, source: event.id, truth: event.id });
  },
});

/** Fire into a place stops. */
export const letUp = eventKind('shooting/let-up', {
  roles: { actor: role(person), goal: role(place) },
  data: { why: oneOf(['over', 'sparing', 'friends']) },
  possible: (world, event) => world.of(aim).sweeps.raw[event.actor] === event.goal + 1,
  apply: (world, event) => {
    const { sweeps, emptyBy } = world.of(aim);
    sweeps.put(event.actor, 0);
    if (world.of(body).rounds.raw[event.actor] === 0) emptyBy.put(event.actor, event.id);
  },
});

/** Whoever has no rounds left takes the other weapon that they carry. */
function takeOther(world: World, who: number, source: number): void {
  const second = world.of(body).second.raw[who] - 1;
  if (otherServes(world, who)) world.propose(drew, { actor: who, weapon: WEAPONS[second].name }, [reason(source)]);
}

/** One aimed round. */
export const shot = eventKind('shooting/shot', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => canFire(world, event.actor),
  spend: (world, event) => spend(world, event.actor, 1),
  apply: (world, event) => {
    flash(world, event.actor, event.id);
    strike(world, event.actor, event.target, event.id);
  },
});

/** A burst of rounds into a place, aimed at nobody. */
export const swept = eventKind('shooting/swept', {
  roles: { actor: role(person), goal: role(place), place: role(place) },
  data: { rounds: whole32('rounds') },
  possible: (world, event) => world.of(body).rounds.raw[event.actor] >= event.rounds,
  spend: (world, event) => spend(world, event.actor, event.rounds),
  apply: (world, event) => {
    flash(world, event.actor, event.id);
    rake(world, event.actor, event.goal, event.rounds, event.id);
  },
});

/** Rounds are gone once they are fired, and a magazine that is empty takes its time to fill. */
function spend(world: World, who: number, rounds: number): void {
  const bodies = world.of(body);
  const aims = world.of(aim);
  const weapon = WEAPONS[bodies.weapon.raw[who]];
  if (weapon.capacity > 0) bodies.rounds.put(who, bodies.rounds.raw[who] - rounds);
  const loaded = aims.fired.raw[who] + rounds;
  const empty = weapon.magazine > 0 && loaded >= weapon.magazine;
  aims.fired.put(who, empty || weapon.magazine === 0 ? 0 : loaded);
  aims.next.put(who, world.time + weapon.pause + (empty ? weapon.reload : 0));
}

/** What a shot gives away: its flash, and its noise to everybody who sleeps near enough to be part of the fight. */
function flash(world: World, who: number, source: number): void {
  const weapon = WEAPONS[world.of(body).weapon.raw[who]];
  const seen = world.of(notice);
  seen.flashAt.put(who, world.time);
  seen.flash.put(who, weapon.flash === 1 ? source : 0);
  if (weapon.loud < WAKES_FROM) return;
  const at = world.of(position).at.raw[who];
  makeNoise(world, at, 'firing', weapon.loud, ROUSES.shot, who, source);
  burnPowder(world, at, world.of(ground).roofed.raw[at] === 1, source);
}

/**
 * Where the round goes. Luck is drawn first: a round that would miss even the best target from the steadiest hand rests
 * on nothing that the target or anybody else does.
 */
function strike(world: World, shooter: number, name: number, source: number): void {
  const claims = world.of(claim);
  const where = world.of(position);
  const held = findClaim(world, shooter, isAt, name);
  if (held < 0) return;
  // The round goes at whoever stands there, whomever the shooter takes them for.
  const target = bodySeen(world, held);
  world.trace.open(-1, world.time);
  const aimedAt = claims.place.at(held) - 1;
  const u = world.luck(P_HIT, shooter, target);
  let hit = u < bestChance(world, shooter, aimedAt);
  if (hit)
    hit =
      where.gone.at(target) === 0 &&
      where.at.at(target) === aimedAt &&
      world.of(body).alive.at(target) === 1 &&
      u < hitChance(world, shooter, target, world.of(nerves).shaken.raw[shooter]);
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
  const groups = world.of(member).group.raw;
  const { count } = world.of(person);
  for (let who = 0; who < count; who++) {
    if (where.at.raw[who] !== at || groups[who] !== groups[target] || bodies.alive.raw[who] === 0) continue;
    if (where.gone.raw[who] === 1) continue;
    const [near, goesBy] = who === target ? [NEAR_MISS, GOES_BY] : [NEAR_OTHERS, GOES_BY_OTHERS];
    if (world.luck(P_NEAR, shooter, who) < goesBy) rows.suppression.add(who, near * weighs(world, at), source);
  }
}

/** How much what goes by weighs on somebody in a place: less behind cover. */
function weighs(world: World, at: number): number {
  return 1.25 - 0.6 * world.of(ground).cover.raw[at];
}

/** The chance that one round into a place hits somebody there who shows all that can show: narrow places are filled sooner. */
function sweptChance(world: World, shooter: number, at: number): number {
  const { reach } = WEAPONS[world.of(body).weapon.raw[shooter]];
  const far = metresBetween(world, world.of(position).at.raw[shooter], at) / (2 * reach);
  return ((BODY_METRES / world.of(ground).size.raw[at]) * getsPast(world, shooter, at, true)) / (1 + far * far);
}

/**
 * Where a burst into a place goes. Each body there is hit by a luck of its own, so that twice as many people catch twice
 * as much: the linear law. Everybody there keeps their head down, whoever they are to the shooter.
 */
function rake(world: World, shooter: number, at: number, rounds: number, source: number): void {
  const where = world.of(position);
  const bodies = world.of(body);
  const { suppression } = world.of(nerves);
  const best = rounds * sweptChance(world, shooter, at);
  const weight = rounds * NEAR_SWEPT * weighs(world, at);
  for (let who = 0; who < world.of(person).count; who++) {
    if (where.at.raw[who] !== at || who === shooter || bodies.alive.raw[who] === 0 || where.gone.raw[who] === 1)
      continue;
    const u = world.luck(P_SWEPT, shooter, who);
    let hit = false;
    if (u < best) {
      world.trace.open(-1, world.time);
      const moving = where.bound.at(who) > 0;
      const shows = getsPast(world, shooter, at, moving) / getsPast(world, shooter, at, true);
      hit = where.at.at(who) === at && bodies.alive.at(who) === 1 && u < best * shows;
      if (hit) {
        const injury = injure(world, shooter, who);
        world.propose(wounded, { target: who, actor: shooter, place: at, ...injury }, [reason(source)]);
      }
      world.trace.close(false);
    }
    if (!hit) suppression.add(who, weight, source);
  }
}
