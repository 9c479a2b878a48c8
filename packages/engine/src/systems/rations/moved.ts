/** What became of a group's food beside its being eaten: what was carried off, and what was dropped there again. */
import type { EventKind } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import { slot } from '../../kernel/system.ts';
import type { World } from '../../kernel/world.ts';
import { dropped, took } from '../stores/events.ts';
import { EATEN, larder } from './state.ts';

/** A kind of event by which goods go out of a place (its `good`, `amount` and `place`) or, `back`, come into it. */
export interface Moving {
  readonly kind: EventKind;
  readonly back?: true;
}

/** What else takes food out of stores or brings it there, beside meals. */
export const movings = slot<Moving>('rations/movings');

/** Food that went out of a group's stores, or (below 0) came back into them: by which event, and how many grams. */
export interface Moved {
  readonly id: number;
  readonly grams: number;
}

/** All of it since an event (0: since the beginning), oldest first. Reads every event since. */
export function movedSince(world: World, of: number, since: number): Moved[] {
  const { chronicle, ruleset } = world;
  const all: readonly Moving[] = [{ kind: took }, { kind: dropped, back: true }, ...ruleset.filled(movings)];
  const ways = new Map(all.map(({ kind, back }) => [ruleset.entryById(kind.id)?.index, back === true ? -1 : 1]));
  const moved: Moved[] = [];
  for (let id = since + 1; id <= chronicle.length; id++) {
    const kind = chronicle.kind(id);
    const way = ways.get(kind);
    if (way === undefined || chronicle.time(id) < 0) continue;
    const { roles, data } = readEvent(world, id);
    if (world.of(larder).of.raw[roles['place']] !== of + 1) continue;
    if (!EATEN.some(({ good }) => good === data['good'])) continue;
    moved.push({ id, grams: way * Number(data['amount']) });
  }
  return moved;
}
