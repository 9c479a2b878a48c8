/** What a body uses, and what it lives on when it is given less: see docs/model/needs.md. All of it is drift. */
import { decay } from '../../kernel/curves.ts';
import { SECONDS, slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { lostShare, nourishment } from './state.ts';

/** What a grown body at rest uses in an hour, in kcal; awake, and at hard work, so many times as much. [d, after s: Sphere] */
export const RESTING_KCAL = 66.7;
export const AWAKE = 1.47;
export const HARD = 3.7;
/** What keeps somebody for a day, in kcal. [s: Sphere] */
export const FULL_KCAL = 2100;
/** Weight of a grown body in kg, as wounds take it, too. */
export const GROWN_KG = 70;
/** What a body of which a share is lost saves, as a multiple of that share, and to what it comes down at least. [d, after s: Minnesota] */
const SAVES = 2.05;
const AT_LEAST = 0.46;
/** What a kilo of body yields in kcal: to somebody who eats little, and to somebody who eats nothing, whose flesh goes first. [d] */
const YIELDS = 6000;
const YIELDS_FASTING = 2200;
/** So many kcal a day spare the flesh. [d, after m: some 100 g of starch do] */
const SPARING = 1000;
/** What a kilo takes to be put on again, in kcal. [d] */
const REGAINED_FOR = 7000;
/** What a body can have in hand from what was eaten, in kcal: in the gut, the liver and the muscles. [d, after m] */
const HOLDS = 2500;
/** Days in which half of what was eaten is forgotten, where it is asked how much somebody has been eating. [d] */
const INTAKE_HALF_LIFE_DAYS = 1.5;
/** So small a share lost is none. [d] */
const LEAST = 1e-4;
/** The natural logarithm of 2: a steady intake is remembered as what it is. */
const LN_2 = 0.693147;

/** What else makes a body use more, as shivering does: a multiple. Plain reads. */
export const burns = slot<(world: World, who: number) => number>('needs/burns');

/** What somebody uses in an hour, in kcal, at so many times what they would at rest. A smaller body uses more a kilo. */
export function kcalAnHour(world: World, who: number, effort: number): number {
  const saving = Math.max(AT_LEAST, 1 - SAVES * lostShare(world, who));
  let kcal = RESTING_KCAL * Math.sqrt(world.of(nourishment).frame.raw[who] / GROWN_KG) * effort * saving;
  for (const burn of world.ruleset.filled(burns)) kcal *= burn(world, who);
  return kcal;
}

/** Somebody lives so many seconds on, on what they have eaten, and on themselves where that is not enough. */
export function use(world: World, who: number, seconds: number, effort: number): void {
  const rows = world.of(nourishment);
  const needs = (kcalAnHour(world, who, effort) * seconds) / SECONDS.hour;
  const eaten = Math.min(needs, rows.inHand.raw[who]);
  const left = rows.inHand.raw[who] - eaten;
  rows.inHand.raw[who] = Math.min(HOLDS, left);
  if (eaten < needs) waste(world, who, needs - eaten);
  else if (left > HOLDS) regain(world, who, left - HOLDS);
  rows.intake.raw[who] *= decay(seconds, INTAKE_HALF_LIFE_DAYS * SECONDS.hour * 24);
}

/** A body gives what it has not eaten. */
function waste(world: World, who: number, kcal: number): void {
  const { frame, lately, intake } = world.of(nourishment);
  const spared = Math.min(1, intake.raw[who] / SPARING);
  const yields = YIELDS_FASTING + (YIELDS - YIELDS_FASTING) * spared;
  lately.raw[who] += kcal / (yields * frame.raw[who]);
}

/** What has been lost lately is put down to what they were short by. */
export function settle(world: World, who: number): void {
  const { lost, lately, shortBy } = world.of(nourishment);
  if (lately.raw[who] === 0) return;
  const by = shortBy.raw[who];
  const before = world.trace.writer;
  world.trace.writer = 2 * by;
  lost.add(who, lately.raw[who], by);
  world.trace.writer = before;
  lately.raw[who] = 0;
}

/** From now on somebody is short by an event; 0: by none. Only from within an event, or while the world is built. */
export function fallShort(world: World, who: number, by: number): void {
  const { shortBy } = world.of(nourishment);
  if (shortBy.raw[who] === by) return;
  settle(world, who);
  shortBy.put(who, by);
}

/** Before the beginning, somebody has gone without so many days' food in all, on account of an event, and goes on to. */
export function lackedBefore(world: World, who: number, days: number, by: number): void {
  fallShort(world, who, by);
  waste(world, who, days * FULL_KCAL);
  settle(world, who);
}

/** What is eaten beyond need goes to make up what was lost; nobody grows fat here. */
function regain(world: World, who: number, kcal: number): void {
  const { frame, lost } = world.of(nourishment);
  settle(world, who);
  const share = lost.raw[who];
  if (share > 0) lost.fade(who, Math.max(0, 1 - kcal / (REGAINED_FOR * frame.raw[who] * share)), LEAST);
}

/** Somebody eats, by event `fedBy`. What they are short by from now on is said by `shortBy`: 0 where it was enough. */
export function eat(world: World, who: number, kcal: number, fedBy: number, shortBy: number): void {
  const rows = world.of(nourishment);
  rows.inHand.put(who, rows.inHand.raw[who] + kcal);
  rows.intake.put(who, rows.intake.raw[who] + (kcal * LN_2) / INTAKE_HALF_LIFE_DAYS);
  rows.fedAt.put(who, world.time);
  rows.fedBy.put(who, fedBy);
  fallShort(world, who, shortBy);
  if (rows.hungry.raw[who] === 1) rows.hungry.put(who, 0);
}
