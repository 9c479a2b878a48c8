import type { WordsFor } from '../../kernel/system.ts';
import { measured } from '../stores/measured.ts';
import type { brokeInto, ranOut, reckoned, served, set } from './events.ts';
import { SAID } from './said.ts';

const actor = { role: 'actor' } as const;

/** What goes on as long as there is less food than anybody likes. */
const LEFT = 'food left';

/** A kilo and more is weighed; less is little. */
const dishOf = (grams: number) => (grams < 500 ? ({ noun: 'little food', of: 'a' } as const) : measured('food', grams));

export const words: WordsFor<{
  reckoned: typeof reckoned;
  set: typeof set;
  served: typeof served;
  'ran-out': typeof ranOut;
  'broke-into': typeof brokeInto;
}> = {
  reckoned: {
    weight: 'detail',
    lasting: ({ amount, days }) => {
      if (amount === 0) return [];
      return [
        days === 0
          ? { what: LEFT, of: 'group', as: 'not a day’s food', by: 'itself' }
          : { what: LEFT, of: 'group', as: 'food left for', amount: { noun: 'day', count: days }, by: 'itself' },
      ];
    },
    tell: (event) => ({
      verb: 'find',
      subject: actor,
      object: { noun: 'food', of: 'none' },
      complements: [{ by: 'for', phrase: { noun: 'day', count: event.days } }],
      manner: 'left',
    }),
    // What counts for whoever decides is how long it lasts, not who reckoned it.
    asReason: ({ days }) =>
      days === 0
        ? { verb: 'have', subject: { role: 'group' }, object: { noun: 'day’s food', of: 'a' }, negated: true }
        : {
            verb: 'have',
            subject: { role: 'group' },
            object: { noun: 'food', of: 'none' },
            complements: [{ by: 'for', phrase: { noun: 'day', count: days } }],
          },
  },
  set: {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    sums: true,
    lasting: (event) => [
      { what: 'rations', of: 'group', ...(event.to === 'full' ? {} : { as: SAID[event.to], by: 'days' }) },
    ],
    tell: (event) => ({
      verb: 'put',
      subject: actor,
      object: { role: 'group' },
      complements: [{ by: 'on', phrase: { noun: SAID[event.to], of: 'none' } }],
    }),
    asReason: (event) => ({
      verb: 'be',
      subject: { role: 'group' },
      complement: 'put',
      complements: [{ by: 'on', phrase: { noun: SAID[event.to], of: 'none' } }],
    }),
  },
  served: {
    ends: true,
    weight: (event) => (event.without > 0 ? 'turn' : 'detail'),
    act: true,
    asCause: ({ without }) => (without > 0 ? 'itself' : 'nothing'),
    inThrong: (event) => (event.without > 0 ? 'apart' : 'unsaid'),
    sum: (meals) => ({
      amount: measured(
        'food',
        meals.reduce((all, { amount }) => all + amount, 0),
      ),
      as: 'served out',
    }),
    lasting: ({ without }) => (without > 0 ? [{ what: LEFT, of: 'group' }] : []),
    tell: (event) => {
      const dish = { verb: 'serve out', subject: actor, object: dishOf(event.amount) } as const;
      if (event.without === 0) return dish;
      return {
        ...dish,
        complements: [{ by: 'after', phrase: { noun: 'day', count: event.without } }],
        manner: 'without any',
      };
    },
  },
  'ran-out': {
    weight: 'turn',
    inThrong: 'apart',
    sums: true,
    lasting: () => [{ what: LEFT, of: 'group', as: 'nothing to eat', by: 'days', hides: 'rations' }],
    tell: (event) => ({
      verb: 'run out',
      subject: { role: 'group' },
      complements: [{ by: 'of', phrase: { noun: event.good, of: 'none' } }],
    }),
  },
  'broke-into': {
    weight: 'turn',
    act: true,
    inThrong: 'apart',
    sums: true,
    tell: (event) => ({
      verb: 'break into',
      subject: actor,
      object: { noun: event.good, of: 'the' },
    }),
  },
};
