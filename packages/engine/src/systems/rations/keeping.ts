/** What whoever is in charge of the stores does by the day: counts, sets the ration, serves meals. */
import { enabled, jointly, reason } from '../../kernel/events.ts';
import type { Cause } from '../../kernel/events.ts';
import { rule } from '../../kernel/system.ts';
import { group } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { holderOf, readCharge, whoSeesTo } from '../offices/state.ts';
import { handsAt } from '../work/hands.ts';
import { cooking } from './cooking.ts';
import { position } from '../places/state.ts';
import { promisedFood } from '../promises/state.ts';
import { tellRations } from './considered.ts';
import { brokeInto, ranOut, reckoned, served, set } from './events.ts';
import { isGivenOut, isMealTime, mealOf } from './meal.ts';
import { movedSince } from './moved.ts';
import { daysOn, lasting } from './shares.ts';
import {
  DAY,
  DECIDERS,
  EATEN,
  RATIONS,
  SEED,
  ableOf,
  dayOf,
  edibleGrams,
  gramsOf,
  hourOf,
  kitchen,
  mouthsOf,
} from './state.ts';

/** Hours of the day between which stores are counted and rations set. [d] */
const COUNTS_FROM = 9;
export const COUNTS_UNTIL = 20;
/** Rations are raised again only where what is there lasts for so many times the days that it has to. [d] */
const RAISED_WHERE_LASTING = 1.5;
/** Days without food for which a leader holds out before the seed grain is eaten. [d] */
const HOLDS_OUT_DAYS = 2;

/** Groups with a kitchen, in the order of their rows. */
function* kitchens(world: World): Generator<number> {
  const { seat } = world.of(kitchen);
  for (let of = 0; of < world.of(group).count; of++) if (seat.raw[of] !== 0) yield of;
}

/** Once a day somebody goes through the stores. */
export const count = rule('rations/count', { phase: 'sense', at: 'hour' }, (world) => {
  const hour = hourOf(world.time);
  if (hour < COUNTS_FROM || hour > COUNTS_UNTIL) return;
  const rows = world.of(kitchen);
  for (const of of kitchens(world)) {
    if (rows.knownOn.raw[of] === dayOf(world.time)) continue;
    const who = whoSeesTo(world, of, 'stores', ableOf(world, of));
    if (who >= 0) reckon(world, of, who);
  }
});

function reckon(world: World, of: number, who: number): void {
  const rows = world.of(kitchen);
  world.trace.open(who, world.time);
  readCharge(world, of, 'stores');
  const amount = edibleGrams(world, of);
  // Who knows that there is nothing does not go and count it.
  if (amount > 0 || rows.known.raw[of] > 0) {
    const because = whatChanged(world, of, amount);
    const days = daysOn(world, of, amount, rows.ration.at(of));
    const place = world.of(position).at.raw[who];
    world.propose(
      reckoned,
      { actor: who, group: of, place, amount, mouths: mouthsOf(world, of).length, days },
      because,
    );
  }
  world.trace.close(false);
}

/** The most events that a count states. */
const MOST_STATED = 12;

/** Why there is as much as there is: the last meal, and what was carried off or brought back since the last count. */
function whatChanged(world: World, of: number, amount: number): Cause[] {
  const { expected, knownBy, mealBy, changedBy } = world.of(kitchen);
  const because = mealBy.raw[of] === 0 ? [] : [reason(mealBy.raw[of])];
  if (changedBy.raw[of] > knownBy.raw[of]) because.push(reason(changedBy.raw[of]));
  if (amount === expected.raw[of]) return because;
  const moved = movedSince(world, of, knownBy.raw[of]).map(({ id }) => id);
  return [...because, ...jointly(moved.slice(-MOST_STATED), 1)];
}

/** By what was found, whoever decides sets the ration; and when there has been nothing for days, whether to eat the seed. */
export const decide = rule('rations/decide', { phase: 'decide', at: 'hour' }, (world) => {
  const rows = world.of(kitchen);
  for (const of of kitchens(world)) {
    if (rows.weighedOn.raw[of] < rows.knownOn.raw[of]) {
      const who = decider(world, of);
      if (who >= 0) weigh(world, of, who);
    }
    if (rows.out.raw[of] === 1 && rows.onSeed.raw[of] === 0) considerSeed(world, of);
  }
});

function decider(world: World, of: number): number {
  const byKeeper = DECIDERS[world.of(kitchen).decider.raw[of]] === 'keeper';
  return whoSeesTo(world, of, byKeeper ? 'stores' : null, ableOf(world, of));
}

