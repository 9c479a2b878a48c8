import { aboutEvent, eventKind, maybe, oneOf, role, whole32, yesNo } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { WEAPONS, body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import { aim } from '../shooting/state.ts';
import { KINDS, thing, thingBy } from './state.ts';

/** Somebody takes up a weapon that lies there, or, having one of the kind, its rounds. `lay` is the event that left it. */
export const pickedUp = eventKind('items/picked-up', {
  roles: { actor: role(person), place: role(place), from: maybe(person) },
  data: { weapon: oneOf(KINDS), rounds: whole32('rounds'), only: yesNo, lay: aboutEvent },
  possible: (world, event) => {
    const row = thingBy(world, event.lay);
    const rows = world.of(thing);
    if (row < 0 || !acts(world, event.actor) || world.of(position).at.raw[event.actor] !== event.place) return false;
    if (rows.place.raw[row] !== event.place || rows.rounds.raw[row] !== event.rounds) return false;
    const held = world.of(body).weapon.raw[event.actor];
    return event.only ? held === rows.weapon.raw[row] : held === 0;
  },
  apply: (world, event) => {
    const bodies = world.of(body);
    const rows = world.of(thing);
    const row = thingBy(world, event.lay);
    bodies.rounds.put(event.actor, bodies.rounds.raw[event.actor] + event.rounds);
    if (event.rounds > 0) world.of(aim).emptyBy.put(event.actor, 0);
    if (event.only) {
      rows.rounds.put(row, 0);
      return;
    }
    world.of(aim).fired.put(event.actor, 0);
    bodies.weapon.put(event.actor, rows.weapon.raw[row]);
    rows.remove(row);
  },
});

/** Somebody gives rounds to a comrade who has none left. */
export const shared = eventKind('items/shared', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  data: { weapon: oneOf(KINDS), rounds: whole32('rounds') },
  possible: (world, event) => {
    const bodies = world.of(body);
    return (
      event.rounds > 0 &&
      bodies.rounds.raw[event.actor] >= event.rounds &&
      bodies.weapon.raw[event.actor] === bodies.weapon.raw[event.target] &&
      WEAPONS[bodies.weapon.raw[event.target]].capacity > 0 &&
      acts(world, event.actor) &&
      acts(world, event.target) &&
      world.of(position).at.raw[event.actor] === world.of(position).at.raw[event.target]
    );
  },
  apply: (world, event) => {
    const { rounds } = world.of(body);
    rounds.put(event.actor, rounds.raw[event.actor] - event.rounds);
    rounds.put(event.target, rounds.raw[event.target] + event.rounds);
    world.of(aim).emptyBy.put(event.target, 0);
  },
});

function acts(world: World, who: number): boolean {
  return world.of(body).alive.raw[who] === 1 && world.of(body).down.raw[who] === 0;
}
