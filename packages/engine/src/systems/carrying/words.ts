import type { WordsFor } from '../../kernel/system.ts';
import type { broughtAway, leftBehind, setDown, tookUp } from './events.ts';

export const words: WordsFor<{
  'took-up': typeof tookUp;
  'set-down': typeof setDown;
  'brought-away': typeof broughtAway;
  'left-behind': typeof leftBehind;
}> = {
  'took-up': {
    inThrong: 'unsaid',
    weight: 'turn',
    act: true,
    tell: () => ({
      verb: 'begin',
      subject: { role: 'actor' },
      purpose: {
        verb: 'carry',
        subject: { role: 'actor' },
        object: { role: 'target' },
        complements: [{ by: 'to', phrase: { role: 'goal' } }],
      },
    }),
    variants: () => [
      {
        verb: 'get',
        subject: { role: 'actor' },
        object: { role: 'target' },
        complements: [
          { by: 'onto', phrase: { noun: 'back', of: 'own' } },
          { by: 'in', phrase: { role: 'place' } },
        ],
      },
    ],
    asReason: () => ({
      verb: 'carry',
      subject: { role: 'actor' },
      object: { role: 'target' },
      aspect: 'progressive',
    }),
  },
  'set-down': {
    weight: (event) => (event.why === 'down' ? 'detail' : 'beat'),
    tell: (event) => {
      const subject = { role: 'actor' } as const;
      const object = { role: 'target' } as const;
      if (event.why === 'dead')
        return { verb: 'lay down', subject, object: { role: 'target', possessed: { noun: 'body' } } };
      if (event.why === 'hit' || event.why === 'down') return { verb: 'drop', subject, object };
      if (event.why === 'broke')
        return { verb: 'let', subject, object, complements: [{ by: 'fall in', phrase: { role: 'place' } }] };
      return { verb: 'set down', subject, object, complements: [{ by: 'in', phrase: { role: 'place' } }] };
    },
  },
  'brought-away': {
    inThrong: 'joined',
    weight: 'turn',
    sums: true,
    tell: () => ({
      verb: 'carry',
      subject: { role: 'actor' },
      object: { role: 'target' },
      complements: [{ by: 'away by', phrase: { role: 'place' } }],
    }),
  },
  'left-behind': {
    inThrong: ({ why }) => (why === 'broke' ? 'unsaid' : 'joined'),
    weight: (event) => (event.why === 'broke' ? 'beat' : 'turn'),
    act: true,
    tell: (event) => ({
      verb: 'leave',
      subject: { role: 'actor' },
      object: { role: 'target' },
      complement: 'lying',
      complements: [{ by: 'in', phrase: { role: 'place' } }],
      ...(event.why === 'hands full' ? { manner: ', having another to carry' } : {}),
    }),
    asReason: () => ({ verb: 'leave', subject: { role: 'actor' }, object: { role: 'target' }, manner: 'behind' }),
  },
};