/** The fullest ration on which it lasts; a smaller one at once, a fuller one only where there is plenty. */
function weigh(world: World, of: number, who: number): void {
  const rows = world.of(kitchen);
  rows.weighedOn.raw[of] = rows.knownOn.raw[of];
  world.trace.open(who, world.time);
  const amount = rows.known.at(of);
  const now = rows.ration.at(of);
  const cover = rows.days.raw[of];
  const due = lasting(world, of, amount, cover);
  const raised = Math.min(now, lasting(world, of, amount, Math.ceil(cover * RAISED_WHERE_LASTING)));
  // Who has been promised more gets it as soon as it will just do.
  const promised = due < now ? promisedFood(world, of) : 0;
  const to = due > now ? due : promised !== 0 ? due : raised;
  tellRations(world, of, who, { grams: amount, cover, now, to, by: rows.knownBy.raw[of] });
  if (to !== now && amount > 0) {
    const days = daysOn(world, of, amount, to);
    const fields = { actor: who, group: of, place: world.of(position).at.raw[who], to: RATIONS[to], days };
    world.propose(set, fields, [
      reason(rows.knownBy.raw[of]),
      ...(to > now ? whatIsMissing(world, of, amount, to) : []),
      ...(to < raised ? [reason(promised)] : []),
    ]);
  }
  world.trace.close(false);
}

/** What was carried off, where there would be more to eat had it not been. */
function whatIsMissing(world: World, of: number, amount: number, to: number): Cause[] {
  const { taken, days } = world.of(kitchen);
  const missing = taken.at(of);
  if (missing <= 0 || lasting(world, of, amount + missing, days.raw[of]) >= to) return [];
  return jointly(taken.contributors(of, 1), 1);
}

function considerSeed(world: World, of: number): void {
  const rows = world.of(kitchen);
  const seed = EATEN[1].good;
  const since = world.chronicle.time(rows.outBy.raw[of]);
  if (SEED[rows.sparesSeed.raw[of]] === 'never' || world.time - since < HOLDS_OUT_DAYS * DAY) return;
  const who = decider(world, of);
  if (who < 0 || hourOf(world.time) < COUNTS_FROM || hourOf(world.time) > COUNTS_UNTIL) return;
  world.trace.open(who, world.time);
  rows.out.at(of);
  if (gramsOf(world, of, seed) > 0) {
    const fields = { actor: who, group: of, place: world.of(position).at.raw[who], good: seed };
    world.propose(brokeInto, fields, [reason(rows.outBy.raw[of])]);
  }
  world.trace.close(false);
}

/** Twice a day there is a meal, if there is anything to cook and somebody to cook it. */
export const serve = rule('rations/serve', { phase: 'act', at: 'hour' }, (world) => {
  for (const of of kitchens(world)) {
    if (!isMealTime(world, of)) continue;
    const able = ableOf(world, of);
    const holder = holderOf(world, of, 'kitchen');
    // Where whoever is in charge is not there, those who are at it do without.
    const who = able.includes(holder)
      ? holder
      : (handsAt(world, of, cooking, able)[0] ?? whoSeesTo(world, of, 'kitchen', able));
    if (who >= 0) cook(world, of, who);
  }
});

function cook(world: World, of: number, who: number): void {
  const rows = world.of(kitchen);
  const place = rows.seat.raw[of] - 1;
  world.trace.open(who, world.time);
  readCharge(world, of, 'kitchen');
  rows.ration.at(of);
  const there = edibleGrams(world, of);
  for (const mouth of mouthsOf(world, of)) world.of(body).awake.at(mouth);
  const { eaters, wanted } = mealOf(world, of);
  if (there === 0) {
    const because = rows.mealBy.raw[of] === 0 ? [] : [reason(rows.mealBy.raw[of])];
    // What was carried off would still be there.
    if (rows.taken.at(of) > 0) because.push(...jointly(rows.taken.contributors(of, 1), 1));
    if (rows.out.at(of) === 0) world.propose(ranOut, { group: of, place, good: EATEN[0].good }, because);
  } else if (wanted > 0 && isGivenOut(world, of)) {
    const without =
      rows.out.at(of) === 0 ? 0 : Math.ceil((world.time - world.chronicle.time(rows.outBy.raw[of])) / DAY);
    const amount = Math.min(wanted, there);
    world.propose(
      served,
      { actor: who, group: of, place, amount, mouths: eaters.length, without },
      whyServed(world, of),
    );
  }
  world.trace.close(false);
}

/**
 * A meal is as large as the ration makes it, and is there since food was given out for it; after days without, because of
 * what was done about it.
 */
function whyServed(world: World, of: number): Cause[] {
  const { setBy, knownBy, onSeed, onSeedBy } = world.of(kitchen);
  const because = [reason(setBy.raw[of]), enabled(knownBy.raw[of])].filter((cause) => cause !== 0);
  return onSeed.raw[of] === 1 ? [...because, reason(onSeedBy.raw[of])] : because;
}
