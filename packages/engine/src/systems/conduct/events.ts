import { leaveBubble } from '../../kernel/bubbles.ts';
import { eventKind, role } from '../../kernel/events.ts';
import { slot } from '../../kernel/system.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { position } from '../places/state.ts';
import type { Going } from '../places/system.ts';

/** What follows when somebody has got away. Only from within the event's `apply`. */
export const leavings = slot<(world: World, event: Going & { readonly group: number }) => void>('conduct/leavings');

/** Somebody is out of reach, with whatever they carry. */
export const gotAway = eventKind('conduct/got-away', {
  roles: { actor: role(person), place: role(place), group: role(group) },
  turnOf: 'actor',
  possible: (world, event) => world.of(body).down.raw[event.actor] === 0,
  apply: (world, event) => {
    const where = world.of(position);
    where.gone.put(event.actor, 1);
    where.goneBy.put(event.actor, event.id);
    where.bound.put(event.actor, 0);
    leaveBubble(world, event.actor);
    for (const follows of world.ruleset.filled(leavings)) follows(world, event);
  },
});
