/** Work at a barrier: whoever keeps at it adds to it second by second; enough of it breaks it. */
import { hashText32 } from '../../kernel/hash.ts';
import { enabled, interrupted, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { claim, findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import type { Course } from '../conduct/course.ts';
import { go } from '../conduct/going.ts';
import { TASKS, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { nerves } from '../resolve/state.ts';
import { aim } from '../shooting/state.ts';
import { saysBreach, whyNotBreach } from './considered.ts';
import { breached, began, cracked, leftOff, ROOM, workersAt } from './events.ts';
import { barrier, breaking, isBreached, kindOf } from './state.ts';
import { barrierInto, outsideOf } from './ways.ts';

/** How much it draws somebody to break through as they were told, and to keep at it once they have begun. [d] */
const BREACH = 3;
const KEEPS_AT = 9;
/** What is left of somebody's strength who is spent. [d] */
const SPENT_WORK = 0.5;
/** Seconds for one person to undo from within what can be undone. [d] */
const OPENS_SECONDS = 12;
/** Share of the work at which the first gap shows. [d] */
const CRACKS_AT = 0.6;
/** The share of the work that is told as the reason of a breach. */
const TELLS = 0.8;
const KEY = hashText32('barriers/breach');

/** Row of the barrier that somebody has to get through to do as they were told, or -1. Reads are tracked. */
function inTheWay(world: World, who: number, at: number): number {
  const goal = world.of(duty).place.raw[who] - 1;
  return goal < 0 ? -1 : barrierInto(world, goal, at, who);
}

/**
 * Whether somebody is told to break through, or to go in where they take all ways to be shut: then they have to. What they
 * believe decides, not how it is. Plain reads where nothing stands in anybody's way.
 */
export function hasToBreakIn(world: World, who: number): boolean {
  if (world.of(barrier).count === 0) return false;
  const duties = world.of(duty);
  const task = TASKS[duties.task.raw[who]];
  if (task === 'breach') return true;
  if (task !== 'storm' && task !== 'load') return false;
  const goal = duties.place.raw[who] - 1;
  const at = world.of(position).at.raw[who];
  if (goal < 0 || at === goal) return false;
  return shutFor(world, who, at, goal) && barrierInto(world, goal, at, who) >= 0;
}

/** Whether a place cannot be got to by climbing alone, as far as anybody can know who has not seen what was broken since. */
function shutFor(world: World, who: number, at: number, goal: number): boolean {
  if (wayMetres(world, who, at, goal) === Infinity) return true;
  const walls = world.of(barrier);
  let opened = false;
  for (let row = 0; row < walls.count && !opened; row++) opened = walls.breached.raw[row] === 1;
  return opened;
}

/** To break through what stands in the way of what one was told to do. */
export const breach: Course = {
  id: 'barriers/breach',
  options: (world, who) => (!hasToBreakIn(world, who) ? [] : [{ whom: -1, datum: 0, key: KEY, bound: KEEPS_AT }]),
  weight: (world, who) => {
    const duties = world.of(duty);
    const where = world.of(position);
    duties.task.at(who);
    if (world.of(breaking).worksAt.at(who) !== 0) return KEEPS_AT;
    const at = where.at.at(who);
    const row = inTheWay(world, who, at);
    const goal = duties.place.raw[who] - 1;
    if (row < 0) return at === goal || where.bound.at(who) === goal + 1 ? 0 : BREACH;
    if (at === outsideOf(world, row, goal)) return workersAt(world, row) < ROOM ? BREACH : 0;
    return where.bound.at(who) === outsideOf(world, row, goal) + 1 ? 0 : BREACH;
  },
  says: (world, who, option) => saysBreach(world, who, option === null ? -1 : barrierFor(world, who)),
  closed: (world, who, option) => whyNotBreach(world, who, option === null ? -1 : barrierFor(world, who)),
  act: (world, who) => {
    if (world.of(breaking).worksAt.at(who) !== 0) return;
    const duties = world.of(duty);
    const at = world.of(position).at.at(who);
    const told = reason(duties.by.raw[who]);
    const goal = duties.place.at(who) - 1;
    const row = inTheWay(world, who, at);
    if (row < 0) {
      go(world, who, goal, 'running', [told, ...jointly(openedAsKnown(world, who), 1)]);
      return;
    }
    const outside = outsideOf(world, row, goal);
    if (at === outside) {
      // Whoever takes it up again does so because they had left off; the order stands behind that.
      const again = world.of(breaking).leftOff.at(who);
      const because = again > duties.by.raw[who] ? enabled(again) : told;
      world.propose(began, { actor: who, barrier: row, place: at }, [because]);
    } else go(world, who, outside, 'running', [told]);
  },
};

/** The barrier that somebody works at, or has to get through next; -1 for none. */
function barrierFor(world: World, who: number): number {
  const at = world.of(breaking).worksAt.raw[who] - 1;
  return at >= 0 ? at : inTheWay(world, who, world.of(position).at.raw[who]);
}

/** By what somebody knows that there is a way in. */
function openedAsKnown(world: World, who: number): number[] {
  const sources: number[] = [];
  for (let row = 0; row < world.of(barrier).count; row++) {
    const held = findClaim(world, who, isBreached, row);
    if (held < 0) continue;
    world.of(claim).polarity.at(held);
    for (const id of sourcesOf(world, held)) if (!sources.includes(id)) sources.push(id);
  }
  return sources;
}

/** Those at a barrier work on, or leave off. */
export const work = rule('barriers/work', { phase: 'act', at: 'second' }, (world, beat) => {
  const rows = world.of(breaking);
  const walls = world.of(barrier);
  if (walls.count === 0) return;
  for (const who of beat.members) {
    const row = rows.worksAt.raw[who] - 1;
    if (row < 0 || leaves(world, who, row)) continue;
    const began = rows.began.raw[who];
    world.trace.writer = 2 * began;
    walls.work.add(row, pace(world, who, row), began);
    world.trace.writer = 0;
  }
  for (let row = 0; row < walls.count; row++) settle(world, row);
});

/** A barrier at which enough has been done shows a gap, or gives. Not within a decision. */
export function settle(world: World, row: number): void {
  const walls = world.of(barrier);
  if (walls.breached.raw[row] === 1) return;
  const share = walls.work.raw[row] / walls.strength.raw[row];
  if (share < CRACKS_AT || (share < 1 && walls.cracked.raw[row] !== 0)) return;
  give(world, row, share >= 1);
}

/** How much of the work somebody does in a second. */
function pace(world: World, who: number, row: number): number {
  const walls = world.of(barrier);
  const rested = 1 - (1 - SPENT_WORK) * world.of(body).fatigue.raw[who];
  const within = walls.inside.raw[row] === world.of(position).at.raw[who] && kindOf(world, row).opens;
  return within ? (rested * walls.strength.raw[row]) / OPENS_SECONDS : rested;
}

/** A barrier shows a gap, or gives. */
function give(world: World, row: number, whole: boolean): void {
  const walls = world.of(barrier);
  const rows = world.of(breaking);
  world.trace.open(-1, world.time);
  walls.work.at(row);
  const by = walls.work.contributors(row, TELLS);
  let actor = -1;
  for (let who = 0; who < rows.count && actor < 0; who++) {
    if (rows.worksAt.raw[who] === row + 1 && rows.began.raw[who] === by[0]) actor = who;
  }
  for (let who = 0; who < rows.count && actor < 0; who++) if (rows.worksAt.raw[who] === row + 1) actor = who;
  const at = actor >= 0 ? world.of(position).at.raw[actor] : walls.outside.raw[row];
  if (whole) {
    const undone = at === walls.inside.raw[row] && kindOf(world, row).opens;
    const how = actor < 0 ? 'burnt' : undone ? 'opened' : 'broken';
    world.propose(breached, { actor, barrier: row, place: at, how }, jointly(by, 1));
  } else world.propose(cracked, { barrier: row, place: at }, jointly(by, 1));
  world.trace.close(false);
}

/** Whether somebody leaves off now, and why. */
function leaves(world: World, who: number, row: number): boolean {
  const bodies = world.of(body);
  const nerve = world.of(nerves);
  const where = world.of(position);
  const duties = world.of(duty);
  const aims = world.of(aim);
  const began = world.of(breaking).began.raw[who];
  let why: 'fallen' | 'under fire' | 'broken' | 'called away' | 'firing' | null = null;
  let cause: Cause = 0;
  if (bodies.alive.raw[who] === 0 || bodies.down.raw[who] === 1) {
    why = 'fallen';
    cause = interrupted(bodies.downBy.raw[who]);
  } else if (nerve.broken.raw[who] === 1) {
    why = 'broken';
    cause = interrupted(nerve.brokenBy.raw[who]);
  } else if (nerve.pinned.raw[who] === 1) {
    why = 'under fire';
    cause = interrupted(nerve.pinnedBy.raw[who]);
  } else if (where.bound.raw[who] !== 0) {
    why = 'called away';
    cause = interrupted(where.setOut.raw[who]);
  } else if (!hasToBreakIn(world, who)) {
    why = 'called away';
    const open = openedAsKnown(world, who);
    cause = interrupted(open.length > 0 ? open[0] : duties.by.raw[who]);
  } else if (aims.target.raw[who] !== 0) {
    why = 'firing';
    cause = interrupted(aims.opened.raw[who]);
  }
  if (why === null) return false;
  world.trace.open(who, world.time);
  bodies.down.at(who);
  nerve.broken.at(who);
  nerve.pinned.at(who);
  const place = where.at.at(who);
  world.propose(leftOff, { actor: who, barrier: row, place, why }, [enabled(began), cause]);
  world.trace.close(false);
  return true;
}
