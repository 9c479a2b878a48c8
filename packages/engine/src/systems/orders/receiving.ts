import { agendaAct, schedule } from '../../kernel/agenda.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { causeEvent, eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { ROUSES, body } from '../bodies/state.ts';
import { captive } from '../captivity/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { inSquad, squad, squadOf, squadPeople } from '../squads/state.ts';
import { hears } from '../word/system.ts';
import { orderBehind, toldBefore } from './chain.ts';
import { TASKS, duty } from './state.ts';
import type { Task } from './state.ts';

/** Metres at which an order carries, and how fast it is understood: seconds, and metres a second by word of mouth. [d] */
export const ORDER_METRES = 90;
const TAKES_SECONDS = 2;
const METRES_A_SECOND = 40;
/** A leader repeats an order to those of the squad who have not heard it, once in so many seconds. [d] */
const REPEATS_EVERY = 20;
/** Whether anybody has missed an order is looked at once in so many seconds. [d] */
const ASKS_EVERY = 4;

/** Somebody who can take an order: not gone, not down, not taken, not lying in wait. */
export function isWithThem(world: World, who: number): boolean {
  const taken = world.of(captive).state.raw[who] !== 0;
  const here = world.of(position).gone.raw[who] === 0 && world.of(body).down.raw[who] === 0;
  return here && !taken && world.of(duty).plan.raw[who] === 0;
}

/**
 * Whether somebody stands with their squad's leader beside the commander: then they hear the order from the commander's own
 * mouth, and need not be told.
 */
export function standBy(world: World, commander: number, leader: number, who: number): boolean {
  const { at } = world.of(position);
  return at.raw[who] === at.raw[commander] && at.raw[leader] === at.raw[commander];
}

/** Somebody hears an order, after the moment that it takes. */
export function hear(world: World, who: number, from: number, task: Task, goal: number, cause: number, late = 0): void {
  if (who !== from) world.chronicle.addWitness(witnessWord(who, BY_HEARING, 200));
  const where = world.of(position);
  const metres = metresBetween(world, where.at.raw[from], where.at.raw[who]);
  const seconds = who === from ? 1 : TAKES_SECONDS + Math.floor(metres / METRES_A_SECOND);
  const datum = TASKS.indexOf(task) * 65536 + goal;
  schedule(world, deliver, world.time + seconds + late, world.nameHash(person, who), who, datum, 4, cause);
}

/** An order does not reach somebody. */
export const unheard = eventKind('orders/unheard', {
  roles: { actor: role(person), target: role(person) },
  data: { task: oneOf(TASKS) },
  // What they do, and have those do who follow them, stays what it was before.
  apply: (world, { actor }) => {
    const of = squadOf(world, actor);
    const leads = of >= 0 && world.of(squad).leader.raw[of] === actor + 1;
    for (const who of leads ? squadPeople(world, of) : [actor]) world.of(duty).task.renew(who);
  },
});

/** Somebody has heard what they are to do. Whoever leads a squad passes it on. */
export const received = eventKind('orders/received', {
  roles: { actor: role(person), target: role(person), goal: role(place) },
  data: { task: oneOf(TASKS) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    const { actor } = event;
    const duties = world.of(duty);
    duties.task.put(actor, TASKS.indexOf(event.task));
    duties.place.put(actor, event.goal + 1);
    duties.by.put(actor, event.id);
    const bodies = world.of(body);
    if (bodies.awake.raw[actor] === 0) bodies.roused.add(actor, ROUSES.order, event.id);
    // Who is sent elsewhere does not lie hidden any longer.
    const { hidden } = world.of(notice);
    const sentOff = event.target !== actor && world.of(position).at.raw[actor] !== event.goal;
    if (sentOff && hidden.raw[actor] === 1) hidden.put(actor, 0);
    const of = world.of(inSquad).squad.raw[actor] - 1;
    if (of < 0) return;
    const rows = world.of(squad);
    const leads = rows.leader.raw[of] === actor + 1;
    const order = orderBehind(world, event.id);
    // Word that took its time, and has been overtaken by a later order: it is put right when the squad meets.
    if (order !== 0 && rows.order.raw[of] > order) return;
    // Heard from one of their own: the squad has the order already, and whoever leads it need not pass it on again.
    const own = event.target !== actor && world.of(inSquad).squad.raw[event.target] === of + 1;
    // Heard from the commander, as the leader of the squad has: nothing to pass on.
    if (!leads && order !== 0 && rows.order.raw[of] === order) {
      duties.under.put(actor, rows.by.raw[of]);
      return;
    }
    const same = TASKS[rows.task.raw[of]] === event.task && rows.goal.raw[of] === event.goal + 1;
    if (own && (same || (!leads && rows.leader.raw[of] === event.target + 1))) {
      duties.under.put(actor, rows.by.raw[of]);
      return;
    }
    rows.task.put(of, TASKS.indexOf(event.task));
    rows.goal.put(of, event.goal + 1);
    rows.by.put(of, event.id);
    rows.repeated.put(of, event.time);
    if (order !== 0) rows.order.put(of, order);
    duties.under.put(actor, event.id);
    world.trace.open(-1, world.time);
    passOn(world, of, actor, event.id, true);
    world.trace.close(false);
  },
});

