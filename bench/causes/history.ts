import { advance, createWorld, eventsOf, hex64, load, muteOf, reroll, save, withhold } from '@anchorhold/engine';
import type { EventRecord, LogEntry, Mute, Ruleset, Setup, World } from '@anchorhold/engine';

/** A lived run with what is needed to ask what else could have been: its events, hidden edges and snapshots. */
export interface History {
  readonly ruleset: Ruleset;
  readonly setup: Setup;
  readonly seed: number;
  readonly until: number;
  readonly world: World;
  readonly events: readonly EventRecord[];
  /** Saved worlds, oldest first; the last one before an event is where its withholding begins. */
  readonly snapshots: readonly { readonly time: number; readonly bytes: Uint8Array }[];
}

/** Work units between two snapshots: about half a minute of a fight between a dozen. */
const SNAPSHOT_WORK = 400;

export function live(ruleset: Ruleset, setup: Setup, seed: number, until: number): History {
  const world = createWorld(ruleset, setup, { seed, trace: true });
  const snapshots = [{ time: world.time, bytes: save(world) }];
  let last = world.work;
  advance(world, until, (now) => {
    if (now.work - last >= SNAPSHOT_WORK) {
      last = now.work;
      snapshots.push({ time: now.time, bytes: save(now) });
    }
    return true;
  });
  return { ruleset, setup, seed, until, world, events: [...eventsOf(world)], snapshots };
}

/**
 * The same run with events withheld, lived on to `until`. `salt` above 0 draws all luck anew from just after the first
 * of them. Returns the events from that moment on.
 */
export function without(history: History, ids: readonly number[], until: number, salt = 0): EventRecord[] {
  const mutes = ids.map((id) => muteOf(history.world, id));
  const from = Math.min(...mutes.map((mute) => mute.from));
  return relive(history, mutes, from, until, salt);
}

/** The same run under other luck from `from` on, with `mutes` withheld. */
export function relive(
  history: History,
  mutes: readonly Mute[],
  from: number,
  until: number,
  salt: number,
): EventRecord[] {
  const log: LogEntry[] = [...mutes.map(withhold), ...(salt > 0 ? [reroll(from + 1, salt)] : [])];
  log.sort((a, b) => a.at - b.at);
  const snapshot = history.snapshots.findLast((each) => each.time < from);
  const world =
    snapshot === undefined
      ? createWorld(history.ruleset, history.setup, { seed: history.seed, log })
      : load(history.world.recipe, snapshot.bytes, log);
  advance(world, until);
  return [...eventsOf(world)].filter((event) => event.time >= from);
}

/** Ids of the events that a withholding keeps from happening: the event, and its like within the mute's scope. */
export function withheldWith(history: History, id: number): number[] {
  const mute = muteOf(history.world, id);
  const key = hex64(mute.lo, mute.hi);
  return history.events
    .filter((event) => event.key === key && event.time >= mute.from && event.time <= mute.to)
    .map((event) => event.id);
}
