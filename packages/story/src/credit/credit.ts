import { remembering } from '../forks/executor.ts';
import type { Executor, ForkHooks } from '../forks/executor.ts';
import type { Lived } from '../forks/lived.ts';
import { otherLuck } from '../forks/redrawn.ts';
import { bootstrap, mean } from '../statistics.ts';
import type { Interval } from '../statistics.ts';
import { CreditError, actsOf, withholdingAct } from './acts.ts';
import type { Act } from './acts.ts';
import { redrawsWithin } from './cost.ts';
import { inStages } from './stages.ts';
import { nameOf, redrawnFrom, settle, forkWith, worthOf } from './question.ts';
import type { AskedOutcome, Settled } from './question.ts';
import { butFor, jointSets, membersOf, redundantSets, responsibilityOf, shareOf } from './shares.ts';
import type { Worth } from './shares.ts';
import { suggestActs } from './suggest.ts';

export interface CreditOptions extends ForkHooks {
  /** Events of each act; left out, the acts are suggested by the stated causes. */
  readonly acts?: readonly (readonly number[])[];
  /** How often the later luck is drawn anew, 1 or more; by default as often as can be lived in some minutes. */
  readonly redraws?: number;
}

/** What one act had to do with the outcome. Everything is a mean over the redraws. */
export interface CreditedAct extends Act {
  /** What is lost without this act alone: of a yes or no the share of redraws in which it undoes it, of a measure a number. */
  readonly needed: number;
  /** 1 / (k + 1), where k other acts at least have to be withheld before it makes the difference; 0 where it never does. */
  readonly responsibility: number;
  /** Shapley's share. The shares of all acts sum to the whole effect. */
  readonly share: number;
  /** 95 % interval of the share over the redraws. */
  readonly interval: Interval;
  /** What the outcome is worth without this act alone. */
  readonly without: number;
  /** Redraws in which a yes or no comes about with all acts, and not without this one alone; of a measure, in which it differs. */
  readonly undone: number;
  /** What the story's own finding says of it; null as long as nobody in it has found anything. */
  readonly found: number | null;
}

/** Acts that have to do with each other, by their place among the acts, and in how many redraws. */
export interface ActGroup {
  readonly acts: readonly number[];
  readonly redraws: number;
}

export interface Credit {
  /** Name of the outcome, after `not` where its contrary was asked. */
  readonly outcome: string;
  /** As it came out in the run. */
  readonly was: boolean | number;
  readonly acts: readonly CreditedAct[];
  /** Acts that count only together: neither alone changes anything, both do. The most frequent first. */
  readonly joint: readonly ActGroup[];
  /** Acts each of which would have been enough without the others. */
  readonly redundant: readonly ActGroup[];
  readonly whole: WholeEffect;
  /** What was done to find out. Moments in seconds after d1 00:00. */
  readonly scope: CreditScope;
}

/** What the outcome is worth with all acts and with none, and what lies between; means over the redraws. */
export interface WholeEffect {
  readonly all: number;
  readonly none: number;
  readonly effect: number;
  readonly interval: Interval;
  /** Redraws in which a yes or no comes about with all acts and with none; of a measure, all of them. */
  readonly came: { readonly all: number; readonly none: number };
}

export interface CreditScope {
  /** When the outcome was looked at. */
  readonly until: number;
  /** From when on luck was drawn anew, and how often: 0 where it was left as it was, since nothing came later. */
  readonly redrawnFrom: number;
  readonly redraws: number;
  /** How many lucks were tried: the redraws, or the one that was lived. */
  readonly lucks: number;
  readonly coalitions: number;
  /** Whether the acts were suggested by the stated causes, and not named. */
  readonly suggested: boolean;
}

/**
 * Who made an outcome come about: every combination of the acts is lived, the others withheld, under redraws of the luck
 * after the last act that all combinations share. Throws CreditError where that cannot be asked of this run.
 */
