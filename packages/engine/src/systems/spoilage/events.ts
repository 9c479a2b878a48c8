import { eventKind, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import { stock, stockRow } from '../stores/state.ts';
import { SPOILERS, SPOILS, keeping, rot } from './state.ts';

/** Damp or rats get at what lies in a place. Like the weather it has no cause. */
export const setIn = eventKind('spoilage/set-in', {
  roles: { place: role(place) },
  data: { what: oneOf(['damp', 'rats']) },
  uncaused: true,
  possible: (world, event) => world.of(keeping).blight.raw[event.place] === 0,
  apply: (world, event) => {
    world.of(keeping).blight.put(event.place, SPOILERS.indexOf(event.what) + 1);
    world.of(keeping).blightBy.put(event.place, event.id);
  },
});

/** Whoever looks after the stores finds what has gone bad, throws it out, and sees to what did it. What is merely old has no cause. */
export const found = eventKind('spoilage/found', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { good: oneOf(SPOILS), amount: whole32('g'), by: oneOf(SPOILERS) },
  uncaused: true,
  possible: (world, event) =>
    event.amount > 0 && world.of(stock).amount.raw[stockRow(event.place, event.good)] >= event.amount,
  apply: (world, event) => {
    const { amount } = world.of(stock);
    const row = stockRow(event.place, event.good);
    amount.put(row, amount.raw[row] - event.amount);
    world.of(rot).bad.put(event.place * SPOILS.length + SPOILS.indexOf(event.good), 0);
    if (world.of(keeping).blight.raw[event.place] !== 0) world.of(keeping).blight.put(event.place, 0);
  },
});
