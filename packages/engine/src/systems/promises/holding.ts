/** What was promised before the first day about the fight that comes: to hold the wall or the gate, and to stand by somebody. */
import { enabled, reason } from '../../kernel/events.ts';
import { readEvent } from '../../kernel/read.ts';
import type { World } from '../../kernel/world.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { promise } from './state.ts';
import type { Undertaking } from './state.ts';

/** How a fight for somebody's home ends that was held. */
const HELD: readonly unknown[] = ['withdrawn', 'routed', 'surrendered', 'beaten'];

const hold = (that: 'hold the wall' | 'keep the gate'): Undertaking => ({
  that,
  upon: [],
  fate: (world, row) => {
    const rows = world.of(promise);
    const of = groupOf(world, rows.from.raw[row]);
    const { endedBy, overrunBy } = world.of(campaign);
    if (overrunBy.at(of) > rows.given.raw[row]) return { as: 'broken', because: [reason(overrunBy.raw[of])] };
    if (endedBy.at(of) <= rows.given.raw[row]) return null;
    return HELD.includes(readEvent(world, endedBy.raw[of]).data['how'])
      ? { as: 'kept', because: [reason(endedBy.raw[of])] }
      : null;
  },
});
export const holdingTheWall = hold('hold the wall');
export const keepingTheGate = hold('keep the gate');

/** Whoever runs while somebody whom they promised to stand by is beside them, or in the same fight, does not stand by them. */
export const standingBy: Undertaking = {
  that: 'stand by them',
  upon: [],
  fate: (world, row) => {
    const rows = world.of(promise);
    const [who, whom] = [rows.from.raw[row], rows.to.raw[row] - 1];
    const { broken, brokenBy } = world.of(nerves);
    if (broken.at(who) === 0 || brokenBy.raw[who] <= rows.given.raw[row]) return null;
    return leftThem(world, who, whom)
      ? { as: 'broken', because: [reason(brokenBy.raw[who]), enabled(rows.given.raw[row])] }
      : null;
  },
};

/** Whether they are in one fight, and not in one place any more. Tracked. */
function leftThem(world: World, who: number, whom: number): boolean {
  const { at, gone } = world.of(position);
  return groupOf(world, who) === groupOf(world, whom) && gone.at(whom) === 0 && at.at(who) !== at.at(whom);
}
