import { claim, claimsOf, findClaim, sourcesOf } from '../../kernel/beliefs.ts';
import { bubbleOf } from '../../kernel/bubbles.ts';
import { isObserved } from '../../kernel/deliberation.ts';
import { jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isAttacked, isBreached } from '../barriers/state.ts';
import { body } from '../bodies/state.ts';
import { harmlessAsKnown } from '../captivity/state.ts';
import { leaderOf, peopleIn, side } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { notice } from '../sight/state.ts';
import { squadsIn } from '../squads/state.ts';
import { doubts } from '../will/state.ts';
import { enemiesAsKnown } from '../will/wayout.ts';
import type { Known } from '../will/wayout.ts';
import { DID_NOTHING, tellStep } from './considered.ts';
import type { Step } from './considered.ts';
import { DRAWN_OFF, drawnOff } from './chase.ts';
import { calledBack, fellBack, manned, postOf, sentIn, stoodTo } from './events.ts';
import { lastShot, postAgainst, sentTo, whomToSend, whyOf } from './sending.ts';
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
    if (seen.alarmed.raw[leader] === 0) {
      if (isObserved(world, leader)) tellStep(world, of, leader, { did: 'slept on' });
      continue;
    }
    world.trace.open(leader, world.time);
    leaderOf(world, of);
    let step: Step;
    if (rows.stoodTo.at(of) === 0) {
      const place = world.of(position).at.at(leader);
      world.propose(stoodTo, { actor: leader, group: of, place }, [reason(seen.alarmedBy.at(leader))]);
      step = { did: 'stood to' };
    } else step = think(world, of, leader);
    world.trace.close();
    if (isObserved(world, leader)) tellStep(world, of, leader, step);
  }
});

function think(world: World, of: number, leader: number): Step {
  const rows = world.of(defence);
  const home = world.of(side).home.raw[of] - 1;
  const fields = { actor: leader, group: of };
  if (rows.fellBack.at(of) === 0 && world.of(doubts).gaveUp.at(of) === 1) {
    world.propose(fellBack, { ...fields, place: home }, [reason(world.of(doubts).gaveUpBy.raw[of])]);
    return { did: 'fell back' };
  }
  if (rows.chase.at(of) === 1 && world.time >= rows.chaseUntil.raw[of]) {
    const chaser = rows.chaser.raw[of] - 1;
    world.propose(calledBack, { ...fields, squad: chaser, place: home }, [reason(rows.chaseBy.raw[of])]);
    return { did: 'called back', squad: chaser };
  }
  const enemies = enemiesAsKnown(world, leader, KNOWN_FOR);
  const inside = enemies.filter((enemy) => isWithin(world, of, enemy.at));
  if (inside.length > 0) return breachedInto(world, of, leader, inside);
  const help = helpWall(world, of, leader, enemies);
  if (help.did !== null) return help;
  const posts = manPosts(world, of, leader, enemies);
  if (posts.did !== null) return { ...posts, help: help.help };
  const chase = rows.chase.raw[of] === 0 ? drawnOff(world, of, leader) : DID_NOTHING;
  return { help: help.help, posts: posts.posts, ...chase };
}

/** Enemies within the walls: whoever is kept back goes against them; where they are too many, the walls are given up. */
function breachedInto(world: World, of: number, leader: number, inside: readonly Known[]): Step {
  const rows = world.of(defence);
  const because = whyOf(world, inside);
  // Of one's own one counts everybody of whom one has not learned that they are out of it.
  const standing = peopleIn(world, of).filter((who) => harmlessAsKnown(world, leader, who) < 0).length;
  const home = world.of(side).home.raw[of] - 1;
  const lost = { reached: inside.length, needed: standing * LOST_WALLS };
  if (rows.fellBack.at(of) === 0 && inside.length > lost.needed) {
    world.propose(fellBack, { actor: leader, group: of, place: home }, because);
    return { did: 'fell back', lost };
  }
  const against = counterattack(world, of, leader, inside, standing, because);
  return { lost, ...against };
}

