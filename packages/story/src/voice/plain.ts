import { finish, rolesOf, sayClause } from '../english/clause.ts';
import { newDiscourse } from '../english/discourse.ts';
import type { Entity } from '../told.ts';
import type { Clause } from '../words.ts';

/** One clause as one sentence that needs nothing around it: names throughout. For lists of events and for causes. */
export function sayPlainly(clause: Clause, roles: Readonly<Record<string, Entity>>): string {
  return finish(sayClause(clause, { roles: rolesOf(roles), discourse: newDiscourse() }));
}
