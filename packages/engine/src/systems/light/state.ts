import { f32, u8 } from '../../kernel/columns.ts';
import { table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** The sky over everything: one row. `light` is 0 (none) .. 1 (day), `fog` 0 (clear) .. 1 (cannot see one's hand). */
export const sky = table('sky', { light: f32, fog: f32, part: u8 });

export function skyLight(world: World): number {
  return world.of(sky).light.raw[0];
}
export function fog(world: World): number {
  return world.of(sky).fog.at(0);
}
