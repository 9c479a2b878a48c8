import { event, f32, u32, u8 } from '../../kernel/columns.ts';
import { table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** What one person is to another, as far as the scenario says: `grudge` 0..1, and the event that it comes from. */
export const bond = table('bond', { from: u32, to: u32, kind: u8, grudge: f32, by: event }, { stamps: 'row' });

/** Row of what `from` holds towards `to`, or -1. */
export function bondOf(world: World, from: number, to: number): number {
  const rows = world.of(bond);
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.from.raw[row] === from && rows.to.raw[row] === to) return row;
  }
  return -1;
}
