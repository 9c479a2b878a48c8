/** When food is short: what was counted of late does not last on full rations for as long as it has to. */
import type { Lacking } from '../stores/lacking.ts';
import { shortage } from '../stores/lacking.ts';
import { daysOn } from './shares.ts';
import { dayOf, kitchen } from './state.ts';

/** A count is known for so many days. [d] */
const COUNT_HOLDS = 2;
const FULL_RATIONS = 0;

export const lacksFood: Lacking = {
  good: 'food',
  of: (world, of) => {
    const { seat, days, known, knownBy, knownOn, ration, setBy } = world.of(kitchen);
    if (seat.raw[of] === 0 || knownBy.raw[of] === 0 || dayOf(world.time) - knownOn.raw[of] > COUNT_HOLDS) return null;
    // On short rations it is these, with what was found, that make whoever leads send for more.
    const set = ration.at(of) > FULL_RATIONS ? setBy.raw[of] : 0;
    return shortage(daysOn(world, of, known.at(of), FULL_RATIONS), days.raw[of], [set, knownBy.raw[of]]);
  },
};
