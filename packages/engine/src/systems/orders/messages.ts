import { claim } from '../../kernel/beliefs.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { aboutEvent, enabled, eventKind, interrupted, jointly, oneOf, role } from '../../kernel/events.ts';
import { schedule } from '../../kernel/agenda.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, leaderOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { squad, squadOf, squadPeople } from '../squads/state.ts';
import { vitals } from '../wounds/state.ts';
import { hears } from '../word/system.ts';
import { deliver } from './giving.ts';
import { latestNews, shareNews } from './news.ts';
import { TASKS, duty, message } from './state.ts';

/** Metres at which a report carries by voice. [d] */
const REPORT_METRES = 60;
/** Seconds between two reports of one squad: by voice, and by somebody sent. [d] */
const REPORTS_EVERY = 45;
const SENDS_EVERY = 240;
/** A leader thinks about reporting once in so many seconds. [d] */
const THINKS_EVERY = 10;
/** How much news is worth a report. */
const WORTH_TELLING = 3;
/** Seconds for which a runner looks for whom the word is for. [d] */
const LOOKS_FOR = 40;

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

/** The leader of a squad sends somebody to the commander with what they know. */
export const sentWord = eventKind('orders/sent-word', {
  roles: { actor: role(person), target: role(person), squad: role(squad), goal: role(place) },
  possible: (world, event) => canRun(world, event.target),
  apply: (world, event) => {
    const rows = world.of(message);
    const row = rows.add();
    rows.runner.put(row, event.target);
    rows.squad.put(row, event.squad);
    rows.isReport.put(row, 1);
    rows.sent.put(row, event.id);
    world.of(squad).reported.put(event.squad, event.time);
    shareNews(world, event.actor, event.target, event.id);
    runTo(world, event.target, event.goal, event.id);
  },
});

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

/** The leader of a squad calls over to the commander how it stands. */
export const reported = eventKind('orders/reported', {
  roles: { actor: role(person), target: role(person), squad: role(squad) },
  apply: (world, event) => {
    world.of(squad).reported.put(event.squad, event.time);
    world.chronicle.addWitness(witnessWord(event.target, BY_HEARING, 220));
    shareNews(world, event.actor, event.target, event.id);
  },
});

/** Word does not arrive: its bearer fell or ran, or found nobody. */
export const lost = eventKind('orders/lost', {
  roles: { actor: role(person), squad: role(squad), place: role(place) },
  data: { why: oneOf(['fell', 'ran', 'found nobody']) },
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

function canRun(world: World, who: number): boolean {
  const bodies = world.of(body);
  if (bodies.alive.raw[who] === 0 || bodies.down.raw[who] === 1 || bodies.awake.raw[who] === 0) return false;
  return messageOf(world, who) < 0 && world.of(position).gone.raw[who] === 0;
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
    if (bodies.down.raw[who] === 0 && !broken && (world.time + world.nameLo(person, who)) % 2 !== 0) continue;
    world.trace.open(who, world.time);
    const at = world.of(position).at.at(who);
    const of = rows.squad.raw[row];
    if (bodies.down.at(who) === 1) {
      const because = [interrupted(bodies.downBy.raw[who])];
      world.propose(lost, { actor: who, squad: of, place: at, why: 'fell' }, because);
    } else if (broken) {
      const because = [interrupted(world.of(nerves).brokenBy.raw[who])];
      world.propose(lost, { actor: who, squad: of, place: at, why: 'ran' }, because);
    } else meet(world, row, who, at);
    world.trace.close(false);
  }
});

