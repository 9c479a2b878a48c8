import { eventKind, oneOf, reason, role } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { leaderOf, side } from '../groups/state.ts';
import { ordered } from '../orders/giving.ts';
import { duty } from '../orders/state.ts';
import { position } from '../places/state.ts';
import { squad, squadPeople, squadsIn } from '../squads/state.ts';
import { commandersSquad } from '../squads/system.ts';
import { mainStore } from '../stores/state.ts';
import { defence, sortie } from './state.ts';

/** Seconds for which those who run are followed. [d] */
const CHASE_SECONDS = 150;

/** Whoever leads those who are attacked calls them to their posts. */
export const stoodTo = eventKind('defence/stood-to', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(defence).stoodTo.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(defence);
    rows.stoodTo.put(event.group, 1);
    rows.stoodToBy.put(event.group, event.id);
    const free = squadsIn(world, event.group).filter((each) => hasFreePeople(world, each));
    free.forEach((each, i) => {
      const goal = postOf(world, event.group, each, i);
      const order = { actor: event.actor, group: event.group, goal, task: 'hold', squad: each } as const;
      world.propose(ordered, order, [reason(event.id)]);
    });
  },
});

/** Whether anybody of a squad does not lie in wait for something else. */
export function hasFreePeople(world: World, row: number): boolean {
  return squadPeople(world, row).some((who) => world.of(duty).plan.raw[who] === 0);
}

/**
 * Where a squad belongs. Without a post of their own, the commander's stay with the commander; of the others the first hold the
 * house, and the rest what is worth most.
 */
export function postOf(world: World, of: number, row: number, turn: number): number {
  const post = world.of(squad).post.raw[row] - 1;
  const home = world.of(side).home.raw[of] - 1;
  if (post >= 0) return post;
  if (row === commandersSquad(world, of)) return world.of(position).at.raw[leaderOf(world, of)];
  return turn === 0 ? home : (mainStore(world, home)?.place ?? home);
}

/** A squad is sent against those who have got in, or to a wall that is hard pressed. */
export const sentIn = eventKind('defence/sent-in', {
  roles: { actor: role(person), group: role(group), squad: role(squad), place: role(place) },
  data: { to: oneOf(['counterattack', 'help']) },
  possible: (world, event) => leaderOf(world, event.group) === event.actor,
  apply: (world, event) => {
    world.of(defence).sentAt.put(event.group, event.time);
    world.of(defence).sentBy.put(event.group, event.id);
    const { reserve } = world.of(squad);
    const rows = world.of(sortie);
    rows.by.put(event.squad, event.id);
    if (reserve.raw[event.squad] === 1) rows.wasReserve.put(event.squad, 1);
    reserve.put(event.squad, 0);
    const task = event.to === 'help' ? 'hold' : 'counterattack';
    const { actor, group: of, place: goal } = event;
    world.propose(ordered, { actor, group: of, goal, task, squad: event.squad }, [reason(event.id)]);
  },
});

/** It is quiet again where a squad was sent: it goes back to its post, or is kept back as before. */
export const manned = eventKind('defence/manned', {
  roles: { actor: role(person), group: role(group), squad: role(squad), place: role(place) },
  possible: (world, event) => world.of(sortie).by.raw[event.squad] !== 0,
  apply: (world, event) => {
    const rows = world.of(sortie);
    world.of(defence).sentAt.put(event.group, event.time);
    rows.by.put(event.squad, 0);
    world.of(squad).reserve.put(event.squad, rows.wasReserve.raw[event.squad]);
    rows.wasReserve.put(event.squad, 0);
    const { actor, group: of, place: goal } = event;
    world.propose(ordered, { actor, group: of, goal, task: 'hold', squad: event.squad }, [reason(event.id)]);
  },
});

/** The walls are given up for the house. */
export const fellBack = eventKind('defence/fell-back', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(defence).fellBack.raw[event.group] === 0,
  apply: (world, event) => {
    world.of(defence).fellBack.put(event.group, 1);
    for (const each of squadsIn(world, event.group)) world.of(sortie).by.put(each, 0);
    const { actor, group: of, place: goal } = event;
    world.propose(ordered, { actor, group: of, goal, task: 'fall back', squad: -1 }, [reason(event.id)]);
  },
});

/** They draw off, and some go after them. */
export const pursued = eventKind('defence/pursued', {
  roles: { actor: role(person), group: role(group), squad: role(squad), place: role(place) },
  possible: (world, event) => world.of(defence).chase.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(defence);
    rows.chase.put(event.group, 1);
    rows.chaseBy.put(event.group, event.id);
    rows.chaseUntil.put(event.group, event.time + CHASE_SECONDS);
    rows.chaser.put(event.group, event.squad + 1);
    const { actor, group: of, place: goal } = event;
    world.propose(ordered, { actor, group: of, goal, task: 'pursue', squad: event.squad }, [reason(event.id)]);
  },
});

/** They draw off, and nobody is to follow. */
export const heldBack = eventKind('defence/held-back', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(defence).chase.raw[event.group] === 0,
  apply: (world, event) => {
    const rows = world.of(defence);
    rows.chase.put(event.group, 2);
    rows.chaseBy.put(event.group, event.id);
  },
});

/** Those who went after them are called back: far enough, or out of sight. */
export const calledBack = eventKind('defence/called-back', {
  roles: { actor: role(person), group: role(group), squad: role(squad), place: role(place) },
  possible: (world, event) => world.of(defence).chase.raw[event.group] === 1,
  apply: (world, event) => {
    world.of(defence).chase.put(event.group, 2);
    const { actor, group: of, place: goal } = event;
    world.propose(ordered, { actor, group: of, goal, task: 'fall back', squad: event.squad }, [reason(event.id)]);
  },
});
