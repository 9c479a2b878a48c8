import type { WordsFor } from '../../kernel/system.ts';
import type { recovered, wentAmong, woreThin } from './events.ts';

const actor = { role: 'actor' } as const;
const own = { noun: 'people', of: 'own' } as const;

export const words: WordsFor<{
  'went-among': typeof wentAmong;
  'wore-thin': typeof woreThin;
  recovered: typeof recovered;
}> = {
  'went-among': {
    weight: 'beat',
    inThrong: 'unsaid',
    act: true,
    tell: ({ face }) =>
      face === 'calm'
        ? { verb: 'go', subject: actor, complements: [{ by: 'among', phrase: own }], manner: 'with a calm face' }
        : {
            verb: 'show',
            subject: actor,
            object: { noun: 'fear', of: 'own' },
            complements: [{ by: 'to', phrase: own }],
          },
    variants: ({ face }) =>
      face === 'calm'
        ? [
            {
              verb: 'walk',
              subject: actor,
              complements: [{ by: 'among', phrase: own }],
              manner: 'as if there were nothing to fear',
            },
            {
              verb: 'have',
              subject: actor,
              object: { noun: 'quiet word', of: 'a' },
              complements: [{ by: 'for', phrase: { noun: 'everybody', of: 'none' } }],
            },
          ]
        : [
            {
              verb: 'go',
              subject: actor,
              complements: [{ by: 'among', phrase: own }],
              manner: 'with fear in every line',
            },
          ],
    asReason: ({ face }) =>
      face === 'calm'
        ? { verb: 'keep', subject: actor, object: { noun: 'calm face', of: 'a' } }
        : { verb: 'be', subject: actor, complement: 'afraid', manner: 'for all to see' },
  },
  'wore-thin': {
    weight: 'beat',
    inThrong: 'unsaid',
    tell: () => ({
      verb: 'be',
      subject: actor,
      complement: 'worn thin',
      complements: [{ by: 'with', phrase: { noun: 'all that calm', of: 'none' } }],
    }),
    asReason: () => ({ verb: 'be', subject: actor, complement: 'worn thin' }),
  },
  recovered: {
    weight: 'detail',
    inThrong: 'unsaid',
    asCause: () => 'nothing',
    tell: () => ({ verb: 'have', subject: actor, object: { noun: 'strength', of: 'own' }, manner: 'back' }),
  },
};
