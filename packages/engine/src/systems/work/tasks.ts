import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import type { Office } from '../offices/state.ts';
import type { Work } from './state.ts';

/** How many hands a group wants for a task now, and why. */
export interface Want {
  /** More than so many find nothing to do; one is of use. */
  readonly most: number;
  /** How urgent it is, 0..1. */
  readonly need: number;
  /** The events that made it needful. */
  readonly because: readonly number[];
}

/** Something that a system has people do by day. Whoever is in charge sets hands to it; `handsAt` says who is there. */
export interface Task {
  /** `system/name`. */
  readonly id: string;
  readonly work: Work;
  /** The hours of the day in which it is done, from and until; and the light that it takes, 0 (none) .. 1 (day). */
  readonly from: number;
  readonly until: number;
  readonly light: number;
  /** Whether it is too much for those who are hurt, very young or old. */
  readonly heavy: boolean;
  /** Who is in charge of it is set to it first. */
  readonly office?: Office;
  /** What is wanted of those who are `fit` in a group; null for nothing. Reads are tracked. */
  readonly want: (world: World, of: number, fit: number) => Want | null;
  /** How well somebody suits it, 0..1; prepared once for all who are thought of. Plain reads. */
  readonly suits?: (world: World, of: number) => (who: number) => number;
}

/** A task; it needs no light and no strength where it says nothing of them. */
export function task(
  id: `${string}/${string}`,
  work: Work,
  spec: Partial<Task> & Pick<Task, 'from' | 'until' | 'want'>,
): Task {
  return { id, work, light: 0, heavy: false, ...spec };
}

/** One pair of hands is of use, and up to `most` are; nothing is wanted where that is none. */
export function hands(most: number, need: number, because: readonly number[]): Want | null {
  return most <= 0 ? null : { most, need, because };
}

/** What there is to do in a settlement by day. */
export const tasks = slot<Task>('work/tasks');
