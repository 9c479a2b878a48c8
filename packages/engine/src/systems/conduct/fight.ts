import { claim, findClaim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { Race } from '../../kernel/race.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, side } from '../groups/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { bondOf, bond } from '../past/state.ts';
import { metresBetween, position, sightBetween } from '../places/state.ts';
import { setOut } from '../places/system.ts';
import type { PACE_NAMES } from '../places/system.ts';
import { intent } from '../raid/state.ts';
import { nerves } from '../resolve/state.ts';
import { aim } from '../shooting/state.ts';
import { openedFire } from '../shooting/system.ts';
import { FRESH, isAt, notice } from '../sight/state.ts';
import { GOODS, amountAt, load } from '../stores/state.ts';
import { beganLoading } from '../stores/system.ts';
import { hasFallen, isHurt, vitals, wound } from '../wounds/state.ts';
import { tended, worstWound } from '../wounds/system.ts';

/** Everybody decides once in so many seconds, each at seconds of their own. [d] */
const EVERY = 5;
const P_CHOICE = purpose('conduct/choice');
/** How much each course weighs before circumstances. [d] */
const FIRE = 2;
const OBEY = 3;
const HELP = 1.6;
const HELP_SELF = 2.4;
/** How much more an old wrong draws fire, at the worst grudge. [d] */
const GRUDGE_DRAWS = 2.5;
/** How much more somebody stays with the target that they are firing at. [d] */
const STAYS_ON = 8;
/** Metres within which an enemy is the more pressing. [d] */
const CLOSE_METRES = 30;
/** Seconds after the alarm for which fire is held. [d] */
const HOLDS_FIRE = 15;
/** Keys of the courses that are not about a person. */
const KEY_OBEY = 1;
const KEY_SELF = 2;
const KEY_STAY = 3;

/** A course of action under consideration. */
interface Course {
  readonly what: 'fire' | 'help' | 'obey' | 'self' | 'stay';
  readonly whom: number;
  readonly claim: number;
  readonly bound: number;
}

const race = new Race();

/** One person's decision, if it is their second for one. */
export function decideInFight(world: World, who: number): void {
  if ((world.time + world.nameLo(person, who)) % EVERY !== 0) return;
  const bodies = world.of(body);
  const state = world.of(vitals);
  if (bodies.alive.raw[who] === 0 || bodies.down.raw[who] === 1 || bodies.awake.raw[who] === 0) return;
  world.trace.open(who, world.time);
  bubbleOf(world, who);
  bodies.down.at(who);
  bodies.awake.at(who);
  world.of(aim).target.at(who);
  readOwnWounds(world, who);
  if (state.tending.at(who) !== 0) {
    world.trace.close();
    return;
  }
  if (world.of(nerves).broken.at(who) === 1) run(world, who);
  else if (world.of(nerves).pinned.at(who) === 0) choose(world, who);
  world.trace.close();
}

/** That somebody still stands rests on what their wounds did not take from them, and on who bound them up. */
function readOwnWounds(world: World, who: number): void {
  if (world.of(vitals).wounds.at(who) === 0) return;
  const rows = world.of(wound);
  for (let row = 0; row < rows.count; row++) if (rows.isLive(row) && rows.person.raw[row] === who) rows.flow.at(row);
}

/** The broken get away as fast as they can. */
function run(world: World, who: number): void {
  const of = groupOf(world, who);
  const goal =
    world.of(intent).stage.raw[of] >= 2 ? world.of(intent).exit.raw[of] : Math.max(0, world.of(side).home.raw[of] - 1);
  go(world, who, goal, 'running', [reason(world.of(nerves).brokenBy.raw[who])]);
}

function go(
  world: World,
  who: number,
  goal: number,
  pace: (typeof PACE_NAMES)[number],
  because: readonly Cause[],
): void {
  const where = world.of(position);
  const at = where.at.at(who);
  if (at === goal || where.bound.at(who) === goal + 1) return;
  world.propose(setOut, { actor: who, place: at, goal, pace }, because);
}

function choose(world: World, who: number): void {
  const courses = coursesOf(world, who);
  race.open(world.chance, P_CHOICE, world.nameLo(person, who), 0, world.time);
  for (const course of courses) race.offer(keyOf(world, course), course.bound);
  const choosing = { world, who, courses };
  const chosen = race.pickLazily(weightOf, choosing);
  if (chosen < 0) return;
  const course = courses[chosen];
  const old = course.what === 'fire' ? bondOf(world, who, course.whom) : -1;
  const wrong = old < 0 ? 0 : world.of(bond).by.raw[old];
  const drawn = wrong !== 0 && !race.standsWith(chosen, fireWeight(world, who, course, false), weightOf, choosing);
  act(world, who, course, drawn ? wrong : 0);
}

function keyOf(world: World, course: Course): number {
  if (course.what === 'fire') return world.nameLo(person, course.whom);
  if (course.what === 'help') return world.nameLo(person, course.whom) ^ 0x5bd1e995;
  return course.what === 'obey' ? KEY_OBEY : course.what === 'self' ? KEY_SELF : KEY_STAY;
}

/** Everything that somebody could do as far as they know. */
function coursesOf(world: World, who: number): Course[] {
  const claims = world.of(claim);
  const hidden = world.of(notice).hidden.at(who) === 1;
  const courses: Course[] = [{ what: 'stay', whom: -1, claim: -1, bound: 0.6 }];
  if (hidden) return courses;
  const helped = new Set([who]);
  const fallen = fallenAsKnown(world, who);
  const loaded = world.of(body).rounds.raw[who] > 0 || world.of(body).weapon.raw[who] === 0;
  const armed = loaded && !holdsFire(world, who);
  const firedAt = world.of(aim).target.at(who) - 1;
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const what = claims.predicate.raw[row];
    const whom = claims.subject.raw[row];
    if (what === isAt.hash && armed && world.time - claims.seen.raw[row] <= FRESH && stands(world, fallen, whom)) {
      courses.push({ what: 'fire', whom, claim: row, bound: mostFire(world, who, whom, firedAt) });
    } else if ((what === isHurt.hash || what === hasFallen.hash) && !helped.has(whom) && needsHelp(world, who, whom)) {
      helped.add(whom);
      courses.push({ what: 'help', whom, claim: row, bound: HELP });
    }
    if (courses.length > 40) break;
  }
  if (hasDuty(world, who)) courses.push({ what: 'obey', whom: -1, claim: -1, bound: OBEY });
  if (world.of(vitals).wounds.raw[who] > 0 && world.of(body).dressings.raw[who] > 0 && worstWound(world, who) >= 0) {
    courses.push({ what: 'self', whom: who, claim: -1, bound: HELP_SELF });
  }
  return courses;
}