export async function credit(
  lived: Lived,
  executor: Executor,
  asked: AskedOutcome,
  { acts: named, redraws: wanted, ...hooks }: CreditOptions = {},
): Promise<Credit> {
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 1)) {
    throw new CreditError(`${wanted} redraws cannot be lived: give a whole number from 1 on.`);
  }
  const stages = inStages(hooks);
  const once = remembering(executor, new Map());
  const settled = await settle(lived, once, asked, { ...stages(), onLived: undefined } as ForkHooks);
  const acts = named === undefined ? await suggestActs(lived, once, settled, stages) : actsOf(lived, named, settled.at);
  const salts = saltsFor(lived, acts, settled, wanted);
  const worths = await liveCoalitions(lived, once, settled, acts, salts, stages());
  return {
    ...answered(settled, acts, worths),
    scope: {
      until: settled.at,
      redrawnFrom: redrawnFrom(lived, acts),
      redraws: salts[0] === 0 ? 0 : salts.length,
      lucks: salts.length,
      coalitions: 1 << acts.length,
      suggested: named === undefined,
    },
  };
}

/** The lucks that are tried: only the one that was lived where no moment is left in which another could show. */
function saltsFor(lived: Lived, acts: readonly Act[], settled: Settled, wanted: number | undefined): number[] {
  if (redrawnFrom(lived, acts) > settled.at) return [0];
  const redraws = wanted ?? redrawsWithin(lived, acts, settled);
  return Array.from({ length: redraws }, (_, i) => i + 1);
}

/** For each luck the worth of every coalition. */
async function liveCoalitions(
  lived: Lived,
  executor: Executor,
  settled: Settled,
  acts: readonly Act[],
  salts: readonly number[],
  hooks: ForkHooks,
): Promise<Worth[]> {
  const after = redrawnFrom(lived, acts);
  const coalitions = Array.from({ length: 1 << acts.length }, (_, set) => set);
  const withholding = acts.map((act) => withholdingAct(lived, act, settled.at));
  const forks = coalitions.flatMap((set) => {
    const entries = withholding.filter((_, i) => ((set >>> i) & 1) === 0).flat();
    return salts.map((salt) => forkWith(settled, entries, otherLuck(lived, after, salt)));
  });
  const answers = await executor.live(forks, hooks);
  return salts.map((_, i) =>
    coalitions.map((set) => worthOf(settled, answers[set * salts.length + i]!.verdicts[settled.outcome.name])),
  );
}

function answered(settled: Settled, acts: readonly Act[], worths: readonly Worth[]): Omit<Credit, 'scope'> {
  const over = (of: (worth: Worth) => number): number => mean(worths.map(of));
  const effects = worths.map((worth) => worth.at(-1)! - worth[0]!);
  // Of a yes or no, what did not come about with all acts in place nobody brought about.
  const counts = (worth: Worth): boolean => typeof settled.lived === 'number' || worth.at(-1) === 1;
  return {
    outcome: nameOf(settled),
    was: settled.lived,
    acts: acts.map((act, i) => {
      const shares = worths.map((worth) => shareOf(worth, i));
      return {
        ...act,
        needed: over((worth) => butFor(worth, i)),
        responsibility: over((worth) => (counts(worth) ? responsibilityOf(worth, i) : 0)),
        share: mean(shares),
        interval: bootstrap(shares, mean),
        without: over((worth) => worth.at(-1)! - butFor(worth, i)),
        undone: worths.filter((worth) => counts(worth) && butFor(worth, i) !== 0).length,
        found: null,
      };
    }),
    joint: groupsIn(worths.filter(counts), jointSets),
    redundant: groupsIn(worths.filter(counts), redundantSets),
    whole: {
      all: over((worth) => worth.at(-1)!),
      none: over((worth) => worth[0]!),
      effect: mean(effects),
      interval: bootstrap(effects, mean),
      came: { all: worths.filter(counts).length, none: worths.filter((worth) => counts([worth[0]!])).length },
    },
  };
}

/** The sets of acts that are found in any of the redraws, the most frequent first. */
function groupsIn(worths: readonly Worth[], find: (worth: Worth) => number[]): ActGroup[] {
  const times = new Map<number, number>();
  for (const set of worths.flatMap(find)) times.set(set, (times.get(set) ?? 0) + 1);
  return [...times]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .map(([set, redraws]) => ({ acts: membersOf(set), redraws }));
}
