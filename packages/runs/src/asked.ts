import { beginOf, load } from '@anchorhold/engine';
import type { LogEntry, World } from '@anchorhold/engine';
import { happeningsFrom } from '@anchorhold/story';
import type { Happening, Lived } from '@anchorhold/story';
import { savedBytes, wake } from './lived.ts';
import type { Checkpoint } from './lived.ts';
import { birth } from './recipe.ts';
import type { Plan } from './recipe.ts';

/** Checkpoints that are kept unpacked while questions are asked: those of a fork's neighbours are asked for again at once. */
const KEPT_UNPACKED = 8;

/** A run folder as questions see it. `until` is in seconds after d1 00:00. */
export function askedRun(dir: string, plan: Plan, checkpoints: readonly Checkpoint[], until: number): Lived {
  const begin = beginOf(plan.setup);
  const { recipe } = birth(plan);
  const unpacked = new Map<string, Uint8Array>();
  const bytesOf = (checkpoint: Checkpoint): Uint8Array => {
    const { file } = checkpoint;
    const bytes = unpacked.get(file) ?? savedBytes(dir, checkpoint);
    // Put last again: the one that has not been asked for the longest comes first.
    unpacked.delete(file);
    unpacked.set(file, bytes);
    if (unpacked.size > KEPT_UNPACKED) unpacked.delete(unpacked.keys().next().value!);
    return bytes;
  };
  let end: World | null = null;
  let happenings: readonly Happening[] | null = null;
  return {
    begin,
    until,
    get end() {
      return (end ??= wake(dir, plan, checkpoints.at(-1)!));
    },
    get happenings() {
      return (happenings ??= happeningsFrom(this.end, -Infinity));
    },
    wakeBefore: (time: number, log: readonly LogEntry[]) => {
      const near = checkpoints.findLast((checkpoint) => begin + checkpoint.time < time);
      return near === undefined ? birth(plan, log) : load(recipe, bytesOf(near), log);
    },
  };
}
