import { readEvent } from '@anchorhold/engine';
import type { EventRecord, World } from '@anchorhold/engine';
import type { Lived } from '../forks/lived.ts';
import { actorOf } from './acts.ts';
import type { Act } from './acts.ts';
import type { Settled } from './question.ts';

/** What somebody does again within so many seconds is still the same act: a burst, an order said twice. [d, as a mute in a fight] */
const EPISODE_SECONDS = 60;
/** What is left of an event's weight in each of the events behind it: the nearer to the outcome, the more it counts. [d] */
const FADES = 0.7;

/** An act that stated causes lead to, and how much of the outcome they lead through it. */
export interface Candidate extends Act {
  readonly weight: number;
}

/**
 * The acts from which stated causes lead to an outcome, most of them first. Each event behind the outcome weighs the same;
 * the weight goes from each event to those it happened because of, in equal parts.
 */
export function candidatesFor(lived: Lived, { outcome, at }: Settled): Candidate[] {
  const events = lived.happenings.map(({ id }) => readEvent(lived.end, id));
  const weights = weighed(events, behind(lived.end, events, outcome.that, at));
  return actsAmong(
    lived,
    events.filter(({ time }) => time >= lived.begin && time <= at),
  )
    .map((act) => ({ ...act, weight: act.events.reduce((sum, id) => sum + weights[id]!, 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.events[0]! - b.events[0]!);
}

/** Events that a condition says are behind it; where it says nothing, the turns that things took until then. */
function behind(
  world: World,
  events: readonly EventRecord[],
  that: Settled['outcome']['that'],
  until: number,
): number[] {
  const before = events.filter(({ time }) => time <= until);
  const stated = that.flatMap(({ pattern, names }) => {
    const condition = world.ruleset.conditions.find((each) => each.pattern === pattern);
    return condition?.because?.(world, names) ?? [];
  });
  const there = stated.filter((id) => id > 0 && events[id - 1]!.time <= until);
  if (there.length > 0) return [...new Set(there)];
  return before.filter(({ entry }) => entry.kind.turnOf !== null).map(({ id }) => id);
}

/** How much of the outcome leads through each event, by its number. */
function weighed(events: readonly EventRecord[], from: readonly number[]): Float64Array {
  const weights = new Float64Array(events.length + 1);
  for (const id of from) weights[id] = 1 / from.length;
  for (const { id, because } of [...events].reverse()) {
    const behindIt = [...new Set(because.map((cause) => cause.id))].filter((cause) => cause < id);
    for (const cause of behindIt) weights[cause]! += (FADES * weights[id]!) / behindIt.length;
  }
  return weights;
}

/** What people did on purpose, episode by episode, in order of time. */
function actsAmong(lived: Lived, events: readonly EventRecord[]): Act[] {
  const acts: { actor: string; events: number[]; keys: Set<string>; last: number }[] = [];
  const actOfEvent = new Map<number, (typeof acts)[number]>();
  for (const event of events) {
    const actor = isAct(event) ? actorOf(lived, event.id) : null;
    if (actor === null) continue;
    // What was done because of what the same person had begun belongs to it, as shots belong to opening fire.
    const begun = event.because
      .map(({ id }) => actOfEvent.get(id))
      .find((act) => act?.actor === actor && event.time - act.last <= EPISODE_SECONDS);
    const again = acts.findLast(
      (act) => act.actor === actor && act.keys.has(event.key) && event.time - act.last <= EPISODE_SECONDS,
    );
    const act = begun ?? again ?? { actor, events: [], keys: new Set<string>(), last: event.time };
    if (act.events.length === 0) acts.push(act);
    act.events.push(event.id);
    act.keys.add(event.key);
    act.last = event.time;
    actOfEvent.set(event.id, act);
  }
  return acts.map(({ actor, events: ids }) => ({ actor, events: ids }));
}

function isAct({ entry, fields }: EventRecord): boolean {
  const { act } = entry.words;
  return act === true || (typeof act === 'function' && act(fields as never));
}
