import type { EntriesPart, Fields, PhraseValue, Ruleset, Setup, World } from '@anchorhold/engine';

/** What came of each outcome that the scenario names: whether it is so, a measure, or null where it cannot be said. */
export type Outcome = Readonly<Record<string, boolean | number | null>>;

interface OutcomeFields {
  readonly that: readonly PhraseValue[];
  readonly at: number | undefined;
}

/**
 * Look at the scenario's outcomes: each when its `at` says, else at the end. An outcome of several statements is so when
 * all of them are; one that is a single measure is that number. What lies after the end is null. `worldAt` gives the
 * world at a moment of the run, in seconds after d1 00:00.
 */
export function outcomeOf(
  ruleset: Ruleset,
  setup: Setup,
  end: World,
  begin: number,
  worldAt: (time: number) => World,
): Outcome {
  const outcome: [string, boolean | number | null][] = [];
  for (const [name, { that, at }] of outcomesIn(ruleset, setup)) {
    const time = at ?? end.time;
    const outside = time < begin || time > end.time;
    outcome.push([name, outside ? null : judge(ruleset, time === end.time ? end : worldAt(time), that)]);
  }
  return Object.fromEntries(outcome);
}

/** An outcome as it stands at a moment, whatever its own, and the events behind that, oldest first. */
export interface OutcomeShown {
  readonly name: string;
  readonly value: boolean | number | null;
  readonly because: readonly number[];
}

/** How the outcomes that the scenario names stand in a world, and the events behind that. */
export function outcomesOf(ruleset: Ruleset, setup: Setup, world: World): OutcomeShown[] {
  return outcomesIn(ruleset, setup).map(([name, { that }]) => {
    const because = that.flatMap(({ pattern, names }) => {
      const condition = ruleset.conditions.find((each) => each.pattern === pattern);
      return condition?.because?.(world, names) ?? [];
    });
    return { name, value: judge(ruleset, world, that), because: [...new Set(because)].sort((a, b) => a - b) };
  });
}

function outcomesIn(ruleset: Ruleset, setup: Setup): [string, OutcomeFields][] {
  const part = ruleset.sections.find(
    (each): each is EntriesPart<Fields> =>
      each.part === 'entries' && each.section === 'outcomes' && Object.hasOwn(each.fields, 'that'),
  );
  return part === undefined ? [] : ([...setup.entries(part)] as unknown as [string, OutcomeFields][]);
}

function judge(ruleset: Ruleset, world: World, that: readonly PhraseValue[]): boolean | number | null {
  const found = that.map(({ pattern, names }) => {
    const condition = ruleset.conditions.find((each) => each.pattern === pattern);
    return condition === undefined ? null : condition.truth(world, names);
  });
  if (found.includes(null)) return null;
  if (found.length === 1) return found[0]!;
  return found.every((each) => each !== false && each !== 0);
}
