import { beginOf, claim, group, person, readEvent, state } from '@anchorhold/engine';
import type { EventRecord, Sense, TableDef, World } from '@anchorhold/engine';
import { eventSayer } from '../said.ts';
import { beliefReader, isForgotten, restsOn } from './beliefs.ts';
import { recalls } from './recalled.ts';

/** How somebody knows of an event: they had a part in it, noticed it, hold a claim of their own about it, or were told. */
export type Knowing = 'part' | Sense | 'own' | 'told';

/** Somebody who knows of an event. Names are keys; times are whole seconds since the beginning. */
export interface Knower {
  readonly name: string;
  readonly how: Knowing;
  /** What they hold of it: the event itself, or what they took it to mean. */
  readonly claim: string;
  /** Whether that is so at the moment; null where that cannot be said. */
  readonly true: boolean | null;
  /** 0..1: of those who noticed it, how clearly; of those who were told, how sure. */
  readonly confidence: number;
  readonly since: number;
  /** Numbers of the events by which they know. */
  readonly source: readonly number[];
  /** Through whom it came, from the one who told them back to whoever knew at first hand. */
  readonly path: readonly string[];
}

/** What an event has to do with somebody who does not know of it. */
export type Concern = 'is in it' | 'leads the side' | 'leads the squad' | 'has a tie';

/** Somebody whom an event concerns and who does not know of it. Names are keys. */
export interface Unaware {
  readonly name: string;
  readonly concern: Concern;
  /** The side, the squad, or the person to whom they have a tie. */
  readonly of: string | null;
}

/**
 * Who knows of an event at a world's moment: everybody who took part in it, noticed it, or holds a claim that it is the
 * truth behind or that came by it; whoever has forgotten it does not. Each once, by what they know best; those who knew first come first. Reads, and changes
 * nothing. Throws RangeError where there is no such event yet.
 */
export function whoKnows(world: World, id: number): Knower[] {
  const event = readEvent(world, id);
  const known = new Map<number, Knower>();
  const add = (who: number, knower: Knower): void => {
    if (!known.has(who)) known.set(who, knower);
  };
  const said = eventSayer(world)(event).replace(/\.$/, '');
  const since = event.time - beginOf(world.recipe.setup);
  const itself = { claim: said, true: true, since, source: [id], path: [] };
  const minds = (who: number): boolean => recalls(world, who, event);
  for (const who of partsIn(world, event).filter(minds))
    add(who, { name: world.keyOf(person, who), how: 'part', confidence: 1, ...itself });
  for (const { who, by, clarity } of event.witnesses.filter(({ who: each }) => minds(each))) {
    const confidence = Math.round(clarity * 100) / 100;
    add(who, { name: world.keyOf(person, who), how: by, confidence, ...itself });
  }
  for (const [who, knower] of believers(world, id)) add(who, knower);
  return [...known.values()].sort(
    (a, b) => a.since - b.since || RANK[a.how] - RANK[b.how] || (a.name < b.name ? -1 : 1),
  );
}

const RANK: Readonly<Record<Knowing, number>> = { part: 0, sight: 1, hearing: 2, touch: 3, own: 4, told: 5 };

/** Systems whose events are done about somebody and not to them: whoever is seen, aimed at or counted may never know. */
const ABOUT_OTHERS: readonly string[] = ['engagement', 'groups', 'shooting', 'sight', 'squads', 'will', 'word'];
/** Who stands in an event and is past knowing it, cannot tell what came of their round, or is not reached by it. */
const UNKNOWING: Readonly<Record<string, readonly string[]>> = {
  'wounds/died': ['actor'],
  'wounds/wounded': ['actor'],
  'orders/unheard': ['actor', 'target'],
};

/** Who knows of an event because they had a part in it. What befell a whole group in the past, all of it know. */
function partsIn(world: World, event: EventRecord): number[] {
  const { entry, kind } = event;
  const people = rolesOf(event, person);
  if (people.length > 0 || world.chronicle.grain(event.id) !== PAST) {
    const knowing = ['actor', ...(ABOUT_OTHERS.includes(entry.system) ? [] : ['target'])];
    return people
      .filter(([role]) => knowing.includes(role) && UNKNOWING[kind]?.includes(role) !== true)
      .map(([, who]) => who);
  }
  const groups = rolesOf(event, group).map(([, of]) => of);
  return rows(world, person).filter((who) => groups.includes(world.of(state.member).group.raw[who]!));
}

