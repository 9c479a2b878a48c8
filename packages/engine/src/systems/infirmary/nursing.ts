/** Nursing as work: who sees to the wounded beside whoever is in charge of it. */
import { person } from '../../kernel/tables.ts';
import type { World } from '../../kernel/world.ts';
import { body } from '../bodies/state.ts';
import { groupOf } from '../groups/state.ts';
import { fever, vitals } from '../wounds/state.ts';
import { hands, task } from '../work/tasks.ts';
import { isIll } from './patients.ts';

/** How many of the hurt one pair of hands is wanted for, and how urgent it is, 0..1. [d] */
const PATIENTS_EACH = 7;
const NEED = 0.8;
/** The hours of the day in which it is done. [d] */
const FROM = 6;
const UNTIL = 22;
/** The most events that are stated for it. */
const MOST_STATED = 4;

export const nursing = task('infirmary/nursing', 'tend', {
  from: FROM,
  until: UNTIL,
  office: 'infirmary',
  want: (world, of) => {
    const ill: number[] = [];
    for (let who = 0; who < world.of(person).count; who++) {
      if (groupOf(world, who) === of && isIll(world, who)) ill.push(who);
    }
    const because = ill.map((who) => ailing(world, who)).sort((a, b) => b - a);
    return hands(Math.ceil(ill.length / PATIENTS_EACH), NEED, because.slice(0, MOST_STATED));
  },
  suits: (world) => (who) => world.of(body).care.raw[who],
});

/** By which event somebody came to need it. Tracked. */
function ailing(world: World, who: number): number {
  const { state, by } = world.of(fever);
  if (state.at(who) !== 0) return by.raw[who];
  const { down, downBy } = world.of(body);
  return down.at(who) === 1 ? downBy.raw[who] : world.of(vitals).worst.at(who);
}
