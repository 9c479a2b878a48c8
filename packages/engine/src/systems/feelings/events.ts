import { eventKind, maybe, oneOf, role } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { EMOTIONS, feeling, feelingRow, heart } from './state.ts';

/** How something is felt before others. */
export const SHOWN = ['openly', 'hidden'] as const;

const lives = (world: World, who: number): boolean => world.of(body).alive.raw[who] === 1;

/** A feeling has hold of somebody; `target` is whom it is about. */
export const tookHold = eventKind('feelings/took-hold', {
  roles: { actor: role(person), target: maybe(person), place: role(place) },
  data: { what: oneOf(EMOTIONS), how: oneOf(SHOWN) },
  possible: (world, event) =>
    lives(world, event.actor) && world.of(feeling).since.raw[feelingRow(event.actor, event.what)] === 0,
  apply: (world, event) => world.of(feeling).since.put(feelingRow(event.actor, event.what), event.id),
});

/** It has worn off. */
export const letGo = eventKind('feelings/let-go', {
  roles: { actor: role(person), target: maybe(person), place: role(place) },
  data: { what: oneOf(EMOTIONS) },
  possible: (world, event) =>
    lives(world, event.actor) && world.of(feeling).since.raw[feelingRow(event.actor, event.what)] !== 0,
  apply: (world, event) => world.of(feeling).since.put(feelingRow(event.actor, event.what), 0),
});

/** While others breathe again somebody cannot: whoever wronged them is still out there. */
export const stoodApart = eventKind('feelings/stood-apart', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => lives(world, event.actor),
  apply: (world, event) => {
    world.of(heart).apart.put(event.actor, event.target + 1);
    world.of(heart).apartBy.put(event.actor, event.id);
  },
});
