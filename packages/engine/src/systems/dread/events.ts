import { eventKind, oneOf, role } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { fear } from './state.ts';

/** How much dread a scenario can give somebody to begin with. */
export const LEVELS = ['low', 'middling', 'high'] as const;

/** Before the first day, somebody came to be afraid, of what the scenario does not say. */
export const grewAfraid = eventKind('dread/grew-afraid', {
  roles: { actor: role(person) },
  data: { level: oneOf(LEVELS) },
  uncaused: true,
});

/** Somebody starts at shadows. */
export const onEdge = eventKind('dread/on-edge', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(fear).onEdge.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(fear).onEdge.put(event.actor, 1);
    world.of(fear).onEdgeBy.put(event.actor, event.id);
  },
});

/** They are calm again. */
export const calmed = eventKind('dread/calmed', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) =>
    world.of(body).alive.raw[event.actor] === 1 && world.of(fear).onEdge.raw[event.actor] === 1,
  apply: (world, event) => world.of(fear).onEdge.put(event.actor, 0),
});
