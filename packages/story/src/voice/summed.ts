import { entitiesOf } from '../english/phrase.ts';
import type { Told } from '../told.ts';
import type { Fact } from './fact.ts';
import { factOf, joinRoles } from './fact.ts';

/** What happened again and again, as its words sum it up: of each kind that which was done in the same way. */
export function summedUp(events: readonly Told[]): Fact[] {
  const kinds = new Map<string, Told[]>();
  for (const event of events) {
    const kind = `${event.kind} ${event.clause.verb}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), event]);
  }
  return [...kinds.values()].map((those) => {
    const [first] = those;
    if (first === undefined) throw new RangeError('nothing to sum up');
    if (those.length === 1) return factOf(first);
    const ids = those.map(({ id }) => id);
    const roles = joinRoles(those);
    const clause = first.gather?.(ids, true) ?? first.clause;
    return {
      ...factOf(first),
      ids,
      until: those.at(-1)?.time ?? first.time,
      clause,
      roles,
      actors: entitiesOf(clause.subject, roles),
      because: [],
    };
  });
}
