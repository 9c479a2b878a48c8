/** What keeps somebody from the meals of their group. */
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { ableOf, isThere, kitchen } from './state.ts';

/** The most events that are stated. */
const MOST_DOWN = 6;

/** That there is nothing left; that they are elsewhere, and by what; that all who could cook are down. Tracked. */
export function unfed(world: World, who: number): readonly number[] {
  const { state, keeper } = world.of(captive);
  const of = state.at(who) === 2 ? groupOf(world, keeper.raw[who] - 1) : groupOf(world, who);
  const { out, outBy, mealBy, seat } = world.of(kitchen);
  // The meal that emptied the stores would still be there to eat.
  if (seat.raw[of] === 0 || out.at(of) === 1) return [mealBy.raw[of], outBy.raw[of]].filter((id) => id !== 0);
  if (!isThere(world, of, who)) {
    world.of(position).at.at(who);
    return [world.of(position).by.raw[who]].filter((id) => id !== 0);
  }
  if (ableOf(world, of).length > 0) return [];
  const { down, downBy } = world.of(body);
  return peopleIn(world, of)
    .filter((each) => down.raw[each] === 1 && down.at(each) === 1 && downBy.raw[each] !== 0)
    .map((each) => downBy.raw[each])
    .sort((a, b) => b - a)
    .slice(0, MOST_DOWN);
}
