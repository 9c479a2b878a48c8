import { identity } from '../../english/names.ts';
import { entitiesOf } from '../../english/phrase.ts';
import type { Entity } from '../../told.ts';
import type { Fact } from '../fact.ts';
import { rolesIn } from '../fact.ts';

/** Who stands in the one role of which the clause speaks as its subject; null where it speaks of others too. */
function subjectRole({ clause }: Fact): string | null {
  const roles = rolesIn(clause);
  return roles.length === 1 && 'role' in clause.subject && clause.subject.role === roles[0]
    ? clause.subject.role
    : null;
}

function apart(entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map((one) => [identity(one), one])).values()];
}

/** Whether something else befell one of those a fact is about, after an earlier fact and before this one: told with that, it would come too soon. */
export function happenedBefore({ actors, time, kind }: Fact, earlier: Fact, facts: readonly Fact[]): boolean {
  const those = new Set(actors.map(identity));
  return facts.some(
    (other) =>
      other.time > earlier.time && other.time < time && other.kind !== kind && other.affair === 'wounded' && other.actors.some((one) => those.has(identity(one))), // prettier-ignore
  );
}

/** What befell people one day after the other in the same way, as one fact over those days. */
export function merged(facts: readonly Fact[]): Fact[] {
  const joint: Fact[] = [];
  for (const fact of facts) {
    const role = subjectRole(fact);
    const at = joint.findIndex(
      (known) =>
        role !== null &&
        known.kind === fact.kind &&
        // Own people and prisoners of theirs alike; but the dead of each side are told apart.
        (known.grave !== true || known.actors[0]?.side === fact.actors[0]?.side) &&
        JSON.stringify(known.clause) === JSON.stringify(fact.clause) &&
        !happenedBefore(fact, known, facts),
    );
    const known = joint[at];
    if (role === null || known === undefined) {
      joint.push(fact);
      continue;
    }
    const those = apart([...(known.roles[role] ?? []), ...(fact.roles[role] ?? [])]);
    const roles = { ...known.roles, [role]: those };
    joint[at] = {
      ...known,
      ids: [...known.ids, ...fact.ids],
      until: Math.max(known.until, fact.until),
      weight: known.weight === 'turn' || fact.weight === 'turn' ? 'turn' : known.weight,
      roles,
      actors: entitiesOf(known.clause.subject, roles),
      because: known.because.filter(({ id }) => fact.because.some((other) => other.id === id)),
    };
  }
  return joint;
}
