import { advance, createWorld, ruleset } from '@anchorhold/engine';
import type { LogEntry, Setup, World } from '@anchorhold/engine';
import type { Lived } from '@anchorhold/story';

/** The history that orders and interventions are given in. Moments are in seconds after d1 00:00. */
export interface Trunk {
  readonly setup: Setup;
  /** From when until when it is lived. */
  readonly begin: number;
  readonly until: number;
  /** What it has been given already. */
  readonly log: readonly LogEntry[];
  /** How it is spoken of in messages: `this run`. */
  readonly called: string;
  /** A world that has lived it until it holds an event, or to its end where there is none of that number. Not to be lived on. */
  withEvent(id: number): World;
  /**
   * A world of one's own that has come to just before a moment, and goes on under another log: one that says the same as the
   * trunk's until then. For the beginning and what lies before it, the world as it is made.
   */
  before(time: number, log: readonly LogEntry[]): World;
}

/** What a scenario comes to with a seed, without any orders. */
export function trunkOfScenario(setup: Setup, seed: number, begin: number, until: number): Trunk {
  const born = (log: readonly LogEntry[]): World => createWorld(ruleset, setup, { seed, log });
  let lived: World | null = null;
  return {
    setup,
    begin,
    until,
    log: [],
    called: `with seed ${seed} this scenario`,
    withEvent: (id) => {
      const world = (lived ??= born([]));
      if (world.chronicle.length < id) advance(world, until, () => world.chronicle.length < id);
      return world;
    },
    before: (time, log) => {
      const world = born(log);
      if (time > begin) advance(world, time - 1);
      return world;
    },
  };
}

/** A run that was lived already, with all that it was given. */
export function trunkOfRun(lived: Lived): Trunk {
  const { begin, until, end, wakeBefore } = lived;
  const { setup, log } = end.recipe;
  return { setup, begin, until, log, called: 'this run', withEvent: () => end, before: wakeBefore };
}

/** A log with more given: in order of time, and at one moment what was there already first. */
export function logWith(log: readonly LogEntry[], given: readonly LogEntry[]): LogEntry[] {
  return [...log, ...given].sort((a, b) => a.at - b.at);
}
