/** Where something happened that will not let go of somebody, they do not go by choice. */
import { enabled, reason } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { keptAway } from './events.ts';
import { memoriesOf, engram, strengthNow, trauma, troubled } from './state.ts';

/** How much trouble it takes, 0..1, and how grave and how vivid the memory has to be. [d] */
const AVOIDS = 0.35;
const GRAVE = 0.15;
const CLEAR = 0.1;

/** The event on whose account somebody shuns a place; 0 where they do not. Plain reads. */
export function shuns(world: World, who: number, at: number): number {
  if (troubled(world, who) < AVOIDS) return 0;
  const { what, sting } = world.of(engram);
  for (const row of memoriesOf(world, who)) {
    if (sting.raw[row] < GRAVE || strengthNow(world, row) < CLEAR) continue;
    if (readEvent(world, what.raw[row]).roles['place'] === at) return what.raw[row];
  }
  return 0;
}

/** Somebody is passed over for a place on that account. Only from within an event's `apply`: `by` is that event. */
export function passOver(world: World, who: number, at: number, of: number, by: number): void {
  const again = world.of(trauma).shunned.raw[who] === at + 1;
  world.propose(keptAway, { actor: who, place: at, of, again }, [reason(of), enabled(by)]);
}
