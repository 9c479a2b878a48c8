/** When rounds are short: after a fight there are hardly any left for those who have something to fire them with. */
import { body } from '../bodies/state.ts';
import { campaign } from '../engagement/state.ts';
import { peopleIn } from '../groups/state.ts';
import { gramsOf } from '../rations/state.ts';
import type { Lacking } from '../stores/lacking.ts';
import { shortage } from '../stores/lacking.ts';
import { firesRounds } from './state.ts';

/** Rounds for each who can fire them, below which somebody is sent for more. [d] */
const EACH = 8;

export const lacksRounds: Lacking = {
  good: 'rounds',
  of: (world, of) => {
    const { endedBy } = world.of(campaign);
    if (endedBy.raw[of] === 0) return null;
    const { alive, weapon, rounds } = world.of(body);
    const armed = peopleIn(world, of).filter((who) => alive.raw[who] === 1 && firesRounds(weapon.raw[who]));
    if (armed.length === 0) return null;
    const there = armed.reduce((sum, who) => sum + rounds.at(who), gramsOf(world, of, 'rounds'));
    return shortage(there, armed.length * EACH, [endedBy.raw[of]]);
  },
};
