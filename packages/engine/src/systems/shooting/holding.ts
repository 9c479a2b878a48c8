import type { World } from '../../kernel/world.ts';
import { claim, mind } from '../../kernel/beliefs.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { FRESH, isAt, notice } from '../sight/state.ts';
import { bestChance } from './hitting.ts';

/** Seconds after the alarm for which fire is held. [d] */
const HOLDS_FIRE = 15;
/** Metres within which those who were told to keep quiet fire all the same. [d] */
const POINT_BLANK = 15;
/** Share of what is carried at the outset below which people are sparing with their rounds, and the chance that a round must have then. [d] */
const SPARING_BELOW = 0.2;
const SURE = 0.1;

/**
 * Nobody gives themselves away in the first moments, unless they are fired at: they let them come closer. Those who creep
 * up or lie in ambush hold their fire until they are found out, or somebody is upon them.
 */
export function holdsFire(world: World, who: number): boolean {
  const seen = world.of(notice);
  seen.alarmed.at(who);
  const task = TASKS[world.of(duty).task.raw[who]];
  const quiet = task === 'creep up' || task === 'scout' || task === 'ambush';
  if (!quiet && world.time - seen.alarmedAt.raw[who] >= HOLDS_FIRE) return false;
  if (world.of(nerves).suppression.at(who) !== 0) return false;
  if (!quiet) return true;
  world.of(duty).task.at(who);
  return !isPressed(world, who);
}

/** Whether somebody takes an enemy to be upon them. */
function isPressed(world: World, who: number): boolean {
  const claims = world.of(claim);
  const here = world.of(position).at.raw[who];
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const at = claims.place.raw[row] - 1;
    if (claims.predicate.raw[row] !== isAt.hash || at < 0 || world.time - claims.seen.raw[row] > FRESH) continue;
    if (metresBetween(world, here, at) > POINT_BLANK) continue;
    claims.place.at(row);
    return true;
  }
  return false;
}

/** Whether somebody with few rounds left keeps them for a better chance than one at a place. */
export function savesRounds(world: World, who: number, at: number): boolean {
  const bodies = world.of(body);
  const { capacity } = WEAPONS[bodies.weapon.raw[who]];
  if (bodies.rounds.raw[who] >= SPARING_BELOW * capacity) return false;
  bodies.rounds.at(who);
  return bestChance(world, who, at) < SURE;
}
