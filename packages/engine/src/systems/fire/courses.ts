/** What people do about fire: get out of it, fight it, throw it. */
import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { interrupted, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { hashText32 } from '../../kernel/hash.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import type { Course, Option } from '../conduct/course.ts';
import { go } from '../conduct/going.ts';
import { groupOf, hostile, refugeOf, side } from '../groups/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { between, ground, metresBetween, pairRow, position, sightBetween } from '../places/state.ts';
import { delayFor, wayMetres } from '../places/ways.ts';
import { nerves } from '../resolve/state.ts';
import { aim } from '../shooting/state.ts';
import { FRESH, isAt } from '../sight/state.ts';
import * as considered from './considered.ts';
import { fought, gaveUp, threw } from './events.ts';
import { WILD, anyWild, burning, flames, knowsBurning } from './state.ts';

/** How much it draws people to get out of a fire, to fight one at home, to keep at it, to throw one. [d] */
const GET_OUT = 60;
const FIGHT = 2;
const KEEPS_ON = 7;
const THROW = 0.7;
/** How hard it burns before nobody fights it from beside it, nobody fights it from within, before some get out, and before everybody does. [d] */
const TOO_FIERCE = 0.85;
const TOO_HOT = 0.4;
const GETS_HOT = 0.15;
const ALL_OUT = 0.5;
/** Smoke that drives people out as fire does. [d] */
const CHOKES = 0.6;
/** Metres within which an enemy presses too much for anybody to carry water. [d] */
const PRESSED_METRES = 35;
/** Metres from middle to middle that a bottle flies. [d] */
const THROWS_METRES = 40;
/** Metres from where they live within which people fight fires as their own. [d] */
const HOME_METRES = 90;
/** Fuel that makes a place worth a firebomb. [d] */
const WORTH = 0.3;
const KEY_OUT = hashText32('fire/get-out');
const KEY_FIGHT = hashText32('fire/fight');
const KEY_THROW = hashText32('fire/throw');

/** To get out of a place that burns, or where the smoke is too thick to breathe. */
export const getOut: Course = {
  id: 'fire/get-out',
  seldom: true,
  whileHidden: true,
  options: (world, who) => {
    if (!anyWild(world)) return [];
    const rows = world.of(burning);
    const at = world.of(position).at.raw[who];
    const hot = rows.stage.raw[at] === WILD && rows.intensity.raw[at] > GETS_HOT;
    return hot || rows.smoke.raw[at] > CHOKES ? [{ whom: -1, datum: at, key: KEY_OUT, bound: GET_OUT }] : [];
  },
  weight: (world, who, { datum }) => {
    const where = world.of(position);
    if (where.at.at(who) !== datum || where.bound.at(who) !== 0) return 0;
    if (fireAbout(world, who, datum) < 0) return 0;
    const rows = world.of(burning);
    if (rows.smoke.raw[datum] > CHOKES) return GET_OUT;
    const heat = Math.min(1, Math.max(0, rows.intensity.raw[datum] - GETS_HOT) / (ALL_OUT - GETS_HOT));
    return GET_OUT * heat * heat;
  },
  says: considered.saysGetOut,
  closed: (world, who, option) =>
    considered.whyStay(world, who, option, option !== null && fireAbout(world, who, option.datum) < 0),
  act: (world, who, { datum }) => {
    const held = fireAbout(world, who, datum);
    const goal = wayOut(world, who, datum);
    if (held >= 0 && goal >= 0) go(world, who, goal, 'running', jointly(sourcesOf(world, held), 1));
  },
};

/** The claim of the fire that somebody is in, or whose smoke they are in; -1 where they know of none. */
function fireAbout(world: World, who: number, at: number): number {
  const held = knowsBurning(world, who, at);
  if (held >= 0) return held;
  const from = world.of(burning).smokeFrom.raw[at] - 1;
  return from < 0 ? -1 : knowsBurning(world, who, from);
}

/** The neighbour to get out to: one that does not burn as far as they know, with little smoke, on the way to where they belong. */
function wayOut(world: World, who: number, at: number): number {
  const rows = world.of(burning);
  const refuge = Math.max(0, refugeOf(world, groupOf(world, who)));
  let best = -1;
  let least = Infinity;
  for (let to = 0; to < rows.count; to++) {
    if (world.of(between).adjacent.raw[pairRow(world, at, to)] === 0 || delayFor(world, who, at, to) === Infinity)
      continue;
    if (knowsBurning(world, who, to) >= 0) continue;
    const home = wayMetres(world, who, to, refuge);
    const metres = wayMetres(world, who, at, to) + (home < Infinity ? home : 1000) + 200 * rows.smoke.raw[to];
    if (metres < least) {
      best = to;
      least = metres;
    }
  }
  return best;
}

/** To carry water to a fire at home. */
export const fight: Course = {
  id: 'fire/fight',
  seldom: true,
  options: (world, who) => {
    if (!anyWild(world) || world.of(side).home.raw[groupOf(world, who)] === 0) return [];
    const rows = world.of(burning);
    const at = world.of(position).at.raw[who];
    const found: Option[] = [];
    for (let fire = 0; fire < rows.count; fire++) {
      if (rows.stage.raw[fire] !== WILD || !withinReach(world, at, fire) || !ownGround(world, who, fire)) continue;
      found.push({ whom: -1, datum: fire, key: world.nameLo(place, fire) ^ KEY_FIGHT, bound: KEEPS_ON });
    }
    return found;
  },
  weight: (world, who, { datum }) => {
    const rows = world.of(burning);
    if (knowsBurning(world, who, datum) < 0 || rows.intensity.raw[datum] > TOO_FIERCE) return 0;
    if (!withinReach(world, world.of(position).at.at(who), datum) || presses(world, who)) return 0;
    const fights = world.of(flames).fights.at(who);
    return fights === datum + 1 ? KEEPS_ON : fights === 0 ? FIGHT : 0;
  },
  says: considered.saysFight,
  closed: (world, who, option) => {
    if (option === null) return considered.whyNoFire(world, who);
    const fierce = world.of(burning).intensity.raw[option.datum] > TOO_FIERCE;
    return considered.whyNotFight(world, who, option.datum, fierce, presses(world, who));
  },
  act: (world, who, { datum }) => {
    if (world.of(flames).fights.at(who) === datum + 1) return;
    const held = knowsBurning(world, who, datum);
    const at = world.of(position).at.at(who);
    if (held >= 0) world.propose(fought, { actor: who, goal: datum, place: at }, jointly(sourcesOf(world, held), 1));
  },
};

/** A fire is fought from beside it, or from within while it is small. */
function withinReach(world: World, at: number, fire: number): boolean {
  if (at === fire) return world.of(burning).intensity.raw[fire] <= TOO_HOT;
  return world.of(between).adjacent.raw[pairRow(world, at, fire)] === 1;
}

/** Whether a place belongs to where somebody lives. */
function ownGround(world: World, who: number, at: number): boolean {
  const home = world.of(side).home.raw[groupOf(world, who)] - 1;
  return home >= 0 && metresBetween(world, home, at) <= HOME_METRES;
}

/** Whether somebody takes an enemy to be near enough to keep them from it. Reads are tracked. */
function presses(world: World, who: number): boolean {
  const claims = world.of(claim);
  const at = world.of(position).at.raw[who];
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== isAt.hash || world.time - claims.seen.raw[row] > FRESH) continue;
    if (!hostile(world, groupOf(world, who), groupOf(world, claims.subject.raw[row]))) continue;
    const there = claims.place.raw[row] - 1;
    if (there < 0 || metresBetween(world, at, there) > PRESSED_METRES) continue;
    claims.place.at(row);
    return true;
  }
  return false;
}

