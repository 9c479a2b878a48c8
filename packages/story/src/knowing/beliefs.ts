import { beginOf, claim, claimsOf, group, person, place, readEvent, sourcesOf, state } from '@anchorhold/engine';
import type { TableDef, World } from '@anchorhold/engine';
import { entitiesIn, eventSayer } from '../said.ts';
import { sayPlainly } from '../voice/plain.ts';
import { pathOf } from './path.ts';
import { recalls } from './recalled.ts';
import { isSo, placeNamed, reallySeen, sayingOf } from './sayings.ts';

/** Something that somebody holds to be so. Names are keys; times are whole seconds since the beginning. */
export interface Belief {
  /** In words, as a sentence without its stop. */
  readonly claim: string;
  /** The name of what it says, such as `sight/at`. */
  readonly says: string;
  /** Whom or what it is about: key, and table. */
  readonly about: string;
  readonly of: string;
  readonly place: string | null;
  /** Whether it is so at the moment; null where that cannot be said. */
  readonly true: boolean | null;
  /** Whether it ever was: false where it rests on a mistake; null where that cannot be said. */
  readonly once: boolean | null;
  /** Whom they really saw, where they took them for somebody else. */
  readonly really: string | null;
  /** 0..1. */
  readonly confidence: number;
  /** When their mind last changed about it. */
  readonly since: number;
  /** When they last had word or sight of it. */
  readonly seen: number;
  /** Numbers of the events it rests on, the newest first. */
  readonly source: readonly number[];
  /** Through whom it came, from the one who told them back to whoever knew at first hand; empty for their own senses. */
  readonly path: readonly string[];
}

/** Somebody or something that beliefs can be about. */
export interface Topic {
  readonly table: TableDef;
  readonly row: number;
}

/**
 * All that somebody (a row of `person`) holds to be so at a world's moment, the newest first; `about` leaves only what
 * concerns a person, place, group, squad or other named thing, and `onEvent` what is about an event or rests on it. What happened and
 * has been forgotten is not among it.
 * Reads, and changes nothing.
 */
export function beliefsOf(
  world: World,
  who: number,
  { about, onEvent }: { readonly about?: Topic; readonly onEvent?: number } = {},
): Belief[] {
  const read = beliefReader(world);
  return claimsOf(world, who)
    .filter((row) => !isForgotten(world, row))
    .filter((row) => about === undefined || concerns(world, row, about))
    .filter((row) => onEvent === undefined || restsOn(world, row, onEvent))
    .map(read)
    .sort((a, b) => b.seen - a.seen || (a.claim < b.claim ? -1 : 1));
}

/** For reading many claims of one world: a function that gives a row of `claim` as a belief. */
export function beliefReader(world: World): (row: number) => Belief {
  const claims = world.of(claim);
  const begin = beginOf(world.recipe.setup);
  const words = claimSayer(world);
  return (row) => {
    const { predicate } = sayingOf(world, row);
    const where = placeNamed(world, row);
    const other = reallySeen(world, row);
    const so = isSo(world, row);
    return {
      claim: words(row),
      says: predicate.id,
      about: world.keyOf(predicate.subject, claims.subject.raw[row]!),
      of: predicate.subject.id,
      place: where < 0 ? null : world.keyOf(place, where),
      true: so,
      once: other >= 0 ? false : so === true || isAboutSubject(world, row) ? true : null,
      really: other < 0 ? null : world.keyOf(person, other),
      confidence: Math.round(claims.confidence.raw[row]! * 100) / 100,
      since: claims.changed.raw[row]! - begin,
      seen: claims.seen.raw[row]! - begin,
      source: sourcesOf(world, row),
      path: pathOf(world, row).map((each) => world.keyOf(person, each)),
    };
  };
}

/** Says claims by typed clauses; what somebody did or shouted by the event. */
function claimSayer(world: World): (row: number) => string {
  const claims = world.of(claim);
  const entityOf = entitiesIn(world);
  const say = eventSayer(world);
  const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');
  return (row) => {
    const saying = sayingOf(world, row);
    const truth = claims.truth.raw[row]!;
    if (saying.byEvent === true && truth !== 0) return withoutStop(say(readEvent(world, truth)));
    const where = claims.place.raw[row]! - 1;
    const roles = {
      subject: entityOf(saying.predicate.subject, claims.subject.raw[row]!),
      ...(where < 0 ? {} : { place: entityOf(place, where) }),
    };
    const clause = saying.tell(claims.polarity.raw[row] === 0);
    return withoutStop(sayPlainly(clause, roles, saying.past === true ? 'past' : 'now'));
  };
}

/** The kind by which somebody takes a person for fallen whom they fired at: whether they were right is not said by it. */
const TAKEN_FOR_FALLEN = 'shooting/ceased';

/** Whether the true event behind a claim is one in which its subject had a part: then it was so once. */
function isAboutSubject(world: World, row: number): boolean {
  const claims = world.of(claim);
  const truth = claims.truth.raw[row]!;
  if (truth === 0) return false;
  const { kind, entry, roles } = readEvent(world, truth);
  if (kind === TAKEN_FOR_FALLEN) return false;
  const { subject } = sayingOf(world, row).predicate;
  return Object.entries(roles).some(
    ([role, of]) => entry.kind.roles[role]!.table === subject && of === claims.subject.raw[row],
  );
}

/** Whether a claim is that something happened which its holder has forgotten; what they hold to be so still is no such claim. */
export function isForgotten(world: World, row: number): boolean {
  const truth = world.of(claim).truth.raw[row]!;
  if (truth === 0 || sayingOf(world, row).byEvent !== true) return false;
  return !recalls(world, world.of(claim).holder.raw[row]!, readEvent(world, truth));
}

/** Whether a claim is about an event, or came to its holder by it. */
export function restsOn(world: World, row: number, event: number): boolean {
  return world.of(claim).truth.raw[row] === event || sourcesOf(world, row).includes(event);
}

/** Whether a claim is about somebody or something, names it as the place, or speaks of somebody who belongs to it. */
function concerns(world: World, row: number, { table, row: wanted }: Topic): boolean {
  const claims = world.of(claim);
  const saying = sayingOf(world, row);
  const { subject } = saying.predicate;
  const about = claims.subject.raw[row]!;
  if (subject === table && about === wanted) return true;
  if (table === place) return placeNamed(world, row) === wanted;
  if (table === person && reallySeen(world, row) === wanted) return true;
  if (subject === person && table === group) return world.of(state.member).group.raw[about] === wanted;
  if (subject === person && table === state.squad) return world.of(state.inSquad).squad.raw[about] === wanted + 1;
  return saying.byEvent === true && hasPart(world, claims.truth.raw[row]!, { table, row: wanted });
}

function hasPart(world: World, event: number, { table, row }: Topic): boolean {
  if (event === 0) return false;
  const { entry, roles } = readEvent(world, event);
  return Object.entries(roles).some(([role, of]) => of === row && entry.kind.roles[role]!.table === table);
}
