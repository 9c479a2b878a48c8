/** When dressings are short: there are fewer than the wounds that are open will take. */
import { peopleIn } from '../groups/state.ts';
import { body } from '../bodies/state.ts';
import { gramsOf } from '../rations/state.ts';
import type { Lacking } from '../stores/lacking.ts';
import { shortage } from '../stores/lacking.ts';
import { vitals } from '../wounds/state.ts';
import { needBehind } from './patients.ts';
import { infirmaries } from './state.ts';

/** Dressings that an open wound takes until it is healed: anew every three days for a week and a half. [d] */
const A_WOUND_TAKES = 3;
/** The most of the hurt who are named as what they are for. */
const MOST_NAMED = 4;

export const lacksDressings: Lacking = {
  good: 'dressings',
  of: (world, of) => {
    const { alive, dressings } = world.of(body);
    const { open } = world.of(vitals);
    const living = peopleIn(world, of).filter((who) => alive.raw[who] === 1);
    const hurt = living.filter((who) => open.raw[who] > 0);
    if (hurt.length === 0) return null;
    const wanted = hurt.reduce((sum, who) => sum + open.raw[who] * A_WOUND_TAKES, 0);
    const there = living.reduce((sum, who) => sum + dressings.at(who), gramsOf(world, of, 'dressings'));
    const { out, usedBy } = world.of(infirmaries);
    const last = out.at(of) === 1 ? usedBy.raw[of] : 0;
    return shortage(there, wanted, [last, ...hurt.slice(0, MOST_NAMED).map((who) => needBehind(world, who))]);
  },
};
