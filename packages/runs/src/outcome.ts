import type { Ruleset, Setup, World } from '@anchorhold/engine';
import { judge, outcomesIn } from '@anchorhold/story';
import type { Verdict, Verdicts } from '@anchorhold/story';

/**
 * What came of each outcome that the scenario names: each is looked at when its `at` says, else at the end. What lies
 * outside the run is null. `worldAt` gives the world at a moment of the run, in seconds after d1 00:00.
 */
export function outcomeOf(
  ruleset: Ruleset,
  setup: Setup,
  end: World,
  begin: number,
  worldAt: (time: number) => World,
): Verdicts {
  return Object.fromEntries(
    outcomesIn(ruleset, setup).map((outcome) => {
      const { name, at = end.time } = outcome;
      const outside = at < begin || at > end.time;
      return [name, outside ? null : judge(at === end.time ? end : worldAt(at), outcome)];
    }),
  );
}

/** An outcome as it stands at a moment, whatever its own, and the events behind that, oldest first. */
export interface OutcomeShown {
  readonly name: string;
  readonly value: Verdict;
  readonly because: readonly number[];
}

/** How the outcomes that the scenario names stand in a world, and the events behind that. */
export function outcomesOf(ruleset: Ruleset, setup: Setup, world: World): OutcomeShown[] {
  return outcomesIn(ruleset, setup).map((outcome) => {
    const because = outcome.that.flatMap(({ pattern, names }) => {
      const condition = ruleset.conditions.find((each) => each.pattern === pattern);
      return condition?.because?.(world, names) ?? [];
    });
    return { name: outcome.name, value: judge(world, outcome), because: [...new Set(because)].sort((a, b) => a - b) };
  });
}
