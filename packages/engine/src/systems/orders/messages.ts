import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { aboutEvent, enabled, eventKind, interrupted, oneOf, reason, role } from '../../kernel/events.ts';
import { schedule } from '../../kernel/agenda.ts';
import { within } from '../../kernel/bubbles.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct, captive } from '../captivity/state.ts';
import { groupOf, leaderOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { squad, squadOf, squadPeople } from '../squads/state.ts';
import { vitals } from '../wounds/state.ts';
import { deliver } from './receiving.ts';
import { shareNews } from './news.ts';
import { TASKS, duty, message } from './state.ts';

/** Seconds for which a runner looks for whom the word is for in one place; and after which they give it up wherever they are. [d] */
const LOOKS_FOR = 40;
const GIVES_UP_AFTER = 480;

/** A commander sends somebody with an order to a squad out of hearing. */
export const sent = eventKind('orders/sent', {
  roles: { actor: role(person), target: role(person), squad: role(squad), goal: role(place) },
  data: { task: oneOf(TASKS), about: aboutEvent },
  possible: (world, event) => canRun(world, event.target) || isSpared(world, event),
  apply: (world, event) => {
    const rows = world.of(message);
    const row = entrust(world, event);
    rows.order.put(row, event.about);
    rows.task.put(row, TASKS.indexOf(event.task));
    // The place that the order names stands third among its words.
    rows.goal.put(row, world.chronicle.word(event.about, 2));
  },
});

/** The leader of a squad sends somebody to the commander with what they know. */
export const sentWord = eventKind('orders/sent-word', {
  roles: { actor: role(person), target: role(person), squad: role(squad), goal: role(place) },
  possible: (world, event) => canRun(world, event.target),
  apply: (world, event) => {
    world.of(message).isReport.put(entrust(world, event), 1);
    world.of(squad).reported.put(event.squad, event.time);
    shareNews(world, event.actor, event.target, event.id);
  },
});

/** Word is put into a runner's hands, who sets off with it. Returns its row. */
function entrust(world: World, event: { target: number; squad: number; goal: number; id: number }): number {
  const rows = world.of(message);
  const row = rows.add();
  rows.runner.put(row, event.target);
  rows.squad.put(row, event.squad);
  rows.sent.put(row, event.id);
  runTo(world, event.target, event.goal, event.id);
  return row;
}

function runTo(world: World, who: number, goal: number, by: number): void {
  const duties = world.of(duty);
  duties.task.put(who, TASKS.indexOf('carry word'));
  duties.place.put(who, goal + 1);
  duties.by.put(who, by);
}

/** Whoever was sent gives the order to the squad. */
export const handedOver = eventKind('orders/handed-over', {
  roles: { actor: role(person), target: role(person), squad: role(squad), place: role(place) },
  data: { task: oneOf(TASKS) },
  apply: (world, event) => {
    const rows = world.of(message);
    const row = messageOf(world, event.actor);
    if (row < 0) return;
    const datum = rows.task.raw[row] * 65536 + rows.goal.raw[row];
    schedule(world, deliver, world.time + 2, world.nameHash(person, event.target), event.target, datum, 4, event.id);
    finish(world, row, event.actor, event.id);
  },
});

/** Whoever was sent tells the commander. */
export const broughtWord = eventKind('orders/brought-word', {
  roles: { actor: role(person), target: role(person), squad: role(squad), place: role(place) },
  apply: (world, event) => {
    world.chronicle.addWitness(witnessWord(event.target, BY_HEARING, 255));
    shareNews(world, event.actor, event.target, event.id);
    const row = messageOf(world, event.actor);
    if (row >= 0) finish(world, row, event.actor, event.id);
  },
});

/** Whoever was sent finds that they have moved on, is told where to, and goes after them. */
export const followed = eventKind('orders/followed', {
  roles: { actor: role(person), target: role(person), squad: role(squad), place: role(place), goal: role(place) },
  apply: (world, event) => {
    const row = messageOf(world, event.actor);
    if (row < 0) return;
    world.of(message).followed.put(row, 1);
    runTo(world, event.actor, event.goal, event.id);
  },
});

/** Word does not arrive: its bearer fell, ran or was taken, or found nobody. */
export const lost = eventKind('orders/lost', {
  roles: { actor: role(person), squad: role(squad), place: role(place) },
  data: { why: oneOf(['fell', 'ran', 'found nobody', 'taken']) },
  apply: (world, event) => {
    const row = messageOf(world, event.actor);
    if (row >= 0) finish(world, row, event.actor, event.id);
  },
});

/** Row of the word that somebody carries, or -1. */
function messageOf(world: World, who: number): number {
  const rows = world.of(message);
  for (let row = 0; row < rows.count; row++) if (rows.isLive(row) && rows.runner.raw[row] === who) return row;
  return -1;
}

/** The word is off their hands: they go back to their own. */
function finish(world: World, row: number, who: number, by: number): void {
  world.of(message).remove(row);
  const duties = world.of(duty);
  const own = squadOf(world, who);
  const rows = world.of(squad);
  if (TASKS[duties.task.raw[who]] !== 'carry word' || own < 0) return;
  duties.task.put(who, rows.task.raw[own]);
  duties.place.put(who, rows.goal.raw[own] || rows.post.raw[own] || world.of(position).at.raw[who] + 1);
  duties.under.put(who, rows.by.raw[own]);
  duties.by.put(who, by);
}

/** Whoever was to run has been sent with other word just now: that the squad goes on as it did rests on that. Always false. */
function isSpared(world: World, event: { target: number; squad: number }): boolean {
  const row = messageOf(world, event.target);
  if (row < 0) return false;
  world.trace.open(-1, world.time);
  world.of(message).runner.at(row);
  for (const who of squadPeople(world, event.squad)) world.of(duty).task.renew(who);
  world.trace.close(false);
  return false;
}

function canRun(world: World, who: number): boolean {
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

/** Those with word for others: they hand it over where they find them, and it is lost where they fall. */
const carryWord = rule('orders/carry-word', { phase: 'act', at: 'second' }, (world, beat) => {
  const rows = world.of(message);
  const bodies = world.of(body);
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row)) continue;
    const who = rows.runner.raw[row];
    if (!beat.members.includes(who)) continue;
    const broken = world.of(nerves).broken.raw[who] === 1;
    const taken = world.of(captive).state.raw[who] !== 0;
    if (bodies.down.raw[who] === 0 && !broken && !taken && !world.isTurn(person, who, 2)) continue;
    world.trace.open(who, world.time);
    const at = world.of(position).at.at(who);
    const of = rows.squad.raw[row];
    const fields = { actor: who, squad: of, place: at };
    if (bodies.down.at(who) === 1) {
      world.propose(lost, { ...fields, why: 'fell' }, [interrupted(bodies.downBy.raw[who])]);
    } else if (broken) {
      world.propose(lost, { ...fields, why: 'ran' }, [interrupted(world.of(nerves).brokenBy.raw[who])]);
    } else if (taken) {
      world.propose(lost, { ...fields, why: 'taken' }, [interrupted(world.of(captive).yielded.raw[who])]);
    } else meet(world, row, who, at);
    world.trace.close(false);
  }
});

