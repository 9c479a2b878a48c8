import { rolesOf } from '../english/clause.ts';
import { identity } from '../english/names.ts';
import { timesWords } from '../english/numbers.ts';
import { entitiesOf, sameEntities } from '../english/phrase.ts';
import { isPerception, isStative } from '../english/verbs.ts';
import type { Told } from '../told.ts';
import { exchangesOf } from './exchange.ts';
import type { Fact } from './fact.ts';
import { factOf, joinCauses, joinRoles, rolesIn } from './fact.ts';
import { volleys } from './volley.ts';

/** A run of acts is told as one while no pause in it is longer, seconds. */
const pauseWithinRun = 120;
const longestRun = 420;
/** Several people doing the same are told as one within this time, seconds. */
const together = 40;

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
  // Somebody said to be in two places was in one after the other.
  const places = rolesIn(first.clause.content).some(
    (role) => (joint[role]?.length ?? 0) > 1 && joint[role]?.[0]?.kind === 'place',
  );
  if (places) return false;
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
  return volleys(mergeSubjects(inOrder([...gatherRuns(apart), ...exchanges])));
}
