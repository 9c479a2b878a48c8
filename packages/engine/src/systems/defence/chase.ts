import { claim, claimsOf, sourcesOf } from '../../kernel/beliefs.ts';
import { purpose } from '../../kernel/chance.ts';
import { jointly } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, hostile, peopleIn, side } from '../groups/state.ts';
import { skyLight } from '../light/state.ts';
import { bond } from '../past/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { enemiesAsKnown } from '../will/wayout.ts';
import type { Known } from '../will/wayout.ts';
import { hasFallen } from '../wounds/state.ts';
import type { Step } from './considered.ts';
import { heldBack, pursued } from './events.ts';
import { MOST_REASONS, lastShot, postAgainst, whomToSend, whyOf } from './sending.ts';
import { defence, isWithin } from './state.ts';

/** Seconds without a shot after which those who were at the walls have drawn off; for how long they are remembered; and after which it is asked at all. [d] */
export const DRAWN_OFF = 40;
const WAS_THERE = 900;
const ASKED_AFTER = 240;
/** What speaks for going after them: the worst old wrong, nerve, light; and what for letting them go: each of one's own lost. [d] */
const WRONG_DRIVES = 0.5;
const NERVE_DRIVES = 0.6;
const LIGHT_ALLOWS = 0.5;
const LOSS_HOLDS = 1.6;
const P_CHASE = purpose('defence/chase');

/** Nobody has been seen at the walls for a while, where there were some before: after them, or let them go. */
export function drawnOff(world: World, of: number, leader: number): Step {
  const stood = world.of(defence).stoodToBy.raw[of];
  if (world.time - world.chronicle.time(stood) < ASKED_AFTER || world.time - lastShot(world, leader) < DRAWN_OFF)
    return { did: null, chase: 'firing' };
  const enemies = enemiesAsKnown(world, leader, WAS_THERE);
  const claims = world.of(claim);
  const home = world.of(side).home.raw[of] - 1;
  const near = (enemy: Known): boolean => isWithin(world, of, enemy.at) || postAgainst(world, of, enemy.at) >= 0;
  const were = enemies.filter(near);
  if (were.length < 2) return { did: null, chase: 'nobody was there' };
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
  const drawn = whom < 0 ? 1 : world.luck(P_CHASE, leader);
  const odds = { chance: drives, drawn };
  if (whom >= 0 && drawn < drives) {
    world.propose(pursued, { actor: leader, group: of, squad: whom, place: farthest.at }, because);
    return { did: 'pursued', squad: whom, place: farthest.at, odds };
  }
  const losses = lost.flatMap((row) => sourcesOf(world, row)).slice(0, MOST_REASONS);
  const place = world.of(position).at.at(leader);
  world.propose(heldBack, { actor: leader, group: of, place }, [...because, ...jointly(losses, 2)]);
  return { did: 'held back', place: farthest.at, ...(whom < 0 ? { chase: 'nobody' } : { odds }) };
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
