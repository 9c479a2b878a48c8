import { event, f32, u32, u8 } from '../../kernel/columns.ts';
import { readEvent } from '../../kernel/read.ts';
import { table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { BARRIER_NAMES } from '../barriers/kinds.ts';
import type { BarrierName } from '../barriers/kinds.ts';
import { barrier } from '../barriers/state.ts';

/** What is being done about what is broken of each barrier. */
export const mending = table(
  'mending',
  {
    /** The event by which it was found to be broken, and that by which the work was begun; 0 while it was not. */
    found: event,
    begun: event,
    /** Who sees to the work, as row + 1; how many were when it began; and whether there is timber for it. */
    foreman: u32,
    hands: u8,
    timber: u8,
    /** Person-seconds that have been worked at it. */
    done: f32,
    /** The event by which it was mended last. */
    mendedBy: event,
  },
  { along: barrier },
);

/** Light below which nobody goes round or works outside, 0 (none) .. 1 (day). [d] */
export const WORKS_BY = 0.25;

/** How much of a barrier of each kind has to be made anew once it is broken, in square metres. [d] */
export const AREA: Readonly<Record<BarrierName, number>> = {
  'barred door': 2,
  'barricaded door': 3,
  'barricaded window': 1.5,
  'barred gate': 9,
  palisade: 6,
  'wagon barricade': 6,
  'brick wall': 3,
  'stone wall': 3,
  fence: 4,
  wire: 4,
};
/** Hours that a square metre takes one person, with timber at hand and out of the wreckage. [d, after s: 1-2 for a barricade] */
const HOURS = 1.5;
const HOURS_FROM_WRECKAGE = 2.5;
/** Grams of timber that go into a square metre: two layers of inch boards. [d] */
const TIMBER_A_METRE = 25_000;
/** The share of the work where a barrier only gapes and is not through. [d] */
const OF_A_GAP = 0.4;

/** Whether a barrier was only undone, and needs no more than to be shut again. Plain reads. */
export function isUndone(world: World, row: number): boolean {
  const by = world.of(barrier).breachedBy.raw[row];
  return world.of(barrier).breached.raw[row] === 1 && by !== 0 && readEvent(world, by).data['how'] === 'opened';
}

function areaOf(world: World, row: number): number {
  const walls = world.of(barrier);
  const whole = AREA[BARRIER_NAMES[walls.kind.raw[row]]];
  return walls.breached.raw[row] === 1 ? whole : whole * OF_A_GAP;
}
/** Grams of timber that mending a barrier takes, where it is to be as strong as before. */
export function timberFor(world: World, row: number): number {
  return Math.round(areaOf(world, row) * TIMBER_A_METRE);
}
/** Person-seconds that mending a barrier takes. */
export function workFor(world: World, row: number): number {
  return areaOf(world, row) * (world.of(mending).timber.raw[row] === 1 ? HOURS : HOURS_FROM_WRECKAGE) * 3600;
}
/** Whether there is anything to mend. */
export function isDamaged(world: World, row: number): boolean {
  const walls = world.of(barrier);
  return walls.breached.raw[row] === 1 || walls.cracked.raw[row] !== 0;
}
