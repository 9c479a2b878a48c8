/** What lies in a place as it begins, what is left of it, and who took the rest. */
import { amount, choice, either, map, nameIn, whole } from '../../kernel/shape.ts';
import { readEvent } from '../../kernel/read.ts';
import type { Condition } from '../../kernel/system.ts';
import { place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { dropped, took } from './events.ts';
import { GOODS, stock, stockRow } from './state.ts';
import type { Good } from './state.ts';

/** The share of a store that counts as most of it. */
const MOST = 0.75;

/** So much of any good. */
export const HOW_MUCH = either([amount('g'), amount('ml'), amount('piece')]);

export const storesSection = whole(
  'stores',
  map(nameIn('places'), map(choice(GOODS), HOW_MUCH), 'What lies in each place.'),
);

/** What a place held of each good as it began. */
export function heldAtFirst(world: World, where: number): readonly (readonly [Good, number])[] {
  const held = world.recipe.setup.whole(storesSection)?.get(world.keyOf(place, where));
  return [...(held ?? [])].map(([good, value]) => [good as Good, value]);
}

/** The events by which goods came out of a place or back into it, oldest first; of one good alone where it is given. */
export function movedIn(world: World, where: number, good?: Good): number[] {
  const { chronicle, ruleset } = world;
  const kinds = [took, dropped].map((kind) => ruleset.entryById(kind.id)).filter((entry) => entry !== null);
  const indexes = kinds.map((entry) => entry.index);
  const moved: number[] = [];
  for (let id = 1; id <= chronicle.length; id++) {
    if (!indexes.includes(chronicle.kind(id))) continue;
    const { roles, data } = readEvent(world, id);
    if (roles['place'] === where && (good === undefined || data['good'] === good)) moved.push(id);
  }
  return moved;
}

export const mostLeft: Condition = {
  pattern: 'most is left in {places}',
  truth: (world, names) => {
    const where = world.cast.mustRow(place, names['places']);
    let [before, now] = [0, 0];
    for (const [good, value] of heldAtFirst(world, where)) {
      before += value;
      now += world.of(stock).amount.raw[stockRow(where, good)];
    }
    return now >= before * MOST;
  },
  because: (world, names) => movedIn(world, world.cast.mustRow(place, names['places'])),
};
