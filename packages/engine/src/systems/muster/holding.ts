/** The hour after a fight, minute by minute: who calls, who is told what, who stands where, and when it is over. */
import { claim, claimsOf, findClaim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { bubble, bubbleOf, closeBubble } from '../../kernel/bubbles.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import type { Beat } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isBreached } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { canAct, captive } from '../captivity/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, leaderOf, side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { successor } from '../offices/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { counted } from '../stores/events.ts';
import { mainStore, stock, stockRow } from '../stores/state.ts';
import { able, hasFallen, vitals } from '../wounds/state.ts';
import { countHeads, countRounds, presentOf, search, takeIn } from './counting.ts';
import { calledTogether, posted, reported, stoodDown } from './events.ts';
import { gathering, stageOf } from './state.ts';

/** Minutes after the fight at which the leader calls everybody together. [d] */
const CALLS_AFTER = 4;
/** Minutes after the call at which the open walls are manned, and heads, stores and rounds are counted. [d] */
const POSTS_AFTER = 1;
const HEADS_AFTER = 5;
const COUNTS_AFTER = 6;
const ROUNDS_AFTER = 8;
/** At which it comes home to them that it is over, and at which the leader sends everybody to rest. [d] */
const TAKEN_IN_AFTER = 10;
const ENDS_AFTER = 31;
/** Seconds after which a gathering with nobody to call it is over. [d] */
const NOBODY_SECONDS = 3600;

export const meet = rule('muster/meet', { phase: 'decide', at: 'minute' }, (world, beat) => {
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0 || world.of(campaign).state.raw[of] !== 2) continue;
    if (stageOf(world, of) === 2) continue;
    const leader = leaderOf(world, of);
    if (leader < 0) continue;
    const out = outBy(world, leader);
    if (out !== 0) passOn(world, of, leader, out, beat);
    else if (bubbleOf(world, leader) === beat.bubble) hold(world, of, leader, beat);
  }
  if (nobodyLeads(world, beat)) closeBubble(world, beat.bubble);
});

/** What keeps a leader from leading: they are down, taken or gone; 0 where nothing does. */
function outBy(world: World, leader: number): number {
  const { gone, goneBy } = world.of(position);
  const { state, yielded } = world.of(captive);
  if (world.of(body).down.raw[leader] === 1) return world.of(body).downBy.raw[leader];
  if (gone.raw[leader] === 1) return goneBy.raw[leader];
  return state.raw[leader] === 0 ? 0 : yielded.raw[leader];
}

/** With nobody left who could call anybody, the night goes on without a gathering. */
function nobodyLeads(world: World, beat: Beat): boolean {
  const homely = beat.members.filter((who) => world.of(side).home.raw[groupOf(world, who)] > 0);
  return (
    homely.every((who) => !canAct(world, who)) &&
    world.time - world.of(bubble).opened.raw[beat.bubble] >= NOBODY_SECONDS
  );
}

function passOn(world: World, of: number, from: number, out: number, beat: Beat): void {
  const next = successor(world, presentOf(world, of, beat.members));
  if (next < 0) return;
  world.trace.open(next, world.time);
  world.of(body).down.at(from);
  world.of(position).gone.at(from);
  world.of(captive).state.at(from);
  world.propose(succeeded, { actor: next, target: from, group: of }, [reason(out)]);
  world.trace.close(false);
}

function hold(world: World, of: number, leader: number, beat: Beat): void {
  const rows = world.of(gathering);
  const ended = world.of(campaign).endedBy.raw[of];
  const quiet = (world.time - world.chronicle.time(ended)) / 60;
  const at = world.of(position).at.raw[leader];
  world.trace.open(leader, world.time);
  const stage = stageOf(world, of);
  // A scene is lived by whole minutes, so that every minute after the call comes up once.
  const minutes = (world.time - rows.calledAt.raw[of]) / 60;
  if (stage === 0 && quiet >= CALLS_AFTER) {
    world.propose(calledTogether, { actor: leader, group: of, place: at }, [reason(ended)]);
  } else if (stage === 1 && minutes === COUNTS_AFTER) countStores(world, of, leader);
  else if (stage === 1 && minutes >= ENDS_AFTER) {
    world.propose(stoodDown, { actor: leader, group: of, place: at }, [enabled(rows.called.raw[of])]);
  }
  world.trace.close(false);
  if (stage === 0) return;
  tellLeader(world, of, leader, beat);
  if (minutes === POSTS_AFTER) manBreaches(world, of, leader, beat);
  else if (minutes === HEADS_AFTER) countHeads(world, of, leader, beat.members);
  else if (minutes === ROUNDS_AFTER) countRounds(world, of, leader, beat.members);
  else if (minutes === TAKEN_IN_AFTER) takeIn(world, of, leader, beat.members);
  if (minutes > HEADS_AFTER) search(world, of, leader, beat.members, minutes - HEADS_AFTER);
}

/** What is worth most to them is counted first. */
function countStores(world: World, of: number, leader: number): void {
  const called = world.of(gathering).called.raw[of];
  const main = mainStore(world, world.of(side).home.raw[of] - 1);
  if (main === null) return;
  const amount = world.of(stock).amount.at(stockRow(main.place, main.good));
  world.propose(counted, { actor: leader, place: main.place, good: main.good, amount }, [reason(called)]);
}

/** Where the leader takes the walls to be open somebody has to stand: whoever is nearest, and whole. */
function manBreaches(world: World, of: number, leader: number, beat: Beat): void {
  const walls = world.of(barrier);
  const free = presentOf(world, of, beat.members).filter((who) => who !== leader && canStand(world, who));
  for (const row of claimsOf(world, leader).reverse()) {
    const claims = world.of(claim);
    const wall = claims.subject.raw[row];
    if (claims.predicate.raw[row] !== isBreached.hash || claims.polarity.raw[row] === 0) continue;
    if (walls.keeper.raw[wall] !== of + 1) continue;
    const post = walls.inside.raw[wall];
    const { at } = world.of(position);
    const far = (who: number): number => metresBetween(world, at.raw[who], post);
    const target = free.reduce((best, who) => (best < 0 || far(who) < far(best) ? who : best), -1);
    if (target < 0) return;
    free.splice(free.indexOf(target), 1);
    world.trace.open(leader, world.time);
    claims.polarity.at(row);
    at.at(target);
    const because = jointly(sourcesOf(world, row), 1);
    world.propose(posted, { actor: leader, target, barrier: wall, place: post }, because);
    world.trace.close(false);
  }
}

function canStand(world: World, who: number): boolean {
  const { legs, faint } = world.of(able);
  return legs.raw[who] === 0 && faint.raw[who] === 0 && world.of(vitals).tending.raw[who] === 0;
}

/** One person a minute says who is down, where the leader does not know it. */
function tellLeader(world: World, of: number, leader: number, beat: Beat): void {
  const claims = world.of(claim);
  for (const who of beat.members) {
    if (who === leader || groupOf(world, who) !== of || world.of(body).down.raw[who] === 1) continue;
    for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
      const fallen = claims.subject.raw[row];
      if (claims.predicate.raw[row] !== hasFallen.hash || groupOf(world, fallen) !== of) continue;
      if (fallen === leader || findClaim(world, leader, hasFallen, fallen) >= 0) continue;
      world.trace.open(who, world.time);
      stageOf(world, of);
      const about = claims.subject.at(row);
      const because = jointly(sourcesOf(world, row), 1);
      world.propose(reported, { actor: who, target: leader, about, place: claims.place.at(row) - 1 }, because);
      world.trace.close(false);
      return;
    }
  }
}
