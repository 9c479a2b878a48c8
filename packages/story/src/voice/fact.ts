import { finish, rolesOf, sayClause } from '../english/clause.ts';
import { newDiscourse } from '../english/discourse.ts';
import { identity } from '../english/names.ts';
import type { Roles } from '../english/phrase.ts';
import { entitiesOf } from '../english/phrase.ts';
import type { Entity, Told, ToldCause } from '../told.ts';
import type { Affair, Clause, InThrong, Phrase, Weight } from '../words.ts';

/** What one clause of a telling says: an event, or several told as one. */
export interface Fact {
  readonly ids: readonly number[];
  readonly key: string;
  readonly time: number;
  /** Time of the last of its events. */
  readonly until: number;
  readonly kind: string;
  readonly weight: Weight;
  readonly clause: Clause;
  readonly roles: Roles;
  readonly actors: readonly Entity[];
  readonly place: Entity | undefined;
  readonly because: readonly ToldCause[];
  /** What a history comes down to. */
  readonly sums?: true;
  /** Told wherever there is room, whatever else there is of its kind. */
  readonly always?: true;
  /** Its reason is what comes back to somebody. */
  readonly recalls?: true;
  /** How it came to be told among many. */
  readonly how?: InThrong;
  /** Which of a settlement's affairs it belongs to. */
  readonly affair?: Affair;
  /** Somebody is lost by it for good. */
  readonly grave?: true;
  /** The thing that it is about, which is `it` in its reasons. */
  readonly itself?: string;
  /** Sums up what a whole side did again and again. */
  readonly exchange?: true;
  /** Says what the other side did in the same time as another fact: the first event of that. */
  readonly replies?: number;
}

/** Planning asks for the plain statement of a fact again and again. */
const plain = new WeakMap<Fact, string>();

/** The fact as a sentence that needs nothing around it: names, no reasons. */
export function plainly(fact: Fact): string {
  const known = plain.get(fact);
  if (known !== undefined) return known;
  const said = finish(sayClause(fact.clause, { roles: fact.roles, discourse: newDiscourse() }));
  plain.set(fact, said);
  return said;
}

export function wordCount(text: string): number {
  return text === '' ? 0 : text.split(/\s+/).length;
}

export function factOf(told: Told): Fact {
  const roles = { ...rolesOf(told.roles), ...told.several };
  return {
    ids: [told.id, ...(told.with ?? [])],
    key: told.key,
    time: told.time,
    until: told.time,
    kind: told.kind,
    weight: told.weight,
    clause: told.clause,
    roles,
    actors: entitiesOf(told.clause.subject, roles),
    place: told.place,
    because: told.because,
    ...(told.inThrong === undefined ? {} : { how: told.inThrong }),
    ...(told.affair === undefined ? {} : { affair: told.affair }),
    ...(told.lasting?.some(({ what, of }) => what === 'all' && of !== null) === true ? { grave: true } : {}),
    ...(told.sums === true ? { sums: true } : {}),
    ...(told.arrives === true ? { always: true } : {}),
    ...(told.recalls === true ? { recalls: true } : {}),
  };
}

/** Roles of several events: everybody who stood in a role, in order of appearance. */
export function joinRoles(all: readonly Told[]): Roles {
  const joint: Record<string, Entity[]> = {};
  for (const { roles } of all) {
    for (const [role, entity] of Object.entries(roles)) {
      const filled = (joint[role] ??= []);
      if (!filled.some((known) => identity(known) === identity(entity))) filled.push(entity);
    }
  }
  return joint;
}

export function joinCauses(
  all: readonly { readonly because: readonly ToldCause[] }[],
  own: readonly number[],
): ToldCause[] {
  const causes = new Map<number, ToldCause>();
  all.forEach(({ because }, at) => {
    for (const cause of because) {
      // Groups are numbered within their event: keep those of different events apart.
      if (!own.includes(cause.id) && !causes.has(cause.id))
        causes.set(cause.id, { ...cause, group: at * 64 + cause.group });
    }
  });
  return [...causes.values()];
}

function rolesInPhrase(phrase: Phrase | undefined): string[] {
  if (phrase === undefined) return [];
  if ('role' in phrase) return [phrase.role];
  return 'all' in phrase ? phrase.all.flatMap(rolesInPhrase) : [];
}

/** The roles that a clause speaks of; others do not make two statements differ. */
export function rolesIn(clause: Clause | undefined): readonly string[] {
  if (clause === undefined) return [];
  const { subject, object, complements = [], purpose, content } = clause;
  const phrases = [subject, object, ...complements.map(({ phrase }) => phrase)];
  return [...new Set([...phrases.flatMap(rolesInPhrase), ...rolesIn(purpose), ...rolesIn(content)])];
}
