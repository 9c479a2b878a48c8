/** For how long a group's food lasts, as it was found when it was last counted. */
import type { World } from '../../kernel/world.ts';
import type { Lasting } from '../stores/lasting.ts';
import { daysOn } from './shares.ts';
import { edibleNow, kitchen } from './state.ts';

export const lasts: Lasting = {
  good: 'food',
  days: (world: World, of: number) => {
    const { seat, known, knownBy, ration } = world.of(kitchen);
    if (seat.raw[of] === 0) return null;
    // Before the first count people go by what they see.
    const grams = knownBy.raw[of] === 0 ? edibleNow(world, of) : known.raw[of];
    return daysOn(world, of, grams, ration.raw[of]);
  },
  because: (world: World, of: number) => {
    const { knownBy, setBy } = world.of(kitchen);
    return [knownBy.raw[of], setBy.raw[of]];
  },
};
