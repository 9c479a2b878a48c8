import { believe } from '../../kernel/beliefs.ts';
import { eventKind, maybe, role, whole32, yesNo } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import { comeTo, stillHere } from '../places/system.ts';
import { stock, stockRow } from '../stores/state.ts';
import { dressRow } from '../wounds/care.ts';
import { hasFallen, wound } from '../wounds/state.ts';
import { bedside, care, infirmaries, lying } from './state.ts';

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

const inWard = { actor: role(person), target: role(person), place: role(place) } as const;

/** One of those who cannot all have a bed is given one. */
export const bedded = eventKind('infirmary/bedded', {
  roles: inWard,
  possible: (world, event) => bothLive(world, event) && world.of(lying).bed.raw[event.target] !== 1,
  apply: (world, event) => world.of(lying).bed.put(event.target, 1),
});

/** There is no bed for somebody: others need them more. */
export const waits = eventKind('infirmary/waits', {
  roles: inWard,
  possible: (world, event) => bothLive(world, event) && world.of(lying).bed.raw[event.target] !== 2,
  apply: (world, event) => world.of(lying).bed.put(event.target, 2),
});

/** Whoever sees to the wounded spends no more on somebody who is past hope, so that there is something for the others. */
export const gaveUpOn = eventKind('infirmary/gave-up-on', {
  roles: inWard,
  possible: (world, event) => bothLive(world, event) && world.of(lying).givenUp.raw[event.target] === 0,
  apply: (world, event) => {
    world.of(lying).givenUp.put(event.target, 1);
    world.of(lying).givenUpBy.put(event.target, event.id);
  },
});

/** There is enough again, or hope: they are seen to like the others. */
export const tookUpAgain = eventKind('infirmary/took-up-again', {
  roles: inWard,
  possible: (world, event) => bothLive(world, event) && world.of(lying).givenUp.raw[event.target] === 1,
  apply: (world, event) => world.of(lying).givenUp.put(event.target, 0),
});

/** Seconds for which somebody sits by another's bed: from the evening until people get up. [d] */
const SITS_SECONDS = 9 * 3600;

/** Somebody sits by one who may not see the morning. */
export const satBy = eventKind('infirmary/sat-by', {
  roles: inWard,
  possible: (world, event) => bothLive(world, event) && canAct(world, event.actor),
  apply: (world, event) => {
    const rows = world.of(bedside);
    rows.sits.put(event.actor, event.target + 1);
    rows.until.put(event.actor, event.time + SITS_SECONDS);
    rows.watched.put(event.target, event.actor + 1);
    rows.by.put(event.target, event.id);
    comeTo(world, event.actor, event.place, event.id);
  },
});

/** Somebody dies with one who sat by them. */
export const closedEyes = eventKind('infirmary/closed-eyes', {
  roles: inWard,
  possible: (world, event) =>
    world.of(body).alive.raw[event.target] === 0 && world.of(lying).known.raw[event.target] === 0,
  apply: (world, event) => {
    world.of(bedside).sits.put(event.actor, 0);
    learn(world, event.actor, event);
  },
});

/** Somebody has died with nobody by them, and is found. */
export const foundDead = eventKind('infirmary/found-dead', {
  roles: inWard,
  possible: (world, event) =>
    world.of(body).alive.raw[event.target] === 0 && world.of(lying).known.raw[event.target] === 0,
  apply: (world, event) => learn(world, event.actor, event),
});

function learn(
  world: World,
  who: number,
  event: { readonly target: number; readonly place: number; readonly id: number },
): void {
  world.of(lying).known.put(event.target, 1);
  const truth = world.of(body).downBy.raw[event.target];
  believe(world, who, hasFallen, event.target, { place: event.place, confidence: 1, source: event.id, truth });
}
