import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { eventKind, jointly, role } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { outAsKnown, stands } from '../captivity/state.ts';
import { groupOf, hostile, leaderOf, side } from '../groups/state.ts';
import { isAt } from '../sight/state.ts';
import { doubts } from '../will/state.ts';
import { campaign } from './state.ts';

/** Every so many seconds a leader asks where those who drew off have got to. [d] */
const ASKS_EVERY = 10;
/** Seconds without sight or word of any of them after which contact is lost. [d] */
const LOST_AFTER = 150;

/** Those who were attacked have lost touch with those who drew off: nobody of them has been seen for a while. */
export const lostContact = eventKind('engagement/lost-contact', {
  roles: { actor: role(person), target: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(campaign).lostContact.raw[groupOf(world, event.actor)] === 0,
  apply: (world, event) => world.of(campaign).lostContact.put(groupOf(world, event.actor), event.id),
});

export const loseContact = rule('engagement/lose-contact', { phase: 'settle', at: 'second' }, (world, beat) => {
  if (world.time % ASKS_EVERY !== 0) return;
  const fights = world.of(campaign);
  for (let of = 0; of < world.of(group).count; of++) {
    if (world.of(side).home.raw[of] === 0 || fights.state.raw[of] !== 1 || fights.lostContact.raw[of] !== 0) continue;
    const enemy = whoDrewOff(world, of);
    const leader = enemy < 0 ? -1 : world.of(side).leader.raw[of] - 1;
    if (leader < 0 || !beat.members.includes(leader) || !stands(world, leader)) continue;
    const row = lastKnown(world, leader, enemy);
    const claims = world.of(claim);
    if (row < 0 || world.time - claims.seen.raw[row] < LOST_AFTER) continue;
    world.trace.open(leader, world.time);
    leaderOf(world, of);
    claims.seen.at(row);
    const rows = world.of(doubts);
    const drew = rows.gaveUp.at(enemy) === 1 ? rows.gaveUpBy.raw[enemy] : rows.routedBy.raw[enemy];
    const fields = { actor: leader, target: claims.subject.raw[row], group: enemy, place: claims.place.at(row) - 1 };
    world.propose(lostContact, fields, jointly([drew, ...sourcesOf(world, row)], 1));
    world.trace.close(false);
  }
});

/** The first of a group's enemies who have been told to leave, or have run; -1 for none. */
function whoDrewOff(world: World, of: number): number {
  const rows = world.of(doubts);
  for (let other = 0; other < world.of(group).count; other++) {
    if (hostile(world, of, other) && (rows.gaveUp.raw[other] === 1 || rows.routed.raw[other] === 1)) return other;
  }
  return -1;
}

/** Row of the newest that somebody knows of an enemy group's people who are not out of it, or -1. */
function lastKnown(world: World, holder: number, of: number): number {
  const claims = world.of(claim);
  let last = -1;
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const who = claims.subject.raw[row];
    if (claims.predicate.raw[row] !== isAt.hash || claims.place.raw[row] === 0 || groupOf(world, who) !== of) continue;
    if (outAsKnown(world, holder, who) >= 0) continue;
    if (last < 0 || claims.seen.raw[row] > claims.seen.raw[last]) last = row;
  }
  return last;
}
