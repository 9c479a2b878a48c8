import { event, f32, u32, u8 } from '../../kernel/columns.ts';
import { table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

export const TIES = [
  'sister',
  'brother',
  'mother',
  'father',
  'daughter',
  'son',
  'wife',
  'husband',
  'friend',
  'fears',
  'trusts',
  'rival',
] as const;
/** What stands for no tie at all. */
export const NO_TIE = TIES.length;

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

/** Somebody comes to hold something towards somebody else: a tie, a grudge or both. The gravest grudge counts. */
export function addBond(world: World, from: number, to: number, kind: number, grudge: number, by: number): void {
  const rows = world.of(bond);
  let row = bondOf(world, from, to);
  if (row < 0) {
    row = rows.add();
    rows.from.put(row, from);
    rows.to.put(row, to);
    rows.kind.put(row, kind);
  }
  if (kind < NO_TIE) rows.kind.put(row, kind);
  // What a scenario says without an event is put down to the gravest that was done.
  if (by !== 0 && (rows.by.raw[row] === 0 || grudge >= rows.grudge.raw[row])) rows.by.put(row, by);
  if (grudge > rows.grudge.raw[row]) rows.grudge.put(row, grudge);
}