function meet(world: World, row: number, who: number, at: number): void {
  const rows = world.of(message);
  const where = world.of(position);
  const of = rows.squad.raw[row];
  const because = [enabled(rows.sent.raw[row])];
  const whom = rows.isReport.raw[row] === 1 ? commanderHere(world, who, at) : takerHere(world, of, at);
  if (whom >= 0) {
    where.at.at(whom);
    const fields = { actor: who, target: whom, squad: of, place: at };
    if (rows.isReport.raw[row] === 1) world.propose(broughtWord, fields, because);
    else world.propose(handedOver, { ...fields, task: TASKS[rows.task.raw[row]] }, because);
    return;
  }
  const goal = world.of(duty).place.raw[who] - 1;
  if (at === goal && where.bound.raw[who] === 0 && world.time - where.since.raw[who] > LOOKS_FOR) {
    world.propose(lost, { actor: who, squad: of, place: at, why: 'found nobody' }, because);
  }
}

function commanderHere(world: World, who: number, at: number): number {
  const leader = leaderOf(world, groupOf(world, who));
  return leader >= 0 && world.of(position).at.raw[leader] === at && world.of(body).down.raw[leader] === 0 ? leader : -1;
}

/** The leader of a squad, or else another of it, where somebody with word for it is. */
function takerHere(world: World, of: number, at: number): number {
  const bodies = world.of(body);
  const where = world.of(position);
  const here = squadPeople(world, of).filter(
    (who) => where.at.raw[who] === at && bodies.down.raw[who] === 0 && where.gone.raw[who] === 0,
  );
  const leader = world.of(squad).leader.at(of) - 1;
  return here.includes(leader) ? leader : (here[0] ?? -1);
}

/** Leaders of squads tell their commander how it stands: by voice where that carries, else by somebody whom they send. */
const report = rule('orders/report', { phase: 'decide', at: 'second' }, (world, beat) => {
  const rows = world.of(squad);
  const bodies = world.of(body);
  const where = world.of(position);
  for (let of = 0; of < rows.count; of++) {
    const leader = rows.leader.raw[of] - 1;
    if (leader < 0 || (world.time + world.nameLo(person, leader)) % THINKS_EVERY !== 0) continue;
    const last = rows.reported.raw[of];
    if (last !== 0 && world.time - last < REPORTS_EVERY) continue;
    const commander = leaderOf(world, rows.group.raw[of]);
    if (commander === leader || commander < 0 || !beat.members.includes(leader)) continue;
    if (bodies.down.raw[leader] === 1 || bodies.awake.raw[leader] === 0 || where.gone.raw[leader] === 1) continue;
    if (world.of(nerves).pinned.raw[leader] === 1 || world.of(notice).hidden.raw[leader] === 1) continue;
    if (where.at.raw[leader] === where.at.raw[commander]) continue;
    const news = latestNews(world, leader, last);
    if (news.weight < WORTH_TELLING) continue;
    world.trace.open(leader, world.time);
    const claims = world.of(claim);
    for (const held of news.rows) claims.place.at(held);
    rows.reported.at(of);
    const because = jointly(news.sources, 1);
    // While nobody knows of them they do not shout.
    const loud = world.of(notice).alarmed.at(leader) === 1;
    if (loud && hears(world, leader, commander, REPORT_METRES)) {
      world.propose(reported, { actor: leader, target: commander, squad: of }, because);
    } else if (last === 0 || world.time - last >= SENDS_EVERY) {
      const runner = findRunner(world, leader);
      const to = placeOfCommander(world, commander);
      if (runner >= 0 && to >= 0)
        world.propose(sentWord, { actor: leader, target: runner, squad: of, goal: to }, because);
    }
    world.trace.close(false);
  }
});

/** Where their people take the commander to be: with the squad that is the commander's own. */
function placeOfCommander(world: World, commander: number): number {
  const own = squadOf(world, commander);
  const rows = world.of(squad);
  const told = own < 0 ? 0 : rows.goal.raw[own] || rows.post.raw[own];
  return told > 0 ? told - 1 : world.of(position).at.raw[commander];
}

export const messageEvents = {
  sent,
  'sent-word': sentWord,
  'handed-over': handedOver,
  'brought-word': broughtWord,
  reported,
  lost,
};
export const messageRules = [carryWord, report];
