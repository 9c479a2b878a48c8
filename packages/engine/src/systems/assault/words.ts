import type { WordsFor } from '../../kernel/system.ts';
import type * as events from './events.ts';

export const words: WordsFor<{
  planned: typeof events.planned;
  came: typeof events.came;
  scouted: typeof events.scouted;
  chose: typeof events.chose;
  'went-on': typeof events.wentOn;
  'pressed-on': typeof events.pressedOn;
  'brought-off': typeof events.broughtOff;
  overran: typeof events.overran;
}> = {
  planned: {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'make up',
      subject: { role: 'actor' },
      object: { noun: 'mind', of: 'own' },
      purpose: { verb: 'take', subject: { role: 'actor' }, object: { role: 'goal' } },
    }),
    asReason: () => ({ verb: 'want', subject: { role: 'group' }, object: { role: 'goal' } }),
  },
  came: {
    weight: 'turn',
    sums: true,
    learned: true,
    tell: () => ({
      verb: 'bring',
      subject: { role: 'actor' },
      object: { role: 'group' },
      complements: [{ by: 'up from', phrase: { role: 'place' } }],
    }),
  },
  scouted: {
    inWhy: 'behind',
    inThrong: 'apart',
    weight: 'beat',
    tell: () => ({
      verb: 'send',
      subject: { role: 'actor' },
      object: { noun: 'scout', count: 2, of: 'none' },
      complements: [{ by: 'to', phrase: { role: 'place' } }],
    }),
  },
  chose: {
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'settle',
      subject: { role: 'actor' },
      complements: [
        { by: 'on', phrase: { role: 'barrier' } },
        { by: 'as the way in, with a show of force from', phrase: { role: 'place' } },
      ],
    }),
    asReason: () => ({
      verb: 'mean',
      subject: { role: 'actor' },
      purpose: {
        verb: 'break through',
        subject: { role: 'actor' },
        complements: [{ by: 'at', phrase: { role: 'barrier' } }],
      },
    }),
  },
  'went-on': {
    weight: (event) => (event.stage === 'withdrawing' ? 'turn' : 'detail'),
    act: true,
    asCause: (event) => (event.stage === 'withdrawing' ? 'itself' : 'behind'),
    inWhy: 'behind',
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      if (event.stage === 'breaching')
        return {
          verb: 'decide',
          subject,
          purpose: { verb: 'break through', subject, complements: [{ by: 'to', phrase: { role: 'place' } }] },
        };
      if (event.stage === 'exploiting')
        return {
          verb: 'decide',
          subject,
          purpose: { verb: 'go in', subject, complements: [{ by: 'by', phrase: { role: 'place' } }] },
        };
      return {
        verb: 'call',
        subject,
        object: { role: 'group' },
        complements: [{ by: 'off back to', phrase: { role: 'place' } }],
      };
    },
  },
  'pressed-on': {
    inThrong: 'apart',
    weight: 'beat',
    act: true,
    asCause: () => 'behind',
    tell: () => ({
      verb: 'press on',
      subject: { role: 'actor' },
      complements: [{ by: 'to', phrase: { role: 'place' } }],
    }),
  },
  'brought-off': {
    weight: 'beat',
    act: true,
    tell: () => ({
      verb: 'call',
      subject: { role: 'actor' },
      object: { role: 'squad' },
      complements: [{ by: 'back to', phrase: { role: 'place' } }],
    }),
  },
  overran: {
    weight: 'turn',
    sums: true,
    learned: true,
    tell: () => ({ verb: 'take', subject: { role: 'group' }, object: { role: 'place' } }),
  },
};
