import { beginOf } from '@anchorhold/engine';
import type { World } from '@anchorhold/engine';
import { happeningsFrom, waking } from '@anchorhold/story';
import type { Happening, Lived } from '@anchorhold/story';
import { loadSaved, wake } from './lived.ts';
import type { Checkpoint } from './lived.ts';
import { birth } from './recipe.ts';
import type { Plan } from './recipe.ts';

/** A run folder as questions see it. `until` is in seconds after d1 00:00. */
export function askedRun(dir: string, plan: Plan, checkpoints: readonly Checkpoint[], until: number): Lived {
  const begin = beginOf(plan.setup);
  const { recipe } = birth(plan);
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
    wakeBefore: waking(
      (time) => {
        const near = checkpoints.findLast((checkpoint) => begin + checkpoint.time < time);
        return near === undefined ? null : loadSaved(dir, recipe, near);
      },
      (log) => birth(plan, log),
    ),
  };
}
