import type { Fact } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { alarm, vigil } from './state.ts';

const WORDS = ['alarm', 'alarms', 'believe', 'doubt', 'heed', 'false', 'trust'];
/** Doubt from which on it is said of somebody who is asked about. [d] */
const SAID = 0.5;

/** Whether somebody has stopped believing in alarms, and by which. */
export const heedsAlarms: Fact = {
  about: person,
  stands: (world, who) => {
    const { doubt } = world.of(vigil);
    if (world.of(body).alive.raw[who] === 0 || doubt.raw[who] < SAID) return [];
    const clause = { verb: 'believe', subject: { role: 'it' }, manner: 'in alarms no longer' } as const;
    return [{ words: WORDS, clause, because: doubt.contributors(who, 1) }];
  },
};

/** Whether a group is under arms on account of an alarm. */
export const underArms: Fact = {
  about: group,
  stands: (world, of) => {
    const { state, by, outBy } = world.of(alarm);
    if (state.raw[of] === 0) return [];
    const clause = { verb: 'be', subject: { role: 'it' }, complement: 'under arms' };
    return [{ words: WORDS, clause, because: [outBy.raw[of] > by.raw[of] ? outBy.raw[of] : by.raw[of]] }];
  },
};
