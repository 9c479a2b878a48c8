/** Who lives by the routine of a home, and who of them can be called for. Plain reads, for sifting. */
import { within } from '../../kernel/bubbles.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { burden } from '../carrying/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, peopleIn, side } from '../groups/state.ts';
import { bedside } from '../infirmary/state.ts';
import { trauma } from '../memory/state.ts';
import { isUp, whoSeesTo } from '../offices/state.ts';
import { contingency, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { wayMetres } from '../places/ways.ts';
import { company } from '../practices/state.ts';
import { bedOf } from '../quarters/state.ts';
import { able, vitals } from '../wounds/state.ts';
import { roster } from './state.ts';

/** Metres from home beyond which people sleep where they are. [d] */
const NEAR_HOME = 1500;
/** Whoever crawls can neither go home nor stand. */
const CRAWLS = 2;
/** Seconds for which a wound keeps somebody off the roster. [d] */
const LAID_UP = 7 * 86_400;

/** The share of what somebody owes that is gone back to, and the most events that are. */
const MOST_OF_IT = 0.8;
const MOST_EVENTS = 3;

/** Row of the place where somebody's people live; -1 where they have none. */
function homeOf(world: World, who: number): number {
  return world.of(side).home.raw[groupOf(world, who)] - 1;
}

/** Whether somebody lives by the hours of a home: on their feet, free, there, and in no fight or scene. */
export function keepsHours(world: World, who: number): boolean {
  const bodies = world.of(body);
  return (
    bodies.alive.raw[who] === 1 &&
    bodies.down.raw[who] === 0 &&
    homeOf(world, who) >= 0 &&
    world.of(within).bubble.raw[who] === 0 &&
    world.of(position).gone.raw[who] === 0 &&
    world.of(captive).state.raw[who] === 0
  );
}

/** Whether somebody can be called for the watch: grown, hale, able to go on, and at large. */
export function canWatch(world: World, who: number): boolean {
  if (!keepsHours(world, who) || world.of(roster).excused.raw[who] === 1) return false;
  if (world.of(trauma).broken.raw[who] !== 0) return false;
  const { legs, faint } = world.of(able);
  return legs.raw[who] < CRAWLS && faint.raw[who] === 0 && !isLaidUp(world, who);
}

/** Whether somebody was wounded within the last days. */
export function isLaidUp(world: World, who: number): boolean {
  const { wounds, worst } = world.of(vitals);
  if (wounds.raw[who] === 0 || worst.raw[who] === 0) return false;
  return world.time - world.chronicle.time(worst.raw[who]) < LAID_UP;
}

/** Whether somebody has to stay up: they see to somebody or sit by them, carry or are carried, are on their way, or stand watch. */
export function isKeptUp(world: World, who: number): boolean {
  const { bears, carrier } = world.of(burden);
  return (
    world.of(vitals).tending.raw[who] !== 0 ||
    (world.of(bedside).sits.raw[who] !== 0 && world.of(bedside).until.raw[who] > world.time) ||
    world.of(company).keepsUntil.raw[who] > world.time ||
    bears.raw[who] !== 0 ||
    carrier.raw[who] !== 0 ||
    world.of(position).bound.raw[who] !== 0 ||
    world.of(roster).on.raw[who] === 1
  );
}

/** Whether somebody lies in wait for what has not come yet. */
export function liesInWait(world: World, who: number): boolean {
  const plan = world.of(duty).plan.raw[who] - 1;
  if (plan < 0 || world.of(campaign).state.raw[groupOf(world, who)] === 2) return false;
  return world.of(contingency).state.raw[plan] === 0;
}

/** Whether somebody can walk to where they sleep, and does not lie in wait somewhere. */
export function canGoToBed(world: World, who: number): boolean {
  if (world.of(able).legs.raw[who] >= CRAWLS || liesInWait(world, who)) return false;
  return wayMetres(world, who, world.of(position).at.raw[who], bedOf(world, who)) <= NEAR_HOME;
}

/** Who sets the watch of a group: whoever is in charge of it, else the leader, else whoever would take over; -1 where nobody can. */
export function inCharge(world: World, of: number): number {
  const those = peopleIn(world, of).filter((who) => keepsHours(world, who) && world.of(able).faint.raw[who] === 0);
  return whoSeesTo(world, of, 'watch', those);
}

/** Whether somebody who is awake on watch has stood to the end of their turn. */
export function isOver(world: World, who: number): boolean {
  const rows = world.of(roster);
  return rows.on.raw[who] === 1 && rows.until.raw[who] <= world.time && world.of(body).awake.raw[who] === 1;
}

/** Whoever stands at a post and has stood to the end of their turn, awake or not, but for `by` and those who are `relieved` already; -1 for nobody. */
export function relievedAt(world: World, by: number, at: number, relieved: ReadonlySet<number> | null): number {
  const { post, on, until } = world.of(roster);
  for (let who = 0; who < world.of(person).count; who++) {
    if (who === by || post.raw[who] !== at + 1 || on.raw[who] === 0 || until.raw[who] > world.time) continue;
    if (isUp(world, who) && (relieved === null || !relieved.has(who))) return who;
  }
  return -1;
}

/** The events that most of what somebody is short of sleep goes back to. */
export function tiredBy(world: World, who: number): number[] {
  return world.of(body).owed.contributors(who, MOST_OF_IT).slice(0, MOST_EVENTS);
}
