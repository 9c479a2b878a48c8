import { aboutEvent, enabled, eventKind, oneOf, reason, role, whole32 } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { GEAR, body } from '../bodies/state.ts';
import { drew, otherServes } from '../bodies/system.ts';
import { position } from '../places/state.ts';
import { aim } from '../shooting/state.ts';
import { KINDS, hands, kindOf, thing, thingBy } from './state.ts';
import { pickedUp } from './taking.ts';

/** The weapon that is of use to somebody with one arm. */
export const ONE_HANDED = 'pistol';
const WHY = ['down', 'hurt', 'given up', 'for another'] as const;
export type WhyDropped = (typeof WHY)[number];

/** Somebody lets go of their weapon; it lies where they are, with its rounds. `for` is the event that left another, if they mean to have that. */
export const dropped = eventKind('items/dropped', {
  roles: { actor: role(person), place: role(place) },
  data: { weapon: oneOf(KINDS), rounds: whole32('rounds'), why: oneOf(WHY), for: aboutEvent },
  possible: (world, event) => {
    const bodies = world.of(body);
    const held = bodies.weapon.raw[event.actor];
    return held !== 0 && kindOf(held) === event.weapon && bodies.rounds.raw[event.actor] === event.rounds;
  },
  apply: (world, event) => {
    const bodies = world.of(body);
    const rows = world.of(thing);
    const row = rows.add();
    rows.weapon.put(row, bodies.weapon.raw[event.actor]);
    rows.rounds.put(row, event.rounds);
    rows.place.put(row, event.place);
    rows.of.put(row, event.actor + 1);
    rows.by.put(row, event.id);
    bodies.weapon.put(event.actor, 0);
    bodies.rounds.put(event.actor, 0);
    world.of(hands).lostBy.put(event.actor, event.id);
    holdFire(world, event.actor);
    if (event.for !== 0) takeInstead(world, event.actor, event.place, event.for, event.id);
    const { second } = bodies;
    if (event.why !== 'hurt' || GEAR[second.raw[event.actor] - 1] !== ONE_HANDED || !otherServes(world, event.actor))
      return;
    world.propose(drew, { actor: event.actor, weapon: ONE_HANDED }, [reason(event.id)]);
  },
});

/** Somebody has stopped firing, for want of a weapon or of a hand to hold it. Only from an event's `apply`. */
export function holdFire(world: World, who: number): void {
  const { target, sweeps } = world.of(aim);
  if (target.raw[who] !== 0) target.put(who, 0);
  if (sweeps.raw[who] !== 0) sweeps.put(who, 0);
}

/** Have somebody let go of the weapon that they hold, if they hold one; `instead` as `for` of the event. */
export function dropHeld(
  world: World,
  who: number,
  because: readonly Cause[],
  why: WhyDropped = 'down',
  instead = 0,
): void {
  const bodies = world.of(body);
  const weapon = bodies.weapon.raw[who];
  if (weapon === 0) return;
  const fields = { actor: who, place: world.of(position).at.raw[who], weapon: kindOf(weapon) };
  world.propose(dropped, { ...fields, rounds: bodies.rounds.raw[who], why, for: instead }, because);
}

/** With free hands somebody takes up what an event left lying there. */
function takeInstead(world: World, actor: number, place: number, lay: number, dropping: number): void {
  const rows = world.of(thing);
  const row = thingBy(world, lay);
  if (row < 0) return;
  const from = rows.of.raw[row] - 1;
  const fields = { actor, place, from, weapon: kindOf(rows.weapon.raw[row]), rounds: rows.rounds.raw[row] };
  world.propose(pickedUp, { ...fields, only: false, lay }, [enabled(dropping), enabled(lay)]);
}
