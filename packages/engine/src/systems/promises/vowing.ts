/** What is sworn against people: shouted across a field, muttered over a map, or said at a grave. */
import { purpose } from '../../kernel/chance.ts';
import { enabled, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { STATES, outfit } from '../bands/state.ts';
import { body } from '../bodies/state.ts';
import { TEMPERS } from '../bodies/system.ts';
import { canAct, captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { closeness } from '../feelings/appraising.ts';
import { heart } from '../feelings/state.ts';
import { groupOf, hostile, side } from '../groups/state.ts';
import { giveWord } from './giving.ts';
import { promise } from './state.ts';
import type { Fate, Undertaking } from './state.ts';

/** How close the dead were to whoever swears over them, 0..1; and the chance that one of no particular temper does. [d] */
const NEAR = 0.7;
const SWEARS = 0.25;
/** How much more, or less, those of a temper do. [d] */
const TEMPER_SWEARS: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  bitter: 0.4,
  proud: 0.2,
  rash: 0.2,
  stubborn: 0.1,
  gentle: -0.2,
  timid: -0.2,
};
const P_SWEARS = purpose('promises/swear');

/** What somebody shouts over their shoulder, and what the leader of a beaten band swears, stands from then on. */
export const comingBack: Undertaking = {
  that: 'come back for them',
  upon: ['voice/shouted', 'bands/swore'],
  offer: (world, event) => {
    if (event.kind === 'voice/shouted' && event.data['kind'] !== 'vow') return;
    const { actor } = event.roles;
    const to =
      event.kind === 'bands/swore' ? world.of(side).leader.raw[event.roles['target']] - 1 : event.roles['target'];
    if (to === undefined || to < 0) return;
    world.trace.open(actor, world.time);
    giveWord(world, { from: actor, to, that: 'come back for them' }, [reason(event.id)]);
    world.trace.close(false);
  },
  fate: (world, row) => {
    const rows = world.of(promise);
    const [who, whom] = [rows.from.raw[row], rows.to.raw[row] - 1];
    const { state, since } = world.of(campaign);
    const of = groupOf(world, who);
    const came = state.at(of) === 1 && since.raw[of] > world.chronicle.time(rows.given.raw[row]);
    if (came) return { as: 'kept', because: [enabled(rows.given.raw[row])] };
    return endOfEnmity(world, who, whom) ?? apart(world, who);
  },
};

/** Over their dead, somebody swears to make whoever led those who did it pay. */
export const makingPay: Undertaking = {
  that: 'make them pay',
  upon: ['feelings/took-hold'],
  offer: (world, event) => {
    const { actor, target: dead } = event.roles;
    if (event.data['what'] !== 'grief' || dead === undefined || !canAct(world, actor)) return;
    const { alive, downBy } = world.of(body);
    if (alive.raw[dead] === 1 || closeness(world, actor, dead) < NEAR) return;
    const whom = answersForIt(world, actor, dead);
    if (whom < 0 || world.luck(P_SWEARS, actor, dead) >= inclination(world, actor)) return;
    world.trace.open(actor, world.time);
    alive.at(dead);
    world.of(side).leader.at(groupOf(world, whom));
    const because: Cause[] = [reason(event.id), enabled(downBy.raw[dead])];
    giveWord(world, { from: actor, to: whom, about: dead, that: 'make them pay' }, because);
    world.trace.close(false);
  },
  fate: (world, row) => {
    const rows = world.of(promise);
    return endOfEnmity(world, rows.from.raw[row], rows.to.raw[row] - 1);
  },
};

/** Whoever led those whom the dead fell fighting, where they fell by a wound in a fight of theirs; -1 for nobody. Plain reads. */
function answersForIt(world: World, who: number, dead: number): number {
  const { downBy } = world.of(body);
  const own = groupOf(world, who);
  const { since } = world.of(campaign);
  if (groupOf(world, dead) !== own || world.chronicle.time(downBy.raw[dead]) < since.raw[own]) return -1;
  for (let of = 0; of < world.of(group).count; of++) {
    const leader = world.of(side).leader.raw[of] - 1;
    if (hostile(world, own, of) && since.raw[of] > 0 && leader >= 0 && world.of(body).alive.raw[leader] === 1)
      return leader;
  }
  return -1;
}

function inclination(world: World, who: number): number {
  const bits = world.of(heart).temper.raw[who];
  return TEMPERS.reduce(
    (sum, temper, i) => ((bits & (1 << i)) === 0 ? sum : sum + (TEMPER_SWEARS[temper] ?? 0)),
    SWEARS,
  );
}

/** Nobody is left to come back for, or to pay: they are dead, or the ones who swore have them. */
function endOfEnmity(world: World, who: number, whom: number): Fate | null {
  const { alive, downBy } = world.of(body);
  const { state, keeper, taken } = world.of(captive);
  if (alive.at(whom) === 0) return { as: 'released', why: 'outlived', because: [reason(downBy.raw[whom])] };
  if (state.at(whom) !== 2 || keeper.raw[whom] === 0) return null;
  if (groupOf(world, keeper.raw[whom] - 1) !== groupOf(world, who)) return null;
  return { as: 'kept', because: [reason(taken.raw[whom])] };
}

/** Those who were to come back are a band no more. */
function apart(world: World, who: number): Fate | null {
  const { state } = world.of(outfit);
  if (state.at(groupOf(world, who)) !== STATES.indexOf('fallen apart')) return null;
  return { as: 'released', why: 'gone', because: [enabled(world.of(outfit).lossBy.raw[groupOf(world, who)])] };
}
