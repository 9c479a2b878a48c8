/** What a watcher can make of the dark: signal detection. Sensitivity is what they can tell; the criterion, how little is enough. */
import type { World } from '../../kernel/world.ts';
import { SPENT_AFTER_HOURS, weariness } from '../bodies/sleep.ts';
import { body } from '../bodies/state.ts';
import { dreadOf } from '../dread/state.ts';
import { fog, skyLight } from '../light/state.ts';
import { ground } from '../places/state.ts';
import { trauma, troubled } from '../memory/state.ts';
import { BEST_LOOK, mostVisible } from '../sight/looking.ts';
import { STIRS, vigil } from './state.ts';

/** How far somebody who lies there stands out from the dark, in standard deviations of it: seen as by day, and only heard. [d] */
const SEEN = 6;
const HEARD = 0.5;
/** How much more whoever moves does, as far as the place can be overlooked: at night it is movement that draws the eye. [d] */
const MOVING = 1;
/** How much less of them there is where they know how to creep, as a share of that, and where all of the ground hides them. [d] */
const CRAFT_HIDES = 0.4;
const GROUND_HIDES = 0.6;
/** How much what stirs is like somebody, where nothing can be made out; by day it is not. [d] */
const LIKE: Readonly<Record<(typeof STIRS)[number], number>> = { animal: 1.2, wind: 0.8, mist: 0.9 };
/** How much less somebody makes out who is spent: after a night without sleep people tell less. [d, after s: Horne] */
const TIRED_DULLS = 0.5;
/** Hours awake from which on attention wavers: from there on lapses are as many as hours go beyond it. [s: Van Dongen] */
const WAVERS_AFTER_HOURS = 15.84;
/** How much wider chance is spread in somebody who is spent: missing what is there and answering what is not grow together. [d, after s: Doran] */
const WAVERS = 1.6;
/**
 * The share of what is there to be seen that is lost on somebody who is spent, and the most of it: they do not look. After a night without sleep an
 * hour's watch misses a third more. [d, after m: studies of vigilance]
 */
const LAPSES = 2;
const LAPSES_MOST = 0.8;
/** How much more what stirs is like somebody to whoever dreads all there is: what could be anything is taken for what is feared. [d, after m] */
const DREAD_LIKENS = 1.2;
/** How much it takes, in the same standard deviations, for somebody rested and calm to raise the alarm on a quiet night. [d] */
const CALM = 4;
/** How much less it takes with all the dread there is, where the watch is set against an enemy, and of somebody who is spent. [d] */
const DREAD_LOWERS = 2;
const WARY_LOWERS = 0.3;
const TIRED_LOWERS = 0.6;
/** How much less it takes of somebody in all the trouble there is: whoever was once hurt starts at what is like it. [d, after m] */
const TROUBLE_LOWERS = 0.7;
/** The share of what is there to be seen that is lost, in an hour, on somebody to whom something has come back in it: they see that. [d] */
const ELSEWHERE = 0.35;
const AN_HOUR = 3600;
/** How much more it takes of somebody who has come to think that alarms mean nothing. [d] */
const DOUBT_RAISES = 1.5;
/** How much less it takes to look twice than to raise the alarm. [d] */
const LOOKS_TWICE = 0.45;

/** What bears on where somebody draws the line. */
export interface Bent {
  readonly dread: number;
  readonly tired: number;
  readonly doubt: number;
  /** How much trouble they carry from what they have been through. */
  readonly troubled: number;
  readonly wary: boolean;
}

/** How somebody is minded. Plain reads. */
export function bentOf(world: World, who: number, wary: boolean): Bent {
  const doubt = Math.min(1, world.of(vigil).doubt.raw[who]);
  return { dread: dreadOf(world, who), tired: weariness(world, who), doubt, troubled: troubled(world, who), wary };
}

/** How much has to be there before somebody raises the alarm. */
export function criterion(bent: Bent): number {
  const bodily = TIRED_LOWERS * bent.tired + TROUBLE_LOWERS * bent.troubled;
  const lowers = DREAD_LOWERS * bent.dread + bodily + (bent.wary ? WARY_LOWERS : 0);
  return CALM - lowers + DOUBT_RAISES * bent.doubt;
}

