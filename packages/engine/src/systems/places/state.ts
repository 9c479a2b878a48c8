import { event, f32, i32, u16, u32, u8 } from '../../kernel/columns.ts';
import { group, person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/**
 * What each place is like: `cover` is the share of hits it stops, `concealment` the share of looks; `tier` what its cover
 * is made of, as an index into MATERIALS; `fuel` how well it burns.
 */
export const ground = table(
  'ground',
  { cover: f32, concealment: f32, roofed: u8, size: f32, tier: u8, fuel: f32 },
  { along: place },
);

/**
 * What lies between two places, for each ordered pair: row `from * count + to`. `metres` is the way on foot along the
 * shortest route, `next` the place to go to first, `sight` how much of one is seen from the other (0..1), `step` the metres
 * straight across where they are neighbours.
 */
export const between = table(
  'between',
  { metres: f32, next: u16, sight: f32, adjacent: u8, step: f32 },
  { stamps: 'none' },
);

/**
 * Ways on foot where something stands in the way of some and not of others, in as many sets as there are kinds of walkers
 * (`passage`): row `set * count * count + from * count + to`. `metres` counts what is in the way as a detour; `delay` is
 * the seconds that it costs between neighbours, both NO_WAY where there is none. Empty where nothing stands in anybody's way.
 */
export const way = table('way', { metres: f32, next: u16, delay: f32 }, { stamps: 'none' });

/** Stands in the table of ways where there is no way. */
export const NO_WAY = -1;

/** Which set of ways each group goes by. */
export const passage = table('passage', { ways: u8 }, { along: group });

/**
 * What stands between two neighbours, for each ordered pair as in `between`: the row of a barrier + 1, and the event by
 * which the way was opened. Empty where nothing stands in anybody's way.
 */
export const crossing = table('crossing', { barrier: u16, openedBy: event });

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
    /** The next place on the way, as row + 1. */
    leg: u32,
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
