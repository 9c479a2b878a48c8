/** What a party brings goes into the stores, each thing where there is most of it. */
import { enabled, eventKind, oneOf, reason, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { side } from '../groups/state.ts';
import { cameIn, kitchen, placesOf } from '../rations/state.ts';
import { armory } from '../salvage/state.ts';
import { GOODS, stock, stockRow } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';
import { hearth } from '../warmth/state.ts';
import { haul, haulRow, trip } from './state.ts';

/** What they bring of one thing goes into the stores. */
export const stored = eventKind('parties/stored', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { good: oneOf(GOODS), amount: whole32('g or pieces') },
  possible: (world, event) =>
    event.amount > 0 && world.of(haul).amount.raw[haulRow(event.group, GOODS.indexOf(event.good))] >= event.amount,
  apply: (world, event) => {
    const row = haulRow(event.group, GOODS.indexOf(event.good));
    const shelf = stockRow(event.place, event.good);
    world.of(haul).amount.put(row, world.of(haul).amount.raw[row] - event.amount);
    world.of(stock).amount.put(shelf, world.of(stock).amount.raw[shelf] + event.amount);
    if (event.good === 'food') cameIn(world, event.group, event.amount, event.id);
    if (event.good === 'firewood') world.of(hearth).fuelBy.put(event.group, event.id);
    if (event.good === 'rounds') world.of(armory).by.put(event.group, event.id);
  },
});

/** Those who have come back put down what they carry; what is left of what they had along to eat goes with what they found. Only from within `apply`. */
export function unload(
  world: World,
  back: { readonly id: number; readonly actor: number; readonly group: number },
): void {
  const rows = world.of(trip);
  const { amount } = world.of(haul);
  const { id, actor, group: of } = back;
  const food = haulRow(of, GOODS.indexOf('food'));
  amount.put(food, amount.raw[food] + rows.food.raw[of]);
  rows.food.put(of, 0);
  rows.kcal.put(of, 0);
  const found = rows.sawBy.raw[of];
  for (let good = 0; good < GOODS.length; good++) {
    const brought = amount.raw[haulRow(of, good)];
    if (brought === 0) continue;
    const fields = { actor, group: of, place: storeFor(world, of, GOODS[good]), good: GOODS[good], amount: brought };
    world.propose(stored, fields, [reason(id), ...(found === 0 ? [] : [enabled(found)])]);
  }
}

/** Where a group keeps most of a thing; where it cooks, if it has none. */
function storeFor(world: World, of: number, good: Good): number {
  const { amount } = world.of(stock);
  const places = placesOf(world, of);
  const most = places.reduce((best, at) =>
    amount.raw[stockRow(at, good)] > amount.raw[stockRow(best, good)] ? at : best,
  );
  if (amount.raw[stockRow(most, good)] > 0) return most;
  return (world.of(kitchen).seat.raw[of] || world.of(side).home.raw[of]) - 1;
}
