/** The turns that what one person holds of another can take. */
import { eventKind, oneOf, role } from '../../kernel/events.ts';
import type { EventKind } from '../../kernel/events.ts';
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { NO_TIE, TIES, addBond } from '../past/state.ts';
import { reread } from './rereading.ts';
import { acquaintanceOf, isTurned, turn } from './state.ts';
import type { Turn } from './state.ts';

/** What the scenario says that somebody is to somebody else, before the first day. */
export const AS = [...TIES, 'wronged'] as const;
/** To whom somebody looks who is not trusted any more. */
export const IN = ['leader', 'other'] as const;
/** How much of a grudge it leaves to have been betrayed. [d] */
const BETRAYAL_WEIGHS = 0.6;

const between = { actor: role(person), target: role(person) } as const;
interface Between {
  readonly actor: number;
  readonly target: number;
}

const isOpen = (world: World, { actor, target }: Between): boolean =>
  world.of(body).alive.raw[actor] === 1 && acquaintanceOf(world, actor, target) >= 0;
const stands = (world: World, { actor, target }: Between, what: Turn): boolean =>
  isTurned(world, acquaintanceOf(world, actor, target), what);

/** A turn that stands until another takes it back: `takes` it is, `undoes` what it ends. */
const turnTo =
  (takes: Turn | null, undoes: readonly Turn[]) =>
  (world: World, event: Between & { readonly id: number }): void => {
    const row = acquaintanceOf(world, event.actor, event.target);
    for (const each of undoes) turn(world, row, each, 0);
    if (takes !== null) turn(world, row, takes, event.id);
  };
const notYet =
  (what: Turn) =>
  (world: World, event: Between): boolean =>
    isOpen(world, event) && !stands(world, event, what);

/** What people were to each other before the first day. */
export const tied = eventKind('bonds/tied', {
  roles: between,
  data: { as: oneOf(AS) },
  uncaused: true,
});

/** Somebody has come to trust somebody else. */
export const cameToTrust = eventKind('bonds/came-to-trust', {
  roles: between,
  possible: notYet('trusts'),
  apply: turnTo('trusts', ['doubts']),
});

/** Somebody does not trust somebody else any more. */
export const lostFaith = eventKind('bonds/lost-faith', {
  roles: between,
  data: { in: oneOf(IN) },
  possible: notYet('doubts'),
  apply: turnTo('doubts', ['trusts']),
});

/** Somebody has come to like somebody else. */
export const grewFond = eventKind('bonds/grew-fond', {
  roles: between,
  possible: notYet('fond'),
  apply: turnTo('fond', ['averse']),
});

/** They have come to dislike them. */
export const soured = eventKind('bonds/soured', {
  roles: between,
  possible: notYet('averse'),
  apply: turnTo('averse', ['fond']),
});

/** Somebody has come to fear somebody else. */
export const cameToFear = eventKind('bonds/came-to-fear', {
  roles: between,
  possible: notYet('afraid'),
  apply: turnTo('afraid', []),
});

/** They are not afraid of them any more. */
export const lostFear = eventKind('bonds/lost-fear', {
  roles: between,
  possible: (world, event) => isOpen(world, event) && stands(world, event, 'afraid'),
  apply: turnTo(null, ['afraid']),
});

/**
 * Somebody who was trusted did what cannot be squared with it: what they did before is seen in another light from then on.
 */
export const feltBetrayed = eventKind('bonds/felt-betrayed', {
  roles: between,
  possible: isOpen,
  apply: (world, event) => {
    reread(world, event.actor, event.target, event.id);
    turn(world, acquaintanceOf(world, event.actor, event.target), 'trusts', 0);
    addBond(world, event.actor, event.target, NO_TIE, BETRAYAL_WEIGHS, event.id);
  },
});

/** What each turn is an event of, where it comes on. */
export const COMES_ON: Readonly<Record<Exclude<Turn, 'doubts'>, EventKind>> = {
  trusts: cameToTrust,
  fond: grewFond,
  averse: soured,
  afraid: cameToFear,
};
