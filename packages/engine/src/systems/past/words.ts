import type { WordsFor } from '../../kernel/system.ts';
import type { wronged } from './system.ts';

const VERB = {
  abandon: 'abandon',
  betray: 'betray',
  strike: 'strike',
  save: 'save',
  'turn away': 'turn away',
  'kill kin': 'bereave',
} as const;

export const words: WordsFor<{ wronged: typeof wronged }> = {
  wronged: {
    weight: 'turn',
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      const to = event.target === undefined ? { noun: 'people', of: 'own' as const } : ({ role: 'target' } as const);
      if (event.deed === 'steal') return { verb: 'steal', subject, complements: [{ by: 'from', phrase: to }] };
      if (event.deed === 'break a promise') {
        return {
          verb: 'break',
          subject,
          object: { noun: 'promise', of: 'a' },
          complements: [{ by: 'to', phrase: to }],
        };
      }
      return { verb: VERB[event.deed], subject, object: to };
    },
  },
};
