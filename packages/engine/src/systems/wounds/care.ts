import { enabled, eventKind, interrupted, oneOf, reason, role } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { nerves } from '../resolve/state.ts';
import { CLOTS_BELOW, REGIONS, vitals, wound } from './state.ts';
import type { Region } from './state.ts';

/** What is done about a wound that would not stop by itself. Nothing can be tied off where a limb joins the trunk. */
const TREATMENTS = ['bandage', 'pressure', 'packing', 'tourniquet'] as const;
type Treatment = (typeof TREATMENTS)[number];
const TREATED_BY: Readonly<Record<Region, Treatment>> = {
  head: 'pressure',
  chest: 'pressure',
  belly: 'packing',
  arm: 'tourniquet',
  leg: 'tourniquet',
  neck: 'packing',
  groin: 'packing',
};
/** What each leaves of a wound's flow. [d, after the share saved by care] */
const LEAVES: Readonly<Record<Treatment, number>> = { bandage: 0.2, pressure: 0.35, packing: 0.3, tourniquet: 0.03 };
/** Seconds that each takes without any skill, and how many of them the best skill saves. [d] */
const SECONDS: Readonly<Record<Treatment, readonly [number, number]>> = {
  bandage: [50, 25],
  pressure: [50, 25],
  packing: [60, 30],
  tourniquet: [40, 20],
};
/** On oneself it takes so much longer, and so much of what would have been stopped goes on. [s: self-aid is slower and does less; d] */
const SELF_SLOWER = 1.5;
const SELF_LEAVES = 0.3;

/** Somebody begins to see to a wounded person. */
export const tended = eventKind('wounds/tended', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.target] === 1 && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    const state = world.of(vitals);
    state.tending.put(event.actor, event.target + 1);
    state.carer.put(event.target, event.actor + 1);
    state.tendsUntil.put(event.actor, event.time + secondsOf(world, event.actor, event.target));
    state.tendedBy.put(event.actor, event.id);
  },
});

/** A wound has been seen to; it bleeds less, or no more. */
export const dressed = eventKind('wounds/dressed', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { how: oneOf(TREATMENTS) },
  possible: (world, event) => {
    const bodies = world.of(body);
    return (
      bodies.alive.raw[event.target] === 1 &&
      bodies.alive.raw[event.actor] === 1 &&
      bodies.dressings.raw[event.actor] > 0
    );
  },
  spend: (world, event) => {
    const bodies = world.of(body);
    bodies.dressings.put(event.actor, bodies.dressings.raw[event.actor] - 1);
    leaveOff(world, event.actor);
  },
  apply: (world, event) => {
    const rows = world.of(wound);
    const row = worstWound(world, event.target);
    if (row < 0) return;
    const leaves = LEAVES[event.how];
    dressRow(world, row, event);
    rows.flow.put(
      row,
      rows.flow.raw[row] * (event.actor === event.target ? leaves + (1 - leaves) * SELF_LEAVES : leaves),
    );
  },
});

/** A dressing is on: from now on it is by it that the wound stays clean, or does not. Only from an event's `apply`. */
export function dressRow(world: World, row: number, by: { actor: number; id: number; time: number }): void {
  const rows = world.of(wound);
  if (rows.dressed.raw[row] === 0) rows.bareFor.put(row, by.time - world.chronicle.time(rows.madeBy.raw[row]));
  rows.dressed.put(row, 1);
  rows.dressedAt.put(row, by.time);
  rows.dressedBy.put(row, by.id);
  rows.dressedWell.put(row, world.of(body).care.raw[by.actor]);
}

/** Somebody who was seeing to a wounded person leaves it. */
export const leftOff = eventKind('wounds/left-off', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { why: oneOf(['dead', 'gone', 'nothing to do', 'under fire']) },
  apply: (world, event) => leaveOff(world, event.actor),
});

/** Nobody is being seen to by this person any longer. Only from an event's `apply`. */
export function leaveOff(world: World, carer: number): void {
  const rows = world.of(vitals);
  const patient = rows.tending.raw[carer] - 1;
  if (patient < 0) return;
  rows.tending.put(carer, 0);
  if (rows.carer.raw[patient] === carer + 1) rows.carer.put(patient, 0);
}

/** The undressed wound that bleeds most, or -1. That one is dressed is a reading too. */
export function worstWound(world: World, of: number): number {
  const rows = world.of(wound);
  let worst = -1;
  for (let row = 0; row < rows.count; row++) {
    if (!rows.isLive(row) || rows.person.raw[row] !== of || rows.closed.raw[row] === 1) continue;
    if (rows.dressed.at(row) === 1) continue;
    if (worst < 0 || rows.flow.raw[row] > rows.flow.raw[worst]) worst = row;
  }
  return worst;
}

/** What the worst wound of somebody calls for. */
export function treatmentFor(world: World, patient: number): Treatment {
  const rows = world.of(wound);
  const row = worstWound(world, patient);
  if (row < 0 || rows.flow.raw[row] < CLOTS_BELOW) return 'bandage';
  return TREATED_BY[REGIONS[rows.region.raw[row]]];
}

function secondsOf(world: World, carer: number, patient: number): number {
  const [unskilled, saved] = SECONDS[treatmentFor(world, patient)];
  const seconds = unskilled - saved * world.of(body).care.raw[carer];
  return Math.round(carer === patient ? seconds * SELF_SLOWER : seconds);
}

/**
 * Seeing to somebody takes its time; then the dressing is on, unless there is nobody or nothing left to do it for or with.
 * Whoever is forced to the ground beside their patient leaves it; one's own wound can be seen to lying down.
 */
export const tend = rule('wounds/tend', { phase: 'act', at: ['second', 'minute'] }, (world, beat) => {
  const state = world.of(vitals);
  const bodies = world.of(body);
  const where = world.of(position);
  const { pinned, pinnedBy } = world.of(nerves);
  for (const who of beat.members) {
    if (state.tending.raw[who] === 0) continue;
    const underFire = pinned.raw[who] === 1 && state.tending.raw[who] !== who + 1;
    if ((!underFire && state.tendsUntil.raw[who] > world.time) || bodies.alive.raw[who] === 0) continue;
    if (bodies.down.raw[who] === 1) continue;
    world.trace.open(who, world.time);
    const patient = state.tending.at(who) - 1;
    const place = where.at.at(who);
    const began = enabled(state.tendedBy.raw[who]);
    const fields = { actor: who, target: patient, place };
    if (pinned.at(who) === 1 && underFire) {
      world.propose(leftOff, { ...fields, why: 'under fire' }, [began, interrupted(pinnedBy.raw[who])]);
    } else if (bodies.alive.at(patient) === 0) {
      world.propose(leftOff, { ...fields, why: 'dead' }, [reason(bodies.downBy.raw[patient])]);
    } else if (where.gone.at(patient) === 1 || (beat.grain === 'second' && where.at.at(patient) !== place)) {
      world.propose(leftOff, { ...fields, why: 'gone' }, [began]);
    } else if (bodies.dressings.at(who) === 0 || worstWound(world, patient) < 0) {
      world.propose(leftOff, { ...fields, why: 'nothing to do' }, [began]);
    } else world.propose(dressed, { ...fields, how: treatmentFor(world, patient) }, [began]);
    world.trace.close(false);
  }
});
