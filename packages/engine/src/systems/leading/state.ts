import { event, i32, tally, u8 } from '../../kernel/columns.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { peopleIn } from '../groups/state.ts';
import { position } from '../places/state.ts';

/**
 * What it costs those who lead to keep a calm face: how much strain there is, by which times that they kept it; whether it has worn them
 * thin, since what event; and when they last went among their people.
 */
export const mask = table('mask', { strain: tally, thin: u8, thinBy: event, wentAt: i32 }, { along: person });

/** How much strain is in somebody, 0..1. Plain reads. */
export const strainOf = (world: World, who: number): number => Math.min(1, world.of(mask).strain.raw[who]);

/** Those of a group who see whoever goes among them: all who are there, up and on their feet. Plain reads. */
export function audienceOf(world: World, of: number, leader: number): number[] {
  const { alive, awake, down } = world.of(body);
  const { gone } = world.of(position);
  return peopleIn(world, of).filter(
    (who) =>
      who !== leader && alive.raw[who] === 1 && awake.raw[who] === 1 && down.raw[who] === 0 && gone.raw[who] === 0,
  );
}
