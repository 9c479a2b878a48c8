import type { WordsFor } from '../../kernel/system.ts';
import type { alarmed, recognised, spotted } from './events.ts';

const ALARMED_BY = {
  sight: { noun: 'somebody coming', of: 'none' },
  call: { noun: 'shout', of: 'the' },
  noise: { noun: 'noise', count: 2, of: 'none' },
  fire: { noun: 'fire', of: 'none' },
  smell: { noun: 'powder', of: 'none' },
} as const;

const ALARMED = { sight: 'see', call: 'hear', noise: 'hear', fire: 'see', smell: 'smell' } as const;

export const words: WordsFor<{
  spotted: typeof spotted;
  recognised: typeof recognised;
  alarmed: typeof alarmed;
}> = {
  spotted: {
    weight: 'detail',
    inWhy: 'sense',
    asCause: (event) => (event.taken === undefined ? 'nothing' : 'itself'),
    tell: (event) =>
      event.taken === undefined
        ? {
            verb: 'see',
            subject: { role: 'actor' },
            object: { role: 'target' },
            complements: [{ by: 'in', phrase: { role: 'place' } }],
          }
        : {
            verb: 'take',
            subject: { role: 'actor' },
            object: { role: 'target' },
            complements: [{ by: 'for', phrase: { role: 'taken' } }],
          },
  },
  recognised: {
    weight: 'beat',
    inWhy: 'sense',
    tell: () => ({
      verb: 'see',
      subject: { role: 'actor' },
      content: {
        verb: 'be',
        subject: { noun: 'it', of: 'none' },
        object: { role: 'target' },
        complements: [{ by: 'and not', phrase: { role: 'taken' } }],
      },
    }),
  },
  alarmed: {
    weight: 'detail',
    inWhy: 'behind',
    asCause: (event) => (event.by === 'call' || event.by === 'sight' ? 'behind' : 'itself'),
    tell: (event) => ({
      verb: ALARMED[event.by],
      subject: { role: 'actor' },
      object: ALARMED_BY[event.by],
    }),
  },
};
