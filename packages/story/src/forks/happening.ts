import { GRAINS, beginOf, readEvent } from '@anchorhold/engine';
import type { EventRecord, World } from '@anchorhold/engine';

/** An event as far as two histories are compared by it: plain data, which can be handed from thread to thread. */
export interface Happening {
  readonly id: number;
  /** Kind and stable names in roles, the same in every fork; 16 hex digits. */
  readonly key: string;
  /**
   * By what it counts as the same in a history with other luck: the kind and whom it befell, where the kind says so (`turnOf`),
   * else the key.
   */
  readonly turn: string;
  /** Seconds after d1 00:00. */
  readonly time: number;
  readonly kind: string;
  /** Whether it came while seconds were lived one by one. */
  readonly fine: boolean;
  /** Row of where it happened, or -1. */
  readonly place: number;
  /** Its data by name, but for those that name other events: their numbers differ from fork to fork. */
  readonly result: Readonly<Record<string, number | string | boolean>>;
}

/** The parts of an event that histories are compared by. */
export function happening(world: World, event: EventRecord): Happening {
  const { id, key, time, kind, entry, roles, data } = event;
  const named = entry.data.filter((name) => entry.kind.data[name]!.datum !== 'event');
  return {
    id,
    key,
    turn: turnOf(world, event),
    time,
    kind,
    fine: GRAINS[world.chronicle.grain(id)] === 'second',
    place: roles['place'] ?? -1,
    result: Object.fromEntries(named.map((name) => [name, data[name]!])),
  };
}

function turnOf(world: World, { key, kind, entry, roles }: EventRecord): string {
  const role = entry.kind.turnOf;
  const row = role === null ? undefined : roles[role];
  return row === undefined ? key : `${kind} ${world.keyOf(entry.kind.roles[role!]!.table, row)}`;
}

/**
 * The events of a world from a moment on (in seconds after d1 00:00), oldest id first; of these kinds only, where they are
 * given.
 */
export function happeningsFrom(world: World, from: number, kinds?: ReadonlySet<string>): Happening[] {
  const { chronicle, ruleset } = world;
  const found: Happening[] = [];
  for (let id = firstFrom(world, from); id <= chronicle.length; id++) {
    if (chronicle.time(id) < from) continue;
    if (kinds?.has(ruleset.kinds[chronicle.kind(id)]!.kind.id) === false) continue;
    found.push(happening(world, readEvent(world, id)));
  }
  return found;
}

/**
 * A number below which no event of that moment or later stands. From the beginning on time goes on with the numbers; what
 * lies before it is on record in no order of time.
 */
function firstFrom({ chronicle, recipe: { setup } }: World, from: number): number {
  if (from <= beginOf(setup)) return 1;
  let low = 1;
  let high = chronicle.length + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (chronicle.time(middle) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
