/** Whoever sits down by somebody who may not see the morning may promise to stay until then. */
import { purpose } from '../../kernel/chance.ts';
import { enabled, reason } from '../../kernel/events.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf } from '../groups/state.ts';
import { bedside } from '../infirmary/state.ts';
import { position } from '../places/state.ts';
import { roster } from '../routine/state.ts';
import { giveWord, readiness } from './giving.ts';
import { promise } from './state.ts';
import type { Undertaking } from './state.ts';

/** Hours until people get up, from when somebody sits down; and the chance that they say it, of no particular temper. [d] */
const UNTIL_MORNING = 8;
const SAYS_TO_STAY = 0.7;
/** How much less somebody says it who is called for the watch that night, and ought to know better. [d] */
const HAS_THE_WATCH = 0.45;
const P_SAYS_SO = purpose('promises/sit-by-them');

export const sitting: Undertaking = {
  that: 'sit by them',
  upon: ['infirmary/sat-by'],
  offer: (world, event) => {
    const { actor, target } = event.roles;
    if (!canAct(world, actor)) return;
    const watches = world.of(roster).post.raw[actor] !== 0 ? HAS_THE_WATCH : 0;
    if (world.luck(P_SAYS_SO, actor, target) >= readiness(world, actor, SAYS_TO_STAY - watches)) return;
    world.trace.open(actor, world.time);
    world.of(bedside).sits.at(actor);
    world.of(roster).post.at(actor);
    giveWord(world, { from: actor, to: target, that: 'sit by them', hours: UNTIL_MORNING }, [reason(event.id)]);
    world.trace.close(false);
  },
  outlives: true,
  fate: (world, row) => {
    const rows = world.of(promise);
    const [who, whom] = [rows.from.raw[row], rows.to.raw[row] - 1];
    const { alive, awake, downBy } = world.of(body);
    const { at, by } = world.of(position);
    const { slept } = world.of(roster);
    const due = rows.due.raw[row];
    // Whoever goes to bed as it gets light has stayed.
    const dropped = awake.at(who) === 0 && world.chronicle.time(slept.raw[who]) < due;
    if (dropped) return { as: 'broken', because: [reason(slept.raw[who])] };
    const { state, endedBy } = world.of(campaign);
    const fought = endedBy.raw[groupOf(world, who)] > rows.given.raw[row];
    if (state.at(groupOf(world, who)) === 1 || fought)
      return { as: 'released', why: 'fight', because: [enabled(by.raw[who])] };
    if (world.time >= due) return { as: 'kept', because: [reason(world.of(bedside).by.raw[whom])] };
    // Whoever is carried elsewhere has not been left.
    if (at.at(who) !== at.at(whom) && by.raw[who] > rows.given.raw[row])
      return { as: 'broken', because: [reason(by.raw[who])] };
    if (alive.at(whom) === 0)
      return { as: 'kept', because: [reason(downBy.raw[whom]), enabled(world.of(bedside).by.raw[whom])] };
    return null;
  },
};
