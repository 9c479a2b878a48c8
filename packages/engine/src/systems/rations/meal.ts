/** Who eats when, and how much. */
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { MEALS, fullGrams, shareOf } from './shares.ts';
import { dayOf, hourOf, isThere, kitchen, mouthsOf, portion } from './state.ts';

/** The hours at which there is a meal, and for how many hours it can be late. [d] */
const MEAL_HOURS = [8, 18] as const;
const LATE_HOURS = 3;

/** The number of the meal at a moment, counted from d1 as 1; the one before, where none is due. */
export function mealFor(time: number): number {
  const eaten = MEAL_HOURS.filter((hour) => hourOf(time) >= hour).length;
  return dayOf(time) * MEALS + eaten;
}

/** Whether a group has a meal before it now that it has not had. */
export function isMealTime(world: World, of: number): boolean {
  const hour = hourOf(world.time);
  if (!MEAL_HOURS.some((at) => hour >= at && hour <= at + LATE_HOURS)) return false;
  return world.of(kitchen).meal.raw[of] < mealFor(world.time);
}

/** Whether the food for the meal before a group now has been given out: a count serves for an evening and the morning after. */
export function isGivenOut(world: World, of: number): boolean {
  const morning = hourOf(world.time) < MEAL_HOURS[1];
  return world.of(kitchen).givenOn.at(of) >= dayOf(world.time) - (morning ? 1 : 0);
}

/**
 * Who is there to eat, what each is given with what was kept for them, and what that comes to, in grams. Whoever gets up at this very
 * moment was not cooked for: theirs is kept. Plain reads.
 */
export function mealOf(world: World, of: number): { eaters: { who: number; wants: number }[]; wanted: number } {
  const { awake, wokeAt } = world.of(body);
  const { kept } = world.of(portion);
  const share = shareOf(world.of(kitchen).ration.raw[of]) / MEALS;
  const eaters = [];
  let wanted = 0;
  for (const who of mouthsOf(world, of)) {
    if (awake.raw[who] === 0 || wokeAt.raw[who] === world.time || !isThere(world, of, who)) continue;
    const wants = Math.floor(fullGrams(world, of, who) * share * (1 + kept.raw[who]));
    eaters.push({ who, wants });
    wanted += wants;
  }
  return { eaters, wanted };
}
