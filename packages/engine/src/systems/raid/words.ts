import type { WordsFor } from '../../kernel/system.ts';
import type { came, planned, ranShort, wentOn } from './events.ts';

export const words: WordsFor<{
  'ran-short': typeof ranShort;
  planned: typeof planned;
  came: typeof came;
  'went-on': typeof wentOn;
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
    act: true,
    tell: (event) => ({
      verb: 'make up',
      subject: { role: 'actor' },
      object: { noun: 'mind', of: 'own' },
      purpose: {
        verb: 'lead',
        subject: { role: 'actor' },
        object: { role: 'group' },
        complements: [
          { by: 'to', phrase: { role: 'goal' } },
          { by: 'for', phrase: { noun: event.good, of: 'the' } },
        ],
      },
    }),
    asReason: (event) => ({ verb: 'want', subject: { role: 'group' }, object: { noun: event.good, of: 'the' } }),
  },
  came: {
    weight: 'turn',
    sums: true,
    learned: true,
    tell: () => ({
      verb: 'bring',
      subject: { role: 'actor' },
      object: { role: 'group' },
      complements: [{ by: 'to', phrase: { role: 'place' } }],
    }),
  },
  'went-on': {
    weight: 'detail',
    act: true,
    asCause: (event) => (event.stage === 'loading' ? 'itself' : 'behind'),
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      if (event.stage === 'storming')
        return { verb: 'decide', subject, purpose: { verb: 'storm', subject, object: { role: 'place' } } };
      if (event.stage === 'loading')
        return {
          verb: 'find',
          subject,
          object: { role: 'place' },
          manner: 'undefended',
        };
      return { verb: 'decide', subject, purpose: { verb: 'get away', subject } };
    },
  },
};
