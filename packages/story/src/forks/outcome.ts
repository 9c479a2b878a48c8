import type { EntriesPart, Fields, PhraseValue, Ruleset, Setup, World } from '@anchorhold/engine';

/** A question that is put to a world: whether something is so at a moment, or how much of it there is. */
export interface Outcome {
  readonly name: string;
  /** The statements it is made of, as the scenario reader takes them. */
  readonly that: readonly PhraseValue[];
  /** Seconds after d1 00:00; the end of the run where it is left out. */
  readonly at?: number;
}

/** Whether an outcome is so, or the measure of it; null where it cannot be said: its moment lies outside the run. */
export type Verdict = boolean | number | null;
export type Verdicts = Readonly<Record<string, Verdict>>;

interface OutcomeFields {
  readonly that: readonly PhraseValue[];
  readonly at: number | undefined;
}

/** The outcomes that a scenario names. */
export function outcomesIn(ruleset: Ruleset, setup: Setup): Outcome[] {
  const part = ruleset.sections.find(
    (each): each is EntriesPart<Fields> =>
      each.part === 'entries' && each.section === 'outcomes' && Object.hasOwn(each.fields, 'that'),
  );
  if (part === undefined) return [];
  return [...setup.entries(part)].map(([name, fields]) => {
    const { that, at } = fields as unknown as OutcomeFields;
    return { name, that, ...(at === undefined ? {} : { at }) };
  });
}

/**
 * What a world says to an outcome now. One of several statements is so when all of them are; one that is a single measure
 * is that number.
 */
export function judge(world: World, { that }: Outcome): Verdict {
  const found = that.map(({ pattern, names }) => {
    const condition = world.ruleset.conditions.find((each) => each.pattern === pattern);
    return condition === undefined ? null : condition.truth(world, names);
  });
  if (found.includes(null)) return null;
  if (found.length === 1) return found[0]!;
  return found.every((each) => each !== false && each !== 0);
}
