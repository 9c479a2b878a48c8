import { logistic } from '../../kernel/curves.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { coverAcross, tierAcross } from '../barriers/ways.ts';
import { ground, position } from '../places/state.ts';

/** How much of what a place offers is used by somebody who keeps still, and by somebody on the move. [d] */
const COVER_STILL = 1;
const COVER_MOVING = 0.35;
/** How steeply the share of rounds that go through falls as cover is a tier stronger. [d] */
const MARGIN_STEEP = 4;
/** How well a round that goes through still finds somebody who cannot be seen behind it. [d] */
const UNSEEN_BEHIND = 0.5;
/** The share of a weapon's rounds that go through cover of a tier (see MATERIALS of places): half where its power is that tier, a smooth curve around it. */
export function goesThrough(power: number, tier: number): number {
  return tier === 0 ? 1 : logistic(MARGIN_STEEP * (power - tier));
}

/**
 * The share of a shooter's rounds at a place that are stopped neither by what it offers nor by what stands before it, for
 * somebody there who moves or keeps still. Whether that still stands is a tracked reading, unless
 * it is only for a bound.
 */
export function getsPast(world: World, shooter: number, at: number, moving: boolean, tracked = true): number {
  const lands = world.of(ground);
  const from = world.of(position).at.raw[shooter];
  const { power } = WEAPONS[world.of(body).weapon.raw[shooter]];
  const used = moving ? COVER_MOVING : COVER_STILL;
  const past = 1 - lands.cover.raw[at] * used * stops(power, lands.tier.raw[at]);
  const before = coverAcross(world, from, at, tracked);
  return before === 0 ? past : past * (1 - before * used * stops(power, tierAcross(world, from, at)));
}

/** The share of a weapon's hits that cover of a tier keeps from whoever is behind it. */
function stops(power: number, tier: number): number {
  return 1 - UNSEEN_BEHIND * goesThrough(power, tier);
}
