import type { Cause } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { knowsBurning } from '../fire/state.ts';
import { position } from '../places/state.ts';
import { setOut } from '../places/system.ts';
import type { PACE_NAMES } from '../places/system.ts';

/** Set out for a place, unless they are there, on their way, or know that it burns. Within a decision: reads are tracked. */
export function go(
  world: World,
  who: number,
  goal: number,
  pace: (typeof PACE_NAMES)[number],
  because: readonly Cause[],
): void {
  const where = world.of(position);
  const at = where.at.at(who);
  if (at === goal || where.bound.at(who) === goal + 1) return;
  if (knowsBurning(world, who, goal) >= 0) return;
  world.propose(setOut, { actor: who, place: at, goal, pace }, because);
}
