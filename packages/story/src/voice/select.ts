import type { Told } from '../told.ts';
import { identity } from '../english/names.ts';
import type { Fact } from './fact.ts';
import { longPast } from './prepare.ts';

/** How long a telling may be, in words at most. */
export type Length = 'line' | 'page' | 'chapter' | 'booklet';
export const wordsIn: Readonly<Record<Length, number>> = { line: 40, page: 400, chapter: 1500, booklet: 6000 };

/** How many later events rest on each, over at most four steps of stated causes. */
export function consequences(told: readonly Told[]): Map<number, number> {
  const because = new Map(told.map((event) => [event.id, event.because.map((cause) => cause.id)]));
  const count = new Map<number, number>();
  for (const { id } of told) {
    let edge = [id];
    const seen = new Set(edge);
    for (let depth = 0; depth < 4 && edge.length > 0; depth++) {
      edge = edge.flatMap((one) => because.get(one) ?? []).filter((one) => !seen.has(one));
      for (const one of edge) {
        seen.add(one);
        count.set(one, (count.get(one) ?? 0) + 1);
      }
    }
  }
  return count;
}

/**
 * The facts worth telling, most telling first: turns, then beats, then details that were gathered; within a weight by
 * what came of them and by how rare their kind is. A single detail is not told.
 */
export function byWorth(facts: readonly Fact[], told: readonly Told[]): Fact[] {
  const after = consequences(told);
  const kinds = new Map<string, number>();
  for (const { kind } of told) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const start = Math.min(...facts.map((fact) => fact.time));
  const span = Math.max(...facts.map((fact) => fact.time)) - start;
  const worth = (fact: Fact) => {
    const weight = fact.weight === 'turn' ? 1000 : fact.weight === 'beat' ? 100 : 50;
    const came = Math.max(...fact.ids.map((id) => after.get(id) ?? 0));
    // What a time comes to counts beside what it comes from.
    const late = fact.weight === 'turn' && span > 0 ? (20 * (fact.time - start)) / span : 0;
    return weight + late + Math.min(came * 6, 90) + 20 / (kinds.get(fact.kind) ?? 1);
  };
  return facts
    .filter((fact) => fact.weight !== 'detail' || fact.ids.length > 1)
    .map((fact) => ({ fact, worth: worth(fact) }))
    .sort((a, b) => b.worth - a.worth || a.fact.time - b.fact.time)
    .map(({ fact }) => fact);
}

/** So few of a kind in a history are each worth telling. */
const rare = 6;

/**
 * What a telling with room for it tells: turns; exchanges and beats; of beats that happen again and again only everybody's
 * first, and those that an old wrong stands behind.
 */
export function worthTelling(facts: readonly Fact[], told: readonly Told[]): Fact[] {
  const kinds = new Map<string, number>();
  for (const { kind } of told) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const begun = new Set<string>();
  return facts.filter((fact) => {
    if (fact.weight === 'detail') return false;
    if (fact.weight === 'turn' || fact.exchange === true || fact.always === true) return true;
    if (fact.actors.length > 0 && (kinds.get(fact.kind) ?? 0) <= rare) return true;
    // What nobody did, such as the weather, is said the first time.
    // What is said over and over by all of a side is said once for it.
    const spoken = fact.clause.content !== undefined;
    const whose =
      fact.actors.length === 0
        ? [JSON.stringify(fact.clause)]
        : fact.actors.map((one) => (spoken ? (one.side ?? '') : identity(one)));
    const keys = whose.map((who) => `${fact.kind} ${who}`);
    const isFirst = keys.some((key) => !begun.has(key));
    for (const key of keys) begun.add(key);
    return isFirst || fact.because.some(({ time }) => fact.time - time > longPast);
  });
}

/** What it all came down to: how it began, how it ended, then what else its systems hold for its sum, the last first. */
export function inSum(facts: readonly Fact[], told: readonly Told[]): Fact[] {
  const sums = new Set(told.filter((event) => event.sums === true).map(({ id }) => id));
  const [first, ...rest] = together(facts.filter(({ ids }) => ids.some((id) => sums.has(id))));
  return first === undefined ? byWorth(facts, told) : [first, ...rest.reverse()];
}

/** Facts of a kind that befell several, as one, wherever each was: `Ilka, Rourke and Lena fell`. */
function together(facts: readonly Fact[]): Fact[] {
  const joint: Fact[] = [];
  for (const fact of facts) {
    const { subject, object } = fact.clause;
    const at = joint.findIndex((known) => known.kind === fact.kind && known.clause.object === undefined);
    const known = joint[at];
    if (known === undefined || object !== undefined || !('role' in subject)) {
      joint.push(fact);
      continue;
    }
    const actors = [...new Map([...known.actors, ...fact.actors].map((one) => [identity(one), one])).values()];
    const { complements: _where, ...clause } = known.clause;
    joint[at] = {
      ...known,
      ids: [...known.ids, ...fact.ids],
      clause,
      roles: { ...known.roles, [subject.role]: actors },
      actors,
      place: undefined,
    };
  }
  return joint;
}
