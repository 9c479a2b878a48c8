/** What became of a group's food beside its being eaten: what was carried off, and what was dropped there again. */
import { readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { dropped, took } from '../stores/events.ts';
import { EATEN, larder } from './state.ts';

/** Food that went out of a group's stores, or (below 0) came back into them: by which event, and how many grams. */
export interface Moved {
  readonly id: number;
  readonly grams: number;
}

/** All of it since an event (0: since the beginning), oldest first. Reads every event since. */
export function movedSince(world: World, of: number, since: number): Moved[] {
  const { chronicle, ruleset } = world;
  const [out, back] = [took, dropped].map((kind) => ruleset.entryById(kind.id)?.index);
  const moved: Moved[] = [];
  for (let id = since + 1; id <= chronicle.length; id++) {
    const kind = chronicle.kind(id);
    if ((kind !== out && kind !== back) || chronicle.time(id) < 0) continue;
    const { roles, data } = readEvent(world, id);
    if (world.of(larder).of.raw[roles['place']] !== of + 1) continue;
    if (!EATEN.some(({ good }) => good === data['good'])) continue;
    moved.push({ id, grams: kind === out ? Number(data['amount']) : -Number(data['amount']) });
  }
  return moved;
}
