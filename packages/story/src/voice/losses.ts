import { identity, shownName } from '../english/names.ts';
import type { Entity, Told } from '../told.ts';
import type { Phrase } from '../words.ts';
import type { Fact } from './fact.ts';
import { factOf } from './fact.ts';

/** So many are named in one breath. */
const mostNamed = 5;
/** Those who fall within this time are told together, seconds. */
const breath = 30;
/** So many dead are listed at the end. */
const mostListed = 12;
/** So few who only lost their nerve, among so many, go without saying. */
const fewest = 2;

interface Loss {
  readonly event: Told;
  readonly who: Entity;
}

function lossOf(event: Told): Loss | null {
  const { subject } = event.clause;
  const who = 'role' in subject ? event.roles[subject.role] : undefined;
  return who === undefined ? null : { event, who };
}

/** Where a role of the event is said in its clause, the clause without it: several are not said to be in one place. */
function together(losses: readonly Loss[]): Fact {
  const [first] = losses;
  if (first === undefined) throw new RangeError('no losses');
  const fact = factOf(first.event);
  const { complements = [], subject, ...clause } = fact.clause;
  const place = fact.place;
  const oneplace = losses.every(({ event }) => event.place !== undefined && place !== undefined && identity(event.place) === identity(place)); // prettier-ignore
  const kept = complements.filter(({ phrase }) => !('role' in phrase));
  const actors = losses.map(({ who }) => who);
  return {
    ...fact,
    ids: losses.map(({ event }) => event.id),
    until: losses.at(-1)?.event.time ?? fact.time,
    weight: 'beat',
    clause: { ...clause, subject, ...(kept.length === 0 ? {} : { complements: kept }) },
    roles: 'role' in subject ? { ...fact.roles, [subject.role]: actors } : fact.roles,
    actors,
    place: oneplace ? place : undefined,
    because: [],
  };
}

/** What wears people down, as running out of rounds does, is told of a side as a whole. */
function isWear({ event }: Loss): boolean {
  return event.weight !== 'turn';
}

/** By side, how many have been worn down by what: each told once, when it is half of all. */
export function wornDown(events: readonly Told[], sizes: ReadonlyMap<string, number>): Fact[] {
  const worn = new Map<string, Map<string, Told>>();
  const facts: Fact[] = [];
  for (const event of events) {
    const loss = lossOf(event);
    const side = loss?.who.side;
    if (loss === null || side === undefined || !isWear(loss)) continue;
    const kind = `${event.kind} ${side}`;
    const those = worn.get(kind) ?? new Map<string, Told>();
    worn.set(kind, those);
    if (those.has(identity(loss.who))) continue;
    those.set(identity(loss.who), event);
    if (those.size !== Math.ceil((sizes.get(side) ?? Infinity) / 2)) continue;
    const { subject } = event.clause;
    const half: Entity = {
      name: `half of ${shownName({ name: side, kind: 'group' })}`,
      kind: 'group',
      definite: false,
    };
    facts.push({
      ...factOf(event),
      ids: [...those.values()].map(({ id }) => id),
      weight: 'beat',
      clause: { ...event.clause, aspect: 'perfect' },
      roles: 'role' in subject ? { [subject.role]: [half] } : {},
      actors: [half],
      place: undefined,
      because: [],
    });
  }
  return facts;
}

/** Everybody by name while they can be taken in; else how many. */
function allOf(dead: readonly Entity[]): Phrase {
  if (dead.length > mostListed) return { noun: 'life', count: dead.length };
  return { all: dead.map((one) => ({ noun: shownName(one), of: 'none' })) };
}

/** At the end, whom a side has lost for good. */
export function costOf(events: readonly Told[], time: number, home?: string): Fact[] {
  const sides = new Map<string, Loss[]>();
  for (const event of events) {
    const loss = lossOf(event);
    if (loss === null || event.kind !== 'wounds/died') continue;
    const side = loss.who.side ?? '';
    sides.set(side, [...(sides.get(side) ?? []), loss]);
  }
  const homeFirst = [...sides].sort(([a], [b]) => Number(b === home) - Number(a === home));
  return homeFirst.flatMap(([name, those]) => {
    const [first] = those;
    if (first === undefined || name === '') return [];
    const side: Entity = { name, kind: 'group' };
    return [
      {
        ...factOf(first.event),
        ids: those.map(({ event }) => event.id),
        time,
        until: time,
        weight: 'beat',
        clause: {
          verb: 'lose',
          subject: { role: 'side' },
          object: allOf(those.map(({ who }) => who)),
          aspect: 'perfect',
        },
        roles: { side: [side], dead: those.map(({ who }) => who) },
        actors: [side],
        place: undefined,
        because: [],
      } satisfies Fact,
    ];
  });
}

/** One with what did it, several together. */
function asOne(losses: readonly Loss[]): Fact {
  const [one, ...more] = losses;
  return one !== undefined && more.length === 0 ? factOf(one.event) : together(losses);
}

/** Those who fell within half a minute, as many as can be named in a breath. */
function inBreaths(losses: readonly Loss[]): Loss[][] {
  const breaths: Loss[][] = [];
  for (const loss of losses) {
    const open = breaths.at(-1);
    const first = open?.[0];
    if (
      open !== undefined &&
      first !== undefined &&
      open.length < mostNamed &&
      loss.event.time - first.event.time <= breath
    )
      open.push(loss);
    else breaths.push([loss]);
  }
  return breaths;
}

/**
 * What befell people, told side by side of those whom it befell: whoever decides for themselves, with what did it; the others together.
 * Who died of what they fell to in the same phase is only said to have died.
 */
export function lossesOf(events: readonly Told[], decides: (one: Entity) => boolean): Fact[] {
  const losses = events.flatMap((event) => lossOf(event) ?? []);
  const worst = new Map<string, number>();
  const isGrave = ({ event }: Loss) => event.sums === true;
  for (const loss of losses) if (isGrave(loss)) worst.set(identity(loss.who), loss.event.id);
  const told = losses.filter((loss) => {
    const last = worst.get(identity(loss.who));
    return last === undefined || last === loss.event.id;
  });
  const alone = told
    .filter((each) => !isWear(each))
    .filter(({ who, event }) => decides(who) && event.weight === 'turn');
  const kinds = new Map<string, Loss[]>();
  for (const loss of told.filter((one) => !alone.includes(one) && !isWear(one))) {
    const kind = `${loss.event.kind} ${loss.who.side ?? ''} ${loss.event.clause.verb === 'bleed' ? 'bled' : ''}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), loss]);
  }
  // Why somebody gave way for a moment is too long a story among so many.
  const facts = alone.map((loss) => ({ ...factOf(loss.event), ...(isGrave(loss) ? {} : { because: [] }) }));
  for (const those of kinds.values()) {
    const grave = those.every(isGrave);
    const [one] = those;
    if (those.length <= fewest && one !== undefined) {
      // Somebody who lost their nerve or ran out of rounds among sixty goes without saying.
      if (grave) facts.push(...inBreaths(those).map(asOne));
    } else if (!grave) facts.push(together(those));
    else facts.push(...inBreaths(those).map(asOne));
  }
  return facts;
}
