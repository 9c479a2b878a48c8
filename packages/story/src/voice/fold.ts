import { rolesOf } from '../english/clause.ts';
import { identity } from '../english/names.ts';
import type { Roles } from '../english/phrase.ts';
import { sameEntities } from '../english/phrase.ts';
import type { ToldCause } from '../told.ts';
import { rolesIn } from './fact.ts';

/** The roles of a cause, several in one where causes were folded. */
export function causeRoles(cause: ToldCause): Roles {
  return { ...rolesOf(cause.roles), ...cause.several };
}

/** The one role in which two causes differ that otherwise say the same; null where there is none or more than one. */
function differingRole(a: ToldCause, b: ToldCause): string | null {
  if (JSON.stringify(a.clause) !== JSON.stringify(b.clause)) return null;
  const [one, other] = [causeRoles(a), causeRoles(b)];
  const differing = rolesIn(a.clause).filter((role) => !sameEntities(one[role] ?? [], other[role] ?? []));
  return differing.length === 1 ? (differing[0] ?? null) : null;
}

/** Causes that say the same of different people, as one. */
export function folded(causes: readonly ToldCause[]): ToldCause[] {
  const kept: ToldCause[] = [];
  const said = new Set<string>();
  for (const cause of causes) {
    const statement = JSON.stringify([
      cause.clause,
      rolesIn(cause.clause).map((role) => (causeRoles(cause)[role] ?? []).map(identity)),
    ]);
    if (said.has(statement)) continue;
    said.add(statement);
    const at = kept.findIndex((known) => differingRole(known, cause) !== null);
    const known = kept[at];
    const role = known === undefined ? null : differingRole(known, cause);
    if (known === undefined || role === null) {
      kept.push(cause);
      continue;
    }
    const all = [...(causeRoles(known)[role] ?? []), ...(causeRoles(cause)[role] ?? [])];
    const joint = all.filter((one, index) => all.findIndex((other) => identity(other) === identity(one)) === index);
    // One role at most holds several, else more would be said than is so.
    if (known.several !== undefined && !(role in known.several)) {
      kept.push(cause);
      continue;
    }
    kept[at] = { ...known, several: { [role]: joint }, ids: [...(known.ids ?? [known.id]), cause.id] };
  }
  return kept;
}
