import { event, i32, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** Kinds of goods and the unit in which they are counted. */
export const GOODS = [
  'seed grain',
  'food',
  'salt',
  'fuel',
  'rounds',
  'dressings',
  'timber',
  'firewood',
  'water',
] as const;
export type Good = (typeof GOODS)[number];

/** Whether a good is counted in pieces; water is measured in millilitres, the others are weighed in grams. */
export function inPieces(good: Good): boolean {
  return good === 'rounds' || good === 'dressings';
}

/** What lies in bulk and is no treasure: nobody guards it first. */
const IN_BULK: readonly Good[] = ['firewood', 'water'];

/** What lies where: row `place * GOODS.length + good`, in grams, millilitres or pieces. */
export const stock = table('stock', { amount: i32 });

/** What each person carries beside their gear: how much, of which good, and how they came by it. */
export const load = table(
  'load',
  { amount: i32, good: u8, by: event, fillsAt: i32, fillsIn: i32, filling: event },
  { along: person },
);

export function stockRow(where: number, good: Good): number {
  return where * GOODS.length + GOODS.indexOf(good);
}
export function amountAt(world: World, where: number, good: Good): number {
  return world.of(stock).amount.at(stockRow(where, good));
}

/** `38 kg of food`, `60 rounds`, `no salt`, for messages. */
export function amountWords(good: Good, amount: number): string {
  if (amount === 0) return `no ${good}`;
  if (inPieces(good)) return `${amount} ${amount === 1 ? good.slice(0, -1) : good}`;
  return `${amount / 1000} ${good === 'water' ? 'l' : 'kg'} of ${good}`;
}

/**
 * Where most lies by weight, and of which good: what its owners would guard, and count, first. What lies outside `home`
 * comes before what lies within.
 */
export function mainStore(world: World, home: number): { readonly place: number; readonly good: Good } | null {
  const { amount } = world.of(stock);
  const outside = (row: number): boolean => Math.floor(row / GOODS.length) !== home;
  let best = -1;
  for (let row = 0; row < world.of(stock).count; row++) {
    const good = GOODS[row % GOODS.length];
    if (inPieces(good) || IN_BULK.includes(good) || amount.raw[row] === 0) continue;
    if (best < 0 || (outside(row) === outside(best) ? amount.raw[row] > amount.raw[best] : outside(row))) best = row;
  }
  return best < 0 ? null : { place: Math.floor(best / GOODS.length), good: GOODS[best % GOODS.length] };
}
