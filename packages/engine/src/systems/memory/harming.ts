/** What wounds the mind, how it heals, and what of it stays. */
import { exp, normalQuantile } from '../../kernel/curves.ts';
import { SECONDS } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { tollOn, trauma, troubled } from './state.ts';

/**
 * How widely people differ in how easily they are hurt so, as the spread of its logarithm: of those who go through the same, most carry little
 * from it, and one in four or five a lasting trouble. [d, after s: combat exposure gives lasting trouble to 20-25 %]
 */
const FRAIL_SPREAD = 0.75;
const FRAIL_LEAST = 0.2;
const FRAIL_MOST = 4;
/** How much somebody without any nerve takes, and how much less with all the nerve there is, as multiples. [d] */
const TENDER = 1.25;
const NERVE_SPARES = 0.5;
/** Days in which half of what will heal has healed, in somebody of middling frailty: two thirds of those who are troubled at first are not any more after four months. [d, after s: Shalev] */
const HEALS_DAYS = 14;
/** The same in somebody as frail as can be: a third and more never get quite over it. [d, after s: Kessler] */
const HEALS_DAYS_MOST = 90;
/** How much trouble somebody has to have been in for some of it to stay, and how much of what went beyond stays. [d] */
const SCARS_FROM = 0.6;
const SCARS = 0.7;
/** Days in which half of the toll of fights is gone. [d] */
const TOLL_DAYS = 35;
/** What an ease takes from the toll, as a share of what it takes from the trouble. [d] */
const EASES_TOLL = 0.5;
/** So little trouble is none. [d] */
export const LEAST_TROUBLE = 0.02;

/** How easily somebody is hurt, by luck (0..1): as a multiple of the middling. */
export function frailtyBy(u: number): number {
  const far = exp(FRAIL_SPREAD * normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, u))));
  return Math.min(FRAIL_MOST, Math.max(FRAIL_LEAST, far));
}

/** Days in which half of somebody's trouble heals. */
export function healsInDays(frail: number): number {
  return Math.min(HEALS_DAYS_MOST, HEALS_DAYS * Math.max(1, frail * frail));
}

/** Somebody is hurt by an event, of which so much is left by now: the more they are already, the less it adds. */
export function harm(world: World, who: number, weight: number, by: number): void {
  const rows = world.of(trauma);
  const tender = TENDER - NERVE_SPARES * world.of(body).nerve.raw[who];
  const before = troubled(world, who);
  rows.harm.add(who, Math.min(1, weight * rows.frail.raw[who] * tender) * (1 - before), by);
  const scar = SCARS * Math.max(0, troubled(world, who) - SCARS_FROM);
  if (scar > rows.scar.raw[who]) rows.scar.raw[who] = scar;
}

/** Somebody comes to be weary of fighting on account of an event: the more they are, the less it adds. */
export function weary(world: World, who: number, weight: number, by: number): void {
  world.of(trauma).toll.add(who, weight * (1 - tollOn(world, who)), by);
}

/** Something does somebody good, and takes a share of what troubles and wearies them. */
export function ease(world: World, who: number, share: number, by: number): void {
  const { harm: trouble, toll, easedBy } = world.of(trauma);
  heal(world, who, 1 - share);
  toll.fade(who, 1 - EASES_TOLL * share, LEAST_TROUBLE);
  // Nothing is added; but that there is less of it now descends from what did them good.
  trouble.add(who, 0, by);
  easedBy.put(who, by);
}

/** So much time passes over somebody, `nursed` times as fast. It is drift. */
export function mend(world: World, who: number, seconds: number, nursed: number): void {
  const rows = world.of(trauma);
  const days = (nursed * seconds) / (24 * SECONDS.hour);
  if (rows.harm.raw[who] > 0) heal(world, who, exp((-LN2 * days) / healsInDays(rows.frail.raw[who])));
  if (rows.toll.raw[who] > 0) rows.toll.fade(who, exp((-LN2 * days) / TOLL_DAYS), LEAST_TROUBLE);
}
const LN2 = 0.6931471805599453;

/** What can heal is less by a factor; what has left a scar stays. */
function heal(world: World, who: number, leaves: number): void {
  const { harm: trouble, scar } = world.of(trauma);
  const value = trouble.raw[who];
  const stays = Math.min(value, scar.raw[who]);
  if (value > 0) trouble.fade(who, (stays + (value - stays) * leaves) / value, LEAST_TROUBLE);
}
