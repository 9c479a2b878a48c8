import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { eventKind, jointly, oneOf, role } from '../../kernel/events.ts';
import { defineSystem, rule } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, hostile, leaderOf, peopleIn, side } from '../groups/state.ts';
import { succeeded } from '../groups/system.ts';
import { successor } from '../offices/state.ts';
import { position } from '../places/state.ts';
import { isAt, notice } from '../sight/state.ts';
import { hasFallen } from '../wounds/state.ts';
import { doubts, reckoned } from './state.ts';
import { words } from './words.ts';

/** A leader takes stock once in so many seconds. [d] */
const EVERY = 5;
/** What all of a band's people together weigh, as doubt when lost; what an enemy out of nowhere weighs. [d, after McQuie] */
const LOSSES_WEIGH = 2.1;
const SURPRISE_WEIGHS = 0.45;
/** Seconds into a clash from which an enemy never seen before is a surprise. [d] */
const SURPRISE_AFTER = 40;
/** Hazard of giving up, per look: nothing below the first doubt, then growing with its square; defenders of a home bear more. [d] */
const FIRST_DOUBT = 0.4;
const HAZARD = 0.3;
const HOME_BEARS = 1.7;
const P_GIVE_UP = purpose('will/give-up');

/** A leader takes in something that speaks for giving up. */
export const shaken = eventKind('will/shaken', {
  roles: { actor: role(person), target: role(person), group: role(group) },
  data: { by: oneOf(['loss', 'surprise']) },
  possible: (world, event) => leaderOf(world, event.group) === event.actor,
  apply: (world, event) => {
    const known = world.of(reckoned);
    if (event.by === 'loss') known.lost.put(event.target, 1);
    else known.surprise.put(event.target, 1);
    const weight =
      event.by === 'loss' ? LOSSES_WEIGH / Math.max(1, peopleIn(world, event.group).length) : SURPRISE_WEIGHS;
    world.of(doubts).doubt.add(event.group, weight, event.id);
  },
});

/** A leader decides that it is over for tonight. */
export const gaveUp = eventKind('will/gave-up', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(doubts).gaveUp.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(doubts);
    rows.gaveUp.put(event.group, 1);
    rows.gaveUpBy.put(event.group, event.id);
  },
});

const weigh = rule('will/weigh', { phase: 'appraise', at: 'second' }, (world, beat) => {
  for (let of = 0; of < world.of(group).count; of++) {
    const leader = leaderOf(world, of);
    if (leader < 0 || !beat.members.includes(leader)) continue;
    if ((world.time + world.nameLo(person, leader)) % EVERY !== 0) continue;
    if (world.of(campaign).state.raw[of] !== 1 || world.of(doubts).gaveUp.raw[of] === 1) continue;
    const bodies = world.of(body);
    if (bodies.alive.raw[leader] === 0 || bodies.down.raw[leader] === 1) {
      passOn(world, of, leader);
      continue;
    }
    takeIn(world, of, leader);
    decide(world, of, leader);
  }
});

/** Of those who have seen the leader fall and can, the second takes over, or whoever else is in charge of something. */
function passOn(world: World, of: number, fallen: number): void {
  const bodies = world.of(body);
  const knowing = peopleIn(world, of).filter(
    (who) =>
      bodies.alive.raw[who] === 1 &&
      bodies.down.raw[who] === 0 &&
      world.of(position).gone.raw[who] === 0 &&
      findFallen(world, who, fallen) >= 0,
  );
  const who = successor(world, knowing);
  if (who < 0) return;
  const row = findFallen(world, who, fallen);
  world.trace.open(who, world.time);
  bodies.down.at(fallen);
  world.of(claim).polarity.at(row);
  world.propose(succeeded, { actor: who, target: fallen, group: of }, jointly(sourcesOf(world, row), 1));
  world.trace.close(false);
}

function findFallen(world: World, holder: number, who: number): number {
  const claims = world.of(claim);
  for (let row = world.of(mind).first.raw[holder] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] === hasFallen.hash && claims.subject.raw[row] === who) return row;
  }
  return -1;
}

/** What the leader has learned since the last look. */
function takeIn(world: World, of: number, leader: number): void {
  const claims = world.of(claim);
  const known = world.of(reckoned);
  // Those who are attacked at home expect enemies; those who come count on the ones that they have seen.
  const attacking = world.of(side).home.raw[of] === 0;
  const alarm = world.of(notice);
  const began = alarm.alarmed.raw[leader] === 1 ? alarm.alarmedAt.raw[leader] : world.time;
  for (let row = world.of(mind).first.raw[leader] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    const who = claims.subject.raw[row];
    const isLoss =
      claims.predicate.raw[row] === hasFallen.hash && known.lost.raw[who] === 0 && groupOf(world, who) === of;
    const isSurprise =
      claims.predicate.raw[row] === isAt.hash &&
      known.surprise.raw[who] === 0 &&
      attacking &&
      claims.first.raw[row] - began >= SURPRISE_AFTER &&
      hostile(world, of, groupOf(world, who));
    if (!isLoss && !isSurprise) continue;
    world.trace.open(leader, world.time);
    claims.polarity.at(row);
    const because = jointly(sourcesOf(world, row), 1);
    world.propose(shaken, { actor: leader, target: who, group: of, by: isLoss ? 'loss' : 'surprise' }, because);
    world.trace.close(false);
  }
}

function decide(world: World, of: number, leader: number): void {
  const rows = world.of(doubts);
  const bears = world.of(side).home.raw[of] > 0 ? HOME_BEARS : 1;
  const over = rows.doubt.raw[of] / bears - FIRST_DOUBT;
  if (over <= 0) return;
  world.trace.open(leader, world.time);
  leaderOf(world, of);
  rows.doubt.at(of);
  if (world.luck(P_GIVE_UP, leader) < HAZARD * over * over) {
    const because = jointly(rows.doubt.contributors(of, 1), 1);
    world.propose(gaveUp, { actor: leader, group: of, place: world.of(position).at.at(leader) }, because);
  }
  world.trace.close(false);
}

export const will = defineSystem({
  id: 'will',
  after: ['sight', 'wounds', 'resolve'],
  tables: [doubts, reckoned],
  events: { shaken, 'gave-up': gaveUp },
  words,
  rules: [weigh],
});
