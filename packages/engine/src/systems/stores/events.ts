import { eventKind, oneOf, role, whole32 } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import { GOODS, load, stock, stockRow } from './state.ts';

/** How long filling a sack takes, in seconds. [d] */
export const FILL_SECONDS = 45;

/** Somebody begins to fill a sack. */
export const beganLoading = eventKind('stores/began-loading', {
  roles: { actor: role(person), place: role(place) },
  data: { good: oneOf(GOODS) },
  notice: { seen: 0.6, heard: 15 },
  possible: (world, event) => world.of(stock).amount.raw[stockRow(event.place, event.good)] > 0,
  apply: (world, event) => {
    const loads = world.of(load);
    loads.filling.put(event.actor, event.id);
    loads.good.put(event.actor, GOODS.indexOf(event.good));
    loads.fillsAt.put(event.actor, event.time + FILL_SECONDS);
    loads.fillsIn.put(event.actor, event.place);
  },
});

/** The sack is full and on somebody's back. */
export const took = eventKind('stores/took', {
  roles: { actor: role(person), place: role(place) },
  data: { good: oneOf(GOODS), amount: whole32('g or pieces') },
  possible: (world, event) =>
    world.of(stock).amount.raw[stockRow(event.place, event.good)] >= event.amount && event.amount > 0,
  spend: (world, event) => world.of(load).fillsAt.put(event.actor, 0),
  apply: (world, event) => {
    const rows = world.of(stock);
    const row = stockRow(event.place, event.good);
    rows.amount.put(row, rows.amount.raw[row] - event.amount);
    const loads = world.of(load);
    loads.amount.put(event.actor, loads.amount.raw[event.actor] + event.amount);
    loads.by.put(event.actor, event.id);
  },
});

/** Somebody who falls lets go of what they carry; it lies where they were. */
export const dropped = eventKind('stores/dropped', {
  roles: { actor: role(person), place: role(place) },
  data: { good: oneOf(GOODS), amount: whole32('g or pieces') },
  possible: (world, event) => world.of(load).amount.raw[event.actor] === event.amount && event.amount > 0,
  apply: (world, event) => {
    const rows = world.of(stock);
    const row = stockRow(event.place, event.good);
    rows.amount.put(row, rows.amount.raw[row] + event.amount);
    world.of(load).amount.put(event.actor, 0);
  },
});

/** Somebody counts what is left. */
export const counted = eventKind('stores/counted', {
  roles: { actor: role(person), place: role(place) },
  data: { good: oneOf(GOODS), amount: whole32('g or pieces') },
});
