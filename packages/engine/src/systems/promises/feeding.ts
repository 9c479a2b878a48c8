/** Whoever has people put on short rations may promise them fuller ones by a day. */
import { purpose } from '../../kernel/chance.ts';
import { reason } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { canAct } from '../captivity/state.ts';
import { side } from '../groups/state.ts';
import { RATIONS, kitchen } from '../rations/state.ts';
import { giveWord, readiness } from './giving.ts';
import { promise } from './state.ts';
import type { Undertaking } from './state.ts';

/** Days by which there is to be more again, and the chance that a leader says so, of no particular temper. [d] */
const BY_DAYS = 5;
const PROMISES_MORE = 0.5;
const P_SAYS_SO = purpose('promises/feed-them');

export const feeding: Undertaking = {
  that: 'feed them',
  upon: ['rations/set'],
  offer: (world, event) => {
    const { group: of } = event.roles;
    const leader = world.of(side).leader.raw[of] - 1;
    if (event.data['to'] === 'full' || leader < 0 || !canAct(world, leader)) return;
    if (world.luck(P_SAYS_SO, leader) >= readiness(world, leader, PROMISES_MORE)) return;
    world.trace.open(leader, world.time);
    world.of(side).leader.at(of);
    world.of(kitchen).ration.at(of);
    giveWord(world, { from: leader, toGroup: of, that: 'feed them', hours: BY_DAYS * 24 }, [reason(event.id)]);
    world.trace.close(false);
  },
  fate: (world, row) => {
    const rows = world.of(promise);
    const { ration, setBy } = world.of(kitchen);
    const of = rows.toGroup.raw[row] - 1;
    const because = [reason(setBy.raw[of])];
    if (ration.at(of) < shortBefore(world, rows.given.raw[row])) return { as: 'kept', because };
    return world.time < rows.due.raw[row] ? null : { as: 'broken', because };
  },
};

/** The ration, as a row of RATIONS, on account of which somebody promised more. */
function shortBefore(world: World, given: number): number {
  const { because } = readEvent(world, given);
  return because.length === 0
    ? 0
    : RATIONS.indexOf(readEvent(world, because[0].id).data['to'] as (typeof RATIONS)[number]);
}
