import { bubble, bubbleOf } from '../../kernel/bubbles.ts';
import { event, i32, ref, u16, u8 } from '../../kernel/columns.ts';
import { group, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';

/** A group's attack: the bubble in which it is lived (several may share one), and the event that opened it. */
export const clash = table('clash', { bubble: ref(bubble), group: u16, openedBy: event }, { stamps: 'none' });

/**
 * Where a group stands in the night's fighting: 0 not yet met, 1 fighting, 2 done with it; `overrunBy` is the event by which it lost its home to those who came, 0 while it holds;
 * `lostContact` the event by which it lost touch with those who drew off.
 */
export const campaign = table(
  'campaign',
  { state: u8, since: i32, endedBy: event, overrunBy: event, lostContact: event },
  { along: group },
);

/**
 * How a clash ends: those who came withdrew at a word, ran, laid down their arms, or have nobody left standing; they left with
 * (or without) what they wanted; they hold the home of the others; or it fell quiet with neither side gone.
 */
export const ENDINGS = ['withdrawn', 'routed', 'surrendered', 'beaten', 'left', 'overrun', 'quiet'] as const;
export type Ending = (typeof ENDINGS)[number];

/** The event that opened the clash somebody is in; 0 where there is none. */
export function openedBy(world: World, who: number): number {
  const inside = bubbleOf(world, who);
  const rows = world.of(clash);
  for (let row = 0; row < rows.count; row++) {
    if (rows.isLive(row) && rows.bubble.at(row) === inside) return rows.openedBy.raw[row];
  }
  return 0;
}
