import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { fireLight, readFire, smokeAt } from '../fire/state.ts';
import { skyLight } from '../light/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { flashes } from '../sight/looking.ts';
import { notice } from '../sight/state.ts';
import { able } from '../wounds/state.ts';
import { getsPast } from './cover.ts';

/** Aim in the dark compared with daylight, at no light at all. [d] */
const BLIND_AIM = 0.4;
/** What is left of the chance against somebody who creeps, walks or runs, and for a shooter who is on the move. [d, after model.md] */
const MOVES = [0.85, 0.65, 0.45] as const;
const ON_THE_MOVE = 0.4;
/** How much the most tired hit less, how much those who are out of breath, and how much suppression weighs on aim. [d] */
const TIRED = 0.4;
const WINDED = 0.35;
const SHAKEN = 1.5;
/** What is left of the aim of somebody with a hurt arm, with one arm, and faint from loss of blood. [d] */
const HURT_ARM = 0.6;
const ONE_ARM = 0.3;
const FAINT = 0.6;
/** The light that a flash gives to aim by. [d] */
const FLASH_AIM = 0.5;
/** How much the thickest smoke about a target takes from the aim of those who fire at it. [d] */
const SMOKE_SPOILS = 0.6;

/** The chance to hit somebody in a place at best: showing as much as they can, from a hand that nothing shakes. */
export function bestChance(world: World, shooter: number, at: number): number {
  const bodies = world.of(body);
  const weapon = WEAPONS[bodies.weapon.raw[shooter]];
  const far = metresBetween(world, world.of(position).at.raw[shooter], at) / weapon.reach;
  const clear = clearAt(Math.max(FLASH_AIM, lightAt(world, at)));
  return (
    (weapon.chance * (0.5 + bodies.aim.raw[shooter]) * getsPast(world, shooter, at, true, false) * clear) /
    (1 + far * far)
  );
}

/** How well a place is lit, by the sky or by fire. */
function lightAt(world: World, at: number): number {
  return Math.max(skyLight(world), fireLight(world, at));
}

function clearAt(light: number): number {
  return BLIND_AIM + (1 - BLIND_AIM) * light;
}

/** The chance that a round at this second hits, from somebody so `shaken` (as they are now, where it is left out). Reads are tracked. */
export function hitChance(world: World, shooter: number, target: number, shaken?: number): number {
  const bodies = world.of(body);
  const where = world.of(position);
  const at = where.at.at(target);
  const moving = where.bound.at(target) > 0;
  const flash = flashes(world, target);
  if (flash) world.of(notice).flash.at(target);
  readFire(world, at);
  const light = lightAt(world, at);
  const shows = getsPast(world, shooter, at, moving) / getsPast(world, shooter, at, true);
  const clear = clearAt(flash ? Math.max(FLASH_AIM, light) : light) / clearAt(Math.max(FLASH_AIM, light));
  const smoke = 1 - SMOKE_SPOILS * smokeAt(world, at);
  const led = moving ? MOVES[where.pace.raw[target]] : 1;
  const now = world.of(nerves).suppression.at(shooter);
  bodies.owed.at(shooter);
  const rested = (1 - TIRED * bodies.fatigue.raw[shooter]) * (1 - WINDED * bodies.winded.raw[shooter]);
  const running = where.bound.at(shooter) > 0 ? ON_THE_MOVE : 1;
  const { arms, faint } = world.of(able);
  const hand = [1, HURT_ARM, ONE_ARM][arms.at(shooter)] * (faint.at(shooter) === 1 ? FAINT : 1);
  return (
    (bestChance(world, shooter, at) * shows * clear * smoke * led * rested * running * hand) /
    (1 + SHAKEN * (shaken ?? now))
  );
}
