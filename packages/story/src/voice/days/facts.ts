import { rolesOf } from '../../english/clause.ts';
import { identity } from '../../english/names.ts';
import { entitiesOf } from '../../english/phrase.ts';
import { dayOf, dayWords } from '../../english/times.ts';
import type { Told, ToldCause } from '../../told.ts';
import type { Clause, InThrong } from '../../words.ts';
import type { Fact } from '../fact.ts';
import { alone, joinedFacts } from '../joined.ts';
import { summedUp } from '../summed.ts';
import { ends } from './ledger.ts';
import { merged } from './merge.ts';

const HOUR = 3600;
const DAY = 86_400;
/** What lies less far back needs no time said, seconds. */
const JUST_BEFORE = 12 * HOUR;
/** What only passes something on is no reason any more after so long, seconds: a watch that somebody stood. */
const PASSING = 1.5 * DAY;
/** How far what was ended is looked behind for a reason. */
const DEEPEST = 4;

function toldHow(event: Told): InThrong {
  return event.inThrong ?? (event.weight === 'turn' ? 'apart' : 'unsaid');
}

/** `on the first night`, `the day before`: when something was that is told of on another day. */
function whenOf(cause: ToldCause, of: Told, begin: number): string | undefined {
  if (cause.time < 0 || of.time - cause.time <= JUST_BEFORE) return undefined;
  const [at, now] = [begin + cause.time, begin + of.time];
  const hour = Math.floor((((at % DAY) + DAY) % DAY) / HOUR);
  const dark = hour >= 20 || hour < 5;
  const night = hour < 5 ? at - DAY : at;
  if (!dark && dayOf(now) - dayOf(at) === 1) return 'the day before';
  if (dark && dayOf(now) - dayOf(night) === 1) return 'the night before';
  // What was before light belongs to the night of the day before.
  return dark ? `on ${dayWords(night).replace(/day$/, 'night')}` : `on ${dayWords(at)}`;
}

/** `had food for nine days`: how it stood then, which is said without a day. */
function isState({ clause }: ToldCause): boolean {
  return clause.verb === 'have' && clause.aspect === undefined;
}

/** What somebody was or was doing at a moment long past is told as what came about then: `had fallen`, `had stood watch`. */
function asPast(cause: ToldCause, begun: Told | undefined): Clause {
  const { aspect, ...clause } = cause.clause;
  if (begun !== undefined && clause.verb === 'be') return begun.clause;
  return aspect === 'progressive' ? clause : cause.clause;
}

/** That somebody was hurt is why they died, or what a wound is told by; it is no reason for all that is done about it. */
function isWorthGiving({ scar, clause, roles }: ToldCause, event: Told): boolean {
  if (scar === undefined) return true;
  const [hurt] = entitiesOf(clause.subject, rolesOf(roles));
  const [actor] = entitiesOf(event.clause.subject, rolesOf(event.roles));
  return event.weight === 'turn' && hurt !== undefined && actor !== undefined && identity(hurt) === identity(actor);
}

function withWhen(cause: ToldCause, event: Told, begun: Told | undefined, begin: number): ToldCause {
  const when = whenOf(cause, event, begin);
  return when === undefined ? cause : { ...cause, clause: asPast(cause, begun), when: isState(cause) ? '' : when };
}

/** The reasons of an event of the days: what it ended is none, but what lay behind that is, where something else begins. */
function reasonsOf(event: Told, byId: ReadonlyMap<number, Told>, begin: number): ToldCause[] {
  const onlyEnds = event.lasting !== undefined && event.lasting.every(({ as }) => as === undefined);
  const kept = new Map<number, ToldCause>();
  const walk = (causes: readonly ToldCause[], depth: number) => {
    for (const cause of causes) {
      const begun = byId.get(cause.id);
      // What helped goes without saying, by the day; what comes back to somebody is told as it was.
      if (event.recalls === true) kept.set(cause.id, withWhen(cause, event, begun, begin));
      if (event.recalls === true || cause.as === 'enabled' || begun?.asCause === 'nothing') continue;
      // Whoever is down is laid up, mends or dies of a wound, which says where it came from.
      if (cause.clause.verb === 'be' && begun?.affair === 'wounded' && event.affair === 'wounded') continue;
      if (begun?.asCause === 'behind' && event.time - cause.time > PASSING) continue;
      if (begun !== undefined && ends(event, begun)) {
        if (depth < DEEPEST && !onlyEnds) walk(begun.because, depth + 1);
      } else if (!kept.has(cause.id) && isWorthGiving(cause, event)) {
        kept.set(cause.id, withWhen(cause, event, begun, begin));
      }
    }
  };
  // What it is the end of goes without saying.
  if (event.ends !== true) walk(event.because, 0);
  return [...kept.values()];
}

/** Whether something else befell whoever an event is about between another and this: told with that, it would come too soon. */
function isTooSoon(first: Told, event: Told, events: readonly Told[]): boolean {
  const about = (one: Told) => new Set(entitiesOf(one.clause.subject, rolesOf(one.roles)).map(identity));
  const those = about(event);
  return events.some(
    (other) =>
      other.affair === 'wounded' && other.kind !== event.kind && other.time > first.time && other.time < event.time && [...about(other)].some((one) => those.has(one)), // prettier-ignore
  );
}

/** What those do who are on the same side, and in the same way, on one day is one fact. */
function factsIn(events: readonly Told[]): Fact[] {
  const how = (...kinds: readonly InThrong[]) => events.filter((event) => kinds.includes(toldHow(event)));
  const byId = new Map(events.map((event) => [event.id, event]));
  const shared = (fact: Fact): Fact => {
    const all = fact.ids.flatMap((id) => byId.get(id) ?? []);
    return { ...fact, because: fact.because.filter(({ id }) => all.every(({ because }) => because.some((one) => one.id === id))) }; // prettier-ignore
  };
  return [
    ...joinedFacts(how('apart', 'joined', 'losses'), (first, event) => !isTooSoon(first, event, events)).map(shared),
    ...summedUp(how('summed').filter(({ gather }) => gather !== undefined)),
  ].map(alone);
}

function isSky({ lasting = [] }: Told): boolean {
  return lasting.some(({ of, what }) => of === null && what !== 'all');
}

/**
 * What a journal tells of days: what somebody noticed that is more than a detail, each kind once a day for all whom it befell.
 * `raw` are the events as they are, `prepared` as the voice has made them ready.
 */
export function dayFacts(prepared: readonly Told[], raw: ReadonlyMap<number, Told>, begin: number): Fact[] {
  const days = new Map<number, Told[]>();
  for (const event of [...prepared].sort((a, b) => a.time - b.time || a.id - b.id)) {
    if (event.weight === 'detail' || toldHow(event) === 'unsaid' || isSky(event)) continue;
    const known = raw.get(event.id) ?? event;
    // What is joined is worded alike.
    const clause = toldHow(event) === 'apart' || event.several !== undefined ? event.clause : known.clause;
    const { sums: _sums, ...rest } = event;
    const told = { ...rest, clause, because: reasonsOf(event, raw, begin) };
    const day = dayOf(begin + event.time);
    days.set(day, [...(days.get(day) ?? []), told]);
  }
  return [...days.values()].flatMap((those) => merged(factsIn(those))).map(nameless);
}

/** A thing that a fact is about is `it` where its reasons speak of it, too. */
function nameless(fact: Fact): Fact {
  const things = new Set(fact.actors.filter(({ kind }) => kind === 'thing').map(identity));
  if (things.size !== 1) return fact;
  return { ...fact, itself: [...things][0] ?? '' };
}
