import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { anyFire, fireLight, smokeAt } from '../fire/state.ts';
import { fog, skyLight } from '../light/state.ts';
import { ground, metresBetween, position, sightBetween } from '../places/state.ts';
import { notice } from './state.ts';

/** Chance to see an exposed walker close by in daylight in one look. [d] */
export const BEST_LOOK = 0.9;
/** Metres at which a look succeeds half as often: in the dark, and how many more in full light. [d] */
const DARK_METRES = 16;
const LIGHT_METRES = 180;
/** How much of the sky's light comes in under a roof. [d] */
const UNDER_ROOF = 0.4;
/** How much of the view the thickest smoke takes. [d] */
const SMOKE_HIDES = 0.85;
/** Seconds for which a muzzle flash draws the eye, the light that it gives, and how far it counts. [d] */
export const FLASH_SECONDS = 4;
const FLASH_LIGHT = 0.5;
/** How much of somebody who fires shows at least. [d] */
const FLASH_SHOWS = 0.35;
/** How much of a person shows: still, creeping, walking, running, hidden. [d] */
const STILL = 0.55;
const SHOWS = [0.4, 1, 1.25] as const;
const HIDDEN = 0.02;

/** Whether the target's last shot still shows. */
export function flashes(world: World, target: number): boolean {
  const seen = world.of(notice);
  return seen.flash.raw[target] !== 0 && world.time - seen.flashAt.raw[target] <= FLASH_SECONDS;
}

/** How well a target's place is lit, 0..1: by the sky, or by fire. */
function lightOn(world: World, at: number): number {
  return Math.max(skyOn(world, at), fireLight(world, at));
}

function skyOn(world: World, at: number): number {
  return world.of(ground).roofed.raw[at] === 1 ? skyLight(world) * UNDER_ROOF : skyLight(world);
}

/** What smoke at either end leaves of the view, 0..1. */
function throughSmoke(world: World, from: number, to: number): number {
  const left = 1 - SMOKE_HIDES * smokeAt(world, to);
  return from === to ? left : left * (1 - SMOKE_HIDES * smokeAt(world, from));
}

/** The most that any look from one place at another can succeed: what the lie of the land and the light allow. */
export function mostVisible(world: World, from: number, to: number, flash: boolean): number {
  const sight = sightBetween(world, from, to);
  if (sight === 0) return 0;
  const clear = anyFire(world) ? throughSmoke(world, from, to) : 1;
  return BEST_LOOK * sight * clear * farSeen(world, from, to, lightOn(world, to), flash);
}

/** What distance leaves of a look in a light, 0..1. */
function farSeen(world: World, from: number, to: number, light: number, flash: boolean): number {
  const half = (DARK_METRES + LIGHT_METRES * (flash ? Math.max(FLASH_LIGHT, light) : light)) * (1 - 0.75 * fog(world));
  const far = metresBetween(world, from, to) / half;
  return 1 / (1 + far * far);
}

/** What would be left of a look at a place without the light of any fire, 0..1. */
export function withoutFire(world: World, from: number, to: number, flash: boolean): number {
  if (fireLight(world, to) === 0) return 1;
  return farSeen(world, from, to, skyOn(world, to), flash) / farSeen(world, from, to, lightOn(world, to), flash);
}

/** How much of somebody shows in the place where they are, 0..1.3. Reads are tracked. */
export function showing(world: World, target: number, flash: boolean): number {
  const where = world.of(position);
  const at = where.at.at(target);
  const open = 1 - world.of(ground).concealment.raw[at];
  if (flash) return Math.max(FLASH_SHOWS, open);
  if (world.of(notice).hidden.at(target) === 1) return HIDDEN;
  if (where.bound.at(target) === 0) return open * STILL;
  const pace = where.pace.raw[target];
  const craft = pace === 0 ? 1 - 0.5 * world.of(body).stealth.raw[target] : 1;
  return open * SHOWS[pace] * craft;
}

/** The most that somebody can show in a place that is so open (0..1), whatever they do there. */
export function mostShown(open: number): number {
  return Math.max(FLASH_SHOWS, open * SHOWS[2]);
}
