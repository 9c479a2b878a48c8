import { eventKind, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import { captive } from '../captivity/state.ts';
import { isUp } from '../offices/state.ts';
import { comeTo } from '../places/system.ts';
import { bedless, lodge } from './rooms.ts';
import { lodging } from './state.ts';

/** Whoever is in charge gives those who have no bed one: how many, and how many found none. `place` is where most of them go. */
export const allotted = eventKind('quarters/allotted', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { people: whole32('people'), short: whole32('people') },
  possible: (world, event) => isUp(world, event.actor),
  apply: (world, event) => {
    const rows = world.of(lodging);
    for (const [who, at] of lodge(world, event.group, bedless(world, event.group))) {
      rows.at.put(who, at + 1);
      rows.by.put(who, event.id);
    }
  },
});

/** A prisoner is shut up apart from those who hold them. */
export const shutUp = eventKind('quarters/shut-up', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => isUp(world, event.actor) && world.of(captive).state.raw[event.target] === 2,
  apply: (world, event) => {
    const rows = world.of(lodging);
    rows.at.put(event.target, event.place + 1);
    rows.by.put(event.target, event.id);
    comeTo(world, event.target, event.place, event.id);
  },
});
