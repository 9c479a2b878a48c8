import { rolesOf } from '../english/clause.ts';
import { identity } from '../english/names.ts';
import { entitiesOf } from '../english/phrase.ts';
import type { Entity, Told } from '../told.ts';
import type { InThrong } from '../words.ts';
import { alone, joinedFacts } from './joined.ts';
import { costOf, lossesOf, wornDown } from './losses.ts';
import type { Fact } from './fact.ts';
import { prepared } from './prepare.ts';
import { firingIn } from './firing.ts';
import { summedUp } from './summed.ts';

/**
 * A battle of sixty cannot be told act by act. It is told by phases: what turned it, each turn for itself with its reasons;
 * and between one and the next, gathered, how the fight stood and whom it cost.
 */

/** More people than this act in a history that is told by phases. */
const mostPeople = 30;
/** A phase begins with a turn and takes in what turns within this time, seconds. */
const shortest = 150;
/** While less has turned in it, it takes in what turns within this time. */
const longest = 400;
const fewest = 3;
/** What turns within so short a time after another is told with it. */
const breath = 15;
/** What is said again within this time goes without saying, seconds. */
const saidLately = 900;
/** So much of what lay between two people is recalled at the beginning. */
const mostPast = 3;

export function isThrong(told: readonly Told[]): boolean {
  // Without the words of its systems it cannot be gathered.
  if (told.every(({ inThrong }) => inThrong === undefined)) return false;
  const people = new Set<string>();
  for (const { time, roles } of told) {
    if (time >= 0 && roles['actor']?.kind === 'person') people.add(identity(roles['actor']));
  }
  return people.size > mostPeople;
}

function toldHow(event: Told): InThrong {
  return event.inThrong ?? (event.weight === 'turn' ? 'apart' : 'unsaid');
}

function actorOf(event: Told): Entity | undefined {
  return entitiesOf(event.clause.subject, rolesOf(event.roles))[0];
}

const decided: ReadonlySet<InThrong> = new Set(['apart', 'joined']);

/** Those who decide: they act where it turns, again and again, and what befalls them is told for itself. */
function decidersIn(events: readonly Told[]): ReadonlySet<string> {
  const turned = new Map<string, number>();
  for (const event of events) {
    const actor = actorOf(event);
    if (event.time < 0 || actor?.kind !== 'person' || !decided.has(toldHow(event)) || event.weight !== 'turn') continue;
    turned.set(identity(actor), (turned.get(identity(actor)) ?? 0) + 1);
  }
  return new Set([...turned].filter(([, count]) => count > 1).map(([who]) => who));
}

/** Of each side whoever first decides anything. */
function leadersIn(events: readonly Told[], deciders: ReadonlySet<string>): ReadonlySet<string> {
  const leaders = new Map<string, string>();
  for (const event of events) {
    const actor = actorOf(event);
    if (event.time < 0 || event.weight !== 'turn' || actor === undefined || !deciders.has(identity(actor))) continue;
    if (!leaders.has(actor.side ?? '')) leaders.set(actor.side ?? '', identity(actor));
  }
  return new Set(leaders.values());
}

/** Of the past, what befell a side, and what lay between those who lead. */
function pastOf(events: readonly Told[], leaders: ReadonlySet<string>): Told[] {
  const past = events.filter(({ time }) => time < 0);
  const isPerson = ({ roles }: Told) => roles['actor']?.kind === 'person' && roles['target']?.kind === 'person';
  const leads = (one: Entity | undefined) => one !== undefined && leaders.has(identity(one));
  const between = past.filter(
    (event) => toldHow(event) === 'apart' && leads(event.roles['actor']) && leads(event.roles['target']),
  );
  const kept = new Set(between.slice(-mostPast));
  return past.filter((event) => kept.has(event) || !isPerson(event));
}

/** When the phases begin: with the first turn, then with each that comes a while after the last. */
function beginningsOf(events: readonly Told[]): number[] {
  const begin: number[] = [];
  let turned = 0;
  let last = -Infinity;
  for (const event of events) {
    if (event.time < 0 || toldHow(event) !== 'apart') continue;
    const since = event.time - (begin.at(-1) ?? -Infinity);
    const pause = event.time - last;
    last = event.time;
    if (pause >= breath && since >= (turned < fewest ? longest : shortest)) {
      begin.push(event.time);
      turned = 0;
    }
    turned++;
  }
  return begin;
}

function statementOf({ kind, clause, roles }: Told): string {
  return JSON.stringify([kind, clause, Object.entries(roles).map(([role, one]) => [role, identity(one)])]);
}

/** Why those who go take along whom they carry, and how contact was lost, goes without saying. */
const goesWithoutSaying: ReadonlySet<string> = new Set([
  'carrying/brought-away',
  'carrying/left-behind',
  'engagement/lost-contact',
]);

