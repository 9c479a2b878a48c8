import type { WordsFor } from '../../kernel/system.ts';
import type { came, gotAway, planned, ranShort, wentOn } from './events.ts';

export const words: WordsFor<{
  'ran-short': typeof ranShort;
  planned: typeof planned;
  came: typeof came;
  'went-on': typeof wentOn;
  'got-away': typeof gotAway;
}> = {
  'ran-short': {
    weight: 'turn',
    tell: (event) => ({
      verb: 'run short',
      subject: { role: 'group' },
      complements: [{ by: 'of', phrase: { noun: event.good, of: 'none' } }],
    }),
  },
  planned: {
    weight: 'turn',
    tell: (event) => ({
      verb: 'make up',
      subject: { role: 'actor' },
      object: { noun: 'mind', of: 'own' },
      purpose: {
        verb: 'take',
        subject: { role: 'actor' },
        object: { noun: event.good, of: 'the' },
        complements: [{ by: 'from', phrase: { role: 'goal' } }],
      },
    }),
    asReason: (event) => ({ verb: 'want', subject: { role: 'group' }, object: { noun: event.good, of: 'the' } }),
  },
  came: {
    weight: 'turn',
    tell: () => ({
      verb: 'come',
      subject: { role: 'group' },
      complements: [
        { by: 'with', phrase: { role: 'actor' } },
        { by: 'to', phrase: { role: 'place' } },
      ],
    }),
  },
  'went-on': {
    weight: 'detail',
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      if (event.stage === 'storming')
        return { verb: 'decide', subject, purpose: { verb: 'storm', subject, object: { role: 'place' } } };
      if (event.stage === 'loading')
        return {
          verb: 'find',
          subject,
          object: { role: 'place' },
          complements: [{ by: 'without', phrase: { noun: 'defender', count: 2, of: 'none' } }],
        };
      return { verb: 'decide', subject, purpose: { verb: 'get away', subject } };
    },
  },
  'got-away': {
    weight: 'beat',
    tell: () => ({
      verb: 'get away',
      subject: { role: 'actor' },
      complements: [{ by: 'by', phrase: { role: 'place' } }],
    }),
  },
};
