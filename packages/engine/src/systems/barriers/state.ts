import { predicate } from '../../kernel/beliefs.ts';
import { event, f32, i32, tally, u32, u8 } from '../../kernel/columns.ts';
import { namedTable, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { crossing, pairRow } from '../places/state.ts';
import { BARRIER_KINDS, BARRIER_NAMES } from './kinds.ts';
import type { BarrierKind } from './kinds.ts';

/** What stands between two places, and what is left of it. */
export const barrier = namedTable('barrier', {
  /** The places on either side: its keepers' own, and the one from which others come. */
  inside: u32,
  outside: u32,
  /** Index into BARRIER_NAMES. */
  kind: u8,
  /** The group whose people pass freely, as row + 1; 0 where it bars everybody. */
  keeper: u32,
  /** Person-seconds that it takes to get through, and those that have been spent on it. */
  strength: f32,
  work: tally,
  /** The event by which the first gap showed. */
  cracked: event,
  breached: u8,
  breachedBy: event,
  /** How much of one side was seen from the other before it stood there. */
  view: f32,
});

/** Who works at which barrier, as row + 1; since when, the event by which they began, and by which they last left off. */
export const breaking = table(
  'breaking',
  { worksAt: u32, since: i32, began: event, leftOff: event },
  { along: person },
);

/** The claim that a barrier can be passed: it is broken, burnt or stands open. */
export const isBreached = predicate('barriers/breached', barrier);

/** The claim that somebody is at work on a barrier to get through it. */
export const isAttacked = predicate('barriers/attacked', barrier);

export function kindOf(world: World, row: number): BarrierKind {
  return BARRIER_KINDS[BARRIER_NAMES[world.of(barrier).kind.raw[row]]];
}

/** Row of the barrier between two neighbours, breached or not; -1 where there is none. */
export function barrierBetween(world: World, from: number, to: number): number {
  const cells = world.of(crossing);
  return cells.count === 0 ? -1 : cells.barrier.raw[pairRow(world, from, to)] - 1;
}
