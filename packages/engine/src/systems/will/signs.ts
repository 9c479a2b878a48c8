import { claim, findClaim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { expectsAmbush } from '../assault/knowing.ts';
import { barrier, isBreached } from '../barriers/state.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { canAct, captive, harmlessAsKnown } from '../captivity/state.ts';
import { defence, isWithin, ward } from '../defence/state.ts';
import { openedBy } from '../engagement/state.ts';
import { groupOf, hostile, leaderOf, peopleIn, side } from '../groups/state.ts';
import { contingency } from '../orders/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { hasBroken, nerves } from '../resolve/state.ts';
import { aim } from '../shooting/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { TOGETHER, heartened, isAback, shaken } from './events.ts';
import { squad, squadsIn } from '../squads/state.ts';
import { DOUBTS, cameOut, doubts, openings, reckoned } from './state.ts';
import type { Doubt } from './state.ts';
import { enemiesAsKnown, liesBehind } from './wayout.ts';

/** Seconds into a clash from which an enemy never seen before is a surprise. [d] */
const SURPRISE_AFTER = 40;
/** Metres within which an enemy who turns up where there was none takes one aback. [d] */
const NEAR_METRES = 60;
/** Seconds for which an enemy known in a place keeps others there from being a surprise. [d] */
const EXPECTED = 300;
/** Seconds for which an enemy's having got behind is news. [d] */
const NEWS = 60;
/** Seconds without anything having gone forward that speak for going home. [d] */
const STALLED = 900;
/** Seconds after the last reserve was called on at which it ought to have been enough. [d] */
const RESERVE_TELLS = 150;
/** Share of the usual rounds below which somebody is running out, and share of people beside the leader of whom that is true. [d] */
const LOW_ROUNDS = 0.12;
const LOW_PEOPLE = 0.5;

/** What the leader has learned since the last look: each thing once, with all that they know it by. */
export function takeIn(world: World, of: number, leader: number): void {
  const claims = world.of(claim);
  for (let row = world.of(mind).first.raw[leader] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const what = claims.predicate.raw[row];
    if (what === isAt.hash) takeInEnemy(world, of, leader, row);
    else if (what === cameOut.hash) takeInHidden(world, of, leader, row);
    else if (what === isBreached.hash) takeInBreach(world, of, leader, row);
    else takeInFate(world, of, leader, row);
  }
  takeInLead(world, of, leader);
  takeInReserve(world, of, leader);
  takeInRounds(world, of, leader);
  takeInTime(world, of, leader);
}

/** One's own who have fallen or lost their nerve; enemies who have run. */
function takeInFate(world: World, of: number, leader: number, row: number): void {
  const claims = world.of(claim);
  const known = world.of(reckoned);
  const what = claims.predicate.raw[row];
  if (what !== hasFallen.hash && what !== hasBroken.hash) return;
  const who = claims.subject.raw[row];
  if (who === leader) return;
  if (groupOf(world, who) === of) {
    const by = what === hasFallen.hash ? 'loss' : 'neighbour';
    // Who has run and then falls is lost once.
    if (known.lost.raw[who] === 1 || known.broke.raw[who] === 1) return;
    shake(world, of, leader, by, who, row);
  } else if (what === hasBroken.hash && known.fled.raw[who] === 0 && hostile(world, of, groupOf(world, who))) {
    world.trace.open(leader, world.time);
    leaderOf(world, of);
    claims.polarity.at(row);
    const because = jointly(sourcesOf(world, row), 1);
    world.propose(
      heartened,
      { actor: leader, target: who, group: of, place: claims.place.raw[row] - 1, by: 'flight' },
      because,
    );
    world.trace.close(false);
  }
}

/** Enemies who were held back and have shown themselves. */
function takeInHidden(world: World, of: number, leader: number, row: number): void {
  const who = world.of(claim).subject.raw[row];
  if (world.of(reckoned).hidden.raw[who] === 1 || !hostile(world, of, groupOf(world, who))) return;
  if (world.time - world.of(claim).changed.raw[row] > NEWS || isAback(world, of, 'reserve')) return;
  // Whoever looked for them there is not taken aback.
  if (expectsAmbush(world, leader, world.of(claim).place.raw[row] - 1) >= 0) return;
  shake(world, of, leader, 'reserve', who, row);
}

/** A wall that lets people through: heart to those who want to be in, doubt to those whose wall it is. */
function takeInBreach(world: World, of: number, leader: number, row: number): void {
  const claims = world.of(claim);
  const wall = claims.subject.raw[row];
  if ((world.of(openings).known.raw[wall] & (1 << of)) !== 0) return;
  const { keeper } = world.of(barrier);
  const theirs = keeper.raw[wall] - 1;
  if (theirs !== of && (theirs < 0 || !hostile(world, of, theirs))) return;
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  claims.polarity.at(row);
  const because = jointly(sourcesOf(world, row), 1);
  const fields = { actor: leader, group: of, place: claims.place.at(row) - 1, barrier: wall, by: 'breach' } as const;
  if (theirs === of) world.propose(shaken, fields, because);
  else world.propose(heartened, fields, because);
  world.trace.close(false);
}

/** Propose that the leader is shaken by what a claim says. */
function shake(world: World, of: number, leader: number, by: Doubt, target: number, row: number): void {
  const claims = world.of(claim);
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  claims.polarity.at(row);
  const place = claims.place.at(row) - 1;
  world.propose(shaken, { actor: leader, target, group: of, place, by }, jointly(sourcesOf(world, row), 1));
  world.trace.close(false);
}

/** An enemy out of nowhere, or in the way back. */
function takeInEnemy(world: World, of: number, leader: number, row: number): void {
  const claims = world.of(claim);
  const known = world.of(reckoned);
  const who = claims.subject.raw[row];
  if (known.behind.raw[who] === 1 && known.surprise.raw[who] === 1) return;
  const changed = claims.changed.raw[row];
  const at = claims.place.raw[row] - 1;
  if (at < 0 || !hostile(world, of, groupOf(world, who)) || harmlessAsKnown(world, leader, who) >= 0) return;
  if (isAback(world, of, 'flank')) return;
  const where = world.of(position);
  const own = where.at.raw[leader];
  if (
    known.behind.raw[who] === 0 &&
    world.time - changed <= NEWS &&
    // Whoever stood there before one came by was left standing there.
    changed > where.since.raw[leader] &&
    !behindWalls(world, own, at) &&
    liesBehind(world, leader, at)
  ) {
    shake(world, of, leader, 'flank', who, row);
    return;
  }
  // Those who are attacked at home expect enemies; those who come count on the ones that they have seen.
  const attacking = world.of(side).home.raw[of] === 0;
  const alarm = world.of(notice);
  const began = alarm.alarmed.raw[leader] === 1 ? alarm.alarmedAt.raw[leader] : world.time;
  if (!attacking || known.surprise.raw[who] === 1 || claims.first.raw[row] !== changed) return;
  if (world.time - changed > NEWS) return;
  if (changed - began < SURPRISE_AFTER || metresBetween(world, own, at) > NEAR_METRES) return;
  if (behindWalls(world, own, at)) return;
  // One more where others were known to be is no surprise.
  if (knownThere(world, of, leader, who, at, changed)) return;
  // Nor is one of those who came out of where they were looked for.
  const came = findClaim(world, leader, cameOut, who);
  if (came >= 0 && expectsAmbush(world, leader, claims.place.raw[came] - 1) >= 0) return;
  shake(world, of, leader, 'surprise', who, row);
}

/** Whether a place lies behind walls that one has not passed oneself: enemies there are where one looks for them. */
function behindWalls(world: World, own: number, at: number): boolean {
  const { of } = world.of(ward);
  return of.raw[at] !== 0 && of.raw[own] === 0;
}

/** Whether other enemies had been known in a place for a while when somebody turned up there. */
function knownThere(world: World, of: number, leader: number, besides: number, at: number, moment: number): boolean {
  const claims = world.of(claim);
  for (let row = world.of(mind).first.raw[leader] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== isAt.hash || claims.place.raw[row] !== at + 1) continue;
    const who = claims.subject.raw[row];
    if (who === besides || !hostile(world, of, groupOf(world, who))) continue;
    if (moment - claims.changed.raw[row] > TOGETHER && moment - claims.seen.raw[row] <= EXPECTED) return true;
  }
  return false;
}