function meet(world: World, row: number, who: number, at: number): void {
  const rows = world.of(message);
  const where = world.of(position);
  const of = rows.squad.raw[row];
  const sentBy = rows.sent.raw[row];
  const because = [enabled(sentBy)];
  const fields = { actor: who, squad: of, place: at };
  const isReport = rows.isReport.raw[row] === 1;
  const whom = isReport ? commanderHere(world, who, at) : takerHere(world, who, of, at);
  if (whom >= 0) {
    where.at.at(whom);
    if (isReport) world.propose(broughtWord, { ...fields, target: whom }, because);
    else world.propose(handedOver, { ...fields, target: whom, task: TASKS[rows.task.raw[row]] }, because);
    return;
  }
  const goal = world.of(duty).place.raw[who] - 1;
  const waits = at === goal && where.bound.raw[who] === 0 && world.time - where.since.raw[who] > LOOKS_FOR;
  if (!waits && world.time - world.chronicle.time(sentBy) < GIVES_UP_AFTER) return;
  const sought = isReport ? leaderOf(world, groupOf(world, who)) : world.of(squad).leader.at(of) - 1;
  const went = waits && rows.followed.at(row) === 0 ? wentFrom(world, who, sought, at) : null;
  if (went === null) world.propose(lost, { ...fields, why: 'found nobody' }, because);
  else world.propose(followed, { ...fields, target: went.asked, goal: went.goal }, [...because, reason(went.by)]);
}

/** Where somebody went from a place, as one of their own who is there tells: whom to ask, where to, and the event; or null. */
function wentFrom(
  world: World,
  who: number,
  sought: number,
  at: number,
): { readonly asked: number; readonly goal: number; readonly by: number } | null {
  const where = world.of(position);
  const by = sought < 0 ? 0 : where.setOut.at(sought);
  // Places stand second and third among the words of setting out: whence, and whither.
  if (by === 0 || world.chronicle.word(by, 1) !== at) return null;
  const left = world.chronicle.time(by);
  for (let asked = 0; asked < world.of(person).count; asked++) {
    if (asked === who || where.at.raw[asked] !== at || groupOf(world, asked) !== groupOf(world, who)) continue;
    if (!canAct(world, asked) || where.since.raw[asked] > left) continue;
    where.at.at(asked);
    return { asked, goal: world.chronicle.word(by, 2), by };
  }
  return null;
}

function commanderHere(world: World, who: number, at: number): number {
  const leader = leaderOf(world, groupOf(world, who));
  const { bubble } = world.of(within);
  if (leader < 0 || world.of(position).at.raw[leader] !== at || bubble.raw[leader] !== bubble.raw[who]) return -1;
  return canAct(world, leader) ? leader : -1;
}

/** The leader of a squad, or else another of it, where somebody with word for it is. */
function takerHere(world: World, runner: number, of: number, at: number): number {
  const { bubble } = world.of(within);
  const here = squadPeople(world, of).filter(
    (who) =>
      who !== runner &&
      world.of(position).at.raw[who] === at &&
      bubble.raw[who] === bubble.raw[runner] &&
      canAct(world, who) &&
      world.of(duty).plan.raw[who] === 0,
  );
  const leader = world.of(squad).leader.at(of) - 1;
  return here.includes(leader) ? leader : (here[0] ?? -1);
}

export const messageEvents = {
  sent,
  'sent-word': sentWord,
  'handed-over': handedOver,
  'brought-word': broughtWord,
  followed,
  lost,
};
export const messageRules = [carryWord];
