import type { Executor, ForkHooks } from '../forks/executor.ts';
import type { Lived } from '../forks/lived.ts';
import { CreditError, spanOf, withheldFor, withholdingAct } from './acts.ts';
import type { Act } from './acts.ts';
import { candidatesFor } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { actsWithin } from './cost.ts';
import { forkWith, worthOf } from './question.ts';
import type { Settled } from './question.ts';

/** So many acts that stated causes lead to are tried one by one. [d] */
const TRIED = 20;
/** The most acts that are suggested. [d] */
const MOST_SUGGESTED = 6;

/**
 * The acts to ask about where nobody names any: of those from which stated causes lead to the outcome, those that make a
 * difference alone under the luck that was lived, and then those that make one only together. In order of time. Throws
 * CreditError where no act is behind the outcome.
 */
export async function suggestActs(
  lived: Lived,
  executor: Executor,
  settled: Settled,
  stages: () => ForkHooks,
): Promise<Act[]> {
  const tried = apart(lived, candidatesFor(lived, settled), settled.at).slice(0, TRIED);
  if (tried.length === 0) {
    throw new CreditError("Stated causes lead from nobody's act to this outcome. Name the acts yourself.");
  }
  const trial = { lived, executor, settled, stages };
  const lost = await lostWithout(
    trial,
    tried.map((act) => [act]),
  );
  const alone = tried
    .map((act, i) => ({ act, lost: Math.abs(lost[i]!) }))
    .filter((each) => each.lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .map(({ act }) => act);
  const others = tried.filter((act) => !alone.includes(act));
  const most = actsWithin(lived, Math.min(...tried.map((act) => spanOf(lived, act).first)), settled.at, MOST_SUGGESTED);
  const together = alone.length < most ? fitting(await fewestTogether(trial, others), most - alone.length) : [];
  const chosen: Act[] = [...alone, ...together].slice(0, most);
  // Where nothing that can be withheld makes a difference, those that the causes lead through most are shown to make none.
  const shown = chosen.length > 0 ? chosen : tried.slice(0, most);
  return shown.sort((a, b) => a.events[0]! - b.events[0]!).map(({ events, actor }) => ({ events, actor }));
}

interface Trial {
  readonly lived: Lived;
  readonly executor: Executor;
  readonly settled: Settled;
  readonly stages: () => ForkHooks;
}

/** Leaves out what could not be withheld without withholding a weightier act along with it. */
function apart(lived: Lived, candidates: readonly Candidate[], until: number): Candidate[] {
  const kept: { act: Candidate; withheld: ReadonlySet<number> }[] = [];
  for (const act of candidates) {
    if (kept.length === TRIED) break;
    const withheld = new Set(withheldFor(lived, act, until));
    const mixed = kept.some(
      (other) => other.act.events.some((id) => withheld.has(id)) || act.events.some((id) => other.withheld.has(id)),
    );
    if (!mixed) kept.push({ act, withheld });
  }
  return kept.map(({ act }) => act);
}

/** How much of the outcome is lost without each of these sets of acts, under the luck that was lived. */
async function lostWithout(
  { lived, executor, settled, stages }: Trial,
  sets: readonly (readonly Act[])[],
): Promise<number[]> {
  const forks = sets.map((acts) => {
    const entries = acts.flatMap((act) => withholdingAct(lived, act, settled.at));
    return forkWith(settled, entries);
  });
  const answers = await executor.live(forks, stages());
  const was = worthOf(settled, typeof settled.lived === 'number' ? settled.lived : settled.not !== true);
  return answers.map(({ verdicts }) => was - worthOf(settled, verdicts[settled.outcome.name]));
}

/**
 * Acts that count only together, if there is room for all of them: as they are, else what each person did as one act, else
 * none, since some of them without the others would show nothing.
 */
function fitting(acts: readonly Act[], room: number): readonly Act[] {
  if (acts.length <= room) return acts;
  const actors = [...new Set(acts.map(({ actor }) => actor))];
  if (actors.length > room) return [];
  return actors.map((actor) => {
    const events = acts.filter((act) => act.actor === actor).flatMap((act) => act.events);
    return { actor, events: events.sort((a, b) => a - b) };
  });
}

/**
 * The fewest of some acts, none of which makes a difference alone, that make one when all of them are withheld: the least
 * weighty are left out one after the other, as long as it makes no difference. Empty where not even all of them do.
 */
async function fewestTogether(trial: Trial, acts: readonly Candidate[]): Promise<Candidate[]> {
  if (acts.length < 2 || (await lostWithout(trial, [acts]))[0] === 0) return [];
  let kept = [...acts];
  for (const act of [...acts].reverse()) {
    const fewer = kept.filter((each) => each !== act);
    const [lost] = await lostWithout(trial, [fewer]);
    if (lost !== 0) kept = fewer;
  }
  return kept;
}