/** Whom somebody knows to have fallen, with the rows of their claims. */
function fallenAsKnown(world: World, who: number): ReadonlyMap<number, number> {
  const { predicate, subject, next } = world.of(claim);
  const fallen = new Map<number, number>();
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = next.raw[row] - 1) {
    if (predicate.raw[row] === hasFallen.hash) fallen.set(subject.raw[row], row);
  }
  return fallen;
}

/** Whether an enemy is taken to be still on their feet. That they are not is a reading that other choices rest on. */
function stands(world: World, fallen: ReadonlyMap<number, number>, enemy: number): boolean {
  const row = fallen.get(enemy);
  if (row !== undefined) world.of(claim).polarity.at(row);
  return row === undefined;
}

/** Nobody gives themselves away in the first moments, unless they are fired at: they let them come closer. */
function holdsFire(world: World, who: number): boolean {
  const seen = world.of(notice);
  seen.alarmed.at(who);
  return world.time - seen.alarmedAt.raw[who] < HOLDS_FIRE && world.of(nerves).suppression.at(who) === 0;
}

/** A hurt comrade close by whose wound nobody has dressed: seen with one's own eyes. */
function needsHelp(world: World, who: number, whom: number): boolean {
  const where = world.of(position);
  if (groupOf(world, whom) !== groupOf(world, who)) return false;
  if (where.at.raw[whom] !== where.at.raw[who] || world.of(body).dressings.raw[who] === 0) return false;
  return world.of(body).alive.raw[whom] === 1 && worstWound(world, whom) >= 0 && !somebodyHelps(world, whom);
}

function somebodyHelps(world: World, whom: number): boolean {
  const { tending } = world.of(vitals);
  for (let other = 0; other < world.of(person).count; other++) {
    if (tending.raw[other] !== whom + 1) continue;
    tending.at(other);
    return true;
  }
  return false;
}

function hasDuty(world: World, who: number): boolean {
  return world.of(duty).task.raw[who] !== 0;
}

interface Choosing {
  readonly world: World;
  readonly who: number;
  readonly courses: readonly Course[];
}

