import { Cast, begin, groupNames, peopleOf, placeNames } from './cast.ts';
import type { LogEntry } from './log.ts';
import type { Ruleset } from './ruleset.ts';
import type { Remark, Setup } from './shape.ts';
import { group, person, place } from './tables.ts';
import { World, seedOf } from './world.ts';
import type { Recipe } from './world.ts';

export interface LivingOptions {
  /** Integer from 0 to 2^53 - 1; 1 by default. */
  readonly seed?: number;
  /** Orders and interventions, in order of time. */
  readonly log?: readonly LogEntry[];
  /** Keep the side log of hidden edges. */
  readonly trace?: boolean;
  /** Throw when luck is drawn twice with one key. */
  readonly debug?: boolean;
}

/** What a world's scenario says beyond the form of its fields: contradictions, and what can never come to anything. */
export function checkSetup(ruleset: Ruleset, setup: Setup): Remark[] {
  return ruleset.systems.flatMap((system) => system.check?.(setup) ?? []);
}

/** A world at the moment at which its scenario begins. Throws where the setup has errors that `checkSetup` tells of. */
export function createWorld(ruleset: Ruleset, setup: Setup, options: LivingOptions = {}): World {
  const recipe: Recipe = {
    ruleset,
    setup,
    cast: castOf(setup),
    seed: seedOf(options.seed ?? 1),
    log: [...(options.log ?? [])].sort((a, b) => a.at - b.at),
    debug: options.debug ?? false,
  };
  const world = new World(recipe, { trace: options.trace ?? false }, null);
  const start = beginOf(setup);
  world.time = start;
  world.lastHour = Math.floor(start / 3600) * 3600;
  for (const [def, count] of [
    [place, setup.entries(placeNames).size],
    [group, setup.entries(groupNames).size],
    [person, peopleOf(setup).length],
  ] as const) {
    for (let row = 0; row < count; row++) world.addNamed(def, world.cast.key(def, row), world.cast.shownName(def, row));
  }
  for (const system of ruleset.systems) system.build?.(world, setup);
  for (const system of ruleset.systems) system.start?.(world, setup);
  world.commit();
  return world;
}

/** The first moment of a scenario, in seconds after d1 00:00. */
export function beginOf(setup: Setup): number {
  return setup.whole(begin)!.time;
}

/** The names of everything that a scenario describes. */
export function castOf(setup: Setup): Cast {
  const cast = new Cast();
  for (const [key, fields] of setup.entries(placeNames)) cast.add(place, key, fields.name ?? key);
  for (const [key, fields] of setup.entries(groupNames)) cast.add(group, key, fields.name ?? key);
  for (const each of peopleOf(setup)) cast.add(person, each.key, each.shown);
  return cast;
}
