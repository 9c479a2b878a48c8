import type { World } from '@anchorhold/engine';
import { checkpointOf, hourHash, packedBytes, wake } from './lived.ts';
import type { Checkpoint, Lived } from './lived.ts';
import { birth } from './recipe.ts';
import type { Plan } from './recipe.ts';

/** What a run goes on from: a world, what has been lived until then, and the bytes of each checkpoint by its file. */
export interface Begun {
  readonly world: World;
  readonly lived: Lived;
  readonly saved: (file: string) => Uint8Array;
}

/** A run that begins at the beginning. */
export function fromBirth(plan: Plan): Begun {
  const { begin } = plan.recipe;
  const world = birth(plan);
  const [checkpoint, bytes] = checkpointOf(world, 0, begin, false);
  const lived: Lived = { checkpoints: [checkpoint], hours: [hourHash(world, begin)] };
  return { world, lived, saved: () => bytes };
}

/**
 * A run that agrees with the one in `dir` until the moment `parting` (in seconds after d1 00:00), which it has not lived
 * yet: what was saved and noted there before that moment is taken over. Throws RunError `damaged` where a file is not what was
 * written.
 */
export function fromOther(dir: string, plan: Plan, lived: Lived, parting: number): Begun {
  const { begin } = plan.recipe;
  const checkpoints = lived.checkpoints.filter(({ time }) => begin + time < parting);
  const last = checkpoints.at(-1);
  if (last === undefined) return fromBirth(plan);
  const byFile = new Map<string, Checkpoint>(checkpoints.map((each) => [each.file, each]));
  return {
    world: wake(dir, plan, last),
    // The hour in which a checkpoint lies is noted after it.
    lived: { checkpoints, hours: lived.hours.filter(({ time }, index) => index === 0 || time < last.time) },
    saved: (file) => packedBytes(dir, byFile.get(file)!),
  };
}
