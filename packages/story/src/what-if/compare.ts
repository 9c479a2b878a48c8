import { beginOf, hex64, readEvent } from '@anchorhold/engine';
import type { LogEntry, Mute, World } from '@anchorhold/engine';
import { differingResults, fateOf, matched } from '../forks/fates.ts';
import type { Match } from '../forks/fates.ts';
import { happeningsFrom } from '../forks/happening.ts';
import type { Happening } from '../forks/happening.ts';
import { partingOf } from './parting.ts';
import type { Parting } from './parting.ts';
import { differingPeople } from './people.ts';
import type { Differing } from './people.ts';
import { saying } from './said.ts';
import type { SaidEvent } from './said.ts';
import { scopeOf } from './scope.ts';

/** An event of one history beside what it is in the other. */
export interface ComesOtherwise {
  readonly before: SaidEvent;
  readonly after: SaidEvent;
}

/** A history beside one that was lived with other entries in its log. */
export interface Comparison {
  /** The first moment that may differ, in seconds since the beginning. */
  readonly from: number;
  /** The change itself: what was kept from happening in the first, and what was brought about in the second. */
  readonly withheld: readonly SaidEvent[];
  readonly given: readonly SaidEvent[];
  /** What was withheld, and came about all the same once the withholding was over. */
  readonly putOff: readonly ComesOtherwise[];
  /** What the answer rests on, in words. */
  readonly scope: string;
  /** Where the histories part, beyond the change itself; null where they never do. */
  readonly parts: Parting | null;
  /** Events of the first that have no like in the second, and the other way round; each in order of time. */
  readonly vanished: readonly SaidEvent[];
  readonly appeared: readonly SaidEvent[];
  /** Events that came at another time, beyond what still counts as the same. */
  readonly moved: readonly ComesOtherwise[];
  /**
   * Events that came otherwise, and in what: names of roles and data, `time` where it is another beyond what counts as the
   * same. A turn that befell the same by other hands is among them.
   */
  readonly changed: readonly (ComesOtherwise & { readonly fields: readonly string[] })[];
  /** Of how many events of the first from then on, the change aside, how many are the same in the second. */
  readonly events: number;
  readonly same: number;
  /** Who stands otherwise at the end. */
  readonly people: readonly Differing[];
  /** Whether everything is at the end as it was, whatever came in between. */
  readonly sameEnd: boolean;
}

/**
 * Compare the world at a run's end with that of a fork at the same moment, lived with `added` beside the run's own log.
 * Both are only read. Throws RangeError where nothing was added.
 */
export function compareWorlds(before: World, after: World, added: readonly LogEntry[]): Comparison {
  if (added.length === 0) throw new RangeError('a fork to compare has one entry at least that its run does not have');
  const from = Math.min(...added.map(({ at }) => at));
  const [was, is] = [happeningsFrom(before, from), happeningsFrom(after, from)];
  const withheld = keptOut(was, added);
  const given = broughtAbout(after, is, was, added);
  const [rest, restAfter] = [without(was, withheld), without(is, given)];
  const pairs = matched(rest, restAfter);
  const of = (fate: string): Match[] => pairs.filter((pair) => fateOf(pair) === fate);
  const lone = without(
    rest,
    pairs.map((pair) => pair.before),
  );
  const fresh = without(
    restAfter,
    pairs.map((pair) => pair.after),
  );
  const late = matched(withheld, fresh);
  const fate = sameTurns(
    lone,
    without(
      fresh,
      late.map((pair) => pair.after),
    ),
  );
  const [told, toldAfter] = [saying(before), saying(after)];
  const both = (pair: Match): ComesOtherwise => ({ before: told(pair.before.id), after: toldAfter(pair.after.id) });
  const changed = [...of('changed'), ...fate.pairs].sort(inTime(({ before: event }) => event));
  return {
    from: from - beginOf(before.recipe.setup),
    withheld: withheld.map(({ id }) => told(id)),
    given: given.map(({ id }) => toldAfter(id)),
    putOff: late.map(both),
    scope: scopeOf(added),
    parts: partingOf(rest, restAfter, told, toldAfter),
    vanished: [...fate.before].sort(inTime((event) => event)).map(({ id }) => told(id)),
    appeared: [...fate.after].sort(inTime((event) => event)).map(({ id }) => toldAfter(id)),
    moved: of('moved')
      .sort(inTime(({ before: event }) => event))
      .map(both),
    changed: changed.map((pair) => ({ ...both(pair), fields: differingFields(before, after, pair) })),
    events: rest.length,
    same: of('same').length,
    people: differingPeople(before, after),
    sameEnd: sameState(before, after),
  };
}

/** Whether two worlds hold the same but for what was entered into their logs. */
function sameState(before: World, after: World): boolean {
  const hashes = after.hashBySystem();
  return [...before.hashBySystem()].every(([system, hash]) => hashes.get(system) === hash);
}

/** By time; the past is on record in no order of it. */
const inTime =
  <T>(event: (each: T) => Happening) =>
  (a: T, b: T): number =>
    event(a).time - event(b).time || event(a).id - event(b).id;

function without(all: readonly Happening[], some: readonly Happening[]): Happening[] {
  const gone = new Set(some.map(({ id }) => id));
  return all.filter(({ id }) => !gone.has(id));
}

/** The events of a history that entries of the log keep from happening: those named, and their like for as long as it lasts. */
function keptOut(events: readonly Happening[], added: readonly LogEntry[]): Happening[] {
  const mutes = added
    .filter(({ command }) => command === 'withhold' || command === 'change')
    .map(({ value }) => value as Mute);
  return events.filter((event) =>
    mutes.some(({ lo, hi, from, to }) => event.key === hex64(lo, hi) && event.time >= from && event.time <= to),
  );
}

/** The events of a fork that its own entries of the log brought about. */
function broughtAbout(
  after: World,
  is: readonly Happening[],
  was: readonly Happening[],
  added: readonly LogEntry[],
): Happening[] {
  const moments = new Set(added.map(({ at }) => at));
  const own = new Set(was.filter(({ time }) => moments.has(time)).map(({ key, time }) => `${key} ${time}`));
  return is.filter(
    ({ id, key, time }) => moments.has(time) && readEvent(after, id).outside && !own.has(`${key} ${time}`),
  );
}

/** Of events that are left without their like: turns of fate that befell the same in both, and the rest. */
function sameTurns(
  lone: readonly Happening[],
  fresh: readonly Happening[],
): { pairs: Match[]; before: Happening[]; after: Happening[] } {
  const byTurn = (events: readonly Happening[]): Happening[] =>
    events.filter(({ key, turn }) => key !== turn).map((event) => ({ ...event, key: event.turn }));
  const pairs = matched(byTurn(lone), byTurn(fresh));
  return {
    pairs,
    before: without(
      lone,
      pairs.map((pair) => pair.before),
    ),
    after: without(
      fresh,
      pairs.map((pair) => pair.after),
    ),
  };
}

/** The roles and data in which an event and its like differ, and `time` where it is another. */
function differingFields(before: World, after: World, pair: Match): string[] {
  const [a, b] = [readEvent(before, pair.before.id), readEvent(after, pair.after.id)];
  const roles = a.entry.roles.filter((role) => {
    const { table } = a.entry.kind.roles[role]!;
    const nameIn = (world: World, row: number | undefined): string =>
      row === undefined ? '' : world.keyOf(table, row);
    return nameIn(before, a.roles[role]) !== nameIn(after, b.roles[role]);
  });
  const moved = fateOf(pair) === 'moved';
  return [...(moved ? ['time'] : []), ...roles, ...differingResults(pair.before, pair.after)];
}
