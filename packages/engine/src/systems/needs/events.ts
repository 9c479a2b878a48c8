import { eventKind, oneOf, role } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { ladder } from './levels.ts';
import { fallShort } from './metabolism.ts';
import { LEVELS, nourishment } from './state.ts';

const lives = (world: World, who: number): boolean => world.of(body).alive.raw[who] === 1;

/**
 * Somebody has had nothing to eat for a day. It has no cause where they have been out of reach of any food from the
 * beginning on.
 */
export const hungry = eventKind('needs/hungry', {
  roles: { actor: role(person), place: role(place) },
  uncaused: true,
  possible: (world, event) => lives(world, event.actor) && world.of(nourishment).hungry.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(nourishment).hungry.put(event.actor, 1);
    world.of(nourishment).hungryBy.put(event.actor, event.id);
    // What they lose from now on they lose on account of it, where nothing else is to blame.
    if (world.of(nourishment).shortBy.raw[event.actor] === 0) fallShort(world, event.actor, event.id);
  },
});

const hungers = ladder(LEVELS, (world) => world.of(nourishment));

/** Hunger has made somebody weak. */
export const weakened = hungers.sinksTo('needs/weakened', 'weak', { turn: true });
/** They have come down to skin and bone. */
export const starving = hungers.sinksTo('needs/starving', 'starving', { turn: true });

/** They have eaten enough to be past the worst, or to have their strength back. */
export const recovered = eventKind('needs/recovered', {
  roles: { actor: role(person), place: role(place) },
  data: { to: oneOf(['fed', 'weak']) },
  possible: (world, event) => hungers.isBelow(world, event.actor, event.to),
  apply: (world, event) => hungers.step(world, event.actor, event.to, event.id),
});
