import type { WordsFor } from '../../kernel/system.ts';
import type { ceased, openedFire, shot } from './system.ts';

/** So many rounds that hit nobody are worth saying. */
const VAIN = 5;

export const words: WordsFor<{ 'opened-fire': typeof openedFire; ceased: typeof ceased; shot: typeof shot }> = {
  'opened-fire': {
    weight: 'beat',
    asCause: () => 'past',
    tell: () => ({
      verb: 'open fire',
      subject: { role: 'actor' },
      complements: [
        { by: 'from', phrase: { role: 'place' } },
        { by: 'on', phrase: { role: 'target' } },
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
    weight: (event) => (event.why === 'empty' ? 'beat' : 'detail'),
    asCause: () => 'nothing',
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
    asCause: () => 'behind',
    tell: () => ({ verb: 'fire', subject: { role: 'actor' }, complements: [{ by: 'at', phrase: { role: 'target' } }] }),
    gather: (events, hit) => ({
      verb: events.length % 3 === 0 ? 'loose off' : 'fire',
      subject: { role: 'actor' },
      object: { noun: 'round', count: events.length },
      complements: [
        { by: 'from', phrase: { role: 'place' } },
        { by: 'at', phrase: { role: 'target' } },
      ],
      ...(hit || events.length < VAIN ? {} : { manner: 'without hitting anybody' }),
    }),
    reply: (events, hit) => ({
      verb: events.length % 3 === 0 ? 'reply' : 'answer',
      subject: { role: 'actor' },
      complements: [{ by: 'with', phrase: { noun: '', count: events.length } }],
      ...(hit || events.length < VAIN ? {} : { manner: 'to no more effect' }),
    }),
    asReason: () => ({
      verb: 'fire',
      subject: { role: 'actor' },
      complements: [{ by: 'at', phrase: { role: 'target' } }],
    }),
  },
};
