import { eventKind, maybe, oneOf, reason, role } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrierInto, outsideOf } from '../barriers/ways.ts';
import { body } from '../bodies/state.ts';
import { outAsKnown } from '../captivity/state.ts';
import { position } from '../places/state.ts';
import { squad, squadPeople, squadsIn } from '../squads/state.ts';
import { hears } from '../word/system.ts';
import { toldBefore } from './chain.ts';
import { findRunner, sent } from './messages.ts';
import { ORDER_METRES, hear, isWithThem, unheard, standBy } from './receiving.ts';
import { TASKS, duty } from './state.ts';
import type { Task } from './state.ts';

/**
 * A commander gives an order to one squad, or to all of the group. It goes to the leaders of squads, who pass it on: by
 * voice as far as that carries, else somebody is sent with it.
 */
export const ordered = eventKind('orders/ordered', {
  roles: { actor: role(person), group: role(group), goal: role(place), squad: maybe(squad) },
  data: { task: oneOf(TASKS) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    world.trace.open(-1, world.time);
    const to = event.squad === undefined || event.squad < 0 ? squadsIn(world, event.group) : [event.squad];
    for (const each of to) reach(world, event.actor, each, event);
    world.trace.close(false);
  },
});

interface Order {
  readonly actor: number;
  readonly goal: number;
  readonly task: Task;
  readonly id: number;
}

/**
 * How an order comes to a squad: its leader hears it, or another of its people who is beside the commander does, or somebody
 * is sent. Who answers and who is at hand the commander sees; of those out of earshot they go by what they believe.
 */
function reach(world: World, commander: number, to: number, order: Order): void {
  const bodies = world.of(body);
  const where = world.of(position);
  const rows = world.of(squad);
  const leader = rows.leader.at(to) - 1;
  if (
    leader >= 0 &&
    bodies.down.at(leader) === 0 &&
    isWithThem(world, leader) &&
    (leader === commander || hears(world, commander, leader, ORDER_METRES, toldBefore(world, order.id)))
  ) {
    tellThem(world, to, leader, order);
    return;
  }
  const people = squadPeople(world, to).filter((who) => who !== commander);
  const near = people.find((who) => isWithThem(world, who) && where.at.raw[who] === where.at.raw[commander]);
  if (near !== undefined) {
    tellThem(world, to, near, order);
    return;
  }
  const awaited = people.filter((who) => world.of(duty).plan.raw[who] === 0 && outAsKnown(world, commander, who) < 0);
  if (awaited.length === 0) return;
  const runner = findRunner(world, commander);
  if (runner >= 0) {
    const goal = lookFor(world, commander, to);
    const fields = { actor: commander, target: runner, squad: to, goal, task: order.task, about: order.id };
    world.propose(sent, fields, [reason(order.id)]);
  } else {
    const actor = awaited.includes(leader) ? leader : awaited[0];
    world.propose(unheard, { actor, target: commander, task: order.task }, [reason(order.id)]);
  }
}

/** Whoever answers for a squad hears the order; where that is its leader, those of it beside the commander hear it as well. */
function tellThem(world: World, to: number, taker: number, order: Order): void {
  const { actor: commander, task, goal, id } = order;
  const leader = world.of(squad).leader.raw[to] - 1;
  hear(world, taker, commander, task, goal, id);
  if (taker !== leader) return;
  const before = toldBefore(world, id);
  for (const who of squadPeople(world, to)) {
    if (who === leader || who === commander || !isWithThem(world, who)) continue;
    if (!standBy(world, commander, leader, who) || TASKS[world.of(duty).task.raw[who]] === 'carry word') continue;
    // A moment after their leader, who is spoken to first.
    if (hears(world, commander, who, ORDER_METRES, before)) hear(world, who, commander, task, goal, id, 1);
    else world.propose(unheard, { actor: who, target: commander, task }, [reason(id)]);
  }
}

/** Where a commander has a squad looked for: where it was last sent, or belongs; before a barrier that it is to break through. */
function lookFor(world: World, commander: number, to: number): number {
  const rows = world.of(squad);
  const at = world.of(position).at.raw[commander];
  const goal = (rows.goal.at(to) || rows.post.raw[to] || at + 1) - 1;
  const shut = barrierInto(world, goal, at, commander);
  return shut >= 0 ? outsideOf(world, shut, goal) : goal;
}