/** The events as they are told, in order of time: what is joined is worded alike, and what follows from a turn goes unsaid. */
function worded(told: readonly Told[]): Told[] {
  const raw = new Map(told.map((event) => [event.id, event]));
  const isTurn = (id: number) => {
    const event = raw.get(id);
    return event !== undefined && (toldHow(event) === 'apart' || event.kind === 'defence/sent-in');
  };
  return prepared(told)
    .map((event) => {
      const { clause } = raw.get(event.id) ?? event;
      // What wakes people is why they are called to arms, and no reason for what they do later.
      const told = goesWithoutSaying.has(event.kind) ? [] : event.because;
      const because = told.filter(({ kind }) => kind !== 'sight/alarmed' || event.kind === 'defence/stood-to');
      return { ...event, because, ...(toldHow(event) === 'apart' || event.several !== undefined ? {} : { clause }) };
    })
    .filter((event) => event.heeded === undefined || !(raw.get(event.id) ?? event).because.some(({ id }) => isTurn(id)))
    .sort((a, b) => a.time - b.time || a.id - b.id);
}

/** Of what is told the first time only, a side's first moment of it. */
function onlyFirst(events: readonly Told[]): Told[] {
  const begun = new Map<string, number>();
  return events.filter((event) => {
    if (toldHow(event) !== 'first') return true;
    const { actor, ...others } = event.roles;
    const what = JSON.stringify([event.kind, actor?.side, Object.values(others).map(identity)]);
    const first = begun.get(what) ?? event.time;
    begun.set(what, first);
    return event.time - first <= shortest;
  });
}

/** Leaves out what was said a while ago in the same words. */
function withoutRepeats(events: readonly Told[]): Told[] {
  const said = new Map<string, number>();
  return events.filter((event) => {
    const how = toldHow(event);
    if (how !== 'apart' && how !== 'joined') return true;
    const statement = statementOf(event);
    const since = event.time - (said.get(statement) ?? -Infinity);
    if (since <= saidLately) return false;
    said.set(statement, event.time);
    return true;
  });
}

/** How many of each side have a part in it. */
function sizesOf(events: readonly Told[]): ReadonlyMap<string, number> {
  const people = new Map<string, Set<string>>();
  for (const { time, roles } of events) {
    const { actor } = roles;
    if (time < 0 || actor?.kind !== 'person' || actor.side === undefined) continue;
    const side = people.get(actor.side) ?? new Set();
    people.set(actor.side, side.add(identity(actor)));
  }
  return new Map([...people].map(([side, those]) => [side, those.size]));
}

/** In order of time, a reply after what it replies to. */
export function inTurn(facts: readonly Fact[]): Fact[] {
  const rank = (fact: Fact) => (fact.exchange === true ? (fact.replies === undefined ? 1 : 2) : 0);
  return [...facts].sort((a, b) => a.time - b.time || rank(a) - rank(b) || (a.ids[0] ?? 0) - (b.ids[0] ?? 0));
}

function factsIn(events: readonly Told[], deciders: ReadonlySet<string>, begin: number, nth = 0): Fact[] {
  const how = (...kinds: readonly InThrong[]) => events.filter((event) => kinds.includes(toldHow(event)));
  const firing = how('summed').filter(({ reply }) => reply !== undefined);
  const sums = how('summed').filter(({ reply, gather }) => reply === undefined && gather !== undefined && begin < 0);
  return inTurn([
    ...joinedFacts(how('apart', 'joined', 'first')),
    ...lossesOf(how('losses'), (one) => deciders.has(identity(one))),
    ...firingIn(firing, begin, nth),
    ...summedUp(sums),
  ]).map(alone);
}

/** The phases of a history of many people, each the facts that tell it in order of time; the past is one of them. */
export function phasesOf(told: readonly Told[], home?: string): Fact[][] {
  const ordered = onlyFirst(withoutRepeats(worded(told)));
  const deciders = decidersIn(ordered);
  const begins = beginningsOf(ordered);
  const sizes = sizesOf(ordered);
  const deaths = ordered.filter(({ kind, time }) => kind === 'wounds/died' && time >= 0);
  const worn = wornDown(
    ordered.filter((event) => event.time >= 0 && toldHow(event) === 'losses'),
    sizes,
  );
  const phases = [factsIn(pastOf(ordered, leadersIn(ordered, deciders)), deciders, -1)];
  for (const [at, begin] of begins.entries()) {
    const from = at === 0 ? 0 : begin;
    const to = begins[at + 1] ?? Infinity;
    const within = ({ time }: { readonly time: number }) => time >= from && time < to;
    phases.push(inTurn([...factsIn(ordered.filter(within), deciders, begin, at), ...worn.filter(within).map(alone)]));
  }
  const end = phases.findLast((facts) => facts.some(({ sums }) => sums === true));
  const last = Math.max(...(end ?? []).map(({ until }) => until), ...deaths.map(({ time }) => time));
  if (end !== undefined) {
    const after = phases.find((facts) => (facts[0]?.time ?? 0) >= last) ?? end;
    after.push(...costOf(deaths, Math.max(last, after.at(-1)?.until ?? last), home).map(alone));
  }
  return phases.filter((facts) => facts.length > 0);
}
