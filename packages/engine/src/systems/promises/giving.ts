/** How somebody comes to give their word: what every promise has in common. */
import type { Cause } from '../../kernel/events.ts';
import type { World } from '../../kernel/world.ts';
import { TEMPERS } from '../bodies/system.ts';
import { side, groupOf } from '../groups/state.ts';
import { heart } from '../feelings/state.ts';
import { position } from '../places/state.ts';
import { made } from './events.ts';
import type { Promised } from './state.ts';

/** What somebody is about to promise. */
export interface Offer {
  readonly from: number;
  /** A person, or else a whole group. */
  readonly to?: number;
  readonly toGroup?: number;
  /** Whom it is about, where that is somebody else. */
  readonly about?: number;
  readonly that: Promised;
  /** Within how many hours it has to be done; left out where nobody says. */
  readonly hours?: number;
}

/** How readily people of a temper give their word, more or less than others. [d] */
const GIVES: Readonly<Partial<Record<(typeof TEMPERS)[number], number>>> = {
  gentle: 0.2,
  loyal: 0.15,
  rash: 0.15,
  just: 0.05,
  wary: -0.15,
  cold: -0.2,
  bitter: -0.15,
  proud: -0.05,
};

/** The chance that somebody gives their word where people of no particular temper do with a chance of `usual`. Plain reads. */
export function readiness(world: World, who: number, usual: number): number {
  const bits = world.of(heart).temper.raw[who];
  const sum = TEMPERS.reduce((all, temper, i) => ((bits & (1 << i)) === 0 ? all : all + (GIVES[temper] ?? 0)), usual);
  return Math.max(0, Math.min(1, sum));
}

/** Where somebody is; where they live, of those who are away. Plain reads. */
export function whereabouts(world: World, who: number): number {
  const { at, gone } = world.of(position);
  const home = world.of(side).home.raw[groupOf(world, who)] - 1;
  return gone.raw[who] === 1 && home >= 0 ? home : at.raw[who];
}

/** Propose that somebody gives their word. For rules of any system, within a decision of theirs. */
export function giveWord(world: World, { from, that, hours = 0, ...to }: Offer, because: readonly Cause[]): void {
  const place = world.of(position).at.at(from);
  const fields = { actor: from, target: to.to ?? -1, group: to.toGroup ?? -1, about: to.about ?? -1, place };
  world.propose(made, { ...fields, that, within: Math.ceil(hours) }, because);
}
