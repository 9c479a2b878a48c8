/** How cold it is outside, and how cold somebody is where they are. */
import { begin } from '../../kernel/cast.ts';
import { cosTurn, dayTurn } from '../../kernel/curves.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { ground, position } from '../places/state.ts';
import { larder } from '../rations/state.ts';
import { FIRES, SPELLS, coldness, hearth } from './state.ts';

/** Degrees by season over day and night, at the middle of the temperate north. [d, after m] */
const SEASONS: Readonly<Record<string, number>> = { spring: 9, summer: 18, autumn: 8, winter: 1 };
/** How much warmer it is than the day's mean at its warmest hour, and colder at its coldest, in degrees; and that hour. [d, after m] */
const SWING = 4;
const WARMEST_HOUR = 15;
/** What a cold spell and bitter frost take off, in degrees. [d] */
const SPELL_TAKES: Readonly<Record<(typeof SPELLS)[number], number>> = { mild: 0, cold: 5, bitter: 12 };
/** How much warmer it is under a roof with people in it, and beside fires as they are kept, in degrees. [d] */
const ROOF = 4;
const FIRE: Readonly<Record<(typeof FIRES)[number], number>> = { full: 13, short: 8, low: 4 };
/** The same beside a small fire in the open. [d] */
const CAMP_FIRE = 5;
/** Degrees at which somebody sleeps well under what covers there are, and is well enough on their feet in what they wear. [d] */
const SLEEPS_WELL = 4;
const STIRS_WELL = -6;

/** Degrees outside, over day and night. Plain reads. */
export function meanDegrees(world: World): number {
  const { season } = world.recipe.setup.whole(begin)!;
  return SEASONS[season] - SPELL_TAKES[SPELLS[world.of(coldness).spell.raw[0]]];
}

/** Degrees outside now. Plain reads. */
export function degrees(world: World): number {
  return meanDegrees(world) + SWING * cosTurn(dayTurn(world.time - WARMEST_HOUR * 3600));
}

/** Whether somebody would be cold where they are without a fire. Plain reads. */
export function needsFire(world: World, who: number, outside: number): boolean {
  const roof = world.of(ground).roofed.raw[world.of(position).at.raw[who]] === 0 ? 0 : ROOF;
  const { awake, down } = world.of(body);
  const lies = awake.raw[who] === 0 || down.raw[who] === 1;
  return outside + roof < (lies ? SLEEPS_WELL : STIRS_WELL);
}

/** How many degrees it is too cold for somebody where they are, who sleeps or lies there, or is up. Plain reads. */
export function coldFor(world: World, who: number, lies: boolean, outside: number): number {
  const at = world.of(position).at.raw[who];
  const felt = world.of(ground).roofed.raw[at] === 0 ? outside : outside + ROOF + fireAt(world, who, at);
  return Math.max(0, (lies ? SLEEPS_WELL : STIRS_WELL) - felt);
}

/** The same for somebody beyond the map: no roof, a small fire where they lie. Plain reads. */
export function coldAfield(lies: boolean, outside: number): number {
  return Math.max(0, (lies ? SLEEPS_WELL - CAMP_FIRE : STIRS_WELL) - outside);
}

/** What the fires of somebody's people are worth to them where they are, in degrees. Plain reads. */
function fireAt(world: World, who: number, at: number): number {
  const { fires, burnsUntil } = world.of(hearth);
  const of = groupOf(world, who);
  if (burnsUntil.raw[of] <= world.time || world.of(larder).of.raw[at] !== of + 1) return 0;
  return FIRE[FIRES[fires.raw[of]]];
}
