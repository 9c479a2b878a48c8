import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';

/** One thing that somebody could do: about whom (a person's row, or -1), and a row or number that the course keeps for itself. */
export interface Option {
  readonly whom: number;
  readonly datum: number;
  /** What its luck is drawn by: a hash of stable names, the same in every fork. */
  readonly key: number;
  /** The most that it can weigh. */
  readonly bound: number;
}

/**
 * A kind of thing that people in a fight choose to do: to fire, to help, to obey. A system that knows of one puts it into
 * `courses`; conduct weighs all of them against each other.
 */
export interface Course {
  readonly id: `${string}/${string}`;
  /** Whether it is open to somebody who lies hidden on purpose. */
  readonly whileHidden?: boolean;
  /** Every option of the kind that they have as far as they know. Plain reads: most options are never looked at closer. */
  readonly options: (world: World, who: number) => readonly Option[];
  /** How much it draws them, from 0 to `option.bound`. Reads are tracked: what is read here, the choice rests on. */
  readonly weight: (world: World, who: number, option: Option) => number;
  /** Propose what follows. `stands` tells whether the choice would have been the same had it drawn them so much. */
  readonly act: (world: World, who: number, option: Option, stands: (weight: number) => boolean) => void;
}

/** Everything that people in a fight can choose from. */
export const courses = slot<Course>('conduct/courses');

/** What keeps somebody from most courses: the ids of those that are left to them, or null where nothing does. Reads are tracked. */
export const busy = slot<(world: World, who: number) => readonly string[] | null>('conduct/busy');
