/** By what people hear of what others did. */
import type { EventRecord } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { testimony } from '../debrief/state.ts';
import type { Telling } from './state.ts';

/** What was told at a debriefing, as far as it happened. */
function toldThere(world: World, event: EventRecord): number[] {
  const rows = world.of(testimony);
  const found = new Set<number>();
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.by.raw[row] === event.id && rows.truth.raw[row] !== 0) found.add(rows.truth.raw[row]);
  }
  return [...found].sort((a, b) => a - b);
}

export const TELLINGS: readonly Telling[] = [{ of: 'debrief/told', teller: 'actor', tells: toldThere }];
