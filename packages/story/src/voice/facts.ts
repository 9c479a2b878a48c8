import { newDiscourse } from '../english/discourse.ts';
import { finish, rolesOf, sayClause } from '../english/clause.ts';
import { identity } from '../english/names.ts';
import { timesWords } from '../english/numbers.ts';
import type { Roles } from '../english/phrase.ts';
import { entitiesOf, sameEntities } from '../english/phrase.ts';
import { isPerception, isStative } from '../english/verbs.ts';
import type { Entity, Told, ToldCause } from '../told.ts';
import type { Clause, Phrase, Weight } from '../words.ts';
import { exchangesOf } from './exchange.ts';

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
  /** Told wherever there is room, whatever else there is of its kind. */
  readonly always?: true;
  /** Sums up what a whole side did again and again. */
  readonly exchange?: true;
  /** Says what the other side did in the same time as the fact before it. */
  readonly replies?: true;
}

/** A run of acts is told as one while no pause in it is longer, seconds. */
const pauseWithinRun = 120;
const longestRun = 420;
/** Several people doing the same are told as one within this time, seconds. */
const together = 40;

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
    ...(told.arrives === true ? { always: true } : {}),
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

function gathered(run: readonly Told[]): Fact {
  const [first] = run;
  if (first === undefined) throw new RangeError('nothing to gather');
  if (run.length === 1) return factOf(first);
  const ids = run.map((told) => told.id);
  const roles = joinRoles(run);
  const { verb, manner } = first.clause;
  const varied = run.some((told) => differences(told, first) > 0);
  const silent = varied || isPerception(verb) || isStative(verb.split(' ')[0] ?? '') || manner !== undefined;
  const clause =
    first.gather?.(ids, true) ?? (silent ? first.clause : { ...first.clause, manner: timesWords(run.length) });
  return {
    ...factOf(first),
    ids,
    until: run.at(-1)?.time ?? first.time,
    clause,
    roles,
    actors: entitiesOf(clause.subject, roles),
    because: joinCauses(run, ids),
    ...(first.gather === undefined ? {} : { weight: 'beat', always: true }),
  };
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

/** In how many roles two events differ that their clause speaks of. */
function differences(a: Told, b: Told): number {
  const roles = rolesIn(a.clause);
  let count = 0;
  for (const role of roles) {
    const [one, other] = [a.roles[role], b.roles[role]];
    if (one === undefined || other === undefined || identity(one) !== identity(other)) count++;
  }
  return count;
}

/**
 * Whether an event can join a run without saying more than what happened: all of the run differ from it in the same one
 * role at most, so that `saw Wicks and Lorne` holds of each.
 */
function continues(run: readonly Told[], event: Told): boolean {
  const [first] = run;
  if (first === undefined || event.kind !== first.kind || event.weight === 'turn' || first.weight === 'turn')
    return false;
  if (event.gather !== undefined) return true;
  if (JSON.stringify(first.clause) !== JSON.stringify(event.clause)) return false;
  const joint = joinRoles([...run, event]);
  const varied = rolesIn(first.clause).filter((role) => (joint[role]?.length ?? 0) > 1).length;
  return varied === 0 || (varied === 1 && run.every((known) => differences(known, event) <= 1));
}

function actorOf(told: Told): string | null {
  const actors = entitiesOf(told.clause.subject, rolesOf(told.roles));
  return actors.length === 1 && actors[0] !== undefined ? identity(actors[0]) : null;
}

/** Tells as one what the same actor did again and again, where nothing else of theirs that matters came between. */
function gatherRuns(told: readonly Told[]): Fact[] {
  const facts: Fact[] = [];
  const open = new Map<string, Map<string, Told[]>>();
  for (const event of told) {
    const actor = actorOf(event);
    if (actor === null) {
      facts.push(factOf(event));
      continue;
    }
    const runs = open.get(actor) ?? new Map<string, Told[]>();
    open.set(actor, runs);
    const run = runs.get(event.kind);
    if (run !== undefined && isNear(run, event) && continues(run, event)) {
      run.push(event);
      continue;
    }
    const ended = event.weight === 'detail' ? [event.kind] : [...runs.keys()];
    for (const kind of ended) {
      const closed = runs.get(kind);
      if (closed !== undefined) facts.push(gathered(closed));
      runs.delete(kind);
    }
    runs.set(event.kind, [event]);
  }
  for (const runs of open.values()) for (const run of runs.values()) facts.push(gathered(run));
  return inOrder(facts);
}

function isNear(run: readonly Told[], event: Told): boolean {
  const since = (told: Told | undefined) => event.time - (told?.time ?? -Infinity);
  return since(run.at(-1)) <= pauseWithinRun && since(run[0]) <= longestRun;
}

export function inOrder(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => a.time - b.time || (a.ids[0] ?? 0) - (b.ids[0] ?? 0));
}

