import type { Fact } from '../../kernel/system.ts';
import { group, person } from '../../kernel/tables.ts';
import { stageOf, vow } from './state.ts';
import type { Stage } from './state.ts';

const WORDS = ['vow', 'return', 'revenge', 'come', 'back', 'beaten', 'defeat', 'plan'];

/** How it stands with going back, in words that follow *the band*. */
const SAYS: Readonly<Partial<Record<Stage, string>>> = {
  vowed: 'set on going back',
  recovering: 'set on going back, and not fit for it yet',
  recruiting: 'set on going back, and too few for it',
  arming: 'set on going back, and short of rounds',
  scouting: 'set on going back, and waiting for word from scouts',
  planning: 'ready to go back',
  marching: 'on the way back, in arms',
  come: 'back',
  'given up': 'done with going back',
  faded: 'no longer speaking of going back',
  split: 'split over going back',
  'broken up': 'no more',
};

/** What has become of a beaten band's wish to come back. */
export const ofTheVow: Fact = {
  about: group,
  stands: (world, of) => {
    const rows = world.of(vow);
    const complement = SAYS[stageOf(world, of)];
    if (complement === undefined) return [];
    const it = { role: 'it' } as const;
    const standing = { words: WORDS, clause: { verb: 'be', subject: it, complement }, because: [rows.by.raw[of]] };
    const whom = rows.whom.raw[of] - 1;
    const holder = rows.holder.raw[of] - 1;
    if (rows.vowed.raw[of] === 0 || whom < 0 || holder < 0) return [standing];
    const clause = {
      verb: 'want',
      subject: { role: 'who' },
      purpose: {
        verb: 'go back',
        subject: { role: 'who' },
        complements: [{ by: 'against', phrase: { role: 'whom' } }],
      },
    } as const;
    const roles = { who: { table: person, row: holder }, whom: { table: group, row: whom } };
    return [standing, { words: WORDS, clause, roles, because: [rows.vowed.raw[of]] }];
  },
};