/** How much has to be there before they look twice. */
export function looksTwiceAt(bent: Bent): number {
  return criterion(bent) - LOOKS_TWICE;
}

/** How well a place can be made out from another, 0..1, by somebody so tired. Plain reads, but for the mist. */
export function clearness(world: World, from: number, to: number, tired: number): number {
  return (mostVisible(world, from, to, false) / BEST_LOOK) * (1 - TIRED_DULLS * tired);
}

/** How much what stirs looks like somebody to whoever dreads so much, where it is so clear; `what` is an index into STIRS + 1, 0 for nothing. */
export function likeness(what: number, clear: number, dread: number): number {
  return what === 0 ? 0 : LIKE[STIRS[what - 1]] * (1 - clear) * (1 + DREAD_LIKENS * dread);
}

/** Somebody who is there, and what bears on how much of them is made out. */
export interface There {
  readonly lurker: number;
  readonly at: number;
  /** How clear the place is to whoever watches, and how tired they are. */
  readonly clear: number;
  readonly tired: number;
  /** How much of the place is overlooked while they move in it; 0 while they lie still. */
  readonly moving: number;
}

/** How much somebody who is in a place stands out. Reads are tracked. */
export function standsOut(world: World, { lurker, at, clear, tired, moving }: There): number {
  const craft = 1 - CRAFT_HIDES * world.of(body).stealth.raw[lurker];
  const ways = 1 - GROUND_HIDES * world.of(ground).concealment.raw[at];
  // How clear it is takes account of how tired the watcher is.
  return (SEEN * clear * ways + (HEARD + MOVING * moving) * (1 - TIRED_DULLS * tired)) * craft;
}

/** How far beyond a day's waking somebody so tired is, as a share of what is left to being spent. */
function beyond(tired: number): number {
  const from = WAVERS_AFTER_HOURS / SPENT_AFTER_HOURS;
  return Math.max(0, (tired - from) / (1 - from));
}

/** How wide chance is spread in somebody so tired, as a multiple of what it is in the rested. */
export function spread(tired: number): number {
  return 1 + WAVERS * beyond(tired);
}

/** The share of what is there to be seen that is lost on somebody so tired; what they merely fancy is not. */
export function lapses(tired: number): number {
  return Math.min(LAPSES_MOST, LAPSES * beyond(tired));
}

/** The same of somebody before whose eyes something else was in this hour. Reads are tracked. */
export function heedless(world: World, who: number, tired: number): number {
  const { relivedBy, relivedAt } = world.of(trauma);
  const away = relivedBy.at(who) !== 0 && world.time - relivedAt.at(who) <= AN_HOUR ? ELSEWHERE : 0;
  return Math.min(LAPSES_MOST, lapses(tired) + away);
}

/** Chances in an hour that something stirs before a watcher's eyes; of wind where the scenario speaks of it; of mist in the thickest fog. [d] */
const ANIMALS: Readonly<Record<string, number>> = { spring: 0.2, summer: 0.22, autumn: 0.18, winter: 0.1 };
const WIND = 0.12;
const WINDY = 0.35;
const MIST = 0.4;

/** What stirs in a place in this hour, by luck (0..1): an index into STIRS + 1, or 0. Plain reads, but for the mist. */
export function stirsBy(world: World, u: number, game: number, season: string, windy: boolean): number {
  const animals = Math.min(0.5, (ANIMALS[season] ?? ANIMALS['autumn']) * game);
  if (u < animals) return 1 + STIRS.indexOf('animal');
  const wind = windy ? WINDY : WIND;
  if (u < animals + wind) return 1 + STIRS.indexOf('wind');
  return u < animals + wind + MIST * Math.min(0.35, fog(world)) ? 1 + STIRS.indexOf('mist') : 0;
}

/** Light from which on nobody sees shadows. [d] */
const BY_DAY = 0.5;
export function isDark(world: World): boolean {
  return skyLight(world) < BY_DAY;
}
