import { advance } from '@anchorhold/engine';
import type { LogEntry, World } from '@anchorhold/engine';
import { happeningsFrom } from './happening.ts';
import type { Happening } from './happening.ts';
import type { Lived } from './lived.ts';
import { judge } from './outcome.ts';
import type { Outcome, Verdict, Verdicts } from './outcome.ts';

/**
 * A run lived otherwise from a moment on, and what is asked of it. Plain data, so that it can be handed to another thread,
 * and so that the same fork is known again. Moments are in seconds after d1 00:00.
 */
export interface Fork {
  /** The first moment that may differ from the run. */
  readonly from: number;
  /** Entries of the log beside the run's own: what is withheld, decreed, ordered, re-rolled. */
  readonly added: readonly LogEntry[];
  readonly until: number;
  /** The events that are told of: those from `from` on with one of these turns, or one of these keys. */
  readonly wanted?: readonly Pick<Happening, 'kind' | 'key' | 'turn'>[];
  /** What is judged: each at its moment, else at the fork's end. */
  readonly outcomes?: readonly Outcome[];
}

/** What a fork says, as plain data. */
export interface ForkAnswer {
  readonly happenings: readonly Happening[];
  readonly verdicts: Verdicts;
}

/** Work units that are lived before others get their turn: some tens of milliseconds. */
const SLICE_WORK = 20_000;

/** The world of a fork, about to live its first moment. */
export function worldOf(lived: Lived, { from, added }: Pick<Fork, 'from' | 'added'>): World {
  const log = [...lived.end.recipe.log, ...added].sort((a, b) => a.at - b.at);
  return lived.wakeBefore(from, log);
}

/**
 * Live a fork and answer what it asks. `rest` is awaited every now and then, to let others have their turn; what it throws
 * ends the fork.
 */
export async function liveFork(lived: Lived, fork: Fork, rest: () => Promise<void>): Promise<ForkAnswer> {
  const { from, wanted = [] } = fork;
  const { world, verdicts } = await liveAndJudge(lived, fork, rest);
  return { happenings: found(world, from, wanted), verdicts };
}

/** Live a fork to its end: the world there, and what it says to the outcomes, each at its moment. */
export async function liveAndJudge(
  lived: Lived,
  fork: Omit<Fork, 'wanted'>,
  rest: () => Promise<void>,
): Promise<{ world: World; verdicts: Verdicts }> {
  const { until, outcomes = [] } = fork;
  const world = worldOf(lived, fork);
  const verdicts = new Map<string, Verdict>(outcomes.map(({ name }) => [name, null]));
  const inOrder = outcomes
    .map((outcome) => ({ outcome, at: outcome.at ?? until }))
    .filter(({ at }) => at >= lived.begin && at <= until)
    .sort((a, b) => a.at - b.at);
  for (const { outcome, at } of inOrder) {
    // What was due before the fork parts from its run stands as it stood there.
    const there = at < world.time ? lived.wakeBefore(at, lived.end.recipe.log) : world;
    await liveUntil(there, at, rest);
    verdicts.set(outcome.name, judge(there, outcome));
  }
  await liveUntil(world, until, rest);
  return { world, verdicts: Object.fromEntries(verdicts) };
}

function found(world: World, from: number, wanted: readonly Pick<Happening, 'kind' | 'key' | 'turn'>[]): Happening[] {
  if (wanted.length === 0) return [];
  const names = new Set(wanted.flatMap(({ key, turn }) => [key, turn]));
  const kinds = new Set(wanted.map(({ kind }) => kind));
  return happeningsFrom(world, from, kinds).filter(({ key, turn }) => names.has(key) || names.has(turn));
}

async function liveUntil(world: World, moment: number, rest: () => Promise<void>): Promise<void> {
  for (let whole = false; !whole;) {
    const enough = world.work + SLICE_WORK;
    whole = true;
    advance(world, moment, () => (whole = world.work < enough));
    if (!whole) await rest();
  }
}
