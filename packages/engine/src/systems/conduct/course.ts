import type { Statement } from '../../kernel/deliberation.ts';
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
  /** Whether it seldom comes into question: of what was left it is told last. */
  readonly seldom?: true;
  /** Every option of the kind that they have as far as they know. Plain reads: most options are never looked at closer. */
  readonly options: (world: World, who: number) => readonly Option[];
  /** How much it draws them, from 0 to `option.bound`. Reads are tracked: what is read here, the choice rests on. */
  readonly weight: (world: World, who: number, option: Option) => number;
  /** The act that an option is; where none is given, what it would be to have one. Its subject is who has it. */
  readonly says: (world: World, who: number, option: Option | null) => Statement;
  /**
   * What keeps somebody from it: from an option that weighs nothing, or, where none is given, from all of it, since it offers
   * none. Null where nothing does. Asked for those alone who want to know afterwards, so that it must say what is so and
   * need not be quick.
   */
  readonly closed: (world: World, who: number, option: Option | null) => Statement | null;
  /** What makes an option draw them more or less than it might, where there is anything to say. */
  readonly speaks?: (world: World, who: number, option: Option) => readonly Statement[];
  /** Propose what follows. `stands` tells whether the choice would have been the same had it drawn them so much. */
  readonly act: (world: World, who: number, option: Option, stands: (weight: number) => boolean) => void;
}

/** Everything that people in a fight can choose from. */
export const courses = slot<Course>('conduct/courses');

/** Something that keeps people from most courses. */
export interface Busy {
  /** The ids of the courses that are left to somebody, or null where it does not keep them from any. Reads are tracked. */
  readonly leaves: (world: World, who: number) => readonly string[] | null;
  /** What it is that keeps them, while it does. */
  readonly says: (world: World, who: number) => Statement;
}

/** What keeps people from most courses, such as full hands. */
export const busy = slot<Busy>('conduct/busy');
