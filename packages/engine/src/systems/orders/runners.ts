import { aboutEvent, eventKind, oneOf, role } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { squad, squadOf } from '../squads/state.ts';
import { vitals } from '../wounds/state.ts';
import { TASKS, duty, message } from './state.ts';

/** A commander sends somebody with an order to a squad out of hearing. */
export const sent = eventKind('orders/sent', {
  roles: { actor: role(person), target: role(person), squad: role(squad), goal: role(place) },
  data: { task: oneOf(TASKS), about: aboutEvent },
  possible: (world, event) => canRun(world, event.target),
  apply: (world, event) => {
    const rows = world.of(message);
    const row = rows.add();
    rows.runner.put(row, event.target);
    rows.squad.put(row, event.squad);
    rows.order.put(row, event.about);
    rows.task.put(row, TASKS.indexOf(event.task));
    // The place that the order names stands third among its words.
    rows.goal.put(row, world.chronicle.word(event.about, 2));
    rows.sent.put(row, event.id);
    runTo(world, event.target, event.goal, event.id);
  },
});

/** Somebody sets about carrying word to a place. Only from an event's `apply`. */
export function runTo(world: World, who: number, goal: number, by: number): void {
  const duties = world.of(duty);
  duties.task.put(who, TASKS.indexOf('carry word'));
  duties.place.put(who, goal + 1);
  duties.by.put(who, by);
}

/** Row of the word that somebody carries, or -1. */
export function messageOf(world: World, who: number): number {
  const rows = world.of(message);
  for (let row = 0; row < rows.count; row++) if (rows.isLive(row) && rows.runner.raw[row] === who) return row;
  return -1;
}

/** Whether somebody can be sent: able to act, and carrying no other word. */
export function canRun(world: World, who: number): boolean {
  return canAct(world, who) && messageOf(world, who) < 0;
}

/** Somebody beside the sender who can be spared, or -1. Reads are tracked. */
export function findRunner(world: World, sender: number): number {
  const where = world.of(position);
  const at = where.at.at(sender);
  const own = squadOf(world, sender);
  let best = -1;
  for (let who = 0; who < world.of(person).count; who++) {
    if (who === sender || where.at.raw[who] !== at || groupOf(world, who) !== groupOf(world, sender)) continue;
    if (!canRun(world, who) || world.of(duty).plan.raw[who] !== 0 || world.of(notice).hidden.raw[who] === 1) continue;
    if (world.of(nerves).broken.raw[who] === 1 || world.of(vitals).tending.raw[who] !== 0) continue;
    if (who === world.of(squad).leader.raw[Math.max(0, squadOf(world, who))] - 1) continue;
    if (best < 0 || (squadOf(world, who) === own && squadOf(world, best) !== own)) best = who;
  }
  if (best >= 0) where.at.at(best);
  return best;
}
