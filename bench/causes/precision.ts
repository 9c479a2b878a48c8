import type { EventRecord, StatedCause } from '@anchorhold/engine';
import { fates, momentOf, scopeFor, spanEnd, windowOf, withheldWith } from '@anchorhold/story';
import type { Fate } from '@anchorhold/story';
import { without } from './history.ts';
import type { History } from './history.ts';
import { nameOf } from './tell.ts';

/** A cause as it was stated: one event, or several jointly. */
export interface Statement {
  readonly effect: EventRecord;
  readonly causes: readonly StatedCause[];
}

/** What came of withholding a stated cause. */
export interface CauseResult {
  readonly seed: number;
  /** Kind of the effect. */
  readonly kind: string;
  readonly fate: Fate;
  /** The statement, told. */
  readonly text: string;
}

/** All statements that can be tested: those whose effect is not withheld along with its cause, being its like. */
export function statementsOf(history: History): Statement[] {
  return history.events
    .filter(({ time }) => time <= history.until)
    .flatMap(groupsOf)
    .filter(({ effect, causes }) => {
      const ids = idsOf(causes);
      const happening = history.happenings[effect.id - 1]!;
      const scope = { events: [happening], atLeast: scopeFor(happening, momentOf(history, ids)) };
      return withheldWith(history, ids, scope).length === 0;
    });
}

/** The causes of an event, single ones each by itself. */
export function groupsOf(effect: EventRecord): Statement[] {
  const groups = new Map<string, StatedCause[]>();
  for (const cause of effect.because) {
    const name = cause.group > 0 ? `jointly ${cause.group}` : `alone ${cause.id}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [cause]);
    else group.push(cause);
  }
  return [...groups.values()].map((causes) => ({ effect, causes }));
}

export const idsOf = (causes: readonly StatedCause[]): number[] => causes.map(({ id }) => id);

/** Withhold a stated cause and look what becomes of its effect. */
export function testStatement(history: History, { effect, causes }: Statement): CauseResult {
  const ids = idsOf(causes);
  const from = momentOf(history, ids);
  const happening = history.happenings[effect.id - 1]!;
  const atLeast = scopeFor(happening, from);
  const withheld = new Set(withheldWith(history, ids, { atLeast }));
  // So far that what comes later can be told from what does not come at all.
  const until = spanEnd(history, happening) + windowOf(happening);
  const after = without(history, ids, until, atLeast).filter(({ key }) => key === effect.key);
  const like = history.happenings.filter(
    ({ id, key, time }) => key === effect.key && time >= from && time <= until && !withheld.has(id),
  );
  const fate = fates(like, after).get(effect.id)!;
  const names = causes.map(({ id }) => nameOf(history, history.events[id - 1]!)).join(' + ');
  const text = `seed ${history.seed}: ${nameOf(history, effect)} <- ${names} (${causes[0]!.as}): ${fate}`;
  return { seed: history.seed, kind: effect.kind, fate, text };
}
