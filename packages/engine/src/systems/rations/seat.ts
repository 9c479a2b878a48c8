/** Where groups live, and whose the places are in which things lie. */
import { group, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { leaderOf } from '../groups/state.ts';
import { groupBonds } from '../groups/system.ts';
import { metresBetween, position } from '../places/state.ts';
import { larder } from './state.ts';

/** Where a group lives, or lies: its home, else where its leader is; -1 for a group of nobody, or of people out of reach. */
export function seatOf(world: World, of: number): number {
  const home = world.recipe.setup.entries(groupBonds).get(world.keyOf(group, of))?.home;
  if (home !== undefined) return world.cast.mustRow(place, home);
  const leader = leaderOf(world, of);
  if (leader < 0 || world.of(position).gone.raw[leader] === 1) return -1;
  return world.of(position).at.raw[leader];
}

/** What lies somewhere belongs to those who live or lie nearest. */
export function settleLarders(world: World): void {
  const owner = world.of(larder).of;
  const seats = Array.from({ length: world.of(group).count }, (_, of) => seatOf(world, of));
  for (let at = 0; at < world.of(place).count; at++) {
    let [nearest, least] = [-1, Infinity];
    seats.forEach((seat, of) => {
      const metres = seat < 0 ? Infinity : seat === at ? 0 : metresBetween(world, seat, at);
      if (metres < least) [nearest, least] = [of, metres];
    });
    owner.put(at, nearest + 1);
  }
}
