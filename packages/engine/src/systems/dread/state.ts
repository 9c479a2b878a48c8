import { event, tally, u8 } from '../../kernel/columns.ts';
import { slot } from '../../kernel/system.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import type { Touch } from './touching.ts';

/** How much each person dreads what may come, by what they have lived through; and whether it shows, since what event. */
export const fear = table('fear', { dread: tally, onEdge: u8, onEdgeBy: event }, { along: person });

/** Up to which event all that frightens has been taken account of: one row. */
export const felt = table('felt', { upTo: event }, { stamps: 'none' });

/** What leaves dread behind, 0..1: as much as somebody of middling nerve takes from it who has none yet. */
export interface Fright extends Touch {
  /** How much more of it is felt by somebody in all the trouble there is, as a share: more than of what frightens otherwise, where it is a start for nothing. */
  readonly startles?: number;
}

/** All that frightens. Whoever declares an event that does puts it here. */
export const frights = slot<Fright>('dread/frights');

/** How much somebody dreads what may come, 0..1. Plain reads. */
export function dreadOf(world: World, who: number): number {
  return Math.min(1, world.of(fear).dread.raw[who]);
}

/** The share of their dread that is gone back to for reasons, and the most events that are. */
const MOST_OF_IT = 0.8;
const MOST_EVENTS = 4;

/** The events that most of somebody's dread goes back to. */
export function dreadedBy(world: World, who: number): number[] {
  return world.of(fear).dread.contributors(who, MOST_OF_IT).slice(0, MOST_EVENTS);
}
