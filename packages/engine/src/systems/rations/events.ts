import { BY_HEARING, witnessWord } from '../../kernel/chronicle.ts';
import { eventKind, maybe, oneOf, role, whole32 } from '../../kernel/events.ts';
import { group, person, place } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { leaderOf } from '../groups/state.ts';
import { eat, fallShort } from '../needs/metabolism.ts';
import { GOODS, stock, stockRow } from '../stores/state.ts';
import { mealFor, mealOf } from './meal.ts';
import { movedSince } from './moved.ts';
import { dockOf } from './shares.ts';
import { EATEN, RATIONS, dayOf, edibleGrams, kitchen, mouthsOf, placesOf, portion } from './state.ts';

/** The most meals that are kept for somebody who misses them. [d] */
const KEPT_AT_MOST = 2;

const isOut = (world: World, of: number): boolean => world.of(kitchen).out.raw[of] === 1;

/**
 * Somebody goes through the stores, reckons for how many whole days they last on the rations that there are, and gives out what is
 * cooked until the next time. The first count of a history finds what lay there from the beginning, for which there is no cause.
 */
export const reckoned = eventKind('rations/reckoned', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { amount: whole32('g'), mouths: whole32('mouths'), days: whole32('days') },
  uncaused: true,
  possible: (world, event) => world.of(kitchen).knownOn.raw[event.group] < dayOf(world.time),
  apply: (world, event) => {
    const rows = world.of(kitchen);
    if (event.amount !== rows.expected.raw[event.group]) noteMoved(world, event.group);
    rows.known.put(event.group, event.amount);
    rows.expected.put(event.group, event.amount);
    rows.knownBy.put(event.group, event.id);
    rows.knownOn.put(event.group, dayOf(event.time));
    rows.givenOn.put(event.group, dayOf(event.time));
    const leader = leaderOf(world, event.group);
    if (leader >= 0 && leader !== event.actor) world.chronicle.addWitness(witnessWord(leader, BY_HEARING, 255));
  },
});

/** Whoever is in charge of it puts everybody on other rations; for how many whole days that lasts. */
export const set = eventKind('rations/set', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { to: oneOf(RATIONS), days: whole32('days') },
  possible: (world, event) => world.of(kitchen).ration.raw[event.group] !== RATIONS.indexOf(event.to),
  apply: (world, event) => {
    const rows = world.of(kitchen);
    rows.ration.put(event.group, RATIONS.indexOf(event.to));
    rows.setBy.put(event.group, event.id);
  },
});

/**
 * A meal: food comes out of the stores, and whoever is there eats. `without` is for how many days there had been none. The
 * first of a history, before any count, has no cause.
 */
export const served = eventKind('rations/served', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { amount: whole32('g'), mouths: whole32('mouths'), without: whole32('days') },
  uncaused: true,
  possible: (world, event) => event.amount > 0 && edibleGrams(world, event.group) >= event.amount,
  spend: (world, event) => world.of(kitchen).meal.put(event.group, mealFor(world.time)),
  apply: (world, event) => {
    const rows = world.of(kitchen);
    const kcal = takeOut(world, event.group, event.amount);
    rows.expected.put(event.group, rows.expected.raw[event.group] - event.amount);
    feed(world, event, kcal);
    rows.mealBy.put(event.group, event.id);
    rows.out.put(event.group, 0);
  },
});

/** There is nothing left to cook. It has no cause where there never was anything. */
export const ranOut = eventKind('rations/ran-out', {
  roles: { group: role(group), place: role(place), actor: maybe(person) },
  data: { good: oneOf(GOODS) },
  uncaused: true,
  possible: (world, event) => !isOut(world, event.group),
  apply: (world, event) => {
    const rows = world.of(kitchen);
    rows.out.put(event.group, 1);
    rows.outBy.put(event.group, event.id);
    for (const who of mouthsOf(world, event.group)) fallShort(world, who, event.id);
  },
});

/** The seed grain is eaten: what was to be sown is gone. */
export const brokeInto = eventKind('rations/broke-into', {
  roles: { actor: role(person), group: role(group), place: role(place) },
  data: { good: oneOf(GOODS) },
  possible: (world, event) =>
    world.of(kitchen).onSeed.raw[event.group] === 0 && world.of(body).alive.raw[event.actor] === 1,
  apply: (world, event) => {
    world.of(kitchen).onSeed.put(event.group, 1);
    world.of(kitchen).onSeedBy.put(event.group, event.id);
    world.of(kitchen).givenOn.put(event.group, dayOf(event.time));
  },
});

/** What was carried off since the last count is remembered, while it is not brought back. */
function noteMoved(world: World, of: number): void {
  const { taken, knownBy } = world.of(kitchen);
  for (const { id, grams } of movedSince(world, of, knownBy.raw[of])) {
    if (taken.raw[of] + grams <= 0) taken.reset(of);
    else taken.add(of, grams, grams > 0 ? id : 0);
  }
}

/** Take so many grams out of a group's stores, by good and place in their order. Returns what they give, in kcal. */
export function takeOut(world: World, of: number, grams: number): number {
  const { amount } = world.of(stock);
  let [rest, kcal] = [grams, 0];
  for (const each of EATEN) {
    for (const at of placesOf(world, of)) {
      const row = stockRow(at, each.good);
      const taken = Math.min(rest, amount.raw[row]);
      if (taken <= 0) continue;
      amount.put(row, amount.raw[row] - taken);
      rest -= taken;
      kcal += taken * each.kcal;
    }
  }
  return kcal;
}

/** Everybody who is there eats their part of it; for the others it is kept. */
function feed(world: World, meal: { group: number; amount: number; id: number }, kcal: number): void {
  const { kept } = world.of(portion);
  const { ration, setBy } = world.of(kitchen);
  const { eaters, wanted } = mealOf(world, meal.group);
  // A meal that falls short is what they are short by; else the ration is, where it is less than full.
  const given = ration.raw[meal.group] > 0 ? setBy.raw[meal.group] : 0;
  const shortBy = wanted > meal.amount ? meal.id : given;
  const ate = new Set(eaters.map(({ who }) => who));
  for (const { who, wants } of eaters) {
    eat(world, who, (kcal * wants) / wanted, meal.id, dockOf(world, who)?.by ?? shortBy);
    if (kept.raw[who] > 0) kept.put(who, 0);
  }
  for (const who of mouthsOf(world, meal.group)) {
    if (!ate.has(who) && kept.raw[who] < KEPT_AT_MOST) kept.put(who, kept.raw[who] + 1);
  }
}
