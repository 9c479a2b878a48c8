import { event, u16 } from '../../kernel/columns.ts';
import { group, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { GEAR } from '../bodies/state.ts';
import { isWithin } from '../defence/state.ts';
import { stock, stockRow } from '../stores/state.ts';

/** Where each group keeps its arms, as row of a place + 1, and by which event something was last brought there from where it lay. */
export const armory = table('armory', { at: u16, by: event }, { along: group });

/** Whether what a weapon fires is a round, and not an arrow or a bolt, which stay with it. */
export function firesRounds(weapon: number): boolean {
  return weapon > 0 && GEAR[weapon] !== 'bow' && GEAR[weapon] !== 'crossbow';
}

/** Where a group keeps its arms; -1 where it has no home. */
export function armoryOf(world: World, of: number): number {
  return world.of(armory).at.raw[of] - 1;
}

/** Places within a group's walls where rounds lie, the most first. Plain reads. */
export function storesOfRounds(world: World, of: number): number[] {
  const { amount } = world.of(stock);
  const rounds = (at: number): number => amount.raw[stockRow(at, 'rounds')];
  return Array.from({ length: world.of(place).count }, (_, at) => at)
    .filter((at) => (isWithin(world, of, at) || at === armoryOf(world, of)) && rounds(at) > 0)
    .sort((a, b) => rounds(b) - rounds(a) || a - b);
}
