import { believe } from '../../kernel/beliefs.ts';
import { eventKind, maybe, role, whole32, yesNo } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { stillHere } from '../places/system.ts';
import { stock, stockRow } from '../stores/state.ts';
import { dressRow } from '../wounds/care.ts';
import { hasFallen, wound } from '../wounds/state.ts';
import { care, infirmaries } from './state.ts';

const bothLive = (world: World, event: { readonly actor: number; readonly target: number }): boolean =>
  world.of(body).alive.raw[event.actor] === 1 && world.of(body).alive.raw[event.target] === 1;

/** Somebody who cannot walk is carried to where the wounded lie. */
export const broughtIn = eventKind('infirmary/brought-in', {
  roles: { actor: role(person), target: role(person), place: role(place), goal: role(place) },
  possible: (world, event) =>
    canAct(world, event.actor) &&
    world.of(body).alive.raw[event.target] === 1 &&
    world.of(position).at.raw[event.target] === event.place &&
    world.of(position).gone.raw[event.target] === 0,
  apply: (world, event) => {
    const where = world.of(position);
    where.at.put(event.target, event.goal);
    where.since.put(event.target, event.time);
    where.by.put(event.target, event.id);
    stillHere(world, event.target);
    const word = { place: event.goal, confidence: 1, source: event.id, truth: event.id };
    if (groupOf(world, event.actor) === groupOf(world, event.target))
      believe(world, event.actor, hasFallen, event.target, word);
  },
});

/** Somebody takes one of the hurt in hand: from now on they see to them day by day. */
export const tookInHand = eventKind('infirmary/took-in-hand', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => bothLive(world, event) && world.of(care).carer.raw[event.target] !== event.actor + 1,
  apply: (world, event) => {
    const rows = world.of(care);
    rows.carer.put(event.target, event.actor + 1);
    rows.by.put(event.target, event.id);
  },
});

/** A wound is dressed, anew or at last, with a dressing that the carer has, or fetched from a `store`. `wound` says which. */
export const dressedAnew = eventKind('infirmary/dressed', {
  roles: { actor: role(person), target: role(person), place: role(place), store: maybe(place) },
  data: { first: yesNo, wound: whole32('wounds before it') },
  possible: (world, event) => {
    if (!bothLive(world, event)) return false;
    if (event.store === undefined) return world.of(body).dressings.raw[event.actor] > 0;
    return world.of(stock).amount.raw[stockRow(event.store, 'dressings')] > 0;
  },
  spend: (world, event) => {
    const bodies = world.of(body);
    const { amount } = world.of(stock);
    if (event.store === undefined) bodies.dressings.put(event.actor, bodies.dressings.raw[event.actor] - 1);
    else {
      const row = stockRow(event.store, 'dressings');
      amount.put(row, amount.raw[row] - 1);
    }
  },
  apply: (world, event) => {
    const rows = world.of(wound);
    const { out, usedBy } = world.of(infirmaries);
    const of = groupOf(world, event.actor);
    usedBy.put(of, event.id);
    if (out.raw[of] === 1) out.put(of, 0);
    for (let row = 0; row < rows.count; row++) {
      if (!rows.isLive(row) || rows.person.raw[row] !== event.target || rows.ordinal.raw[row] !== event.wound) continue;
      dressRow(world, row, event);
    }
  },
});

/** There is nothing left to dress wounds with. */
export const ranOut = eventKind('infirmary/ran-out', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  possible: (world, event) => world.of(infirmaries).out.raw[event.group] === 0,
  apply: (world, event) => world.of(infirmaries).out.put(event.group, 1),
});
