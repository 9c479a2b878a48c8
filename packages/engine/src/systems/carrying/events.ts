import { leaveBubble } from '../../kernel/bubbles.ts';
import { eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { holdFire } from '../items/dropping.ts';
import { position } from '../places/state.ts';
import { hamper, setOut, stillHere } from '../places/system.ts';
import { burden } from './state.ts';

/** Somebody takes up a fallen comrade, to bring them somewhere. */
export const tookUp = eventKind('carrying/took-up', {
  roles: { actor: role(person), target: role(person), place: role(place), goal: role(place) },
  notice: { seen: 0.7, heard: 0 },
  possible: (world, event) => {
    const bodies = world.of(body);
    const where = world.of(position);
    const { bears, carrier } = world.of(burden);
    if (bodies.alive.raw[event.actor] === 0 || bodies.down.raw[event.actor] === 1) return false;
    if (bodies.alive.raw[event.target] === 0 || bodies.down.raw[event.target] === 0) return false;
    if (bears.raw[event.actor] !== 0 || carrier.raw[event.target] !== 0) return false;
    return where.at.raw[event.actor] === where.at.raw[event.target] && where.gone.raw[event.target] === 0;
  },
  apply: (world, event) => {
    const rows = world.of(burden);
    hamper(world, event.actor, () => {
      rows.bears.put(event.actor, event.target + 1);
      rows.by.put(event.actor, event.id);
    });
    rows.carrier.put(event.target, event.actor + 1);
    if (rows.leftBy.raw[event.target] !== 0) rows.leftBy.put(event.target, 0);
    holdFire(world, event.actor);
    const { actor, place, goal } = event;
    if (place === goal) return;
    // Whoever was under way already turned back for them.
    world.of(position).bound.put(actor, 0);
    world.propose(setOut, { actor, place, goal, pace: 'running' }, [reason(event.id)]);
  },
});

/** They set them down again: there, or before. */
export const setDown = eventKind('carrying/set-down', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { why: oneOf(['there', 'dead', 'hit', 'under fire', 'down', 'broke', 'gave up']) },
  possible: (world, event) => world.of(burden).bears.raw[event.actor] === event.target + 1,
  apply: (world, event) => putDown(world, event.actor),
});

/** Whoever is carried comes along when their carrier gets away. */
export const broughtAway = eventKind('carrying/brought-away', {
  roles: { actor: role(person), target: role(person), place: role(place), group: role(group) },
  possible: (world, event) => world.of(burden).bears.raw[event.actor] === event.target + 1,
  apply: (world, event) => {
    const where = world.of(position);
    putDown(world, event.actor);
    where.gone.put(event.target, 1);
    where.goneBy.put(event.target, event.id);
    leaveBubble(world, event.target);
  },
});

/** Somebody goes without a comrade whom they know to lie there alive. */
export const leftBehind = eventKind('carrying/left-behind', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { why: oneOf(['told to go', 'under fire', 'hands full', 'hurt', 'broke']) },
  notice: { seen: 0.5, heard: 0 },
  possible: (world, event) => world.of(body).alive.raw[event.target] === 1,
  apply: (world, event) => {
    const { left, leftBy } = world.of(burden);
    left.put(event.actor, event.target + 1);
    if (leftBy.raw[event.target] === 0) leftBy.put(event.target, event.id);
  },
});

function putDown(world: World, who: number): void {
  const rows = world.of(burden);
  const target = rows.bears.raw[who] - 1;
  hamper(world, who, () => rows.bears.put(who, 0));
  rows.carrier.put(target, 0);
  stillHere(world, target);
}