/** How much a course draws somebody, never above its bound. Reads are tracked: only what is weighed counts. */
function weightOf(index: number, { world, who, courses }: Choosing): number {
  const course = courses[index];
  if (course.what === 'fire') return fireWeight(world, who, course, true);
  if (course.what === 'help') {
    const claims = world.of(claim);
    claims.place.at(course.claim);
    return needsHelp(world, who, course.whom) ? HELP * (0.4 + 0.6 * world.of(body).care.raw[who]) : 0;
  }
  if (course.what === 'obey') return obeyWeight(world, who);
  if (course.what === 'self') return worstWound(world, who) >= 0 ? HELP_SELF : 0;
  return course.bound;
}

/** The most that firing at somebody can weigh, so that most candidates need not be looked at closer. */
function mostFire(world: World, who: number, whom: number, firedAt: number): number {
  const on = whom === firedAt ? STAYS_ON : 1;
  return FIRE * 2 * on * (bondOf(world, who, whom) < 0 ? 1 : 1 + GRUDGE_DRAWS);
}

function fireWeight(world: World, who: number, course: Course, withGrudge: boolean): number {
  const claims = world.of(claim);
  const where = world.of(position);
  const at = claims.place.at(course.claim) - 1;
  if (at < 0 || sightBetween(world, where.at.at(who), at) === 0) return 0;
  const far = metresBetween(world, where.at.raw[who], at);
  const task = TASKS[world.of(duty).task.at(who)];
  const leaving = task === 'leave' || task === 'carry off' || world.of(load).amount.at(who) > 0 ? 0.15 : 1;
  const on = world.of(aim).target.at(who) === course.whom + 1 ? STAYS_ON : 1;
  const weight = FIRE * on * leaving * (far <= CLOSE_METRES ? 2 : (2 * CLOSE_METRES) / far);
  const row = withGrudge ? bondOf(world, who, course.whom) : -1;
  return weight * (row < 0 ? 1 : 1 + GRUDGE_DRAWS * world.of(bond).grudge.at(row));
}

function obeyWeight(world: World, who: number): number {
  const duties = world.of(duty);
  const where = world.of(position);
  const task = TASKS[duties.task.at(who)];
  const goal = duties.place.raw[who] - 1;
  const there = where.at.at(who) === goal;
  const under = where.bound.at(who) === goal + 1;
  if (task === 'load') return under && !there ? 0.1 : OBEY;
  if (there || under) return 0.1;
  return task === 'leave' || task === 'fall back' ? OBEY : OBEY * 0.8;
}

/** `wrong` is an old wrong without which another course would have been chosen; 0 for none. */
function act(world: World, who: number, course: Course, wrong: number): void {
  const where = world.of(position);
  if (course.what === 'stay') return;
  if (course.what === 'obey') {
    obey(world, who);
    return;
  }
  const at = where.at.at(who);
  if (course.what === 'fire') {
    const aims = world.of(aim);
    if (aims.target.at(who) === course.whom + 1) return;
    const sources = sourcesOf(world, course.claim);
    world.propose(openedFire, { actor: who, target: course.whom, place: at }, [...jointly(sources, 1), reason(wrong)]);
    return;
  }
  const because = course.what === 'self' ? [world.of(vitals).worst.raw[who]] : knownOf(world, who, course.whom);
  world.propose(tended, { actor: who, target: course.whom, place: at }, jointly(because, 1));
}

/** All by which somebody knows that another is hurt. */
function knownOf(world: World, who: number, whom: number): number[] {
  const rows = [findClaim(world, who, isHurt, whom), findClaim(world, who, hasFallen, whom)].filter((row) => row >= 0);
  return rows.flatMap((row) => sourcesOf(world, row));
}

function obey(world: World, who: number): void {
  const duties = world.of(duty);
  const where = world.of(position);
  const task = TASKS[duties.task.at(who)];
  const goal = duties.place.at(who) - 1;
  const because = [reason(duties.by.raw[who])];
  const loads = world.of(load);
  if (task === 'load') {
    if (loads.amount.at(who) > 0) {
      go(world, who, world.of(intent).exit.raw[groupOf(world, who)], 'running', [reason(loads.by.raw[who])]);
      return;
    }
    if (where.at.at(who) !== goal) {
      go(world, who, goal, 'running', because);
      return;
    }
    const good = GOODS[world.of(intent).wants.raw[groupOf(world, who)]];
    if (loads.fillsAt.at(who) === 0 && amountAt(world, goal, good) > 0) {
      world.propose(beganLoading, { actor: who, place: goal, good }, because);
    }
    return;
  }
  go(world, who, goal, task === 'creep up' ? 'creeping' : 'running', because);
}
