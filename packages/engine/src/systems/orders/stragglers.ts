import { eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { groupOf, peopleIn, refugeOf, side } from '../groups/state.ts';
import { position, sightBetween } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { squad, squadOf } from '../squads/state.ts';
import { doubts } from '../will/state.ts';
import { received } from './receiving.ts';
import { TASKS, duty } from './state.ts';

/** Those who have not heard that the others are leaving look round once in so many seconds. [d] */
const EVERY = 10;
/** Seconds for which those who cover the others hold out before they look to themselves. [d] */
const COVERS = 150;
/** Seconds without a shot of their own from elsewhere after which people take the others to have gone. [d] */
const SILENT = 30;

/** Somebody finds that their own are gone, and goes too. */
export const leftAlone = eventKind('orders/left-alone', {
  roles: { actor: role(person), place: role(place), goal: role(place) },
  possible: (world, event) => world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    // A leader tells the squad, as with any order.
    const told = { actor: event.actor, target: event.actor, goal: event.goal, task: 'leave' } as const;
    world.propose(received, told, [reason(event.id)]);
  },
});

/**
 * When a band is going home, word of it runs from one to the next. Who is left understands it without: no others of their own in
 * sight, and their guns silent. That the band is in fact going home is read only so that nobody ever understands it wrongly.
 */
export const straggle = rule('orders/straggle', { phase: 'decide', at: 'second' }, (world, beat) => {
  const duties = world.of(duty);
  const bodies = world.of(body);
  const where = world.of(position);
  for (const who of beat.members) {
    if (!world.isTurn(person, who, EVERY) || TASKS[duties.task.raw[who]] === 'leave') continue;
    const of = groupOf(world, who);
    const goal = world.of(side).wayOut.raw[of] - 1;
    const will = world.of(doubts);
    if (goal < 0 || (will.gaveUp.raw[of] === 0 && will.routed.raw[of] === 0) || covers(world, who)) continue;
    if (bodies.down.raw[who] === 1 || bodies.awake.raw[who] === 0 || where.gone.raw[who] === 1) continue;
    if (world.of(nerves).broken.raw[who] === 1 || world.of(captive).state.raw[who] !== 0) continue;
    const at = where.at.raw[who];
    const near = peopleIn(world, of).filter(
      (other) =>
        other !== who && where.at.raw[other] === at && bodies.down.raw[other] === 0 && where.gone.raw[other] === 0,
    );
    const teller = near.find((other) => TASKS[duties.task.raw[other]] === 'leave');
    world.trace.open(who, world.time);
    duties.task.at(who);
    where.at.at(who);
    if (teller !== undefined) {
      where.at.at(teller);
      world.propose(received, { actor: who, target: teller, goal, task: 'leave' }, [reason(duties.by.at(teller))]);
    } else if (leadsThem(world, who, near)) {
      const last = lastToGo(world, of, who);
      const over = will.gaveUp.at(of) === 1 ? will.gaveUpBy.raw[of] : will.routedBy.raw[of];
      const fields = { actor: who, place: at, goal: refugeOf(world, of) };
      if (last > 0) world.propose(leftAlone, fields, jointly([...new Set([over, last])], 1));
    }
    world.trace.close(false);
  }
});

/** Whether somebody's squad has been told to cover the others, not long ago. */
function covers(world: World, who: number): boolean {
  const own = squadOf(world, who);
  const rows = world.of(squad);
  if (own < 0 || TASKS[rows.task.raw[own]] !== 'cover' || rows.by.raw[own] === 0) return false;
  return world.time - world.chronicle.time(rows.by.raw[own]) < COVERS;
}

/** Whether it is for somebody to say what those beside them do: they lead the squad, or are alone. */
function leadsThem(world: World, who: number, near: readonly number[]): boolean {
  const own = squadOf(world, who);
  return near.length === 0 || (own >= 0 && world.of(squad).leader.raw[own] === who + 1);
}

/**
 * The last move of any of their own from another squad, once none of those is in sight or has been heard to fire for a while;
 * 0 while they are about, or where nobody ever moved. What is read is what somebody there can see and hear.
 */
function lastToGo(world: World, of: number, who: number): number {
  const where = world.of(position);
  const { flashAt } = world.of(notice);
  const bodies = world.of(body);
  const own = squadOf(world, who);
  let last = 0;
  for (const other of peopleIn(world, of)) {
    if (other === who || (own >= 0 && squadOf(world, other) === own)) continue;
    const about = where.gone.at(other) === 0 && bodies.down.at(other) === 0 && bodies.alive.raw[other] === 1;
    if (about && world.time - flashAt.raw[other] < SILENT && flashAt.raw[other] > 0) return 0;
    if (about && world.of(captive).state.raw[other] === 0 && inSight(world, who, other)) return 0;
    last = Math.max(last, where.setOut.raw[other]);
  }
  return last;
}

function inSight(world: World, who: number, other: number): boolean {
  const { at } = world.of(position);
  return at.raw[who] === at.raw[other] || sightBetween(world, at.raw[who], at.raw[other]) > 0;
}
