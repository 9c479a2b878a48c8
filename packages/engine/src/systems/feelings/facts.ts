import type { Fact } from '../../kernel/system.ts';
import { person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { EMOTIONS, feeling, feelingRow, feltBy, strengthOf } from './state.ts';
import type { Emotion } from './state.ts';

/** How strong a feeling is that is said of somebody who is asked about. [d] */
const SAID = 0.2;
/** How each is asked for and said. */
const ASKED: Readonly<Record<Emotion, { readonly words: readonly string[]; readonly as: string }>> = {
  relief: { words: ['relief', 'relieved'], as: 'relieved' },
  hope: { words: ['hope', 'hopeful'], as: 'hopeful' },
  pride: { words: ['pride', 'proud'], as: 'proud' },
  gratitude: { words: ['gratitude', 'grateful', 'thank'], as: 'grateful' },
  grief: { words: ['grief', 'grieve', 'mourn', 'sad'], as: 'in grief' },
  shame: { words: ['shame', 'ashamed'], as: 'ashamed' },
  resentment: { words: ['resentment', 'resent', 'bitter', 'angry'], as: 'bitter' },
};

/** What somebody feels, strongest first, and on account of what. */
export const feels: Fact = {
  about: person,
  stands: (world, who) => {
    if (world.of(body).alive.raw[who] === 0) return [];
    const strong = EMOTIONS.filter((what) => strengthOf(world, who, what) >= SAID);
    strong.sort((a, b) => strengthOf(world, who, b) - strengthOf(world, who, a));
    return strong.map((what) => {
      const about = world.of(feeling).about.raw[feelingRow(who, what)] - 1;
      const by = what === 'gratitude' ? 'to' : what === 'grief' ? 'for' : 'towards';
      return {
        words: [...ASKED[what].words, 'feel'],
        clause: {
          verb: 'be',
          subject: { role: 'it' },
          complement: ASKED[what].as,
          ...(about < 0 ? {} : { complements: [{ by, phrase: { role: 'whom' } }] }),
        },
        ...(about < 0 ? {} : { roles: { whom: { table: person, row: about } } }),
        because: feltBy(world, who, what),
      };
    });
  },
};
