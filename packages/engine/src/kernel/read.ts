import { causeEvent, causeGroup, causeKind } from './events.ts';
import type { CauseKind } from './events.ts';
import { SENSES, witnessRow, witnessSense } from './chronicle.ts';
import type { Sense } from './chronicle.ts';
import { MUTE_SCOPE_SECONDS } from './log.ts';
import type { Mute } from './log.ts';
import type { KindEntry } from './ruleset.ts';
import { hex64 } from './hash.ts';
import type { World } from './world.ts';

/** A stated cause as read back from the chronicle. */
export interface StatedCause {
  readonly id: number;
  readonly as: CauseKind;
  /** Causes of one event with the same group above 0 are stated jointly. */
  readonly group: number;
}

export interface Witness {
  /** Row of `person`. */
  readonly who: number;
  readonly by: Sense;
  /** 0..1. */
  readonly clarity: number;
}

/** An event as it stands in the chronicle. */
export interface EventRecord {
  readonly id: number;
  /** 64 bits as 16 hex digits: kind and stable names in roles, the same in every fork. */
  readonly key: string;
  /** Seconds after d1 00:00. */
  readonly time: number;
  readonly kind: string;
  readonly entry: KindEntry;
  /** Rows by role; empty roles are left out. */
  readonly roles: Readonly<Record<string, number>>;
  readonly data: Readonly<Record<string, number | string | boolean>>;
  /** Roles and data together, as the kind's words read them. */
  readonly fields: Readonly<Record<string, number | string | boolean>>;
  readonly because: readonly StatedCause[];
  /** Whether it has no cause because it came from outside: an order that was given, or the author's hand. */
  readonly outside: boolean;
  readonly witnesses: readonly Witness[];
}

const real = new Float32Array(1);
const bits = new Int32Array(real.buffer);

/** Read an event. Throws RangeError where there is none of that id. */
export function readEvent(world: World, id: number): EventRecord {
  const { chronicle, ruleset } = world;
  const entry = ruleset.kinds[chronicle.kind(id)];
  const roles: Record<string, number> = {};
  const data: Record<string, number | string | boolean> = {};
  let at = 0;
  for (const role of entry.roles) {
    const row = chronicle.word(id, at++);
    if (row >= 0) roles[role] = row;
  }
  for (const name of entry.data) {
    const spec = entry.kind.data[name];
    const word = chronicle.word(id, at++);
    bits[0] = word;
    if (spec.datum === 'real') data[name] = real[0];
    else if (spec.datum === 'choice') data[name] = spec.of[word];
    else if (spec.datum === 'flag') data[name] = word !== 0;
    else data[name] = word;
  }
  const [lo, hi] = world.keyHash(entry, roles);
  return {
    id,
    key: hex64(lo, hi),
    time: chronicle.time(id),
    kind: entry.kind.id,
    entry,
    roles,
    data,
    fields: { ...roles, ...data },
    because: chronicle
      .causesOf(id, entry.wordCount)
      .map((word) => ({ id: causeEvent(word), as: causeKind(word), group: causeGroup(word) })),
    outside: chronicle.isOutside(id),
    witnesses: chronicle
      .witnessesOf(id)
      .map((word) => ({ who: witnessRow(word), by: SENSES[witnessSense(word)], clarity: (word & 255) / 255 })),
  };
}

/** Every event, oldest id first. */
export function* eventsOf(world: World): Generator<EventRecord> {
  for (let id = 1; id <= world.chronicle.length; id++) yield readEvent(world, id);
}

/** What withholding an event means: the like of it does not come for as long as its grain of time says. */
export function muteOf(world: World, id: number): Mute {
  const event = readEvent(world, id);
  const [lo, hi] = world.keyHash(event.entry, event.roles);
  const scope = MUTE_SCOPE_SECONDS[world.chronicle.grain(id)];
  return { kind: event.kind, lo, hi, from: event.time, to: event.time + scope };
}
