import type { Executor, ForkHooks } from '../forks/executor.ts';
import { fateOf, matched, windowOf } from '../forks/fates.ts';
import type { Fate } from '../forks/fates.ts';
import type { Fork, ForkAnswer } from '../forks/fork.ts';
import type { Happening } from '../forks/happening.ts';
import type { Lived } from '../forks/lived.ts';
import { redrawn } from '../forks/redrawn.ts';
import { scopeFor, spanEnd } from '../forks/spans.ts';
import { happened, momentOf, withheldWith } from '../forks/withheld.ts';

/** What came of withholding a cause, or several at once. */
export interface Tested {
  readonly ids: readonly number[];
  /**
   * What became of the effect under the luck that was lived. Null where withholding the cause would withhold the effect with
   * it, being its like.
   */
  readonly effect: Exclude<Fate, 'same'> | 'none' | null;
  /** By how many seconds it came later (negative: sooner); null where it did not come. */
  readonly moved: number | null;
  /** The event that came in its stead, for turns that befell the same without being the same event. */
  readonly instead: Happening | null;
  /** Redraws of the later luck in which it came about with the cause in place, and those of them in which it did not without. */
  readonly came: number;
  readonly undone: number;
}

export interface TestOptions extends ForkHooks {
  /** How often the later luck is drawn anew, 0 or more. */
  readonly redraws: number;
}

/** What is withheld together, and the forks that ask about it. */
interface Trial {
  readonly ids: readonly number[];
  /** The first moment of cause and effect: what is withheld may also come after the event, and then makes no difference. */
  readonly from: number;
  readonly atLeast: number;
  readonly blind: boolean;
}

/**
 * Withhold each of these causes of an event, alone or several at once as they are given, live on, and see what becomes of
 * the event: under the luck that was lived, and under others. Throws RangeError where the run has no such event.
 */
export async function testCauses(
  lived: Lived,
  executor: Executor,
  effectId: number,
  causes: readonly (readonly number[])[],
  { redraws, ...hooks }: TestOptions,
): Promise<Tested[]> {
  const effect = happened(lived, effectId);
  // So far that what comes later can be told from what does not come at all.
  const until = spanEnd(lived, effect) + windowOf(effect);
  const trials = causes.map((ids): Trial => {
    const cause = momentOf(lived, ids);
    const atLeast = scopeFor(effect, cause);
    const blind = withheldWith(lived, ids, { events: [effect], atLeast }).length > 0;
    return { ids, from: Math.min(cause, effect.time), atLeast, blind };
  });
  const { kind, key, turn } = effect;
  const asked = { until, wanted: [{ kind, key, turn }] };
  const forks = trials.flatMap(({ ids, from, atLeast, blind }): Fork[] => {
    if (blind) return [];
    const plain = Array.from({ length: redraws }, (_, i) => redrawn(lived, ids, i + 1, { keep: true }));
    const muted = Array.from({ length: redraws + 1 }, (_, i) => redrawn(lived, ids, i, { atLeast }));
    return [...muted, ...plain].map(({ added }) => ({ from, added, ...asked }));
  });
  const answers = await executor.live(forks, hooks);
  let at = 0;
  return trials.map((trial) => {
    if (trial.blind) return { ids: trial.ids, effect: null, moved: null, instead: null, came: 0, undone: 0 };
    const [muted, ...others] = answers.slice(at, (at += 1 + 2 * redraws));
    const turns = turnsBefore(lived, trial, effect);
    return { ...sameLuck(lived, trial, effect, muted!, turns), ...otherLucks(effect, others, redraws, turns) };
  });
}

/** How often the same turn of fate had come since the cause: the next one is the event that is asked about. */
function turnsBefore({ happenings }: Lived, { from }: Trial, { id, turn }: Happening): number {
  return happenings.filter((each) => each.turn === turn && each.time >= from && each.id < id).length;
}

function sameLuck(
  lived: Lived,
  { ids, from, atLeast }: Trial,
  effect: Happening,
  { happenings }: ForkAnswer,
  turns: number,
): Pick<Tested, 'ids' | 'effect' | 'moved' | 'instead'> {
  const withheld = new Set(withheldWith(lived, ids, { atLeast }));
  const alike = lived.happenings.filter(({ id, key, time }) => key === effect.key && time >= from && !withheld.has(id));
  const after = happenings.filter(({ key }) => key === effect.key);
  const match = matched(alike, after).find(({ before }) => before.id === effect.id);
  if (match !== undefined) {
    const fate = fateOf(match);
    const moved = match.after.time - match.before.time;
    return { ids, effect: fate === 'same' ? 'none' : fate, moved, instead: null };
  }
  const instead = happenings.filter(({ turn }) => turn === effect.turn)[turns] ?? null;
  if (instead === null || instead.key === effect.key) return { ids, effect: 'vanished', moved: null, instead: null };
  return { ids, effect: 'changed', moved: instead.time - effect.time, instead };
}

function otherLucks(
  effect: Happening,
  answers: readonly ForkAnswer[],
  redraws: number,
  turns: number,
): Pick<Tested, 'came' | 'undone'> {
  let [came, undone] = [0, 0];
  for (let i = 0; i < redraws; i++) {
    if (!comesAbout(effect, answers[redraws + i]!, turns)) continue;
    came++;
    if (!comesAbout(effect, answers[i]!, turns)) undone++;
  }
  return { came, undone };
}

/**
 * Whether an event comes about under another luck. A turn of fate does whenever it comes; anything else only about its
 * time: the same shout an hour later is another shout.
 */
function comesAbout(effect: Happening, { happenings }: ForkAnswer, turns: number): boolean {
  if (effect.turn !== effect.key) return happenings.filter(({ turn }) => turn === effect.turn).length > turns;
  const apart = scopeFor(effect, effect.time);
  return happenings.some(({ key, time }) => key === effect.key && Math.abs(time - effect.time) <= apart);
}
