/** A contingency is laid again where those come back against whom it was laid: whoever of its people is left goes where they lay before. */
import { bubbleOf } from '../../kernel/bubbles.ts';
import { eventKind, reason, role, whole32 } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { canAct, stands } from '../captivity/state.ts';
import { isWithin } from '../defence/state.ts';
import { campaign } from '../engagement/state.ts';
import { groupOf, leaderOf, peopleIn } from '../groups/state.ts';
import { metresBetween, position } from '../places/state.ts';
import { comeTo } from '../places/system.ts';
import { roster } from '../routine/state.ts';
import { notice } from '../sight/state.ts';
import { enemiesAsKnown } from '../will/wayout.ts';
import { contingency, duty } from './state.ts';

/** Whoever has farther to go, in metres, would be seen on the way. [d] */
const NEAR_METRES = 90;
/** Seconds between two looks of whoever sees to it. [d] */
const SEES_TO_IT_EVERY = 3;

/** Whoever gives the sign for it has its people lie in wait again. */
export const laidAgain = eventKind('orders/laid-again', {
  roles: { actor: role(person), plan: role(contingency), place: role(place) },
  data: { people: whole32('people') },
  possible: (world, event) =>
    canAct(world, event.actor) && world.of(contingency).laid.raw[event.plan] !== lastFight(world, event.actor),
  apply: (world, event) => {
    const plans = world.of(contingency);
    plans.laid.put(event.plan, lastFight(world, event.actor));
    plans.commander.put(event.plan, event.actor);
    plans.state.put(event.plan, 0);
    const duties = world.of(duty);
    for (const who of thoseFor(world, event.plan, event.actor)) {
      duties.plan.put(who, event.plan + 1);
      duties.of.put(who, event.plan + 1);
      duties.task.put(who, 0);
      comeTo(world, who, event.place, event.id);
      world.of(notice).hidden.put(who, 1);
    }
  },
});

const lastFight = (world: World, who: number): number => world.of(campaign).endedBy.raw[groupOf(world, who)];

/** Whoever belongs to a contingency, can go and is near enough. */
function thoseOf(world: World, plan: number): number[] {
  const { of } = world.of(duty);
  const hidden = world.of(contingency).hidden.raw[plan];
  const found = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (of.raw[who] !== plan + 1 || !canAct(world, who)) continue;
    if (metresBetween(world, world.of(position).at.raw[who], hidden) <= NEAR_METRES) found.push(who);
  }
  return found;
}

/** The same, and for those who are missing others who have nothing to do: the nearest first. */
function thoseFor(world: World, plan: number, commander: number): number[] {
  const those = thoseOf(world, plan);
  const missing = world.of(contingency).size.raw[plan] - those.length;
  if (those.length === 0 || missing <= 0) return those;
  const hidden = world.of(contingency).hidden.raw[plan];
  const far = (who: number): number => metresBetween(world, world.of(position).at.raw[who], hidden);
  const leader = leaderOf(world, groupOf(world, commander));
  const free = peopleIn(world, groupOf(world, commander)).filter(
    (who) => who !== commander && who !== leader && canAct(world, who) && isFree(world, who) && far(who) <= NEAR_METRES,
  );
  return [...those, ...free.sort((a, b) => far(a) - far(b) || a - b).slice(0, missing)];
}

/** Whether somebody stands no watch, lies in wait nowhere, and has something to fight with. */
function isFree(world: World, who: number): boolean {
  const { weapon, rounds } = world.of(body);
  const isArmed = WEAPONS[weapon.raw[who]].capacity === 0 || rounds.raw[who] > 0;
  return isArmed && world.of(roster).on.raw[who] === 0 && world.of(duty).of.raw[who] === 0;
}

/** As soon as they know that there is danger again, and as long as nobody has got in. */
export const layAgain = rule('orders/lay-again', { phase: 'decide', at: 'second' }, (world, beat) => {
  const plans = world.of(contingency);
  for (let plan = 0; plan < plans.count; plan++) {
    const ended = world.of(campaign).endedBy.raw[groupOf(world, plans.commander.raw[plan])];
    if (ended === 0 || plans.laid.raw[plan] === ended) continue;
    const people = thoseOf(world, plan);
    const actor = stands(world, plans.commander.raw[plan]) ? plans.commander.raw[plan] : (people[0] ?? -1);
    if (actor < 0 || people.length === 0 || bubbleOf(world, actor) !== beat.bubble) continue;
    if (!world.isTurn(person, actor, SEES_TO_IT_EVERY) || world.of(notice).alarmed.raw[actor] === 0) continue;
    const of = groupOf(world, actor);
    if (enemiesAsKnown(world, actor).some((enemy) => isWithin(world, of, enemy.at))) continue;
    world.trace.open(actor, world.time);
    const { alarmedBy, alarmed } = world.of(notice);
    alarmed.at(actor);
    for (const who of people) world.of(body).down.at(who);
    const going = thoseFor(world, plan, actor).length;
    const fields = { actor, plan, place: plans.hidden.raw[plan], people: going };
    world.propose(laidAgain, fields, [reason(alarmedBy.raw[actor])]);
    world.trace.close(false);
  }
});
