import { identity } from '../../english/names.ts';
import { timesWords } from '../../english/numbers.ts';
import { entitiesOf, sameEntities } from '../../english/phrase.ts';
import type { Entity } from '../../told.ts';
import type { Clause, Phrase } from '../../words.ts';
import type { Fact } from '../fact.ts';
import { rolesIn } from '../fact.ts';
import { happenedBefore } from './merge.ts';

const DAY = 86_400;
/** What has been told so often within so many days is no news when it happens again. */
const TOLD = 2;
const WITHIN = 10 * DAY;

type Complements = NonNullable<Clause['complements']>;

function sortOf({ kind, clause, affair }: Fact): string {
  return affair === 'watch' ? kind : `${kind} ${clause.verb}`;
}

/** Whether it is told of no more where it happens again and again: how many stand watch. */
export function isRota({ affair, weight }: Fact): boolean {
  return affair === 'watch' && weight !== 'turn';
}

/** Those of the facts, in any order, that happen again and again: the third of a sort within ten days, and what follows. Nobody's death is one. */
export function recurringIn(facts: readonly Fact[]): ReadonlySet<Fact> {
  const recurring = new Set<Fact>();
  const before = new Map<string, number[]>();
  for (const fact of [...facts].sort((a, b) => a.time - b.time || (a.ids[0] ?? 0) - (b.ids[0] ?? 0))) {
    const sort = sortOf(fact);
    const times = (before.get(sort) ?? []).filter((time) => fact.time - time <= WITHIN);
    if (times.length >= TOLD && fact.grave !== true) recurring.add(fact);
    before.set(sort, [...times, fact.time]);
  }
  return recurring;
}

/** The phrase without what it counts. */
function uncounted(phrase: Phrase | undefined): unknown {
  if (phrase === undefined || !('noun' in phrase)) return phrase;
  const { count: _count, ...noun } = phrase;
  return noun;
}

/** What has to be the same for two facts to be one over several days: where it was need not be. */
function statementOf({ kind, clause, actors }: Fact): string {
  const { object, complements: _where, manner: _how, ...rest } = clause;
  return JSON.stringify([kind, rest, uncounted(object), actors[0]?.side, actors[0]?.kind]);
}

function essentials({ clause }: Fact): readonly string[] {
  const { complements: _where, ...rest } = clause;
  return rolesIn(rest);
}

function isPlaceOnly({ phrase }: Complements[number], { roles }: Fact): boolean {
  return 'role' in phrase && (roles[phrase.role] ?? []).every(({ kind }) => kind === 'place');
}

/** Complements that hold of all; null where one is left out that says more than where it was or what somebody thought. */
function common(facts: readonly Fact[]): Complements | null {
  const [first, ...others] = facts;
  const holds = (of: Fact, one: Complements[number]) =>
    (of.clause.complements ?? []).some((other) => JSON.stringify(other) === JSON.stringify(one)) &&
    (first === undefined || sameEntities(entitiesOf(one.phrase, first.roles), entitiesOf(one.phrase, of.roles)));
  const kept = (first?.clause.complements ?? []).filter((one) => others.every((fact) => holds(fact, one)));
  const left = facts.flatMap((fact) =>
    (fact.clause.complements ?? []).filter(
      (one) =>
        !kept.some((known) => JSON.stringify(known) === JSON.stringify(one)) &&
        !isPlaceOnly(one, fact) &&
        !one.by.startsWith('and '),
    ),
  );
  return left.length > 0 ? null : kept;
}

function apart(entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map((one) => [identity(one), one])).values()];
}

/** How often, behind all else that the clause says. */
function withTimes(clause: Clause, times: string): Clause {
  return clause.purpose === undefined
    ? { ...clause, manner: times }
    : { ...clause, purpose: { ...clause.purpose, manner: times } };
}

/** The same several times over, as one; null where that would say more than happened. */
function asOne(facts: readonly Fact[]): Fact | null {
  const [first] = facts;
  const last = facts.at(-1);
  if (first === undefined || last === undefined || facts.some(({ grave }) => grave === true)) return null;
  const complements = common(facts);
  const essential = essentials(first);
  const differing = essential.filter((role) => facts.some((fact) => !sameEntities(fact.roles[role] ?? [], first.roles[role] ?? []))); // prettier-ignore
  const [varied, ...more] = differing;
  if (complements === null || more.length > 0) return null;
  const those = varied === undefined ? [] : apart(facts.flatMap((fact) => fact.roles[varied] ?? []));
  const roles = varied === undefined ? first.roles : { ...first.roles, [varied]: those };
  const counts = facts.map(({ clause }) => (clause.object !== undefined && 'noun' in clause.object ? (clause.object.count ?? null) : null)); // prettier-ignore
  const { object } = first.clause;
  const sum = counts.every((count) => count !== null) ? counts.reduce((all, count) => all + count, 0) : null;
  const summed = sum !== null && object !== undefined && 'noun' in object && object.unit !== undefined;
  const said = facts.some(({ clause }) => clause.manner !== undefined || clause.purpose?.manner !== undefined);
  if (!summed && new Set(counts).size > 1) return null;
  const bare = { ...first.clause, complements, ...(summed ? { object: { ...object, count: sum } } : {}) };
  const times = varied === undefined ? facts.length : facts.reduce((all, { roles: each }) => all + (each[varied]?.length ?? 0), 0); // prettier-ignore
  const often = times > Math.max(1, those.length) && !summed && !said;
  const clause = !often ? bare : withTimes(bare, those.length < 2 ? timesWords(times) : `, ${timesWords(times)} in all`); // prettier-ignore
  return {
    ...first,
    ids: facts.flatMap(({ ids }) => ids),
    until: Math.max(...facts.map(({ until }) => until)),
    weight: facts.some(({ weight }) => weight === 'turn') ? 'turn' : first.weight,
    clause,
    roles,
    actors: entitiesOf(clause.subject, roles),
    because: [],
  };
}

/** What happened again and again over some days, each sort as one wherever that says no more than happened. */
export function gatheredOver(facts: readonly Fact[]): Fact[] {
  const sorts = new Map<string, Fact[]>();
  for (const fact of facts) {
    const statement = statementOf(fact);
    sorts.set(statement, [...(sorts.get(statement) ?? []), fact]);
  }
  return [...sorts.values()].flatMap((same) => {
    const [first, ...later] = same;
    const soon = first !== undefined && later.some((fact) => happenedBefore(fact, first, facts));
    const one = same.length > 1 && !soon ? asOne(same) : null;
    return one === null ? same : [one];
  });
}
