import { event, i32, u8 } from '../../kernel/columns.ts';
import { group, person, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { campaign } from '../engagement/state.ts';

/** The gathering after a group's last fight: `after` which end of a fight it is held, 1 called, 2 over; and whether they have been counted. */
export const gathering = table(
  'gathering',
  { state: u8, calledAt: i32, called: event, after: event, counted: event },
  { along: group },
);

/** By which event each person was missed at the last count; 0 once they have been found, or were never missed. */
export const absence = table('absence', { by: event }, { along: person });

/** How far the gathering after the last fight has come: 0 not called yet, 1 called, 2 over. Tracked. */
export function stageOf(world: World, of: number): number {
  const { state, after } = world.of(gathering);
  const ended = world.of(campaign).endedBy.at(of);
  return after.at(of) === ended ? state.at(of) : 0;
}