/** The chronicle's number for the time before the first day. */
const PAST = 0;

const rolesOf = ({ entry, roles }: EventRecord, table: TableDef): [string, number][] =>
  Object.entries(roles).filter(([role]) => entry.kind.roles[role]!.table === table);

const rows = (world: World, table: TableDef): number[] =>
  Array.from({ length: world.of(table).count }, (_, row) => row);

/** Everybody who holds a claim about an event, or one that came by it, with what they are surest of. */
function believers(world: World, id: number): [number, Knower][] {
  const claims = world.of(claim);
  const read = beliefReader(world);
  const begin = beginOf(world.recipe.setup);
  return rows(world, claim)
    .filter((row) => claims.isLive(row) && restsOn(world, row, id) && !isForgotten(world, row))
    .sort((a, b) => claims.confidence.raw[b]! - claims.confidence.raw[a]! || a - b)
    .map((row) => {
      const who = claims.holder.raw[row]!;
      const { claim: words, true: so, confidence, source, path } = read(row);
      const since = world.chronicle.time(claims.source0.raw[row]!) - begin;
      const how = path.length === 0 ? 'own' : 'told';
      return [who, { name: world.keyOf(person, who), how, claim: words, true: so, confidence, since, source, path }];
    });
}

/**
 * Those whom an event concerns and who do not know of it at a world's moment: who stands in it, leads the side or the squad
 * of somebody in it, or has a tie to them. The living who are there. Reads, and changes nothing.
 */
export function whoIsUnaware(world: World, id: number, known: readonly Knower[] = whoKnows(world, id)): Unaware[] {
  const event = readEvent(world, id);
  const aware = new Set(known.map(({ name }) => name));
  const found = new Map<string, Unaware>();
  const add = (who: number, concern: Concern, of: string | null): void => {
    const name = world.keyOf(person, who);
    if (!aware.has(name) && !found.has(name) && isThere(world, who)) found.set(name, { name, concern, of });
  };
  const people = rolesOf(event, person).map(([, who]) => who);
  for (const who of people) add(who, 'is in it', null);
  for (const of of groupsOf(world, event)) {
    const leader = world.of(state.side).leader.raw[of]! - 1;
    if (leader >= 0) add(leader, 'leads the side', world.keyOf(group, of));
  }
  for (const who of people) {
    const of = world.of(state.inSquad).squad.raw[who]! - 1;
    const leader = of < 0 ? -1 : world.of(state.squad).leader.raw[of]! - 1;
    if (leader >= 0) add(leader, 'leads the squad', world.keyOf(state.squad, of));
  }
  if (HARMS.includes(event.entry.system)) {
    for (const who of people) for (const other of tiedTo(world, who)) add(other, 'has a tie', world.keyOf(person, who));
  }
  return [...found.values()];
}

function groupsOf(world: World, event: EventRecord): number[] {
  const { group: of } = world.of(state.member);
  const named = rolesOf(event, group).map(([, row]) => row);
  return [...new Set([...named, ...rolesOf(event, person).map(([, who]) => of.raw[who]!)])];
}

/** Systems whose events are of interest to those who are close to somebody in them. */
const HARMS: readonly string[] = ['captivity', 'carrying', 'fire', 'resolve', 'wounds'];
/** Ties that make nobody close. */
const DISTANT: readonly string[] = ['fears', 'trusts', 'rival'];

/** Who is close to somebody by blood, marriage or friendship, with no grudge between them. */
function tiedTo(world: World, who: number): number[] {
  const view = world.of(state.bond);
  const { from, to, kind, grudge } = view;
  const bonds = rows(world, state.bond).filter((row) => view.isLive(row));
  const bears = (one: number, other: number): boolean =>
    bonds.some((row) => from.raw[row] === one && to.raw[row] === other && grudge.raw[row]! > 0);
  const isClose = (tie: string | undefined): boolean => tie !== undefined && !DISTANT.includes(tie);
  return bonds
    .filter((row) => to.raw[row] === who && isClose(state.TIES[kind.raw[row]!]))
    .map((row) => from.raw[row]!)
    .filter((other) => !bears(other, who) && !bears(who, other));
}

function isThere(world: World, who: number): boolean {
  return world.of(state.body).alive.raw[who] === 1 && world.of(state.position).gone.raw[who] === 0;
}
