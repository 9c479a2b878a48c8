import { advance, beginOf, createWorld, lasts, load, person, save } from '@anchorhold/engine';
import type { LivingOptions, LogEntry, Ruleset, Setup, World } from '@anchorhold/engine';
import { happeningsFrom } from './happening.ts';
import type { Happening } from './happening.ts';

/**
 * A run as questions see it. Moments are in seconds after d1 00:00. Nothing here is changed by asking: every world that is
 * lived on is a new one.
 */
export interface Lived {
  /** First and last moment of the run. */
  readonly begin: number;
  readonly until: number;
  /** The world at its end. Not to be lived on: fork it. */
  readonly end: World;
  /** Every event of the run, by number: that of number n stands at n - 1. */
  readonly happenings: readonly Happening[];
  /** A new world that has not lived the moment `time` yet, under another log: it agrees with the run's until then. */
  readonly wakeBefore: (time: number, log: readonly LogEntry[]) => World;
}

export interface LivedOptions extends LivingOptions {
  /** Seconds to live; the scenario's `lasts:` by default. */
  readonly forSeconds?: number;
  /** Seconds beyond that in which events are kept, to be found again where they moved; none by default. */
  readonly beyond?: number;
}

/** Work units a person between two saved worlds: about half a minute of a fight. */
const SAVED_EVERY = 32;

/** Live a scenario and keep what questions need, in memory. */
export function liveInMemory(ruleset: Ruleset, setup: Setup, options: LivedOptions = {}): Lived {
  const world = createWorld(ruleset, setup, options);
  const begin = beginOf(setup);
  const until = begin + (options.forSeconds ?? setup.whole(lasts)!);
  const saved = [{ time: world.time, bytes: save(world) }];
  const apart = SAVED_EVERY * world.of(person).count;
  let last = world.work;
  advance(world, until + (options.beyond ?? 0), (now) => {
    if (now.work - last >= apart) {
      last = now.work;
      saved.push({ time: now.time, bytes: save(now) });
    }
    return true;
  });
  let happenings: readonly Happening[] | null = null;
  return {
    begin,
    until,
    end: world,
    get happenings() {
      return (happenings ??= happeningsFrom(world, -Infinity));
    },
    wakeBefore: waking(
      (time) => {
        const near = saved.findLast((each) => each.time < time);
        return near === undefined ? null : load(world.recipe, near.bytes);
      },
      (log) => createWorld(ruleset, setup, { ...options, log, trace: false }),
    ),
  };
}

/** Moments whose worlds are kept: a question asks for many forks from each of a few. */
const KEPT_WORLDS = 8;

/**
 * How worlds are woken before a moment. `near` gives a world of the run that was saved before it, if there is one; `born` a
 * world at the very beginning. What lies between the saved world and the moment is lived once and kept.
 */
export function waking(
  near: (time: number) => World | null,
  born: (log: readonly LogEntry[]) => World,
): Lived['wakeBefore'] {
  const kept = new Map<number, World>();
  return (time, log) => {
    const world = kept.get(time) ?? near(time);
    if (world === null) return born(log);
    advance(world, time - 1);
    // Put last again: the one that has not been asked for the longest comes first.
    kept.delete(time);
    kept.set(time, world);
    if (kept.size > KEPT_WORLDS) kept.delete(kept.keys().next().value!);
    return world.fork({ log });
  };
}
