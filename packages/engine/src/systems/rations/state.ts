import { within } from '../../kernel/bubbles.ts';
import { event, i32, tally, u8, u16, u32 } from '../../kernel/columns.ts';
import { SECONDS } from '../../kernel/system.ts';
import { group, person, place, table } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { canAct, captive } from '../captivity/state.ts';
import { groupOf } from '../groups/state.ts';
import { position } from '../places/state.ts';
import type { RATIONS } from '../siege/events.ts';
import { stock, stockRow } from '../stores/state.ts';
import type { Good } from '../stores/state.ts';

export { RATIONS } from '../siege/events.ts';
export type Ration = (typeof RATIONS)[number];

/** How what there is is shared out: to each the same; more to the wounded and less to children; less to those who do not work. */
export const POLICIES = ['equal', 'by need', 'by work'] as const;
/** Who sets the ration. */
export const DECIDERS = ['leader', 'keeper'] as const;
/** Whether the seed grain may be eaten. */
export const SEED = ['at last', 'never'] as const;

/** What people eat, in the order in which it is eaten, and what a gram of it gives, in kcal. [m: cereals, pulses and some fat; whole grain] */
export const EATEN = [
  { good: 'food', kcal: 3.5 },
  { good: 'seed grain', kcal: 3.3 },
] as const satisfies readonly { good: Good; kcal: number }[];

/** The kitchen of each group that has one: what it goes by, what its people know of their stores, and how they eat. */
export const kitchen = table(
  'kitchen',
  {
    /** Where it cooks, as row + 1; 0: it has none. */
    seat: u32,
    /** Rows of POLICIES, DECIDERS and SEED, and the days that stores are to last. */
    policy: u8,
    decider: u8,
    sparesSeed: u8,
    days: u16,
    /** Row of RATIONS, and the event by which it was set (0: it has always been so). */
    ration: u8,
    setBy: event,
    /** What was found at the last count, in grams, by which event and on which day; the day on which the ration was last thought of. */
    known: i32,
    knownBy: event,
    knownOn: i32,
    weighedOn: i32,
    /** The day for which food was last given out to the kitchen: it comes with the count. */
    givenOn: i32,
    /** What should be there by what was found and what was eaten since, in grams; and what else took of it, and how much. */
    expected: i32,
    taken: tally,
    /** The last event by which food was brought in from outside, or given away. */
    changedBy: event,
    /** The last meal: two a day since d1, and the event. */
    meal: i32,
    mealBy: event,
    /** 1 while there is nothing left to cook, and since what event; 1 once the seed grain is eaten, and by what event. */
    out: u8,
    outBy: event,
    onSeed: u8,
    onSeedBy: event,
  },
  { along: group },
);

/** Whose stores lie in each place, as the group's row + 1: those of the group that lives or lies nearest. */
export const larder = table('larder', { of: u16 }, { along: place, stamps: 'none' });

/** Meals that somebody has missed since they last ate: two at most are kept for them. */
export const portion = table('portion', { kept: u8 }, { along: person });

/** Places of a group's stores, in the order in which they are emptied: where it cooks first. */
export function placesOf(world: World, of: number): number[] {
  const { of: owner } = world.of(larder);
  const seat = world.of(kitchen).seat.raw[of] - 1;
  const others = [];
  for (let at = 0; at < world.of(place).count; at++) if (at !== seat && owner.raw[at] === of + 1) others.push(at);
  return seat < 0 ? others : [seat, ...others];
}

/** What a group can eat of: food, and seed grain once that has been decided. */
export function edible(world: World, of: number): readonly (typeof EATEN)[number][] {
  return world.of(kitchen).onSeed.at(of) === 1 ? EATEN : EATEN.slice(0, 1);
}

/** Grams of a good in all of a group's stores. Tracked. */
export function gramsOf(world: World, of: number, good: Good): number {
  const { amount } = world.of(stock);
  return placesOf(world, of).reduce((sum, at) => sum + amount.at(stockRow(at, good)), 0);
}

/** Grams of all that a group eats of. Tracked. */
export function edibleGrams(world: World, of: number): number {
  return edible(world, of).reduce((sum, { good }) => sum + gramsOf(world, of, good), 0);
}

/** The same, as plain reads. */
export function edibleNow(world: World, of: number): number {
  const { amount } = world.of(stock);
  const goods = world.of(kitchen).onSeed.raw[of] === 1 ? EATEN : EATEN.slice(0, 1);
  let grams = 0;
  for (const at of placesOf(world, of)) for (const { good } of goods) grams += amount.raw[stockRow(at, good)];
  return grams;
}

/** So many grams of food came into a group's stores, or (below 0) were given out of them: those who count know of it. */
export function cameIn(world: World, of: number, grams: number, by: number): void {
  const { expected, changedBy } = world.of(kitchen);
  expected.put(of, expected.raw[of] + grams);
  changedBy.put(of, by);
}

/** Whom a group feeds: its own, unless they are gone or held elsewhere, and those whom it holds. Plain reads. */
export function mouthsOf(world: World, of: number): number[] {
  const { alive } = world.of(body);
  const { gone } = world.of(position);
  const { state, keeper } = world.of(captive);
  const mouths = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (alive.raw[who] === 0 || gone.raw[who] === 1) continue;
    const keptBy = state.raw[who] === 2 ? groupOf(world, keeper.raw[who] - 1) : groupOf(world, who);
    if (keptBy === of) mouths.push(who);
  }
  return mouths;
}

/** Whether somebody is where a group's stores and its kitchen are, and lives by the hour. Plain reads. */
export function isThere(world: World, of: number, who: number): boolean {
  const { at } = world.of(position);
  return world.of(larder).of.raw[at.raw[who]] === of + 1 && world.of(within).bubble.raw[who] === 0;
}

/** Those of a group who are there, awake and fit. Plain reads. */
export function ableOf(world: World, of: number): number[] {
  const able = [];
  for (let who = 0; who < world.of(person).count; who++) {
    if (groupOf(world, who) === of && canAct(world, who) && isThere(world, of, who)) able.push(who);
  }
  return able;
}

/** A day, in seconds. */
export const DAY = 86_400;

/** The day of a moment, from d1 as 0, and the second of it. */
export const dayOf = (time: number): number => Math.floor(time / DAY);
export const hourOf = (time: number): number => Math.floor(time / SECONDS.hour) % 24;
