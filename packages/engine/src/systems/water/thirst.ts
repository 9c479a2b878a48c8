/** What people drink and lack, by the hour: it is drift, but for levels that are crossed. */
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { efforts } from '../bodies/effort.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { isAfield } from '../needs/afield.ts';
import { comesTo, diesOf } from '../needs/levels.ts';
import { GROWN_KG } from '../needs/metabolism.ts';
import { nourishment } from '../needs/state.ts';
import { labours } from '../needs/vigour.ts';
import { position } from '../places/state.ts';
import { isThere } from '../rations/state.ts';
import { degrees } from '../warmth/temperature.ts';
import { fever } from '../wounds/state.ts';
import { failing, parched, slaked } from './events.ts';
import { lackShare } from './drinking.ts';
import { LEVELS, supply, thirst } from './state.ts';

/** What a grown body uses in a day, in ml, to drink. [s: Sphere, 2.5 to 3 l] */
const NEEDS_ML = 2700;
/** Degrees outside above which more is sweated, and the share by which, a degree. [d, after m] */
const SWEATS_ABOVE = 20;
const SWEAT = 0.05;
/** What hard work, and a fever, make of it, as multiples. [d, after m] */
const WORK = 1.9;
const FEVER = 1.35;
/** What a body saves for each share of its weight that it lacks, and down to what at least. [d, after m: little urine] */
const SAVES = 2.2;
const AT_LEAST = 0.7;
/** The most that somebody drinks in an hour to make up for what they lack, in ml. [m] */
const GULPS_ML = 800;
/** Shares of weight lacking at which somebody is parched, at which the body fails, and at which it is got over. [d, after m] */
const PARCHED_AT = 0.03;
const FAILING_AT = 0.08;
const SLAKED_AT = 0.008;
/** Hours awake that all of one's weight in water would count for; and what is left of work and pace at each level. [d] */
const WEARIES = 180;
const LEFT = [1, 0.7, 0.2] as const;
const LEFT_OF_PACE = [1, 0.9, 0.4] as const;

export const dry = rule('water/dry', { phase: 'settle', at: ['hour', 'minute'] }, (world, beat) => {
  const rows = world.of(thirst);
  const { alive } = world.of(body);
  const { seat } = world.of(supply);
  const { gone } = world.of(position);
  const heat = 1 + SWEAT * Math.max(0, degrees(world) - SWEATS_ABOVE);
  for (const who of beat.members) {
    const of = groupOf(world, who);
    if (alive.raw[who] === 0 || seat.raw[of] === 0) continue;
    const seconds = world.time - rows.reckoned.raw[who];
    rows.reckoned.raw[who] = world.time;
    // Whoever has gone for good, or is out and about on the map, drinks where there is water.
    const isHome = gone.raw[who] === 0 && (beat.bubble >= 0 || isThere(world, of, who));
    if (!isHome && !isAfield(world, who)) continue;
    drink(world, who, seconds, heat);
    cross(world, who);
  }
});

function drink(world: World, who: number, seconds: number, heat: number): void {
  const { inHand, short } = world.of(thirst);
  const lacks = short.raw[who] + (mlADay(world, who, heat) * seconds) / 86_400;
  const drunk = Math.min(inHand.raw[who], Math.floor(lacks), Math.ceil((GULPS_ML * seconds) / 3600));
  inHand.raw[who] -= drunk;
  short.raw[who] = lacks - drunk;
}

/** What a body uses in a day as it is at it now, in ml; in heat so many times as much. A smaller body uses more a kilo. Plain reads. */
function mlADay(world: World, who: number, heat: number): number {
  const { awake, down } = world.of(body);
  const toils =
    awake.raw[who] === 1 &&
    down.raw[who] === 0 &&
    (world.ruleset.filled(efforts).some((effort) => effort.takes(world, who) > 0) ||
      world.ruleset.filled(labours).some((labour) => labour(world, who) > 0));
  const ill = world.of(fever).state.raw[who] === 0 ? 1 : FEVER;
  const saving = Math.max(AT_LEAST, 1 - SAVES * lackShare(world, who));
  const size = Math.sqrt(world.of(nourishment).frame.raw[who] / GROWN_KG);
  return NEEDS_ML * size * Math.sqrt(size) * heat * ill * (toils ? WORK : 1) * saving;
}

function cross(world: World, who: number): void {
  const { level, deadAt } = world.of(thirst);
  const share = lackShare(world, who);
  const now = level.raw[who];
  const why = (): Cause[] => jointly(whyDry(world, who), 1);
  if (now === LEVELS.indexOf('failing') && share >= deadAt.raw[who]) diesOf(world, who, 'thirst', why);
  else if (now < LEVELS.indexOf('failing') && share >= FAILING_AT) comesTo(world, who, failing, why);
  else if (now < LEVELS.indexOf('parched') && share >= PARCHED_AT) comesTo(world, who, parched, why);
  else if (now > 0 && share <= SLAKED_AT) comesTo(world, who, slaked, () => [reason(world.of(thirst).givenBy.at(who))]);
}

/** What somebody lacks water by. Tracked. */
function whyDry(world: World, who: number): number[] {
  const { shortBy, levelBy } = world.of(thirst);
  const ill = world.of(fever).state.at(who) === 0 ? 0 : world.of(fever).by.raw[who];
  return [...new Set([levelBy.at(who), shortBy.at(who), ill])];
}

export const wearies = (world: World, who: number): number => WEARIES * lackShare(world, who);
export const saps = (world: World, who: number): number => LEFT[world.of(thirst).level.raw[who]];
export const slows = (world: World, who: number): number => LEFT_OF_PACE[world.of(thirst).level.at(who)];
