import { identity } from '../english/names.ts';
import type { Entity, Told } from '../told.ts';
import type { Fact } from './fact.ts';
import { factOf } from './fact.ts';

/** So many are named in one breath. */
const mostNamed = 5;
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
  const alone = told.filter(({ who, event }) => decides(who) && event.weight === 'turn');
  const kinds = new Map<string, Loss[]>();
  for (const loss of told.filter((one) => !alone.includes(one))) {
    const kind = `${loss.event.kind} ${loss.who.side ?? ''} ${loss.event.clause.verb === 'bleed' ? 'bled' : ''}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), loss]);
  }
  const facts = alone.map(({ event }) => factOf(event));
  for (const those of kinds.values()) {
    const grave = those.every(isGrave);
    const [one] = those;
    if (those.length <= fewest && one !== undefined) {
      // Somebody who lost their nerve or ran out of rounds among sixty goes without saying.
      if (grave) facts.push(those.length === 1 ? factOf(one.event) : together(those));
    } else if (!grave) facts.push(together(those));
    else for (let at = 0; at < those.length; at += mostNamed) facts.push(together(those.slice(at, at + mostNamed)));
  }
  return facts;
}
