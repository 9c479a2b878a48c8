import type { WordsFor } from '../../kernel/system.ts';
import type { Clause } from '../../kernel/words.ts';
import type { heard } from './events.ts';
import type { Says } from './state.ts';

type Said = Clause<'site'>;
const there = (by: string) => [{ by, phrase: { role: 'site' } }] as const;

/** What is said of a site. */
export const REPORTED: Readonly<Record<Says, Said>> = {
  food: { verb: 'be', subject: { noun: 'food', of: 'none' }, complements: there('to be had at') },
  smoke: { verb: 'be', subject: { noun: 'people', of: 'none' }, complements: there('to be found at') },
  people: { verb: 'be', subject: { noun: 'armed people', of: 'none' }, complements: there('at') },
  'nothing left': { verb: 'be', subject: { noun: 'nothing', of: 'none' }, complements: there('left at') },
};

export const words: WordsFor<{ heard: typeof heard }> = {
  heard: {
    weight: (event) => (event.actor === undefined && event.says !== 'nothing left' ? 'beat' : 'detail'),
    inWhy: (event) => (event.how === 'seen' ? 'sense' : 'word'),
    inThrong: 'unsaid',
    learned: true,
    tell: (event) => {
      const subject = { role: 'group' } as const;
      if (event.how === 'seen' && event.says === 'smoke')
        return {
          verb: 'see',
          subject,
          object: { noun: 'smoke', of: 'none' },
          complements: [{ by: 'over', phrase: { role: 'site' } }],
        };
      const content = REPORTED[event.says];
      if (event.how === 'seen') return { verb: 'see', subject, content, aspect: 'perfect' };
      const teller = event.actor !== undefined ? 'actor' : event.target !== undefined ? 'target' : null;
      const from = teller === null ? [] : [{ by: 'from', phrase: { role: teller } } as const];
      return { verb: 'hear', subject, complements: from, content };
    },
  },
};
