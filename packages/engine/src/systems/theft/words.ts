import type { WordsFor } from '../../kernel/system.ts';
import { measured } from '../stores/measured.ts';
import type { ate, caught, judged, missed, searched, stole, uncovered } from './events.ts';

const actor = { role: 'actor' } as const;
const target = { role: 'target' } as const;
const LITTLE_GRAMS = 1000;

/** A kilo and more is weighed; less is little. */
const some = (good: string, grams: number) =>
  grams < LITTLE_GRAMS ? ({ noun: `little ${good}`, of: 'a' } as const) : measured(good, grams);

export const words: WordsFor<{
  stole: typeof stole;
  ate: typeof ate;
  caught: typeof caught;
  missed: typeof missed;
  searched: typeof searched;
  uncovered: typeof uncovered;
  judged: typeof judged;
}> = {
  stole: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    tell: (event) => ({
      verb: event.how === 'by night' ? 'steal' : 'keep back',
      subject: actor,
      object: some(event.good, event.amount),
      complements: [
        {
          by: event.how === 'by night' ? 'out of' : 'for',
          phrase: event.how === 'by night' ? { role: 'place' } : { noun: 'own use', of: 'own' },
        },
      ],
    }),
  },
  ate: {
    weight: 'detail',
    inThrong: 'unsaid',
    act: true,
    tell: () => ({
      verb: 'eat',
      subject: actor,
      manner: 'in secret',
      complements: [{ by: 'of', phrase: { noun: 'hoard', of: 'own' } }],
    }),
  },
  caught: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    tell: () => ({
      verb: 'catch',
      subject: actor,
      object: target,
      complement: 'at it',
      complements: [{ by: 'with', phrase: { noun: 'sack of food', of: 'a' } }],
    }),
    asReason: () => ({ verb: 'catch', subject: actor, object: target, complement: 'stealing' }),
  },
  missed: {
    weight: 'turn',
    inThrong: 'apart',
    tell: (event) => ({ verb: 'miss', subject: actor, object: some('food', event.amount) }),
    variants: (event) =>
      event.suspect === undefined || event.suspect < 0
        ? []
        : [
            {
              verb: 'miss',
              subject: actor,
              object: some('food', event.amount),
              complements: [{ by: 'and thought of', phrase: { role: 'suspect' } }],
            },
          ],
  },
  searched: {
    weight: 'beat',
    act: true,
    inThrong: 'apart',
    tell: () => ({
      verb: 'have',
      subject: actor,
      object: { noun: 'bed', of: 'the', count: 2 },
      complement: 'gone through',
    }),
  },
  uncovered: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    tell: (event) => ({
      verb: 'find',
      subject: actor,
      object: some(event.good, event.amount),
      complement: 'hidden',
      complements: [{ by: 'among the things of', phrase: target }],
    }),
  },
  judged: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    sums: true,
    tell: (event) =>
      event.how === 'named'
        ? { verb: 'name', subject: actor, object: target, complement: 'a thief before everybody' }
        : { verb: 'put', subject: actor, object: target, complement: 'on half of what the others got' },
  },
};
