import { predicate } from '../../kernel/beliefs.ts';
import { event, f32, i32 } from '../../kernel/columns.ts';
import { decay } from '../../kernel/curves.ts';
import { place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** Powder smoke in each place, in shots, as of the last one; and that shot. */
export const reek = table('reek', { powder: f32, at: i32, by: event }, { along: place });

/** The claim that there was firing in a place, by the smell. */
export const firedHere = predicate('smell/powder', place);

/** Seconds in which the smell of powder loses half its strength: in the open, and under a roof. [d] */
const GONE_OPEN = 180;
const GONE_INDOORS = 900;

/** The shots that a place still smells of. */
export function powderAt(world: World, at: number, roofed: boolean): number {
  const rows = world.of(reek);
  const shots = rows.powder.raw[at];
  return shots === 0 ? 0 : shots * decay(world.time - rows.at.raw[at], roofed ? GONE_INDOORS : GONE_OPEN);
}

/** Powder is burnt in a place. Only from an event's `apply`; `source` is that event. */
export function burnPowder(world: World, at: number, roofed: boolean, source: number): void {
  const rows = world.of(reek);
  rows.powder.put(at, powderAt(world, at, roofed) + 1);
  rows.at.put(at, world.time);
  rows.by.put(at, source);
}
