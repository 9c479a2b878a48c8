import {
  advance,
  beginOf,
  createWorld,
  eventsOf,
  hex64,
  lasts,
  load,
  muteOf,
  person,
  reroll,
  ruleset,
  save,
  withhold,
} from '@anchorhold/engine';
import type { EventRecord, LogEntry, Mute, Setup, World } from '@anchorhold/engine';
import { MOVED_ELSE } from './compare.ts';

/** What is known of how a run came about: its events with their stated causes, and the hidden edges between them. */
export interface Account {
  readonly events: readonly EventRecord[];
  /** What a node of the side log rests on: nodes that are events (2 * id) or frames (2 * id + 1), all of them earlier. */
  readonly parents: (node: number) => Iterable<number>;
}

/** A lived run with what is needed to ask what else could have been. */
export interface History extends Account {
  readonly setup: Setup;
  readonly seed: number;
  /** First and last moment of the run. Events are kept for an hour longer, to be found again where they moved. */
  readonly begin: number;
  readonly until: number;
  readonly world: World;
  /** Saved worlds, oldest first; the last one before an event is where its withholding begins. */
  readonly snapshots: readonly Snapshot[];
}

export interface Snapshot {
  readonly time: number;
  readonly bytes: Uint8Array;
}

/** Work units a person between two snapshots: about half a minute of a fight. */
const SNAPSHOT_WORK = 32;

export function live(setup: Setup, seed: number): History {
  const world = createWorld(ruleset, setup, { seed, trace: true });
  const begin = beginOf(setup);
  const until = begin + setup.whole(lasts)!;
  const snapshots = [{ time: world.time, bytes: save(world) }];
  const apart = SNAPSHOT_WORK * world.of(person).count;
  let last = world.work;
  advance(world, until + MOVED_ELSE, (now) => {
    if (now.work - last >= apart) {
      last = now.work;
      snapshots.push({ time: now.time, bytes: save(now) });
    }
    return true;
  });
  const parents = (node: number): Iterable<number> => world.trace.parents(node);
  return { setup, seed, begin, until, world, events: [...eventsOf(world)], parents, snapshots };
}

/**
 * The same run with events withheld, each for `atLeast` seconds at least, lived on to `until`: what happens from the first
 * of them on.
 */
export function without(history: History, ids: readonly number[], until: number, atLeast = 0): EventRecord[] {
  const from = momentOf(history, ids);
  const log = mutesOf(history, ids, atLeast)
    .map(withhold)
    .sort((a, b) => a.at - b.at);
  const world = goOn(history, from, log, false);
  advance(world, until);
  return [...eventsOf(world)].filter((event) => event.time >= from);
}

/**
 * The same run with events withheld, or with none, and all luck drawn anew from just after the first of `ids`: which luck
 * is named by `salt`, above 0.
 */
export function otherLuck(history: History, ids: readonly number[], withheld: boolean, salt: number): Account {
  const from = momentOf(history, ids);
  const log: LogEntry[] = [...(withheld ? mutesOf(history, ids).map(withhold) : []), reroll(from + 1, salt)];
  log.sort((a, b) => a.at - b.at);
  const world = goOn(history, from, log, !withheld);
  advance(world, history.until);
  return { events: [...eventsOf(world)], parents: (node) => world.trace.parents(node) };
}

/** The moment of the first of these events. */
export function momentOf(history: History, ids: readonly number[]): number {
  return Math.min(...ids.map((id) => history.events[id - 1]!.time));
}

/** A world that is about to live the moment `from` under another log. */
function goOn(history: History, from: number, log: readonly LogEntry[], trace: boolean): World {
  const snapshot = snapshotBefore(history, from);
  if (snapshot === undefined) return createWorld(ruleset, history.setup, { seed: history.seed, log, trace });
  const world = load(history.world.recipe, snapshot.bytes, log);
  return trace ? world.fork({ trace }) : world;
}

function snapshotBefore(history: History, time: number): Snapshot | undefined {
  return history.snapshots.findLast((each) => each.time < time);
}

function mutesOf(history: History, ids: readonly number[], atLeast = 0): Mute[] {
  return ids.map((id) => {
    const mute = muteOf(history.world, id);
    return { ...mute, to: Math.max(mute.to, mute.from + atLeast) };
  });
}

/** Ids of the events that withholdings keep from happening: the events, and their like for as long as each one lasts. */
export function withheldWith(
  history: History,
  ids: readonly number[],
  { events = history.events, atLeast = 0 }: { events?: readonly EventRecord[]; atLeast?: number } = {},
): number[] {
  const mutes = mutesOf(history, ids, atLeast).map(({ lo, hi, from, to }) => ({ key: hex64(lo, hi), from, to }));
  return events
    .filter(({ key, time }) => mutes.some((mute) => mute.key === key && time >= mute.from && time <= mute.to))
    .map(({ id }) => id);
}

/**
 * How many things differ before a withheld event, in a run that is lived anew from its setup: nothing may, to the bit.
 * Counts events, and the state as last saved before.
 */
export function differencesBefore(history: History, id: number): number {
  const mute = muteOf(history.world, id);
  const world = createWorld(ruleset, history.setup, { seed: history.seed, log: [withhold(mute)] });
  let differences = 0;
  const snapshot = snapshotBefore(history, mute.from);
  if (snapshot !== undefined) {
    advance(world, snapshot.time);
    if (world.hash() !== load(history.world.recipe, snapshot.bytes).hash()) differences++;
  }
  advance(world, mute.from);
  const events = [...eventsOf(world)];
  for (let i = 0; i < id - 1; i++) {
    const [before, after] = [history.events[i]!, events[i]];
    if (after === undefined || textOf(before) !== textOf(after)) differences++;
  }
  return differences;
}

const textOf = ({ key, time, data, because, witnesses }: EventRecord): string =>
  JSON.stringify([key, time, data, because, witnesses]);
