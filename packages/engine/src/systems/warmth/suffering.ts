/** What the cold does to people, by the hour: it is drift, but for levels that are crossed. */
import { enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { decay } from '../../kernel/curves.ts';
import { rule } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { isAfield } from '../needs/afield.ts';
import { comesTo, diesOf } from '../needs/levels.ts';
import { nourishment } from '../needs/state.ts';
import { ground, position } from '../places/state.ts';
import { able, fever, vitals } from '../wounds/state.ts';
import { chilled, froze, warmed } from './events.ts';
import { LEVELS, coldness, chill, hearth } from './state.ts';
import { coldAfield, coldFor, degrees, needsFire } from './temperature.ts';

/** Degrees short of comfort times hours at which somebody is chilled through, and in danger, and down to which they are warm again. [d] */
const CHILLED_AT = 60;
const FREEZES_AT = 190;
const WARM_AT = 4;
/** Hours without cold in which half of it is got over. [d] */
const HALF_LIFE_HOURS = 4;
/** How much more cold costs those who are weak, starving, faint, down or in a fever, as a multiple each. [d] */
const WEAK = [1, 1.2, 1.6] as const;
const FAINT = 1.4;
const LIES = 1.3;
const FEVERED = 1.3;
/** What a degree short of comfort adds to what a body uses, as a share, and the most of it. [d, after m: shivering] */
const SHIVERS = 0.03;
const SHIVERS_MOST = 0.6;
/** Hours awake that a degree-hour of cold counts for: who is cold sleeps badly. [d] */
const WEARIES = 0.04;
/** What is left of the work in somebody who is chilled, and in danger. [d] */
const LEFT = [1, 0.85, 0.4] as const;
/** Pace of those, as a share of what it would be. [d] */
const PACE = [1, 0.95, 0.5] as const;

export const suffer = rule('warmth/suffer', { phase: 'settle', at: ['hour', 'minute'] }, (world, beat) => {
  if (world.of(coldness).told.raw[0] === 0) return;
  const rows = world.of(chill);
  const { alive, awake, down } = world.of(body);
  const { seat } = world.of(hearth);
  const { gone } = world.of(position);
  const outside = degrees(world);
  const keeps = decay(beat.seconds, HALF_LIFE_HOURS * 3600);
  for (const who of beat.members) {
    if (alive.raw[who] === 0 || seat.raw[groupOf(world, who)] === 0) continue;
    const out = gone.raw[who] === 1;
    if (out && !isAfield(world, who)) continue;
    const lies = awake.raw[who] === 0 || down.raw[who] === 1;
    const cold = out ? coldAfield(lies, outside) : coldFor(world, who, lies, outside);
    rows.now.raw[who] = cold;
    if (cold === 0 && rows.debt.raw[who] === 0) continue;
    rows.debt.raw[who] =
      cold === 0 ? rows.debt.raw[who] * keeps : rows.debt.raw[who] + (cold * frailty(world, who) * beat.seconds) / 3600;
    cross(world, who);
  }
});

/** How much more the cold costs somebody than a hale grown person. Plain reads. */
function frailty(world: World, who: number): number {
  const faint = world.of(able).faint.raw[who] === 1 ? FAINT : 1;
  const lies = world.of(body).down.raw[who] === 1 ? LIES : 1;
  const ill = world.of(fever).state.raw[who] !== 0 ? FEVERED : 1;
  return world.of(chill).frail.raw[who] * WEAK[world.of(nourishment).level.raw[who]] * faint * lies * ill;
}

function cross(world: World, who: number): void {
  const { debt, level, levelBy, deadAt } = world.of(chill);
  const now = level.raw[who];
  const cold = debt.raw[who];
  const why = (whatElse: typeof whyCold) => (): Cause[] => {
    readHowItCame(world, who);
    return jointly([...new Set([levelBy.at(who), ...whatElse(world, who)])], 1);
  };
  if (now === LEVELS.indexOf('freezing') && cold >= deadAt.raw[who]) diesOf(world, who, 'cold', why(whyWeak));
  else if (now < LEVELS.indexOf('freezing') && cold >= FREEZES_AT) comesTo(world, who, froze, why(whyCold));
  else if (now < LEVELS.indexOf('chilled') && cold >= CHILLED_AT) comesTo(world, who, chilled, why(whyCold));
  else if (now > 0 && cold <= WARM_AT) comesTo(world, who, warmed, () => whyWarm(world, who));
}

/** Somebody gets warm after they were cold, and by a fire where they needed one. Tracked. */
function whyWarm(world: World, who: number): Cause[] {
  const { litBy, burnsUntil } = world.of(hearth);
  const of = groupOf(world, who);
  readHowItCame(world, who);
  whyWeak(world, who);
  const fire = burnsUntil.raw[of] > world.time && needsFire(world, who, degrees(world)) ? litBy.raw[of] : 0;
  return [enabled(world.of(chill).levelBy.at(who)), reason(fire)].filter((each) => each !== 0);
}

/** When it comes to this rests on the hours before: on the fires that burnt or did not, on the spell, and on when they were up. Tracked. */
function readHowItCame(world: World, who: number): void {
  const { burnsUntil, fires } = world.of(hearth);
  const of = groupOf(world, who);
  burnsUntil.at(of);
  fires.at(of);
  world.of(coldness).spell.at(0);
  world.of(body).awake.at(who);
  world.of(position).at.at(who);
}

/** What somebody is cold by: that there is no fire, or a small one; that it has turned cold; that they lie outside. Tracked. */
function whyCold(world: World, who: number): number[] {
  const { out, outBy, firesBy, litBy, burnsUntil } = world.of(hearth);
  const of = groupOf(world, who);
  const at = world.of(position).at.at(who);
  world.of(coldness).spell.at(0);
  const turnedCold = world.of(coldness).by.raw[0];
  if (world.of(position).gone.at(who) === 1)
    return [world.of(position).goneBy.raw[who], turnedCold, ...whyWeak(world, who)];
  if (world.of(ground).roofed.raw[at] === 0)
    return [world.of(position).by.raw[who], turnedCold, ...whyWeak(world, who)];
  const unlit = burnsUntil.at(of) <= world.time ? litBy.raw[of] : 0;
  const fire = out.at(of) === 1 ? outBy.raw[of] : firesBy.raw[of] === 0 ? unlit : firesBy.raw[of];
  return [fire, turnedCold, ...whyWeak(world, who)];
}

/** What has left somebody with little to set against the cold. Tracked. */
function whyWeak(world: World, who: number): number[] {
  const { level, levelBy } = world.of(nourishment);
  const { faint, faintBy } = world.of(able);
  const ill = world.of(fever).state.at(who) !== 0 ? world.of(fever).by.raw[who] : 0;
  const lies = world.of(body).down.at(who) === 1 ? world.of(vitals).worst.raw[who] : 0;
  return [level.at(who) > 0 ? levelBy.raw[who] : 0, faint.at(who) === 1 ? faintBy.raw[who] : 0, ill, lies];
}

/** What cold adds to what a body uses. */
export const shivers = (world: World, who: number): number =>
  1 + Math.min(SHIVERS_MOST, SHIVERS * world.of(chill).now.raw[who]);
export const wearies = (world: World, who: number): number => WEARIES * world.of(chill).debt.raw[who];
export const saps = (world: World, who: number): number => LEFT[world.of(chill).level.raw[who]];
export const slows = (world: World, who: number): number => PACE[world.of(chill).level.at(who)];
