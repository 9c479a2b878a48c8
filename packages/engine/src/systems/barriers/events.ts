import { believe } from '../../kernel/beliefs.ts';
import { BY_SIGHT, witnessRow, witnessSense } from '../../kernel/chronicle.ts';
import { eventKind, maybe, oneOf, role } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf, peopleIn } from '../groups/state.ts';
import { crossing, pairRow, position } from '../places/state.ts';
import { aim } from '../shooting/state.ts';
import { hears } from '../word/system.ts';
import { barrier, breaking, isAttacked, isBreached } from './state.ts';
import { layAround } from './ways.ts';

/** How many people find room to work at one barrier. [d] */
export const ROOM = 4;
/** Metres at which those who break through are understood by their own. [d] */
const SHOUT_METRES = 75;
/** How sure those are who heard of it from their own. [d] */
const BELIEVES_SHOUT = 0.8;
/** How sure those are who saw it, and who only heard the wood give. [d] */
const SURE_BY_SIGHT = 0.95;
const SURE_BY_HEARING = 0.6;

/** How many work at a barrier. Reads of those who do are tracked. */
export function workersAt(world: World, row: number): number {
  const { worksAt } = world.of(breaking);
  let count = 0;
  for (let who = 0; who < worksAt.raw.length && who < world.of(person).count; who++) {
    if (worksAt.raw[who] !== row + 1) continue;
    worksAt.at(who);
    count++;
  }
  return count;
}

/** Somebody begins to break through a barrier, or from within to undo it. */
export const began = eventKind('barriers/began', {
  roles: { actor: role(person), barrier: role(barrier), place: role(place) },
  notice: { seen: 0.9, heard: 70 },
  possible: (world, event) =>
    world.of(barrier).breached.raw[event.barrier] === 0 &&
    world.of(body).alive.raw[event.actor] === 1 &&
    world.of(body).down.raw[event.actor] === 0 &&
    world.of(breaking).worksAt.raw[event.actor] === 0 &&
    workersAt(world, event.barrier) < ROOM,
  apply: (world, event) => {
    const rows = world.of(breaking);
    rows.worksAt.put(event.actor, event.barrier + 1);
    rows.since.put(event.actor, event.time);
    rows.began.put(event.actor, event.id);
    world.of(aim).target.put(event.actor, 0);
    world.of(barrier).work.add(event.barrier, 0, event.id);
  },
});

/** Somebody leaves off breaking through. */
export const leftOff = eventKind('barriers/left-off', {
  roles: { actor: role(person), barrier: role(barrier), place: role(place) },
  data: { why: oneOf(['fallen', 'under fire', 'broken', 'called away', 'firing']) },
  possible: (world, event) => world.of(breaking).worksAt.raw[event.actor] === event.barrier + 1,
  apply: (world, event) => {
    world.of(breaking).worksAt.put(event.actor, 0);
    world.of(breaking).leftOff.put(event.actor, event.id);
    // How far the work has got rests from now on on somebody's having left it.
    world.of(barrier).work.add(event.barrier, 0, event.id);
  },
});

/** A barrier is about to give: the first gap shows. */
export const cracked = eventKind('barriers/cracked', {
  roles: { barrier: role(barrier), place: role(place) },
  notice: { seen: 0.8, heard: 80 },
  possible: (world, event) =>
    world.of(barrier).breached.raw[event.barrier] === 0 && world.of(barrier).cracked.raw[event.barrier] === 0,
  apply: (world, event) => world.of(barrier).cracked.put(event.barrier, event.id),
});

/** A barrier lets people through from now on. */
export const breached = eventKind('barriers/breached', {
  roles: { actor: maybe(person), barrier: role(barrier), place: role(place) },
  turnOf: 'barrier',
  data: { how: oneOf(['broken', 'opened', 'burnt']) },
  notice: { seen: 1, heard: 110 },
  possible: (world, event) => world.of(barrier).breached.raw[event.barrier] === 0,
  apply: (world, event) => {
    const rows = world.of(barrier);
    rows.breached.put(event.barrier, 1);
    rows.breachedBy.put(event.barrier, event.id);
    const { worksAt } = world.of(breaking);
    for (let who = 0; who < world.of(person).count; who++) {
      if (worksAt.raw[who] === event.barrier + 1) worksAt.put(who, 0);
    }
    const { openedBy } = world.of(crossing);
    const [inside, outside] = [rows.inside.raw[event.barrier], rows.outside.raw[event.barrier]];
    openedBy.put(pairRow(world, inside, outside), event.id);
    openedBy.put(pairRow(world, outside, inside), event.id);
    layAround(world);
    if (event.actor !== undefined && event.actor >= 0) shout(world, event.actor, event);
  },
});

/** Those who are through shout it to their own. */
function shout(world: World, actor: number, event: { barrier: number; place: number; id: number }): void {
  const bodies = world.of(body);
  const known = { place: event.place, source: event.id, truth: event.id };
  believe(world, actor, isBreached, event.barrier, { ...known, confidence: 1 });
  world.trace.open(-1, world.time);
  for (const who of peopleIn(world, groupOf(world, actor))) {
    if (who === actor || bodies.alive.raw[who] === 0 || bodies.awake.raw[who] === 0) continue;
    if (world.of(position).gone.raw[who] === 1 || !hears(world, actor, who, SHOUT_METRES)) continue;
    believe(world, who, isBreached, event.barrier, { ...known, confidence: BELIEVES_SHOUT, from: actor, hops: 1 });
  }
  world.trace.close(false);
}

/** Somebody gets over a barrier that still stands. */
export const climbed = eventKind('barriers/climbed', {
  roles: { actor: role(person), barrier: role(barrier), place: role(place) },
  notice: { seen: 0.9, heard: 20 },
  possible: (world, event) => world.of(body).down.raw[event.actor] === 0,
});

/** What those make of it who see or hear that somebody is at a barrier, or through it. */
export function heed(world: World, kind: EventKind, event: Readonly<Record<string, unknown>>, id: number): void {
  const what =
    kind.id === breached.id ? isBreached : kind.id === began.id || kind.id === cracked.id ? isAttacked : null;
  if (what === null) return;
  const row = event['barrier'] as number;
  for (const word of world.chronicle.witnessesOf(id)) {
    const sure = witnessSense(word) === BY_SIGHT ? SURE_BY_SIGHT : SURE_BY_HEARING;
    believe(world, witnessRow(word), what, row, {
      place: event['place'] as number,
      confidence: sure,
      source: id,
      truth: id,
    });
  }
}
