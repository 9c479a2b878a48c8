import { claim, claimsOf, findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { bubbleOf, within } from '../../kernel/bubbles.ts';
import { purpose } from '../../kernel/chance.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isAttacked, isBreached } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { harmlessAsKnown } from '../captivity/state.ts';
import { groupOf, hostile, leaderOf, peopleIn, side } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { bond } from '../past/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { squad, squadPeople, squadsIn } from '../squads/state.ts';
import { doubts } from '../will/state.ts';
import { enemiesAsKnown } from '../will/wayout.ts';
import type { Known } from '../will/wayout.ts';
import { hasFallen } from '../wounds/state.ts';
import { calledBack, fellBack, hasFreePeople, heldBack, manned, postOf, pursued, sentIn, stoodTo } from './events.ts';
import { defence, isWithin, sortie } from './state.ts';

/** A commander thinks about the whole once in so many seconds. [d] */
const EVERY = 4;
/** Seconds for which word of an enemy says where to send people, and between two such orders. [d] */
const KNOWN_FOR = 75;
const SENDS_EVERY = 120;
/** How many enemies before one post make it hard pressed. [d] */
const HARD_PRESSED = 3;
/** How many more enemies than people of one's own within the walls make the walls lost. [d] */
const LOST_WALLS = 1.4;
/** How many of one's own to each enemy in a place are enough: the others stay at their posts. [d] */
const ENOUGH = 2;
/** How many times as many of one's own as of enemies make a sally from the house worth it. [d] */
const SALLIES_AGAINST = 3;
/** Seconds without a shot after which those who were at the walls have drawn off; for how long they are remembered; and after which it is asked at all. [d] */
const DRAWN_OFF = 40;
const WAS_THERE = 900;
const ASKED_AFTER = 240;
/** What speaks for going after them: the worst old wrong, nerve, light; and what for letting them go: each of one's own lost. [d] */
const WRONG_DRIVES = 0.5;
const NERVE_DRIVES = 0.6;
const LIGHT_ALLOWS = 0.5;
const LOSS_HOLDS = 1.6;
/** The most that is stated as one reason. */
const MOST_REASONS = 20;
const P_CHASE = purpose('defence/chase');

export const lead = rule('defence/lead', { phase: 'decide', at: 'second' }, (world, beat) => {
  const rows = world.of(defence);
  const bodies = world.of(body);
  for (let of = 0; of < world.of(group).count; of++) {
    const leader = leaderOf(world, of);
    if (world.of(side).home.raw[of] === 0 || leader < 0 || world.of(side).wayOut.raw[of] !== 0) continue;
    if (!world.isTurn(person, leader, EVERY) || bubbleOf(world, leader) !== beat.bubble) continue;
    if (bodies.down.raw[leader] === 1 || bodies.awake.raw[leader] === 0) continue;
    // Who has lost their nerve leads nobody.
    if (world.of(nerves).broken.raw[leader] === 1) continue;
    const seen = world.of(notice);
    if (seen.alarmed.raw[leader] === 0) continue;
    world.trace.open(leader, world.time);
    leaderOf(world, of);
    if (rows.stoodTo.at(of) === 0) {
      const place = world.of(position).at.at(leader);
      world.propose(stoodTo, { actor: leader, group: of, place }, [reason(seen.alarmedBy.at(leader))]);
    } else think(world, of, leader);
    world.trace.close();
  }
});

function think(world: World, of: number, leader: number): void {
  const rows = world.of(defence);
  const home = world.of(side).home.raw[of] - 1;
  const fields = { actor: leader, group: of };
  if (rows.fellBack.at(of) === 0 && world.of(doubts).gaveUp.at(of) === 1) {
    world.propose(fellBack, { ...fields, place: home }, [reason(world.of(doubts).gaveUpBy.raw[of])]);
    return;
  }
  if (rows.chase.at(of) === 1 && world.time >= rows.chaseUntil.raw[of]) {
    const chaser = rows.chaser.raw[of] - 1;
    world.propose(calledBack, { ...fields, squad: chaser, place: home }, [reason(rows.chaseBy.raw[of])]);
    return;
  }
  const enemies = enemiesAsKnown(world, leader, KNOWN_FOR);
  const inside = enemies.filter((enemy) => isWithin(world, of, enemy.at));
  if (inside.length > 0) breachedInto(world, of, leader, inside);
  else if (!helpWall(world, of, leader, enemies) && !manPosts(world, of, leader, enemies) && rows.chase.raw[of] === 0)
    drawnOff(world, of, leader);
}

/** Enemies within the walls: whoever is kept back goes against them; where they are too many, the walls are given up. */
function breachedInto(world: World, of: number, leader: number, inside: readonly Known[]): void {
  const rows = world.of(defence);
  const because = whyOf(world, inside);
  // Of one's own one counts everybody of whom one has not learned that they are out of it.
  const standing = peopleIn(world, of).filter((who) => harmlessAsKnown(world, leader, who) < 0).length;
  const home = world.of(side).home.raw[of] - 1;
  if (rows.fellBack.at(of) === 0 && inside.length > standing * LOST_WALLS) {
    world.propose(fellBack, { actor: leader, group: of, place: home }, because);
    return;
  }
  // Who has drawn back into the house goes out again only against few.
  if (rows.fellBack.raw[of] === 1 && inside.length * SALLIES_AGAINST > standing) return;
  if (world.time - rows.sentAt.at(of) < SENDS_EVERY) return;
  const at = mostOf(inside);
  const there = inside.filter((enemy) => enemy.at === at).length;
  if (sentTo(world, of, leader, at) >= there * ENOUGH) return;
  const whom = whomToSend(world, of, leader, at, false);
  if (whom >= 0)
    world.propose(sentIn, { actor: leader, group: of, squad: whom, place: at, to: 'counterattack' }, because);
}

/** A post that many enemies are before, or where somebody is at the wall with axes, gets the reserve. Whether it did. */
function helpWall(world: World, of: number, leader: number, enemies: readonly Known[]): boolean {
  const rows = world.of(defence);
  if (world.time - rows.sentAt.raw[of] < SENDS_EVERY) return false;
  const attacked = attackedWall(world, of, leader);
  const outside = attacked >= 0 ? world.of(barrier).outside.raw[attacked] : mostOf(enemies);
  if (outside < 0) return false;
  const before = enemies.filter((enemy) => enemy.at === outside);
  if (attacked < 0 && before.length < HARD_PRESSED) return false;
  const post = attacked >= 0 ? world.of(barrier).inside.raw[attacked] : postAgainst(world, of, outside);
  const whom = post < 0 ? -1 : whomToSend(world, of, leader, post, true);
  if (whom < 0) return false;
  rows.sentAt.at(of);
  const held = attacked < 0 ? -1 : heldAttack(world, leader, attacked);
  const because = held >= 0 ? jointly(sourcesOf(world, held), 1) : whyOf(world, before);
  if (held >= 0) world.of(claim).polarity.at(held);
  world.propose(sentIn, { actor: leader, group: of, squad: whom, place: post, to: 'help' }, because);
  return true;
}

/** Where it is quiet again those who were sent there go back. Whether somebody did. */
function manPosts(world: World, of: number, leader: number, enemies: readonly Known[]): boolean {
  const rows = world.of(defence);
  if (rows.fellBack.raw[of] === 1 || world.time - rows.sentAt.raw[of] < SENDS_EVERY) return false;
  if (world.time - lastShot(world, leader) < DRAWN_OFF) return false;
  const away = world.of(sortie).by;
  const squads = squadsIn(world, of);
  for (let i = 0; i < squads.length; i++) {
    if (away.raw[squads[i]] === 0) continue;
    // The place that was meant stands fourth among the words of having sent them.
    const at = world.chronicle.word(away.raw[squads[i]], 3);
    if (enemies.some((enemy) => postAgainst(world, of, enemy.at) === at)) continue;
    rows.sentAt.at(of);
    const fields = { actor: leader, group: of, squad: squads[i], place: postOf(world, of, squads[i], i) };
    world.propose(manned, fields, [reason(away.at(squads[i]))]);
    return true;
  }
  return false;
}

/** A barrier of one's own that the leader takes to be under attack, or -1. */
function attackedWall(world: World, of: number, leader: number): number {
  const rows = world.of(barrier);
  for (let row = 0; row < rows.count; row++) {
    if (rows.keeper.raw[row] !== of + 1 || findClaim(world, leader, isBreached, row) >= 0) continue;
    if (heldAttack(world, leader, row) >= 0) return row;
  }
  return -1;
}
function heldAttack(world: World, leader: number, row: number): number {
  const claims = world.of(claim);
  for (const held of claimsOf(world, leader)) {
    if (claims.predicate.raw[held] !== isAttacked.hash || claims.subject.raw[held] !== row) continue;
    return claims.polarity.raw[held] === 1 && world.time - claims.seen.raw[held] < KNOWN_FOR * 2 ? held : -1;
  }
  return -1;
}

/** The post whose people stand behind the wall against a place outside, or -1. */
function postAgainst(world: World, of: number, outside: number): number {
  const rows = world.of(barrier);
  for (let row = 0; row < rows.count; row++) {
    if (rows.keeper.raw[row] === of + 1 && rows.outside.raw[row] === outside) return rows.inside.raw[row];
  }
  return -1;
}

/**
 * Who is sent: the reserve, else for a counterattack the squad that has the shortest way; -1 for nobody. Squads are taken to be
 * where they were sent or belong, and whole but for those of whom the leader has learned otherwise.
 */
function whomToSend(world: World, of: number, leader: number, at: number, reserveOnly: boolean): number {
  const rows = world.of(squad);
  const home = world.of(side).home.raw[of];
  let best = -1;
  let bestMetres = Infinity;
  for (const row of squadsIn(world, of)) {
    if ((reserveOnly && rows.reserve.at(row) === 0) || rows.goal.raw[row] === at + 1) continue;
    if (!hasFreePeople(world, row) || !isWhole(world, leader, row)) continue;
    const from = (rows.goal.raw[row] || rows.post.raw[row] || home) - 1;
    const metres = metresBetween(world, from, at) - (rows.reserve.raw[row] === 1 ? 10_000 : 0);
    if (metres < bestMetres) {
      best = row;
      bestMetres = metres;
    }
  }
  if (best >= 0) rows.reserve.at(best);
  return best;
}

/** How many fit people a leader takes to be where they were sent. */
function sentTo(world: World, of: number, leader: number, at: number): number {
  const { goal } = world.of(squad);
  const squads = squadsIn(world, of).filter((row) => goal.raw[row] === at + 1 && hasFreePeople(world, row));
  const people = squads.flatMap((row) => squadPeople(world, row));
  return people.filter((who) => harmlessAsKnown(world, leader, who) < 0).length;
}

/** Whether a leader takes at least half of a squad to be fit to be sent anywhere. */
function isWhole(world: World, leader: number, row: number): boolean {
  const people = squadPeople(world, row);
  return people.filter((who) => harmlessAsKnown(world, leader, who) < 0).length * 2 >= people.length;
}

/** Nobody has been seen at the walls for a while, where there were some before: after them, or let them go. */
function drawnOff(world: World, of: number, leader: number): void {
  const stood = world.of(defence).stoodToBy.raw[of];
  if (world.time - world.chronicle.time(stood) < ASKED_AFTER || world.time - lastShot(world, leader) < DRAWN_OFF)
    return;
  const enemies = enemiesAsKnown(world, leader, WAS_THERE);
  const claims = world.of(claim);
  const home = world.of(side).home.raw[of] - 1;
  const near = (enemy: Known): boolean => isWithin(world, of, enemy.at) || postAgainst(world, of, enemy.at) >= 0;
  const were = enemies.filter(near);
  if (were.length < 2) return;
  const because = whyOf(world, were);
  const lost = claimsOf(world, leader).filter(
    (row) => claims.predicate.raw[row] === hasFallen.hash && groupOf(world, claims.subject.raw[row]) === of,
  );
  const share = lost.length / Math.max(1, peopleIn(world, of).length);
  for (const row of lost) claims.polarity.at(row);
  const drives =
    WRONG_DRIVES * worstWrong(world, of, leader) +
    NERVE_DRIVES * world.of(body).nerve.raw[leader] +
    LIGHT_ALLOWS * skyLight(world) -
    LOSS_HOLDS * share;
  const whom = whomToSend(world, of, leader, were[0].at, false);
  const farthest = were.reduce((far, enemy) =>
    metresBetween(world, home, enemy.at) > metresBetween(world, home, far.at) ? enemy : far,
  );
  if (whom >= 0 && world.luck(P_CHASE, leader) < drives) {
    world.propose(pursued, { actor: leader, group: of, squad: whom, place: farthest.at }, because);
  } else {
    const losses = lost.flatMap((row) => sourcesOf(world, row)).slice(0, MOST_REASONS);
    const place = world.of(position).at.at(leader);
    world.propose(heldBack, { actor: leader, group: of, place }, [...because, ...jointly(losses, 2)]);
  }
}

/** When somebody last fired, of all those in the same fight. Sound to read: gunfire is heard all over it. */
function lastShot(world: World, leader: number): number {
  const { flashAt } = world.of(notice);
  const { bubble } = world.of(within);
  let last = -Infinity;
  for (let who = 0; who < world.of(person).count; who++) {
    if (bubble.raw[who] === bubble.raw[leader]) last = Math.max(last, flashAt.raw[who]);
  }
  return last;
}

/** The worst grudge of the leader against anybody of the other side, 0..1. */
function worstWrong(world: World, of: number, leader: number): number {
  const rows = world.of(bond);
  let worst = 0;
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.from.raw[row] !== leader) continue;
    if (hostile(world, of, groupOf(world, rows.to.raw[row]))) worst = Math.max(worst, rows.grudge.at(row));
  }
  return worst;
}

/** The place where most of them are thought to be, or -1. */
function mostOf(enemies: readonly Known[]): number {
  const counts = new Map<number, number>();
  let best = -1;
  for (const { at } of enemies) {
    counts.set(at, (counts.get(at) ?? 0) + 1);
    if (best < 0 || counts.get(at)! > counts.get(best)!) best = at;
  }
  return best;
}

/** All by which these enemies are known, as one reason. */
function whyOf(world: World, enemies: readonly Known[]): Cause[] {
  const sources: number[] = [];
  for (const enemy of enemies) {
    world.of(claim).place.at(enemy.row);
    for (const id of sourcesOf(world, enemy.row))
      if (sources.length < MOST_REASONS && !sources.includes(id)) sources.push(id);
  }
  return jointly(sources, 1);
}