/** Whether two facts say the same of different people, so that `Ann and Bede fell back to the barn` says both. */
function saysSame(a: Fact, b: Fact): boolean {
  if (a.kind !== b.kind || !('role' in a.clause.subject) || a.clause.subject.possessed !== undefined) return false;
  const bare = ({ clause: { manner, ...rest } }: Fact) =>
    JSON.stringify(manner === 'each' ? rest : { ...rest, manner });
  if (bare(a) !== bare(b)) return false;
  const role = a.clause.subject.role;
  if (a.actors[0]?.side !== b.actors[0]?.side) return false;
  if (sameEntities(a.actors, b.actors) || a.actors.length === 0 || b.actors.length === 0) return false;
  if (a.actors.some((one) => b.actors.some((other) => identity(one) === identity(other)))) return false;
  const others = rolesIn(a.clause).filter((name) => name !== role);
  // One doing it to the other is no common act of both.
  const objects = others.flatMap((name) => a.roles[name] ?? []);
  if (objects.some((one) => b.actors.some((actor) => identity(actor) === identity(one)))) return false;
  return others.every((name) => sameEntities(a.roles[name] ?? [], b.roles[name] ?? []));
}

/** Index of the latest fact that says the same of others, or -1. Facts are in order, so the search ends where time does. */
function placeToJoin(merged: readonly Fact[], fact: Fact): number {
  for (let at = merged.length - 1; at >= 0; at--) {
    const known = merged[at];
    if (known === undefined || fact.time - known.time > together) return -1;
    if (saysSame(known, fact)) return at;
  }
  return -1;
}

function mergeSubjects(facts: readonly Fact[]): Fact[] {
  const merged: Fact[] = [];
  for (const fact of facts) {
    const since = placeToJoin(merged, fact);
    const known = merged[since];
    const acted = merged
      .slice(since + 1)
      .some((between) => fact.because.some((cause) => between.ids.includes(cause.id)));
    if (known === undefined || acted || !('role' in fact.clause.subject)) {
      merged.push(fact);
      continue;
    }
    const ids = [...known.ids, ...fact.ids];
    const actors = [...known.actors, ...fact.actors];
    // `shouldered twenty kilos each`: an amount is that of every one.
    const { object } = known.clause;
    const amount = object !== undefined && 'noun' in object && object.unit !== undefined;
    merged[since] = {
      ...known,
      ...(amount ? { clause: { ...known.clause, manner: 'each' } } : {}),
      ids,
      actors,
      until: Math.max(known.until, fact.until),
      weight: [known.weight, fact.weight].includes('turn')
        ? 'turn'
        : [known.weight, fact.weight].includes('beat')
          ? 'beat'
          : 'detail',
      roles: { ...known.roles, [fact.clause.subject.role]: actors },
      because: joinCauses([known, fact], ids),
    };
  }
  return merged;
}

/** The events as facts in order of time: repeated acts gathered, the same act of several people joined. */
export function factsOf(told: readonly Told[]): Fact[] {
  const ordered = [...told].sort((a, b) => a.time - b.time || a.id - b.id);
  const { apart, exchanges } = exchangesOf(ordered);
  return mergeSubjects(inOrder([...gatherRuns(apart), ...exchanges]));
}