/** To throw a firebomb where enemies are taken to be. */
export const throwFire: Course = {
  id: 'fire/throw',
  seldom: true,
  options: (world, who) => {
    if (world.of(flames).bombs.raw[who] === 0) return [];
    const task = TASKS[world.of(duty).task.raw[who]];
    if (task !== 'storm' && task !== 'breach' && task !== 'cover') return [];
    const claims = world.of(claim);
    const at = world.of(position).at.raw[who];
    const found: Option[] = [];
    for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
      if (claims.predicate.raw[row] !== isAt.hash || world.time - claims.seen.raw[row] > FRESH) continue;
      const there = claims.place.raw[row] - 1;
      if (there < 0 || there === at || !worthIt(world, who, at, there)) continue;
      const subject = claims.subject.raw[row];
      if (!hostile(world, groupOf(world, who), groupOf(world, subject))) continue;
      if (found.some((each) => world.of(claim).place.raw[each.datum] === there + 1)) continue;
      found.push({ whom: subject, datum: row, key: world.nameLo(place, there) ^ KEY_THROW, bound: THROW });
    }
    return found;
  },
  weight: (world, who, { datum }) => {
    const there = world.of(claim).place.at(datum) - 1;
    const where = world.of(position);
    if (there < 0 || where.bound.at(who) !== 0 || knowsBurning(world, who, there) >= 0) return 0;
    return world.of(flames).bombs.at(who) > 0 && worthIt(world, who, where.at.at(who), there) ? THROW : 0;
  },
  says: considered.saysThrow,
  closed: considered.whyNotThrow,
  act: (world, who, { datum }) => {
    const goal = world.of(claim).place.at(datum) - 1;
    const at = world.of(position).at.at(who);
    const told = reason(world.of(duty).by.raw[who]);
    const known = jointly(sourcesOf(world, datum), 1);
    world.propose(threw, { actor: who, place: at, goal }, [...known, told]);
  },
};

