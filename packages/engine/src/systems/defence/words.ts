import type { WordsFor } from '../../kernel/system.ts';
import type * as events from './events.ts';

export const words: WordsFor<{
  'stood-to': typeof events.stoodTo;
  'sent-in': typeof events.sentIn;
  manned: typeof events.manned;
  'fell-back': typeof events.fellBack;
  pursued: typeof events.pursued;
  'held-back': typeof events.heldBack;
  'called-back': typeof events.calledBack;
}> = {
  'stood-to': {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'call',
      subject: { role: 'actor' },
      object: { role: 'group' },
      complements: [{ by: 'to', phrase: { noun: 'arm', of: 'none', count: 2 } }],
    }),
  },
  'sent-in': {
    inThrong: 'joined',
    weight: 'turn',
    act: true,
    tell: (event) => ({
      verb: event.to === 'help' ? 'hurry' : 'send',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [{ by: event.to === 'help' ? 'to' : 'to clear', phrase: { role: 'place' } }],
    }),
  },
  manned: {
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'send',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [{ by: 'back to', phrase: { role: 'place' } }],
    }),
  },
  'fell-back': {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'call',
      subject: { role: 'actor' },
      object: { noun: 'everybody', of: 'none' },
      complements: [{ by: 'back to', phrase: { role: 'place' } }],
    }),
  },
  pursued: {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'send',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [
        { by: 'after', phrase: { noun: 'them', of: 'none' } },
        { by: 'as far as', phrase: { role: 'place' } },
      ],
    }),
  },
  'held-back': {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'let',
      subject: { role: 'actor' },
      object: { noun: 'them', of: 'none' },
      complement: 'go',
    }),
  },
  'called-back': {
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'call',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [{ by: 'back to', phrase: { role: 'place' } }],
    }),
  },
};
