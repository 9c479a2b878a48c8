import { wakeUp } from '../bodies/sleep.ts';
import { body } from '../bodies/state.ts';
import { aboutEvent, eventKind, maybe, oneOf, role, yesNo } from '../../kernel/events.ts';
import { person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { LIKENESSES, engram, memoryOf, strengthNow, trauma } from './state.ts';

/** How what comes back does so: somebody is seen or heard, a wound is felt, the place is there again, or only the days that it took. */
export const SENSED = ['saw', 'heard', 'felt', 'was there', 'those days'] as const;
/** What brings a memory back: something that is like it, or nothing that anybody could name. */
export const CUED_BY = [...LIKENESSES, 'nothing'] as const;

/** How much of what a memory has lost it gets back when it is gone back to: what is gone over stays. [d] */
const REFRESHES = 0.3;

/**
 * `actor` has it before them; `target` is whom it is about, `where` the place where it was, `of` the event that
 * comes back, and `again`: not for the first time.
 */
const roles = { actor: role(person), target: maybe(person), where: maybe(place), place: role(place) } as const;
const isUp = (world: World, who: number): boolean =>
  world.of(body).alive.raw[who] === 1 && world.of(body).down.raw[who] === 0;

/** A memory comes back to somebody as if it were now. */
export const relived = eventKind('memory/relived', {
  roles,
  data: { of: aboutEvent, how: oneOf(SENSED), by: oneOf(CUED_BY), again: yesNo },
  possible: (world, event) =>
    isUp(world, event.actor) &&
    world.of(body).awake.raw[event.actor] === 1 &&
    memoryOf(world, event.actor, event.of) >= 0,
  apply: (world, event) => comeBack(world, event.actor, event.of, event.id),
});

/** It comes back in sleep, and wakes them. */
export const wokeFrom = eventKind('memory/woke-from', {
  roles,
  data: { of: aboutEvent, how: oneOf(SENSED), again: yesNo },
  possible: (world, event) =>
    isUp(world, event.actor) &&
    world.of(body).awake.raw[event.actor] === 0 &&
    memoryOf(world, event.actor, event.of) >= 0,
  apply: (world, event) => {
    comeBack(world, event.actor, event.of, event.id);
    wakeUp(world, event.actor, event.id);
  },
});

function comeBack(world: World, who: number, of: number, by: number): void {
  const rows = world.of(engram);
  const row = memoryOf(world, who, of);
  const now = strengthNow(world, row);
  rows.relived.put(row, Math.min(0xffff, rows.relived.raw[row] + 1));
  rows.mark.put(row, now + (rows.mark.raw[row] - now) * REFRESHES);
  rows.laid.put(row, world.time);
  const own = world.of(trauma);
  own.relivedAt.put(who, world.time);
  own.relivedBy.put(who, by);
}

/** What somebody has been through has hold of them: it goes on when the days for it are over. */
export const haunted = eventKind('memory/haunted', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) => isUp(world, event.actor) && world.of(trauma).haunted.raw[event.actor] === 0,
  apply: (world, event) => world.of(trauma).haunted.put(event.actor, event.id),
});

/** They are over the worst of it: a whole night, and nothing came. */
export const sleptThrough = eventKind('memory/slept-through-at-last', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) => isUp(world, event.actor) && world.of(trauma).haunted.raw[event.actor] !== 0,
  apply: (world, event) => world.of(trauma).haunted.put(event.actor, 0),
});

/** Somebody will not stand where it happened; somebody else does. */
export const keptAway = eventKind('memory/kept-away', {
  roles: { actor: role(person), place: role(place) },
  data: { of: aboutEvent, again: yesNo },
  possible: (world, event) => isUp(world, event.actor),
  apply: (world, event) => world.of(trauma).shunned.put(event.actor, event.place + 1),
});

/** Somebody who lost one to whom they were everything cannot go on. */
export const brokeDown = eventKind('memory/broken-down', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  turnOf: 'actor',
  possible: (world, event) => isUp(world, event.actor) && world.of(trauma).broken.raw[event.actor] === 0,
  apply: (world, event) => {
    world.of(trauma).broken.put(event.actor, event.id);
    world.of(trauma).brokenOver.put(event.actor, event.target + 1);
  },
});

/** They take up their part again. */
export const tookUpAgain = eventKind('memory/took-up-again', {
  roles: { actor: role(person), place: role(place) },
  turnOf: 'actor',
  possible: (world, event) => isUp(world, event.actor) && world.of(trauma).broken.raw[event.actor] !== 0,
  apply: (world, event) => world.of(trauma).broken.put(event.actor, 0),
});

/** Of an evening the closest whom they have stays by somebody who cannot go on. */
export const stayedBy = eventKind('memory/stayed-by', {
  roles: { actor: role(person), target: role(person), place: role(place) },
  possible: (world, event) => isUp(world, event.actor) && isUp(world, event.target),
});

/** Fight after fight has told on somebody. */
export const wearied = eventKind('memory/wearied', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) => isUp(world, event.actor) && world.of(trauma).wearied.raw[event.actor] === 0,
  apply: (world, event) => world.of(trauma).wearied.put(event.actor, event.id),
});

/** They have come back to themselves. */
export const restored = eventKind('memory/restored', {
  roles: { actor: role(person), place: role(place) },
  possible: (world, event) => isUp(world, event.actor) && world.of(trauma).wearied.raw[event.actor] !== 0,
  apply: (world, event) => world.of(trauma).wearied.put(event.actor, 0),
});
