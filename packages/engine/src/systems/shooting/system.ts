import { claim, findClaim } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { groupOf, member } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { ground, metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { flashes } from '../sight/looking.ts';
import { FRESH, isAt, notice } from '../sight/state.ts';
import { injure } from '../wounds/injury.ts';
import { died, fell, wounded } from '../wounds/system.ts';
import { aim } from './state.ts';
import { words } from './words.ts';

const P_HIT = purpose('shooting/hit');
const P_NEAR = purpose('shooting/near');
/** How much a round that misses weighs on its target, and on others in the same place. [d, after Combat Extended's shape] */
const NEAR_MISS = 0.34;
const NEAR_OTHERS = 0.1;
/** Aim in the dark compared with daylight, at no light at all. [d] */
const BLIND_AIM = 0.4;
/** Share of a target that shows above cover while it stays still, and while it moves. [d] */
const COVER_STILL = 1;
const COVER_MOVING = 0.35;

/** Somebody opens fire on an enemy: the shots that follow belong to it. */
export const openedFire = eventKind('shooting/opened-fire', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    const aims = world.of(aim);
    aims.target.put(event.actor, event.target + 1);
    aims.opened.put(event.actor, event.id);
    aims.next.put(event.actor, event.time + 1);
    world.of(notice).hidden.put(event.actor, 0);
  },
});

/** The fire stops: the target is gone from sight, or something else is more pressing. */
export const ceased = eventKind('shooting/ceased', {
  roles: { actor: role(person), target: role(person) },
  data: { why: oneOf(['lost', 'empty', 'fallen', 'other']) },
  possible: (world, event) => world.of(aim).target.raw[event.actor] === event.target + 1,
  apply: (world, event) => world.of(aim).target.put(event.actor, 0),
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
  },
});

/** Where the round goes. */
function strike(world: World, shooter: number, target: number, source: number): void {
  const claims = world.of(claim);
  const where = world.of(position);
  world.trace.open(-1, world.time);
  const held = findClaim(world, shooter, isAt, target);
  const aimedAt = held < 0 ? -1 : claims.place.at(held) - 1;
  const there = where.at.at(target) === aimedAt;
  const u = world.luck(P_HIT, shooter, target);
  if (there && world.of(body).alive.at(target) === 1 && u < hitChance(world, shooter, target)) {
    const injury = injure(world, shooter, target);
    const at = where.at.at(target);
    world.propose(wounded, { target, actor: shooter, place: at, region: injury.region, flow: injury.flow }, [
      reason(source),
    ]);
    const fields = { actor: target, place: at, group: groupOf(world, target) };
    if (injury.kills) world.propose(died, { ...fields, of: 'wound' }, [reason(source)]);
    else if (injury.fells) world.propose(fell, { ...fields, from: 'blow' }, [reason(source)]);
  } else if (aimedAt >= 0) press(world, shooter, target, aimedAt, source);
  world.trace.close();
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

/** The chance that a round at this second hits. Reads are tracked. */
export function hitChance(world: World, shooter: number, target: number): number {
  const bodies = world.of(body);
  const where = world.of(position);
  const lands = world.of(ground);
  const weapon = WEAPONS[bodies.weapon.at(shooter)];
  const at = where.at.at(target);
  const far = metresBetween(world, where.at.at(shooter), at) / weapon.reach;
  const moving = where.bound.at(target) > 0;
  const showing = 1 - lands.cover.raw[at] * (moving ? COVER_MOVING : COVER_STILL);
  const under = world.of(nerves).suppression.at(shooter);
  const skill = 0.5 + bodies.aim.raw[shooter];
  const light = flashes(world, target) ? Math.max(0.5, skyLight(world)) : skyLight(world);
  const clear = BLIND_AIM + (1 - BLIND_AIM) * light;
  const steady = (1 - 0.4 * bodies.fatigue.raw[shooter]) / (1 + 1.5 * under);
  const running = where.bound.at(shooter) > 0 ? 0.4 : 1;
  return (weapon.chance * skill * showing * clear * steady * running) / (1 + far * far);
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
    rows.pinned.at(who);
    const empty = bodies.rounds.at(who) === 0 && bodies.weapon.at(who) !== 0;
    if (empty) world.propose(ceased, { actor: who, target, why: 'empty' }, [reason(opened)]);
    else if (held < 0 || world.time - claims.seen.raw[held] > FRESH) {
      world.propose(ceased, { actor: who, target, why: 'lost' }, [reason(opened)]);
    } else {
      claims.place.at(held);
      world.propose(shot, { actor: who, target, place: world.of(position).at.at(who) }, [reason(opened)]);
    }
    world.trace.close();
  }
});

export const shooting = defineSystem({
  id: 'shooting',
  after: ['sight', 'wounds'],
  tables: [aim],
  events: { 'opened-fire': openedFire, ceased, shot },
  words,
  rules: [fire],
});
