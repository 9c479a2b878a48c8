/** The morning after a fight whoever leads has everybody tell what they saw, and draws what follows from it. */
import { claim, sourcesOf } from '../../kernel/beliefs.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isAttacked, isBreached } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { canAct, captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, hostile, leaderOf, side } from '../groups/state.ts';
import { isSettled } from '../infirmary/patients.ts';
import { readCharge, successor } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { called, foundWeak, reckoned, told } from './events.ts';
import { newsOf, presentAt, readNews, tellersAmong } from './knowledge.ts';
import { debriefing, testimony, weakness } from './state.ts';

/** The hours of the day, from and until, in which it is held; until when the leader is waited for; hours after the fight. [d] */
const FROM = 9;
const UNTIL = 17;
const WAITS_UNTIL = 11;
const RESTS_HOURS = 5;
/** The fewest who make a debriefing. */
const FEWEST = 2;
/** What word of a wall that gave counts for, and of one that was attacked; and how much is needed to call it weak. [d] */
const GAVE = 2;
const ATTACKED = 1;
const WEAK_FROM = 2;
/** The most tellings that are named for a finding, and events for a telling. */
const MOST_NAMED = 12;

export const call = rule('debrief/call', { phase: 'decide', at: 'hour' }, (world, beat) => {
  const hour = Math.floor(world.time / 3600) % 24;
  if (hour < FROM || hour >= UNTIL) return;
  const among = new Set(beat.members);
  for (let of = 0; of < world.of(group).count; of++) {
    const ended = world.of(campaign).endedBy.raw[of];
    if (world.of(side).home.raw[of] === 0 || ended === 0 || world.of(debriefing).after.raw[of] === ended) continue;
    if (!isSettled(world, of, RESTS_HOURS)) continue;
    const present = presentAt(world, of).filter((who) => among.has(who));
    const leader = leaderOf(world, of);
    const waits = hour < WAITS_UNTIL && leader >= 0 && willCome(world, leader);
    const boss = present.includes(leader) ? leader : waits ? -1 : successor(world, present);
    if (boss < 0 || present.length < FEWEST || tellersAmong(world, present).length === 0) continue;
    world.trace.open(boss, world.time);
    world.of(campaign).endedBy.at(of);
    readCharge(world, of, null);
    const place = world.of(position).at.at(boss);
    world.propose(called, { actor: boss, group: of, place, present: present.length }, [reason(ended)]);
    world.trace.close(false);
  }
});

/** Whether a leader who is not there sleeps, or stands watch, and will come. */
function willCome(world: World, leader: number): boolean {
  const { alive, down } = world.of(body);
  const here = world.of(position).gone.raw[leader] === 0 && world.of(captive).state.raw[leader] === 0;
  return here && alive.raw[leader] === 1 && down.raw[leader] === 0;
}

/** The group whose debriefing is being held now, with whoever called it. */
function held(world: World, act: (of: number, boss: number) => void): void {
  const rows = world.of(debriefing);
  for (let of = 0; of < world.of(group).count; of++) {
    const boss = rows.by.raw[of] - 1;
    if (rows.stage.raw[of] === 1 && canAct(world, boss)) act(of, boss);
  }
}

export const tell = rule('debrief/tell', { phase: 'act', at: 'hour' }, (world) => {
  held(world, (of, boss) => {
    const claims = world.of(claim);
    const place = world.of(position).at.raw[boss];
    for (const who of tellersAmong(world, presentAt(world, of))) {
      world.trace.open(who, world.time);
      world.of(debriefing).stage.at(of);
      world.of(position).at.at(boss);
      readNews(world, who);
      const news = newsOf(world, who);
      const count = (what: (row: number) => boolean): number => news.filter(what).length;
      const fallen = count((row) => claims.predicate.at(row) === hasFallen.hash);
      const walls = count((row) => isOfWalls(claims.predicate.raw[row]));
      const sources = [...new Set(news.flatMap((row) => sourcesOf(world, row).slice(0, 1)))].slice(0, MOST_NAMED);
      const because = [...jointly(sources, 1), enabled(world.of(debriefing).called.raw[of])];
      const fields = { actor: who, group: of, place, fallen, walls, others: news.length - fallen - walls };
      world.propose(told, fields, because);
      world.trace.close(false);
    }
  });
});

const isOfWalls = (hash: number): boolean => hash === isBreached.hash || hash === isAttacked.hash;

export const conclude = rule('debrief/conclude', { phase: 'settle', at: 'hour' }, (world) => {
  held(world, (of, boss) => {
    const rows = world.of(testimony);
    const since = world.of(debriefing).called.raw[of];
    const said: number[] = [];
    for (let row = 0; row < rows.count; row++) {
      if (rows.isLive(row) && rows.group.raw[row] === of && rows.by.raw[row] > since) said.push(row);
    }
    judgeWalls(world, of, boss, said);
    world.trace.open(boss, world.time);
    const fallen = said.filter((row) => rows.predicate.raw[row] === hasFallen.hash && rows.polarity.at(row) === 1);
    const subjects = [...new Set(fallen.map((row) => rows.subject.raw[row]))];
    const own = subjects.filter((who) => groupOf(world, who) === of).length;
    const enemies = subjects.filter((who) => hostile(world, of, groupOf(world, who))).length;
    const because = [...toldIn(world, fallen), enabled(since)];
    const place = world.of(position).at.at(boss);
    world.propose(reckoned, { actor: boss, group: of, place, own, enemies }, because);
    world.trace.close(false);
  });
});

/** The tellings in which something was said, as one joint reason. */
function toldIn(world: World, said: readonly number[]): ReturnType<typeof jointly> {
  const { by } = world.of(testimony);
  return jointly([...new Set(said.map((row) => by.raw[row]))].slice(0, MOST_NAMED), 1);
}

/** The wall of which most was told, each by how sure they were who told it; of two the one that gave. */
function judgeWalls(world: World, of: number, boss: number, said: readonly number[]): void {
  const rows = world.of(testimony);
  const walls = world.of(barrier);
  const counts = new Map<number, number>();
  world.trace.open(boss, world.time);
  const ofWalls = said.filter((row) => isOfWalls(rows.predicate.raw[row]) && rows.polarity.at(row) === 1);
  for (const row of ofWalls) {
    const wall = rows.subject.raw[row];
    if (walls.keeper.raw[wall] !== of + 1) continue;
    const worth = rows.predicate.raw[row] === isBreached.hash ? GAVE : ATTACKED;
    counts.set(wall, (counts.get(wall) ?? 0) + worth * rows.confidence.raw[row]);
  }
  const [weak, weight] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [-1, 0];
  if (weak >= 0 && weight >= WEAK_FROM && world.of(weakness).by.at(weak) === 0) {
    const because = toldIn(
      world,
      ofWalls.filter((row) => rows.subject.raw[row] === weak),
    );
    world.propose(foundWeak, { actor: boss, group: of, barrier: weak }, because);
  }
  world.trace.close(false);
}
