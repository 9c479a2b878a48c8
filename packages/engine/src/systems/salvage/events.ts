import { aboutEvent, eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { flames } from '../fire/state.ts';
import { groupOf } from '../groups/state.ts';
import { KINDS, kindOf, thing, thingBy } from '../items/state.ts';
import { aim } from '../shooting/state.ts';
import type { Good } from '../stores/state.ts';
import { stock, stockRow } from '../stores/state.ts';
import { pilesIn } from './pile.ts';
import { armory, firesRounds } from './state.ts';

/** Somebody gathers what is of use in a place, off the ground and off the dead, and brings it to the stores; firebombs they keep. */
export const gathered = eventKind('salvage/gathered', {
  roles: { actor: role(person), place: role(place), goal: role(place) },
  data: {
    weapons: whole32('weapons'),
    rounds: whole32('rounds'),
    dressings: whole32('dressings'),
    bombs: whole32('firebombs'),
  },
  possible: (world, event) => {
    const pile = pilesIn(world, (at) => at === event.place).get(event.place);
    return (
      canAct(world, event.actor) &&
      pile !== undefined &&
      pile.weapons === event.weapons &&
      pile.rounds === event.rounds &&
      pile.dressings === event.dressings &&
      pile.bombs === event.bombs
    );
  },
  apply: (world, event) => {
    const pile = pilesIn(world, (at) => at === event.place).get(event.place)!;
    const things = world.of(thing);
    for (const row of pile.things) {
      things.place.put(row, event.goal);
      if (firesRounds(things.weapon.raw[row])) things.rounds.put(row, 0);
    }
    const bodies = world.of(body);
    const { bombs } = world.of(flames);
    for (const who of pile.dead) {
      bodies.dressings.put(who, 0);
      bombs.put(who, 0);
      if (firesRounds(bodies.second.raw[who] - 1)) bodies.secondRounds.put(who, 0);
    }
    bombs.put(event.actor, bombs.raw[event.actor] + event.bombs);
    store(world, event.goal, 'rounds', event.rounds);
    store(world, event.goal, 'dressings', event.dressings);
    world.of(armory).by.put(groupOf(world, event.actor), event.id);
  },
});

function store(world: World, at: number, good: Good, more: number): void {
  const { amount } = world.of(stock);
  const row = stockRow(at, good);
  if (more > 0) amount.put(row, amount.raw[row] + more);
}

/** Whoever keeps the arms gives somebody who has too few rounds some from a store. */
export const issued = eventKind('salvage/issued', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { rounds: whole32('rounds') },
  possible: (world, event) =>
    canAct(world, event.actor) &&
    canAct(world, event.target) &&
    event.rounds > 0 &&
    firesRounds(world.of(body).weapon.raw[event.target]) &&
    world.of(stock).amount.raw[stockRow(event.place, 'rounds')] >= event.rounds,
  apply: (world, event) => {
    const { rounds } = world.of(body);
    const { amount } = world.of(stock);
    const row = stockRow(event.place, 'rounds');
    amount.put(row, amount.raw[row] - event.rounds);
    rounds.put(event.target, rounds.raw[event.target] + event.rounds);
    world.of(aim).emptyBy.put(event.target, 0);
  },
});

/** Whoever keeps the arms gives somebody with empty hands a weapon that was brought in. `lay` is the event that left it. */
export const armed = eventKind('salvage/armed', {
  roles: { actor: role(person), target: role(person), place: role(place), from: maybe(person) },
  data: { weapon: oneOf(KINDS), rounds: whole32('rounds'), lay: aboutEvent },
  possible: (world, event) => {
    const row = thingBy(world, event.lay);
    return (
      canAct(world, event.actor) &&
      canAct(world, event.target) &&
      world.of(body).weapon.raw[event.target] === 0 &&
      row >= 0 &&
      world.of(thing).place.raw[row] === event.place &&
      world.of(thing).rounds.raw[row] === event.rounds &&
      kindOf(world.of(thing).weapon.raw[row]) === event.weapon
    );
  },
  apply: (world, event) => {
    const row = thingBy(world, event.lay);
    const things = world.of(thing);
    const bodies = world.of(body);
    bodies.weapon.put(event.target, things.weapon.raw[row]);
    bodies.rounds.put(event.target, bodies.rounds.raw[event.target] + event.rounds);
    world.of(aim).fired.put(event.target, 0);
    world.of(aim).emptyBy.put(event.target, 0);
    things.remove(row);
  },
});
