/** Orders and interventions that cannot be as things stand by then. */
import { advance, mutesOf, person, readEvent, ruleset } from '@anchorhold/engine';
import type { Decree, LogEntry, Mute, Remark, World } from '@anchorhold/engine';
import { formatClock, plain } from '@anchorhold/scenario';
import { conditionOf, isGone } from '../show/look.ts';
import { andList } from '../text.ts';
import { rowsOf } from './events.ts';
import { error } from './remark.ts';
import { logWith } from './trunk.ts';
import type { Trunk } from './trunk.ts';

/** An entry of the log, and where in the file it stands. */
export interface Given {
  readonly index: number;
  readonly word: string;
  readonly entry: LogEntry;
}

const EARLIER = 'Give it earlier, or have somebody else give it.';
const OTHERWISE = 'Choose another moment, or what is there by then.';
const APART = 'Leave out what comes before it, or give it by itself.';

/** Why something cannot be, and what to do about it. */
interface Refusal {
  readonly why: string;
  readonly hint: string;
}

/** Live until each, with all that comes before it, and ask. */
export function refused(given: readonly Given[], trunk: Trunk): Remark[] {
  const inOrder = [...given].filter(({ entry }) => isAsked(entry)).sort((a, b) => a.entry.at - b.entry.at);
  if (inOrder.length === 0) return [];
  const log = logWith(
    trunk.log,
    given.map(({ entry }) => entry),
  );
  const world = trunk.before(Math.min(...given.map(({ entry }) => entry.at)), log);
  return inOrder.flatMap((each) => {
    // What is due in the same second comes after the log.
    if (each.entry.at > trunk.begin) advance(world, each.entry.at - 1);
    const refusal = refusalOf(world, each.entry, trunk);
    return refusal === null ? [] : [error([each.index, each.word], 'refused', refusal.why, refusal.hint)];
  });
}

const commandOf = (entry: LogEntry) => ruleset.commands.find((each) => each.id === entry.command);
const isAsked = (entry: LogEntry): boolean =>
  entry.command === 'decree' || entry.command === 'change' || (commandOf(entry)?.refuse ?? null) !== null;

function refusalOf(world: World, entry: LogEntry, trunk: Trunk): Refusal | null {
  if (entry.command === 'decree') return decreeRefused(world, entry.value as Decree, entry.at, trunk);
  if (entry.command === 'change') return changeRefused(world, entry, trunk);
  const { hand, refuse } = commandOf(entry)!;
  const why = refuse!(world, entry.value as never);
  return why === null ? null : { why, hint: hand === 'order' ? EARLIER : OTHERWISE };
}

function decreeRefused(world: World, what: Decree, at: number, trunk: Trunk): Refusal | null {
  const another = anotherEvent(world, what, trunk);
  if (another !== null) return another;
  return comes(livedOn(world, at), what, at) ? null : impossible(world, what, at);
}

function changeRefused(world: World, entry: LogEntry, trunk: Trunk): Refusal | null {
  const { instead, from, kind, lo, hi } = entry.value as Mute & { readonly instead: Decree };
  // Up to where the event comes or is changed, both worlds are the same.
  const log = world.recipe.log.filter((each) => each !== entry);
  const unchanged = livedOn(world, from, log);
  const original = happenedIn(unchanged, from).some((each) => each.kind === kind && each.lo === lo && each.hi === hi);
  if (!original) {
    const why = `With what comes before it here, that event does not happen at ${formatClock(from)} any more.`;
    return { why, hint: APART };
  }
  const another = anotherEvent(unchanged, instead, trunk);
  if (another !== null) return another;
  return comes(livedOn(world, from), instead, from) ? null : impossible(world, instead, from);
}

/** A world of one's own that has lived a second as well. */
function livedOn(world: World, second: number, log: readonly LogEntry[] = world.recipe.log): World {
  const on = world.fork({ log });
  advance(on, second);
  return on;
}

interface Happened {
  readonly kind: string;
  readonly lo: number;
  readonly hi: number;
  readonly outside: boolean;
}

/** What has happened in a second, the last or one of the past. */
function happenedIn(world: World, second: number): Happened[] {
  const found: Happened[] = [];
  for (let id = world.chronicle.length; id > 0; id--) {
    const { time, kind, roles, entry, outside } = readEvent(world, id);
    const [lo, hi] = world.keyHash(entry, roles);
    if (time === second) found.push({ kind, lo, hi, outside });
    // The past, of grain 0, is not in order of time.
    else if (time < second && world.chronicle.grain(id) > 0) break;
  }
  return found;
}

function comes(world: World, { kind, roles }: Decree, second: number): boolean {
  const entry = ruleset.entryById(kind)!;
  const [lo, hi] = world.keyHash(entry, rowsOf(world, entry, roles));
  return happenedIn(world, second).some(
    (each) => each.kind === kind && each.outside && each.lo === lo && each.hi === hi,
  );
}

/** Whether an event that is spoken of by its number has become another one, with what was given before. */
function anotherEvent(world: World, { kind, data }: Decree, trunk: Trunk): Refusal | null {
  const entry = ruleset.entryById(kind)!;
  for (const name of entry.data) {
    const id = entry.kind.data[name]!.datum === 'event' ? (data[name] as number) : 0;
    if (id === 0) continue;
    const was = readEvent(trunk.withEvent(id), id);
    const is = id <= world.chronicle.length ? readEvent(world, id) : null;
    if (is?.key !== was.key || is.time !== was.time)
      return { why: `With what comes before it here, event ${id} is not what it was.`, hint: APART };
  }
  return null;
}

/** That an event cannot happen, and why as far as one can see it on those who are in it. */
function impossible(world: World, what: Decree, at: number): Refusal {
  const why = [...withheldThen(world, what, at), ...standing(world, what)];
  const because = why.length === 0 ? '' : `: ${andList(why)}`;
  return { why: `This cannot happen at ${formatClock(at)} as things stand by then${because}.`, hint: OTHERWISE };
}

function withheldThen(world: World, { kind, roles }: Decree, at: number): string[] {
  const entry = ruleset.entryById(kind)!;
  const [lo, hi] = world.keyHash(entry, rowsOf(world, entry, roles));
  const mute = mutesOf(world.recipe.log).find(
    (each) => each.instead === undefined && each.from <= at && at <= each.to && each.lo === lo && each.hi === hi,
  );
  return mute === undefined ? [] : [`it is withheld until ${formatClock(mute.to)}`];
}

function standing(world: World, { kind, roles }: Decree): string[] {
  const entry = ruleset.entryById(kind)!;
  return Object.entries(rowsOf(world, entry, roles)).flatMap(([role, row]) => {
    if (entry.kind.roles[role]!.table !== person) return [];
    const name = plain(world.cast.shownName(person, row), 60);
    const condition = conditionOf(world, row);
    if (condition === 'dead') return [`${name} is dead`];
    if (isGone(world, row)) return [`${name} is gone`];
    return condition === 'down' ? [`${name} is down`] : [];
  });
}
