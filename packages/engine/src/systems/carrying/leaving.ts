import { claim, mind } from '../../kernel/beliefs.ts';
import { enabled, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { TASKS, duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import type { Going } from '../places/system.ts';
import { nerves } from '../resolve/state.ts';
import { able, hasFallen } from '../wounds/state.ts';
import { liesHere } from './course.ts';
import { broughtAway, leftBehind } from './events.ts';
import { borneBy, burden } from './state.ts';

/** Suppression at which nobody stops for a comrade. [d] */
const TOO_HOT = 0.4;

/** Whoever is carried is where their carrier is. */
export function comeAlong(world: World, event: Going): void {
  const borne = borneBy(world, event.actor);
  if (borne < 0) return;
  const where = world.of(position);
  where.at.put(borne, event.place);
  where.since.put(borne, event.time);
  where.by.put(borne, event.id);
}

/** Whoever gets away has those with them whom they carry. */
export function getAwayWith(world: World, event: Going & { readonly group: number }): void {
  const target = borneBy(world, event.actor);
  if (target < 0) return;
  const { actor, place, group } = event;
  world.propose(broughtAway, { actor, target, place, group }, [
    reason(event.id),
    enabled(world.of(burden).by.raw[actor]),
  ]);
}

/** Somebody who sets out to be gone leaves a comrade whom they know to lie there, and who is alive as they see. */
export function leaveLying(world: World, event: Going & { readonly goal: number }): void {
  const who = event.actor;
  if (world.of(nerves).broken.raw[who] === 0 && !goesAsTold(world, who, event.goal)) return;
  const claims = world.of(claim);
  const { left } = world.of(burden);
  for (let row = world.of(mind).first.raw[who] - 1; row >= 0; row = claims.next.raw[row] - 1) {
    if (claims.predicate.raw[row] !== hasFallen.hash || claims.polarity.raw[row] === 0) continue;
    const target = claims.subject.raw[row];
    if (!liesHere(world, who, target) || left.raw[who] === target + 1) continue;
    world.trace.open(-1, world.time);
    claims.polarity.at(row);
    world.of(burden).carrier.at(target);
    const [why, because] = whyLeft(world, who);
    const lies = enabled(world.of(body).downBy.raw[target]);
    world.propose(leftBehind, { actor: who, target, place: event.place, why }, [reason(event.id), ...because, lies]);
    world.trace.close(false);
    return;
  }
}

function goesAsTold(world: World, who: number, goal: number): boolean {
  const duties = world.of(duty);
  const task = TASKS[duties.task.raw[who]];
  return (task === 'leave' || task === 'fall back') && duties.place.raw[who] === goal + 1;
}

/** What kept somebody from taking a comrade with them, and the events behind it. */
function whyLeft(
  world: World,
  who: number,
): ['told to go' | 'under fire' | 'hands full' | 'hurt' | 'broke', readonly Cause[]] {
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
