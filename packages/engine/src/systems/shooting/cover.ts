import { logistic } from '../../kernel/curves.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { ground } from '../places/state.ts';

/** How much of what a place offers is used by somebody who keeps still, and by somebody on the move. [d] */
const COVER_STILL = 1;
const COVER_MOVING = 0.35;
/** How steeply the share of rounds that go through falls as cover is a tier stronger. [d] */
const MARGIN_STEEP = 4;
/** How well a round that goes through still finds somebody who cannot be seen behind it. [d] */
const UNSEEN_BEHIND = 0.5;
/** The tier of what stands in a place where nothing is said of it: timber. [d] */
const TIMBER = 2;

/** How strong the cover in a place is: 0 leaves and cloth, 1 doors and boards, 2 timber, 3 brick and earth, 4 stone and steel. */
function tierOf(_world: World, _at: number): number {
  return TIMBER;
}

/** The share of a weapon's rounds that go through cover of a tier: half where its power is that tier, a smooth curve around it. */
export function goesThrough(power: number, tier: number): number {
  return tier === 0 ? 1 : logistic(MARGIN_STEEP * (power - tier));
}

/** The share of a shooter's rounds at a place that its cover does not stop, for somebody there who moves or keeps still. */
export function getsPast(world: World, shooter: number, at: number, moving: boolean): number {
  const lands = world.of(ground);
  const { power } = WEAPONS[world.of(body).weapon.raw[shooter]];
  const stops = 1 - UNSEEN_BEHIND * goesThrough(power, tierOf(world, at));
  return 1 - lands.cover.raw[at] * (moving ? COVER_MOVING : COVER_STILL) * stops;
}
