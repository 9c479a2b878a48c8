import { event, tally, u8 } from '../../kernel/columns.ts';
import { slot } from '../../kernel/system.ts';
import { person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** How much each person dreads what may come, by what they have lived through; and whether it shows, since what event. */
export const fear = table('fear', { dread: tally, onEdge: u8, onEdgeBy: event }, { along: person });

/** Up to which event all that frightens has been taken account of: one row. */
export const felt = table('felt', { upTo: event }, { stamps: 'none' });

/** What kind of event leaves dread behind, in whom, and how much of it: 0..1, to somebody of middling nerve who has none yet. */
export interface Fright {
  /** The kind of event, as `wounds/died`. */
  readonly of: string;
  /** For whoever stands in these roles; of a group, for all of its people. */
  readonly own?: Readonly<Record<string, number>>;
  /** For those who noticed it. */
  readonly seen?: number;
  /** The role of whom it befell: to those who are not of their group it is only a part of that. */
  readonly whose?: string;
  /** For which events of the kind; all of them where it is left out. */
  readonly when?: (data: Readonly<Record<string, number | string | boolean>>) => boolean;
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
