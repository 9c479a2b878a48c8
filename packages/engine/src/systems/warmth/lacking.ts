/** When firewood is short: it is gone in a few nights, and there is no wood near in which to cut any. */
import type { Lacking } from '../stores/lacking.ts';
import { shortage } from '../stores/lacking.ts';
import { hasStand } from './felling.ts';
import { coldness, hearth } from './state.ts';
import { nightsOn, woodOf } from './wood.ts';

/** Nights of fires in full below which somebody is sent for wood. [d] */
const SOON_GONE = 4;

export const lacksWood: Lacking = {
  good: 'firewood',
  of: (world, of) => {
    const rows = world.of(hearth);
    if (rows.seat.raw[of] === 0) return null;
    const nights = nightsOn(world, of, woodOf(world, of), 0);
    if (nights >= SOON_GONE || hasStand(world, of)) return null;
    return shortage(nights, SOON_GONE, [world.of(coldness).by.raw[0], rows.litBy.raw[of], rows.outBy.raw[of]]);
  },
};