/** Propose that the leader is shaken by how things stand. */
function shakeBy(world: World, of: number, leader: number, by: Doubt, because: readonly Cause[], target = -1): void {
  world.propose(shaken, { actor: leader, target, group: of, place: world.of(position).at.at(leader), by }, because);
}

/** Whoever had to take over has more to doubt. */
function takeInLead(world: World, of: number, leader: number): void {
  const rows = world.of(doubts);
  const before = rows.ledBy.raw[of] - 1;
  if (before === leader || before < 0) return;
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  rows.ledBy.at(of);
  world.of(side).leader.at(of);
  const known = harmlessAsKnown(world, leader, before);
  const because = known >= 0 ? sourcesOf(world, known) : [droppedOut(world, before)];
  shakeBy(world, of, leader, 'leader', jointly(because, 1), before);
  world.trace.close(false);
}

/** The event by which a leader is no longer there to lead. */
export function droppedOut(world: World, who: number): number {
  const where = world.of(position);
  const bodies = world.of(body);
  if (bodies.down.raw[who] === 1) return bodies.downBy.raw[who];
  if (where.gone.raw[who] === 1) return where.goneBy.raw[who];
  if (world.of(nerves).broken.raw[who] === 1) return world.of(nerves).brokenBy.raw[who];
  return world.of(captive).yielded.raw[who];
}