/** Whom to send against enemies within the walls, where it is worth it. */
function counterattack(
  world: World,
  of: number,
  leader: number,
  inside: readonly Known[],
  standing: number,
  because: readonly Cause[],
): Step {
  const rows = world.of(defence);
  // Who has drawn back into the house goes out again only against few.
  if (rows.fellBack.raw[of] === 1 && inside.length * SALLIES_AGAINST > standing)
    return { did: null, against: 'too many' };
  if (world.time - rows.sentAt.at(of) < SENDS_EVERY) return { did: null, against: 'just sent' };
  const at = mostOf(inside);
  const there = inside.filter((enemy) => enemy.at === at).length;
  if (sentTo(world, of, leader, at) >= there * ENOUGH) return { did: null, against: 'enough', place: at };
  const whom = whomToSend(world, of, leader, at, false);
  if (whom < 0) return { did: null, against: 'nobody', place: at };
  world.propose(sentIn, { actor: leader, group: of, squad: whom, place: at, to: 'counterattack' }, because);
  return { did: 'counterattack', squad: whom, place: at };
}

/** A post that many enemies are before, or where somebody is at the wall with axes, gets the reserve. */
function helpWall(world: World, of: number, leader: number, enemies: readonly Known[]): Step {
  const rows = world.of(defence);
  if (world.time - rows.sentAt.raw[of] < SENDS_EVERY) return { did: null, help: 'just sent' };
  const attacked = attackedWall(world, of, leader);
  const outside = attacked >= 0 ? world.of(barrier).outside.raw[attacked] : mostOf(enemies);
  if (outside < 0) return { did: null, help: 'quiet' };
  const before = enemies.filter((enemy) => enemy.at === outside);
  if (attacked < 0 && before.length < HARD_PRESSED) return { did: null, help: 'few' };
  const post = attacked >= 0 ? world.of(barrier).inside.raw[attacked] : postAgainst(world, of, outside);
  if (post < 0) return { did: null, help: 'few' };
  const whom = whomToSend(world, of, leader, post, true);
  if (whom < 0) return { did: null, help: 'nobody', place: post };
  rows.sentAt.at(of);
  const held = attacked < 0 ? -1 : heldAttack(world, leader, attacked);
  const because = held >= 0 ? jointly(sourcesOf(world, held), 1) : whyOf(world, before);
  if (held >= 0) world.of(claim).polarity.at(held);
  world.propose(sentIn, { actor: leader, group: of, squad: whom, place: post, to: 'help' }, because);
  return { did: 'help', squad: whom, place: post };
}

/** Where it is quiet again those who were sent there go back. */
function manPosts(world: World, of: number, leader: number, enemies: readonly Known[]): Step {
  const rows = world.of(defence);
  if (rows.fellBack.raw[of] === 1) return { did: null, posts: 'fallen back' };
  if (world.time - rows.sentAt.raw[of] < SENDS_EVERY) return { did: null, posts: 'just sent' };
  if (world.time - lastShot(world, leader) < DRAWN_OFF) return { did: null, posts: 'firing' };
  const away = world.of(sortie).by;
  const squads = squadsIn(world, of);
  for (let i = 0; i < squads.length; i++) {
    if (away.raw[squads[i]] === 0) continue;
    // The place that was meant stands fourth among the words of having sent them.
    const at = world.chronicle.word(away.raw[squads[i]], 3);
    if (enemies.some((enemy) => postAgainst(world, of, enemy.at) === at)) continue;
    rows.sentAt.at(of);
    const post = postOf(world, of, squads[i], i);
    const fields = { actor: leader, group: of, squad: squads[i], place: post };
    world.propose(manned, fields, [reason(away.at(squads[i]))]);
    return { did: 'posts', squad: squads[i], place: post };
  }
  return { did: null, posts: 'nobody away' };
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
