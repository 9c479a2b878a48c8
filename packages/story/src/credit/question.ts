import type { LogEntry } from '@anchorhold/engine';
import type { Executor, ForkHooks } from '../forks/executor.ts';
import type { Fork } from '../forks/fork.ts';
import type { Lived } from '../forks/lived.ts';
import type { Outcome, Verdict } from '../forks/outcome.ts';
import { CreditError, spanOf } from './acts.ts';
import type { Act } from './acts.ts';

/** What is asked about: an outcome, or that it did not come about. */
export interface AskedOutcome {
  readonly outcome: Outcome;
  /** Asks who brought it about that the outcome is not so. */
  readonly not?: boolean;
}

/** An outcome at its moment, in seconds after d1 00:00, and as it came out under the luck that was lived. */
export interface Settled extends AskedOutcome {
  readonly at: number;
  readonly lived: boolean | number;
}

/** How the outcome is called in answers: its name, with `not` before it where that is asked. */
export const nameOf = ({ outcome, not }: AskedOutcome): string => (not === true ? `not ${outcome.name}` : outcome.name);

/**
 * Look how an outcome came out in the run. Throws CreditError where its moment lies outside the run, where a measure is
 * asked for its contrary, and `not-so` where it did not come about.
 */
export async function settle(
  lived: Lived,
  executor: Executor,
  asked: AskedOutcome,
  hooks: ForkHooks = {},
): Promise<Settled> {
  const { outcome, not } = asked;
  const at = outcome.at ?? lived.until;
  if (at < lived.begin || at > lived.until) {
    throw new CreditError(`The moment of "${outcome.name}" lies outside this run.`);
  }
  const [answer] = await executor.live([{ from: at, added: [], until: at, outcomes: [{ ...outcome, at }] }], hooks);
  const found = answer!.verdicts[outcome.name] ?? null;
  if (found === null) throw new CreditError(`"${outcome.name}" says nothing about this run.`);
  if (typeof found === 'number') {
    if (not !== true) return { ...asked, at, lived: found };
    throw new CreditError(
      `"${outcome.name}" is a number, and has no contrary. Ask about "${outcome.name}": whoever lowered it has a share below nothing.`,
    );
  }
  if (found !== (not === true)) return { ...asked, at, lived: true };
  throw new CreditError(
    `"${nameOf(asked)}" did not come about, so nobody brought it about. Ask who did the contrary: "${nameOf({ outcome, not: not !== true })}"`,
    'not-so',
  );
}

/** What an outcome is worth that came out like this: a measure its number, anything else 1 where it is as asked and 0 else. */
export function worthOf({ outcome, not }: AskedOutcome, verdict: Verdict | undefined): number {
  if (verdict === null || verdict === undefined) throw new Error(`"${outcome.name}" was not looked at in a fork`);
  return typeof verdict === 'number' ? verdict : Number(verdict !== (not === true));
}

/**
 * From when on the luck is drawn anew: just after the last act, so that all acts stand as they happened. In seconds after
 * d1 00:00.
 */
export function redrawnFrom(lived: Lived, acts: readonly Act[]): number {
  return Math.max(lived.begin, ...acts.map((act) => spanOf(lived, act).last)) + 1;
}

/**
 * The run with these entries, which withhold acts (see `withholdingAct`), added to its log, and with those that draw its
 * luck anew (see `otherLuck`). It is lived to the outcome's moment, and no further.
 */
export function forkWith(
  { outcome, at }: Settled,
  withholding: readonly LogEntry[],
  drawn: readonly LogEntry[] = [],
): Fork {
  const added = [...withholding, ...drawn].sort((a, b) => a.at - b.at);
  return { from: Math.min(at, ...added.map((entry) => entry.at)), added, until: at, outcomes: [{ ...outcome, at }] };
}
