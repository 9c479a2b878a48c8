/** Cooking as work: who is in the kitchen beside whoever is in charge of it. */
import { hands, task } from '../work/tasks.ts';
import { kitchen, mouthsOf } from './state.ts';

/** How many one pair of hands cooks for, and how urgent it is, 0..1. [d] */
const MOUTHS_EACH = 20;
const NEED = 0.6;
/** The hours of the day in which it is done. [d] */
const FROM = 6;
const UNTIL = 20;

export const cooking = task('rations/cooking', 'cook', {
  from: FROM,
  until: UNTIL,
  office: 'kitchen',
  want: (world, of) => {
    if (world.of(kitchen).seat.raw[of] === 0) return null;
    return hands(Math.ceil(mouthsOf(world, of).length / MOUTHS_EACH), NEED, []);
  },
});
