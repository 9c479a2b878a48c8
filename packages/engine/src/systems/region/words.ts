import type { WordsFor } from '../../kernel/system.ts';
import type { heard } from './events.ts';
import { REPORTED } from './said.ts';

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
