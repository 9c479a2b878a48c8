import { BY_SIGHT, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { trust } from '../bonds/state.ts';
import { body } from '../bodies/state.ts';
import { canAct } from '../captivity/state.ts';
import { dreadOf, fear } from '../dread/state.ts';
import { strengthOf } from '../feelings/state.ts';
import { audienceOf, mask, strainOf } from './state.ts';

/** The share of their dread that the calm of somebody takes from those who trust that one wholly. [d] */
const STEADIES = 0.35;
/** How far somebody has to be trusted before their calm steadies anybody, 0..1. [d] */
const HEEDED_FROM = 0.2;
/** What it puts on people to see that even whoever leads them is afraid, 0..1. [d] */
const UNSETTLES = 0.08;
/** Below which dread is none, as in dread itself. [d] */
const LEAST = 0.02;
/** The strain that it costs to keep a calm face over the worst that somebody can feel, and over nothing. [d] */
const HIDING_COSTS = 0.4;
const CALM_COSTS = 0.05;

/** How clearly they see it, of 255: whoever goes among people means to be seen. [d] */
const CLEARLY = 255;

/** With what face somebody goes among their people. */
export const FACES = ['calm', 'afraid'] as const;

/** Whoever leads goes among their people, who take heart from it, or do not. `people` are those who see it. */
export const wentAmong = eventKind('leading/went-among', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { people: whole32('people'), face: oneOf(FACES) },
  possible: (world, event) => canAct(world, event.actor),
  spend: (world, event) => world.of(mask).wentAt.put(event.actor, world.time),
  apply: (world, event) => {
    const { dread } = world.of(fear);
    for (const who of audienceOf(world, event.group, event.actor)) {
      world.chronicle.addWitness(witnessWord(who, BY_SIGHT, CLEARLY));
      if (event.face === 'afraid') dread.add(who, UNSETTLES * (1 - dreadOf(world, who)), event.id);
      else steady(world, who, event.actor, event.id);
    }
    if (event.face === 'calm') {
      const costs = CALM_COSTS + HIDING_COSTS * hides(world, event.actor);
      world.of(mask).strain.add(event.actor, costs * (1 - strainOf(world, event.actor)), event.id);
    }
  },
});

/** Somebody dreads less for having seen the one whom they trust unafraid. */
function steady(world: World, who: number, leader: number, by: number): void {
  const { dread } = world.of(fear);
  if (dread.raw[who] === 0) return;
  const heeded = Math.max(0, (trust(world, who, leader) - HEEDED_FROM) / (1 - HEEDED_FROM));
  dread.fade(who, 1 - STEADIES * heeded, LEAST);
  // Nothing is added; but that there is less of it now descends from this.
  dread.add(who, 0, by);
}

/** How much there is in somebody that a calm face hides, 0..1: dread, grief, shame. Plain reads. */
export function hides(world: World, who: number): number {
  return Math.min(1, dreadOf(world, who) + strengthOf(world, who, 'grief') + strengthOf(world, who, 'shame'));
}

/** It has worn somebody thin. */
export const woreThin = eventKind('leading/wore-thin', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(mask).thin.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(mask).thin.put(event.actor, 1);
    world.of(mask).thinBy.put(event.actor, event.id);
  },
});

/** They have come to themselves again. */
export const recovered = eventKind('leading/recovered', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) => world.of(body).alive.raw[event.actor] === 1 && world.of(mask).thin.raw[event.actor] === 1,
  apply: (world, event) => world.of(mask).thin.put(event.actor, 0),
});