/** Everybody who was held back has been called on, and still the enemy is where they were to be thrown out. */
function takeInReserve(world: World, of: number, leader: number): void {
  if ((world.of(doubts).once.raw[of] & (1 << DOUBTS.indexOf('none left'))) !== 0) return;
  const plans = world.of(contingency);
  let last = world.of(defence).sentBy.raw[of];
  let watched = -1;
  for (let plan = 0; plan < plans.count; plan++) {
    if (groupOf(world, plans.commander.raw[plan]) !== of) continue;
    if (plans.state.raw[plan] < 2) return;
    if (plans.signal.raw[plan] <= last) continue;
    last = plans.signal.raw[plan];
    watched = plans.watchPlace.raw[plan];
  }
  if (last === 0 || world.time - world.chronicle.time(last) < RESERVE_TELLS) return;
  if (squadsIn(world, of).some((each) => world.of(squad).reserve.raw[each] === 1)) return;
  const still = enemiesAsKnown(world, leader).find((enemy) => enemy.at === watched || isWithin(world, of, enemy.at));
  if (still === undefined) return;
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  world.of(claim).seen.at(still.row);
  shakeBy(world, of, leader, 'none left', jointly([last, ...sourcesOf(world, still.row)], 1));
  world.trace.close(false);
}

/** The leader and those beside them have hardly any rounds left. */
function takeInRounds(world: World, of: number, leader: number): void {
  if ((world.of(doubts).once.raw[of] & (1 << DOUBTS.indexOf('ammunition'))) !== 0) return;
  const bodies = world.of(body);
  const { at } = world.of(position);
  const low: number[] = [];
  let armed = 0;
  for (const who of peopleIn(world, of)) {
    const usual = WEAPONS[bodies.weapon.raw[who]].capacity;
    if (usual === 0 || at.raw[who] !== at.raw[leader] || !canAct(world, who)) continue;
    armed++;
    if (bodies.rounds.raw[who] <= usual * LOW_ROUNDS && world.of(aim).opened.raw[who] !== 0) low.push(who);
  }
  if (low.length < Math.max(armed * LOW_PEOPLE, Math.min(armed, 2)) || low.length === 0) return;
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  for (const who of low) bodies.rounds.at(who);
  const spent = low.slice(0, MOST_ARMED).map((who) => world.of(aim).opened.raw[who]);
  shakeBy(world, of, leader, 'ammunition', jointly(spent, 1));
  world.trace.close(false);
}

/** The most people whose fire is named as what the rounds went on. */
const MOST_ARMED = 4;

/** Those who came for something and have long got no further. */
function takeInTime(world: World, of: number, leader: number): void {
  const rows = world.of(doubts);
  const alarm = world.of(notice);
  if (world.of(side).home.raw[of] > 0 || alarm.alarmed.raw[leader] === 0) return;
  if (world.time - Math.max(alarm.alarmedAt.raw[leader], rows.movedAt.raw[of]) < STALLED) return;
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  const last = rows.movedBy.at(of);
  alarm.alarmed.at(leader);
  shakeBy(world, of, leader, 'time', [reason(last !== 0 ? last : openedBy(world, leader))]);
  world.trace.close(false);
}
