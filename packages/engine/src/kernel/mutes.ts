/** What the log withholds, and what it puts in the place of that. */
import type { Cause } from './events.ts';
import { fieldsOf } from './fields.ts';
import type { Mute } from './log.ts';
import type { KindEntry } from './ruleset.ts';
import type { World } from './world.ts';

/** An event that is about to happen. */
export interface Proposal {
  readonly entry: KindEntry;
  readonly fields: Record<string, unknown>;
  readonly because: readonly Cause[];
  readonly ground: number;
  /** Whether it comes by the log and not of itself. */
  readonly outside: boolean;
  /** The mute in whose place it comes, as an index among all; -1 where it does not. */
  readonly inPlaceOf: number;
}

/**
 * The mute that keeps an event from happening now, as an index; -1 where none does. What came in the place of a withheld
 * event is bound by later changes alone; what enters from outside once a change has been made is not what was changed.
 */
export function muteOn(world: World, mutes: readonly Mute[], proposal: Proposal): number {
  const { entry, fields, outside, inPlaceOf } = proposal;
  const now = world.time;
  for (let i = 0; i < mutes.length; i++) {
    const mute = mutes[i];
    if (mute.kind !== entry.kind.id || now < mute.from || now > mute.to) continue;
    if (mute.instead !== undefined && i <= inPlaceOf) continue;
    const [lo, hi] = world.keyHash(entry, fields);
    if (mute.lo !== lo || mute.hi !== hi) continue;
    if (mute.instead === undefined || !outside || inPlaceOf >= 0 || !isMade(world, mute)) return i;
  }
  return -1;
}

/** What happens in the place of an event that a mute keeps from happening now; null where nothing does. */
export function insteadOf(world: World, mutes: readonly Mute[], mute: number, ground: number): Proposal | null {
  const { instead } = mutes[mute];
  if (instead === undefined || isMade(world, mutes[mute])) return null;
  const found = fieldsOf(world, instead);
  return found === null ? null : { ...found, because: [], ground, outside: true, inPlaceOf: mute };
}

/** Whether a change has been made: it is due in one second only, and once, as the chronicle shows. */
function isMade(world: World, { from, instead }: Mute): boolean {
  if (world.time > from) return true;
  const found = fieldsOf(world, instead!);
  if (found === null) return false;
  const { entry, fields } = found;
  const { chronicle } = world;
  const [lo, hi] = world.keyHash(entry, fields);
  for (let id = chronicle.length; id > 0 && chronicle.time(id) === from; id--) {
    if (!chronicle.isOutside(id) || chronicle.kind(id) !== entry.index) continue;
    const roles = Object.fromEntries(entry.roles.map((name, at) => [name, chronicle.word(id, at)]));
    const [otherLo, otherHi] = world.keyHash(entry, roles);
    if (lo === otherLo && hi === otherHi) return true;
  }
  return false;
}
