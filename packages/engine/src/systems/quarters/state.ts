import { event, u16 } from '../../kernel/columns.ts';
import { person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { groupOf, side } from '../groups/state.ts';

/** Where each person sleeps, as row of a place + 1 (0: home, or nowhere), and by which event it was given to them. */
export const lodging = table('lodging', { at: u16, by: event }, { along: person });

/** How many find room to sleep in each place. */
export const room = table('room', { beds: u16 }, { along: place, stamps: 'none' });

/** Where somebody sleeps: in their quarters, else at home; -1 where they have neither. */
export function bedOf(world: World, who: number): number {
  const given = world.of(lodging).at.raw[who];
  return (given === 0 ? world.of(side).home.raw[groupOf(world, who)] : given) - 1;
}
