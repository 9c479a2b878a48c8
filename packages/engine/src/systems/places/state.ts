import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** What each place is like: `cover` is the share of hits it stops, `concealment` the share of looks. */
export const ground = table('ground', { cover: f32, concealment: f32, roofed: u8, size: f32 }, { along: place });

/**
 * What lies between two places, for each ordered pair: row `from * count + to`. `metres` is the way on foot along the
 * shortest route, `next` the place to go to first, `sight` how much of one is seen from the other (0..1).
 */
export const between = table('between', { metres: f32, next: u16, sight: f32, adjacent: u8 }, { stamps: 'none' });

/** Where each person is, and where they are going. */
export const position = table(
  'position',
  {
    at: u16,
    since: i32,
    /** The event by which they came to be there. */
    by: event,
    /** Where they are going to in the end, as row + 1; 0 while they stay. */
    bound: u32,
    /** When they reach the next place on the way. */
    arrives: i32,
    /** The event by which they set out. */
    setOut: event,
    /** 0 stealthily, 1 at a walk, 2 at a run. */
    pace: u8,
    /** 1 once they have left the map. */
    gone: u8,
    goneBy: event,
  },
  { along: person },
);

export function pairRow(world: World, from: number, to: number): number {
  return from * world.of(place).count + to;
}
/** Metres on foot between two places; within one, half its breadth. */
export function metresBetween(world: World, from: number, to: number): number {
  return world.of(between).metres.raw[pairRow(world, from, to)];
}
export function sightBetween(world: World, from: number, to: number): number {
  return world.of(between).sight.raw[pairRow(world, from, to)];
}
