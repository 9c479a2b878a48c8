import type { WordsFor } from '../../kernel/system.ts';
import type { ceased, openedFire, shot } from './system.ts';

export const words: WordsFor<{ 'opened-fire': typeof openedFire; ceased: typeof ceased; shot: typeof shot }> = {
  'opened-fire': {
    weight: 'beat',
    tell: () => ({
      verb: 'open fire',
      subject: { role: 'actor' },
      complements: [
        { by: 'on', phrase: { role: 'target' } },
        { by: 'from', phrase: { role: 'place' } },
      ],
    }),
    asReason: () => ({
      verb: 'fire',
      subject: { role: 'actor' },
      aspect: 'progressive',
      complements: [{ by: 'at', phrase: { role: 'target' } }],
    }),
  },
  ceased: {
    weight: 'detail',
    tell: (event) => {
      if (event.why === 'lost')
        return {
          verb: 'lose',
          subject: { role: 'actor' },
          object: { role: 'target' },
          complements: [{ by: 'from', phrase: { noun: 'sight', of: 'none' } }],
        };
      if (event.why === 'empty')
        return {
          verb: 'run',
          subject: { role: 'actor' },
          complements: [{ by: 'out of', phrase: { noun: 'round', count: 2, of: 'none' } }],
        };
      return { verb: 'stop', subject: { role: 'actor' }, object: { noun: 'firing', of: 'none' } };
    },
  },
  shot: {
    weight: 'detail',
    tell: () => ({ verb: 'fire', subject: { role: 'actor' }, complements: [{ by: 'at', phrase: { role: 'target' } }] }),
    gather: (events) => ({
      verb: 'fire',
      subject: { role: 'actor' },
      object: { noun: 'round', count: events.length },
      complements: [{ by: 'at', phrase: { role: 'target' } }],
    }),
    asReason: () => ({
      verb: 'fire',
      subject: { role: 'actor' },
      complements: [{ by: 'at', phrase: { role: 'target' } }],
    }),
  },
};
