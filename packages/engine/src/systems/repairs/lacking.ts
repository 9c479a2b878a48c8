/** When timber is short: walls are broken, and there is not as much as makes them new. */
import { gramsOf } from '../rations/state.ts';
import type { Lacking } from '../stores/lacking.ts';
import { shortage } from '../stores/lacking.ts';
import { brokenOf } from './mending.ts';
import { mending, timberFor } from './state.ts';

export const lacksTimber: Lacking = {
  good: 'timber',
  of: (world, of) => {
    const { found, timber } = world.of(mending);
    const broken = brokenOf(world, of).filter((row) => timber.at(row) === 0);
    const wanted = broken.reduce((sum, row) => sum + timberFor(world, row), 0);
    if (wanted === 0) return null;
    return shortage(
      gramsOf(world, of, 'timber'),
      wanted,
      broken.map((row) => found.raw[row]),
    );
  },
};
