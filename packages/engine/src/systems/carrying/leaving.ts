import { claim, mind, sourcesOf } from '../../kernel/beliefs.ts';
import { enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { bondOf } from '../past/state.ts';
import { position } from '../places/state.ts';
import type { Going } from '../places/system.ts';
import { nerves } from '../resolve/state.ts';
import { able, hasFallen } from '../wounds/state.ts';
import { liesIn } from './course.ts';
import { broughtAway, leftBehind, tookUp } from './events.ts';
import { borneBy, burden } from './state.ts';

/** Suppression at which nobody stops for a comrade. [d] */
const TOO_HOT = 0.4;

/** What kept somebody from taking a comrade with them, and the events behind it. */
type WhyLeft = readonly ['told to go' | 'under fire' | 'hands full' | 'hurt' | 'broke', readonly Cause[]];

/** Whoever is carried is where their carrier is. */
export function comeAlong(world: World, event: Going): void {
  const borne = borneBy(world, event.actor);
  if (borne < 0) return;
  const where = world.of(position);
  where.at.put(borne, event.place);
  where.since.put(borne, event.time);
  where.by.put(borne, event.id);
}

/**
 * Whoever gets away has those with them whom they carry. With empty hands, and nobody at their heels, they take along whom
 * they find lying at the way out.
 */
export function getAwayWith(world: World, event: Going & { readonly group: number }): void {
  const { actor, place, group } = event;
  const borne = borneBy(world, actor);
  if (borne >= 0) {
    const because = [reason(event.id), enabled(world.of(burden).by.raw[actor])];
    world.propose(broughtAway, { actor, target: borne, place, group }, because);
    return;
  }
  world.trace.open(-1, world.time);
  const found = whyLeft(world, actor);
  const row = knownToLie(world, actor, place, found[0] === 'told to go');
  if (row >= 0) takeOrLeave(world, event, row, found);
  world.trace.close(false);
}

/** Somebody gets away past a comrade who lies there. */
function takeOrLeave(
  world: World,
  event: Going & { readonly group: number },
  row: number,
  [why, because]: WhyLeft,
): void {
  const { actor, place, group } = event;
  const target = world.of(claim).subject.at(row);
  if (why === 'told to go') {
    world.propose(tookUp, { actor, target, place, goal: place }, jointly(sourcesOf(world, row), 1));
    world.propose(broughtAway, { actor, target, place, group }, [reason(event.id)]);
  } else {
    const lies = enabled(world.of(body).downBy.raw[target]);
    world.propose(leftBehind, { actor, target, place, why }, [reason(event.id), ...because, lies]);
  }
}

/** Somebody who is on their way out of it has left a comrade whom they know to lie there, and who is alive as they saw. */
export function leaveLying(world: World, event: Going, from: number): void {
  const who = event.actor;
  if (world.of(nerves).broken.raw[who] === 0 && !goesAsTold(world, who, event.place)) return;
  world.trace.open(-1, world.time);
  const row = knownToLie(world, who, from);
  if (row >= 0) leave(world, who, from, row);
  world.trace.close(false);
}

function leave(world: World, who: number, from: number, row: number): void {
  const target = world.of(claim).subject.at(row);
  world.of(burden).carrier.at(target);
  const [why, because] = whyLeft(world, who);
  const setOut = world.of(position).setOut.raw[who];
  const lies = enabled(world.of(body).downBy.raw[target]);
  world.propose(leftBehind, { actor: who, target, place: from, why }, [reason(setOut), ...because, lies]);
}

/**
 * Row of the claim by which somebody knows a comrade to lie in a place whom they have not left already, or -1. Where another
 * left them before, it is nobody's act any more but that of those to whom they are somebody.
 */
function knownToLie(world: World, who: number, at: number, evenIfLeft = false): number {
  const claims = world.of(claim);
  const { left, leftBy } = world.of(burden);
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== hasFallen.hash || claims.polarity.raw[row] === 0) continue;
    const target = claims.subject.raw[row];
    if (!liesIn(world, at, who, target) || left.raw[who] === target + 1) continue;
    if (evenIfLeft || leftBy.raw[target] === 0 || bondOf(world, who, target) >= 0) return row;
    leftBy.at(target);
  }
  return -1;
}

/** Whether somebody who has just come to a place is on their way to where they were told to leave, or fall back, to. */
function goesAsTold(world: World, who: number, at: number): boolean {
  const duties = world.of(duty);
  const task = TASKS[duties.task.raw[who]];
  const bound = world.of(position).bound.raw[who];
  return (task === 'leave' || task === 'fall back') && duties.place.raw[who] === (bound === 0 ? at + 1 : bound);
}

function whyLeft(world: World, who: number): WhyLeft {
  const nerve = world.of(nerves);
  const { arms, armsBy, legs, legsBy, faint, faintBy } = world.of(able);
  // That somebody broke, or was told to go, stands behind their setting out: it need not be said again.
  if (nerve.broken.at(who) === 1) return ['broke', []];
  if (world.of(burden).bears.at(who) !== 0) return ['hands full', [reason(world.of(burden).by.raw[who])]];
  if (arms.at(who) === 2) return ['hurt', [reason(armsBy.raw[who])]];
  if (legs.at(who) > 0) return ['hurt', [reason(legsBy.raw[who])]];
  if (faint.at(who) > 0) return ['hurt', [reason(faintBy.raw[who])]];
  return [nerve.suppression.at(who) >= TOO_HOT ? 'under fire' : 'told to go', []];
}
