import { believe, dropClaim, findClaim } from '../../kernel/beliefs.ts';
import { eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { barrier, isAttacked, isBreached } from '../barriers/state.ts';
import { layAround } from '../barriers/ways.ts';
import { body } from '../bodies/state.ts';
import { peopleIn } from '../groups/state.ts';
import { crossing, pairRow } from '../places/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { isDamaged, mending } from './state.ts';

/** What is left of a barrier's strength that was mended out of its own wreckage. [d] */
const PATCHED = 0.6;

/** Somebody goes round and finds what is broken. */
export const found = eventKind('repairs/found', {
  roles: { actor: role(person), barrier: role(barrier), place: role(place) },
  data: { how: oneOf(['open', 'through', 'gaping']) },
  possible: (world, event) =>
    isDamaged(world, event.barrier) &&
    world.of(mending).found.raw[event.barrier] === 0 &&
    world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(mending).found.put(event.barrier, event.id);
    const word = { place: event.place, confidence: 1, source: event.id, truth: event.id };
    if (event.how !== 'gaping') believe(world, event.actor, isBreached, event.barrier, word);
  },
});

/** People are set to mend a barrier, and the timber for it is brought. */
export const begun = eventKind('repairs/begun', {
  roles: { actor: role(person), barrier: role(barrier), place: role(place), store: maybe(place) },
  data: { hands: whole32('people'), timber: whole32('g') },
  possible: (world, event) =>
    world.of(mending).begun.raw[event.barrier] === 0 &&
    isDamaged(world, event.barrier) &&
    (event.timber === 0 ||
      (event.store !== undefined && world.of(stock).amount.raw[stockRow(event.store, 'timber')] >= event.timber)),
  apply: (world, event) => {
    const rows = world.of(mending);
    rows.begun.put(event.barrier, event.id);
    rows.foreman.put(event.barrier, event.actor + 1);
    rows.hands.put(event.barrier, event.hands);
    rows.timber.put(event.barrier, event.timber > 0 ? 1 : 0);
    if (event.timber === 0) return;
    const stocks = world.of(stock).amount;
    const from = stockRow(event.store!, 'timber');
    stocks.put(from, stocks.raw[from] - event.timber);
  },
});

/** A barrier stands again. */
export const mended = eventKind('repairs/mended', {
  roles: { actor: role(person), barrier: role(barrier), place: role(place) },
  turnOf: 'barrier',
  data: { as: oneOf(['shut', 'new', 'patched']), hours: whole32('h') },
  possible: (world, event) => isDamaged(world, event.barrier),
  // What was put in is used up, and the work has to be begun anew.
  spend: (world, event) => {
    const rows = world.of(mending);
    rows.done.put(event.barrier, 0);
    rows.begun.put(event.barrier, 0);
    rows.hands.put(event.barrier, 0);
  },
  apply: (world, event) => {
    const rows = world.of(mending);
    const walls = world.of(barrier);
    const row = event.barrier;
    rows.found.put(row, 0);
    rows.mendedBy.put(row, event.id);
    if (event.as === 'patched') walls.strength.put(row, walls.strength.raw[row] * PATCHED);
    walls.breached.put(row, 0);
    walls.breachedBy.put(row, 0);
    walls.cracked.put(row, 0);
    walls.work.clear(row);
    const { openedBy } = world.of(crossing);
    const [inside, outside] = [walls.inside.raw[row], walls.outside.raw[row]];
    openedBy.put(pairRow(world, inside, outside), 0);
    openedBy.put(pairRow(world, outside, inside), 0);
    layAround(world);
    keepersLearn(world, row);
  },
});

/** Those who live behind it see that it stands again; to others it is open until they come upon it. */
function keepersLearn(world: World, row: number): void {
  for (const who of peopleIn(world, world.of(barrier).keeper.raw[row] - 1)) {
    for (const what of [isBreached, isAttacked]) {
      const held = findClaim(world, who, what, row);
      if (held >= 0) dropClaim(world, who, held);
    }
  }
}