/** Whether a bottle reaches a place, would set it alight, and would burn none of one's own there. */
function worthIt(world: World, who: number, at: number, there: number): boolean {
  if (metresBetween(world, at, there) > THROWS_METRES || sightBetween(world, at, there) === 0) return false;
  if (world.of(ground).fuel.raw[there] < WORTH || world.of(burning).stage.raw[there] >= WILD) return false;
  const where = world.of(position);
  for (let other = 0; other < world.of(person).count; other++) {
    if (where.at.raw[other] !== there || where.gone.raw[other] === 1) continue;
    if (groupOf(world, other) !== groupOf(world, who)) continue;
    where.at.at(other);
    return false;
  }
  return true;
}

/** Those who fight a fire work on, or leave off. */
export const douse = rule('fire/douse', { phase: 'act', at: 'second' }, (world, beat) => {
  if (!anyWild(world)) return;
  const rows = world.of(flames);
  for (const who of beat.members) {
    const fire = rows.fights.raw[who] - 1;
    if (fire < 0) continue;
    const why = leaves(world, who, fire);
    if (why !== 0) {
      world.trace.open(who, world.time);
      world.of(body).down.at(who);
      world.propose(gaveUp, { actor: who, goal: fire }, [reason(rows.began.raw[who]), why]);
      world.trace.close(false);
      continue;
    }
    const began = rows.began.raw[who];
    world.trace.writer = 2 * began;
    world.of(burning).doused.add(fire, 1 - 0.5 * world.of(body).fatigue.raw[who], began);
    world.trace.writer = 0;
  }
});

/** What makes somebody leave a fire to itself, as a cause; 0 for nothing. */
function leaves(world: World, who: number, fire: number): Cause {
  const bodies = world.of(body);
  const nerve = world.of(nerves);
  const where = world.of(position);
  if (bodies.down.raw[who] === 1) return interrupted(bodies.downBy.raw[who]);
  if (nerve.broken.raw[who] === 1) return interrupted(nerve.brokenBy.raw[who]);
  if (nerve.pinned.raw[who] === 1) return interrupted(nerve.pinnedBy.raw[who]);
  if (where.bound.raw[who] !== 0) return interrupted(where.setOut.raw[who]);
  if (world.of(aim).target.raw[who] !== 0) return interrupted(world.of(aim).opened.raw[who]);
  return world.of(burning).intensity.raw[fire] > TOO_FIERCE ? interrupted(world.of(burning).by.raw[fire]) : 0;
}
