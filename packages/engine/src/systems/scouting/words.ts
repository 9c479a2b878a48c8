import type { WordsFor } from '../../kernel/system.ts';
import type { Phrase } from '../../kernel/words.ts';
import type { crept, fled, looked, reported, sent } from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
/** Whoever was sent, and who goes with them. */
const them = ({ other }: { readonly other?: number }): Phrase<'actor' | 'other'> =>
  other === undefined || other < 0 ? actor : { all: [actor, { role: 'other' }] };
const inPlace = { by: 'in', phrase: { role: 'place' } } as const;

export const words: WordsFor<{
  sent: typeof sent;
  crept: typeof crept;
  looked: typeof looked;
  fled: typeof fled;
  reported: typeof reported;
}> = {
  sent: {
    weight: 'turn',
    act: true,
    tell: ({ other }) => ({
      verb: 'send',
      subject: actor,
      object: other === undefined || other < 0 ? target : { all: [target, { role: 'other' }] },
      complements: [
        { by: 'to', phrase: { role: 'place' } },
        { by: 'for', phrase: { noun: 'look', of: 'a' } },
        { by: 'at', phrase: { role: 'group' } },
      ],
    }),
    asReason: () => ({
      verb: 'send',
      subject: actor,
      object: target,
      complements: [{ by: 'for', phrase: { noun: 'look', of: 'a' } }],
    }),
  },
  crept: {
    weight: 'beat',
    act: true,
    tell: (event) => ({ verb: 'lie', subject: them(event), complement: 'hidden', complements: [inPlace] }),
    variants: (event) => [
      { verb: 'creep up', subject: them(event), complements: [{ by: 'to', phrase: { role: 'place' } }] },
    ],
  },
  looked: {
    weight: 'beat',
    act: true,
    tell: ({ watchers, ...event }) => ({
      verb: 'count',
      subject: them(event),
      object: watchers === 0 ? { noun: 'nobody', of: 'none' } : { noun: 'person', count: watchers },
      complements: [
        { by: 'on', phrase: { noun: 'watch', of: 'none' } },
        { by: 'from', phrase: { role: 'place' } },
      ],
    }),
  },
  fled: {
    weight: 'turn',
    tell: (event) => ({
      verb: 'slip away',
      subject: them(event),
      complements: [{ by: 'from', phrase: { role: 'place' } }],
    }),
  },
  reported: {
    weight: 'beat',
    act: true,
    tell: ({ watchers }) => ({
      verb: 'tell',
      subject: actor,
      object: target,
      content: {
        verb: 'have',
        subject: { role: 'group' },
        object: watchers === 0 ? { noun: 'nobody', of: 'none' } : { noun: 'person', count: watchers },
        complements: [{ by: 'on', phrase: { noun: 'watch', of: 'none' } }],
      },
    }),
  },
};