/** Tell those of the squad who are within hearing and have not heard it. */
function passOn(world: World, of: number, leader: number, cause: number, first: boolean): void {
  const rows = world.of(squad);
  const duties = world.of(duty);
  const task = TASKS[rows.task.raw[of]];
  const goal = rows.goal.raw[of] - 1;
  const before = toldBefore(world, cause);
  const straight = first ? givenStraight(world, cause) : -1;
  for (const who of squadPeople(world, of)) {
    if (straight >= 0 && standBy(world, straight, leader, who)) continue;
    if (who === leader || !isWithThem(world, who) || duties.under.raw[who] === rows.by.raw[of]) continue;
    if (TASKS[duties.task.raw[who]] === 'carry word') continue;
    if (hears(world, leader, who, ORDER_METRES, before)) hear(world, who, leader, task, goal, cause);
    else if (first) world.propose(unheard, { actor: who, target: leader, task }, [reason(cause)]);
  }
}

/** The commander from whose own mouth an order was received, or -1. */
function givenStraight(world: World, id: number): number {
  const { wordCount } = world.ruleset.kinds[world.chronicle.kind(id)];
  const causes = world.chronicle.causesOf(id, wordCount);
  const before = causes.length === 0 ? 0 : causeEvent(causes[0]);
  return before !== 0 && before === orderBehind(world, id) ? world.chronicle.word(before, 0) : -1;
}

/** What a squad has been told and part of it has not heard is said again when they are together. */
const repeated = eventKind('orders/repeated', {
  roles: { actor: role(person), squad: role(squad) },
  apply: (world, event) => {
    world.of(squad).repeated.put(event.squad, event.time);
    world.trace.open(-1, world.time);
    passOn(world, event.squad, event.actor, event.id, false);
    world.trace.close(false);
  },
});

export const repeat = rule('orders/repeat', { phase: 'decide', at: 'second' }, (world, beat) => {
  const rows = world.of(squad);
  const duties = world.of(duty);
  const where = world.of(position);
  const { awake } = world.of(body);
  for (let of = 0; of < rows.count; of++) {
    if (rows.by.raw[of] === 0 || world.time - rows.repeated.raw[of] < REPEATS_EVERY) continue;
    if (!world.isTurn(squad, of, ASKS_EVERY)) continue;
    const people = squadPeople(world, of).filter((who) => beat.members.includes(who) && isWithThem(world, who));
    const speaker = speakerOf(world, of, people);
    if (speaker < 0) continue;
    const missed = people.find(
      (who) =>
        duties.under.raw[who] !== rows.by.raw[of] &&
        where.at.raw[who] === where.at.raw[speaker] &&
        awake.raw[who] === 1 &&
        TASKS[duties.task.raw[who]] !== 'carry word',
    );
    if (missed === undefined) continue;
    world.trace.open(speaker, world.time);
    duties.under.at(missed);
    where.at.at(missed);
    where.at.at(speaker);
    world.propose(repeated, { actor: speaker, squad: of }, [reason(rows.by.raw[of])]);
    world.trace.close(false);
  }
});

/** Who says again what a squad has been told: its leader; where the leader has not heard it, the first who has; or -1. */
function speakerOf(world: World, of: number, people: readonly number[]): number {
  const rows = world.of(squad);
  const { under } = world.of(duty);
  const { broken } = world.of(nerves);
  const knows = (who: number): boolean => under.raw[who] === rows.by.raw[of] && broken.raw[who] === 0;
  const leader = rows.leader.raw[of] - 1;
  if (people.includes(leader) && knows(leader)) return leader;
  return people.find(knows) ?? -1;
}

export const deliver = agendaAct('orders/deliver', (world, who, datum, cause) => {
  // Who acts on a later order of the commander's than this one knows better.
  const of = squadOf(world, who);
  if (of >= 0 && orderBehind(world, cause) < world.of(squad).order.raw[of] && orderBehind(world, cause) !== 0) {
    const { under } = world.of(duty);
    if (under.raw[who] === world.of(squad).by.raw[of]) return;
  }
  const task: Task = TASKS[Math.floor(datum / 65536)];
  const leader = world.chronicle.word(cause, 0);
  world.trace.writer = 2 * cause;
  world.propose(received, { actor: who, target: leader, goal: datum % 65536, task }, [reason(cause)]);
  world.trace.writer = 0;
});

export const receivingEvents = { unheard, received, repeated };
