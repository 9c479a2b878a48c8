import { claim } from '../../kernel/beliefs.ts';
import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, jointly, reason, role } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { canAct } from '../captivity/state.ts';
import { leaderOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { squad, squadOf } from '../squads/state.ts';
import { hears } from '../word/system.ts';
import { received } from './receiving.ts';
import { findRunner, sentWord } from './messages.ts';
import { latestNews, shareNews } from './news.ts';
import type { Told } from './news.ts';
import { TASKS } from './state.ts';

/** Metres at which a report carries by voice. [d] */
const REPORT_METRES = 60;
/** Seconds between two reports of one squad: by voice, and by somebody sent. [d] */
const REPORTS_EVERY = 45;
const SENDS_EVERY = 240;
/** A leader thinks about reporting once in so many seconds. [d] */
const THINKS_EVERY = 10;
/** How much news is worth a report. */
const WORTH_TELLING = 3;
/** A squad that was sent ahead looks for so many seconds before anything is worth telling, and for so many in all. [d] */
const LOOKS_AHEAD = 60;
const LOOKED_ENOUGH = 180;

/** The leader of a squad calls over to the commander how it stands. */
export const reported = eventKind('orders/reported', {
  roles: { actor: role(person), target: role(person), squad: role(squad) },
  // The one or the other may have fallen in the very same second.
  possible: (world, event) => canAct(world, event.actor) && canAct(world, event.target),
  apply: (world, event) => {
    world.of(squad).reported.put(event.squad, event.time);
    world.chronicle.addWitness(witnessWord(event.target, BY_HEARING, 220));
    shareNews(world, event.actor, event.target, event.id);
  },
});

/** Those who were sent ahead have seen what there is to see, and come back. */
export const lookedEnough = eventKind('orders/looked-enough', {
  roles: { actor: role(person), squad: role(squad), place: role(place), goal: role(place) },
  possible: (world, event) => TASKS[world.of(squad).task.raw[event.squad]] === 'scout',
  apply: (world, event) => {
    const told = { actor: event.actor, target: event.actor, goal: event.goal, task: 'creep up' } as const;
    world.propose(received, told, [reason(event.id)]);
  },
});

/** Leaders of squads tell their commander how it stands: by voice where that carries, else by somebody whom they send. */
const report = rule('orders/report', { phase: 'decide', at: 'second' }, (world, beat) => {
  const rows = world.of(squad);
  const where = world.of(position);
  for (let of = 0; of < rows.count; of++) {
    const leader = rows.leader.raw[of] - 1;
    if (leader < 0 || !world.isTurn(person, leader, THINKS_EVERY)) continue;
    const last = rows.reported.raw[of];
    if (last !== 0 && world.time - last < REPORTS_EVERY) continue;
    const commander = leaderOf(world, rows.group.raw[of]);
    if (commander === leader || commander < 0 || !beat.members.includes(leader)) continue;
    if (!canAct(world, leader) || world.of(nerves).broken.raw[leader] === 1) continue;
    if (world.of(nerves).pinned.raw[leader] === 1 || world.of(notice).hidden.raw[leader] === 1) continue;
    const ahead = aheadFor(world, of, leader);
    if (ahead >= 0 && ahead < LOOKS_AHEAD) continue;
    const news = latestNews(world, leader, last);
    const enough = news.weight >= (ahead < 0 ? WORTH_TELLING : 1);
    if (!enough && ahead < LOOKED_ENOUGH) continue;
    world.trace.open(leader, world.time);
    rows.reported.at(of);
    // To whom, and that they can, rests on who leads and on their own nerve.
    leaderOf(world, rows.group.raw[of]);
    rows.leader.at(of);
    world.of(nerves).broken.at(leader);
    world.of(nerves).pinned.at(leader);
    if (enough) tellNews(world, of, leader, commander, news);
    else {
      const place = where.at.at(leader);
      const goal = placeOfCommander(world, commander);
      const because = [reason(rows.by.at(of))];
      world.propose(lookedEnough, { actor: leader, squad: of, place, goal }, because);
    }
    world.trace.close(false);
  }
});

/** For how long a squad that was sent ahead has looked from where it was sent; -1 for one that was not, or is on its way. */
function aheadFor(world: World, of: number, leader: number): number {
  const rows = world.of(squad);
  const where = world.of(position);
  if (TASKS[rows.task.raw[of]] !== 'scout' || where.at.raw[leader] !== rows.goal.raw[of] - 1) return -1;
  return world.time - Math.max(where.since.raw[leader], world.chronicle.time(rows.by.raw[of]));
}

function tellNews(world: World, of: number, leader: number, commander: number, news: Told): void {
  const where = world.of(position);
  const last = world.of(squad).reported.raw[of];
  for (const held of news.rows) world.of(claim).place.at(held);
  const because = jointly(news.sources, 1);
  // While nobody knows of them they do not shout; whoever is beside them hears a whisper.
  const beside = where.at.at(leader) === where.at.at(commander);
  const loud = world.of(notice).alarmed.at(leader) === 1;
  if ((loud || beside) && hears(world, leader, commander, REPORT_METRES)) {
    world.propose(reported, { actor: leader, target: commander, squad: of }, because);
  } else if (!beside && (last === 0 || world.time - last >= SENDS_EVERY)) {
    const runner = findRunner(world, leader);
    const goal = placeOfCommander(world, commander);
    if (runner >= 0 && goal >= 0) world.propose(sentWord, { actor: leader, target: runner, squad: of, goal }, because);
  }
}

/**
 * Where their people take the commander to be: with the squad that is the commander's own, where that was sent. A simplification:
 * everybody is taken to know where the commander means to be found, and nobody where the commander really is.
 */
function placeOfCommander(world: World, commander: number): number {
  const own = squadOf(world, commander);
  const rows = world.of(squad);
  const told = own < 0 ? 0 : rows.goal.raw[own] || rows.post.raw[own];
  return told > 0 ? told - 1 : world.of(position).at.raw[commander];
}

export const reportEvents = { reported, 'looked-enough': lookedEnough };
export const reportRules = [report];
