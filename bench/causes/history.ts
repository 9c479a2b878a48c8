import { advance, createWorld, eventsOf, lasts, muteOf, reroll, ruleset, withhold } from '@anchorhold/engine';
import type { EventRecord, LogEntry, Setup, World } from '@anchorhold/engine';
import { MOVED_ELSE, happeningsFrom, liveInMemory, momentOf, withholding, worldOf } from '@anchorhold/story';
import type { Happening, Lived } from '@anchorhold/story';

/** What is known of how a run came about: its events with their stated causes, and the hidden edges between them. */
export interface Account {
  readonly events: readonly EventRecord[];
  /** What a node of the side log rests on: nodes that are events (2 * id) or frames (2 * id + 1), all of them earlier. */
  readonly parents: (node: number) => Iterable<number>;
}

/** A lived run with what is needed to ask what else could have been. */
export interface History extends Account, Lived {
  readonly setup: Setup;
  readonly seed: number;
}

/** Live a scenario, for as long as it lasts where nothing else is said, with its hidden edges. Events are kept for an hour longer, to be found again where they moved. */
export function live(setup: Setup, seed: number, forSeconds = setup.whole(lasts)!): History {
  const lived = liveInMemory(ruleset, setup, { seed, trace: true, beyond: MOVED_ELSE, forSeconds });
  const { begin, until, end, happenings, wakeBefore } = lived;
  return { setup, seed, begin, until, end, happenings, wakeBefore, ...accountOf(end) };
}

function accountOf(world: World): Account {
  return { events: [...eventsOf(world)], parents: (node) => world.trace.parents(node) };
}

/**
 * The same run with events withheld, each for `atLeast` seconds at least, lived on to `until`: what happens from the first
 * of them on.
 */
export function without(history: History, ids: readonly number[], until: number, atLeast = 0): Happening[] {
  const from = momentOf(history, ids);
  const world = worldOf(history, { from, added: withholding(history, ids, atLeast) });
  advance(world, until);
  return happeningsFrom(world, from);
}

/**
 * The same run with events withheld, or with none, and all luck drawn anew from just after the first of `ids`: which luck
 * is named by `salt`, above 0.
 */
export function otherLuck(
  history: History,
  ids: readonly number[],
  withheld: boolean,
  salt: number,
): Account & { readonly happenings: readonly Happening[] } {
  const from = momentOf(history, ids);
  const added: LogEntry[] = [...(withheld ? withholding(history, ids) : []), reroll(from + 1, salt)];
  const plain = worldOf(history, { from, added });
  const world = withheld ? plain : plain.fork({ trace: true });
  advance(world, history.until);
  return { ...accountOf(world), happenings: happeningsFrom(world, -Infinity) };
}

/**
 * How many things differ before a withheld event, in a run that is lived anew from its setup: nothing may, to the bit.
 * Counts events, and the state as last saved before.
 */
export function differencesBefore(history: History, id: number): number {
  const mute = muteOf(history.end, id);
  const world = createWorld(ruleset, history.setup, { seed: history.seed, log: [withhold(mute)] });
  let differences = 0;
  const saved = history.wakeBefore(mute.from, []);
  if (saved.time < mute.from) {
    advance(world, saved.time);
    if (world.hash() !== saved.hash()) differences++;
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
