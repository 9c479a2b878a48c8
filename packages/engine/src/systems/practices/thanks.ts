/** Thanks and praise: somebody owes another something, and says so. */
import { feeling, feelingRow, feltBy, strengthOf } from '../feelings/state.ts';
import { definePractice } from './practice.ts';
import { NOTHING, TARGET, a, bare, by, does, says, the } from './saying.ts';

/** How grateful somebody has to be to say so, 0..1. [d] */
const GRATEFUL = 0.2;

export const thanks = definePractice({
  id: 'thanks',
  roles: ['grateful', 'helper'],
  rests: 40,
  pause: [1, 2],
  occasions: [
    {
      of: 'grateful',
      finds: (world, who) => {
        const row = feelingRow(who, 'gratitude');
        const whom = world.of(feeling).about.raw[row] - 1;
        const [over = 0] = feltBy(world, who, 'gratitude');
        const seems = strengthOf(world, who, 'gratitude');
        if (seems < GRATEFUL || whom < 0 || over === 0) return [];
        return [{ by: over, about: -1, with: whom, seems, read: () => void world.of(feeling).strength.at(row) }];
      },
    },
  ],
  moves: {
    thanked: {
      by: 'grateful',
      opens: true,
      base: -0.2,
      weighs: { grateful: 3, fond: 0.6, warm: 0.4, guarded: -0.5, grudge: -1, afraidOf: -0.5, otherLeads: -0.2 },
      next: ['took-it', 'made-little-of-it', 'returned-it', 'turned-it-off'],
      brings: { to: 0.5, by: 1 },
      holds: [{ who: 'target', of: 'actor', what: 'goodwill', by: 0.05 }],
      says: ({ curt, close }) =>
        curt
          ? [says('I have not forgotten it', 'say'), says('I owe you for that', 'say')]
          : close
            ? [does('thank', { object: TARGET }), says('I should not be standing here', 'say')]
            : [
                does('thank', { object: TARGET }),
                does('come up', { complements: [by('to')], purpose: does('thank', { object: TARGET }) }),
              ],
    },
    'praised-aloud': {
      by: 'grateful',
      opens: true,
      base: -1,
      weighs: { grateful: 2.4, watched: 1, pride: 0.3, warm: 0.4, guarded: -0.8, grudge: -1.5, hot: 0.3 },
      next: ['took-it', 'made-little-of-it', 'turned-it-off'],
      brings: { to: 0.6, by: 1 },
      weight: 'beat',
      feels: [{ who: 'target', feels: 'pride', by: 0.35 }],
      holds: [{ who: 'target', of: 'actor', what: 'goodwill', by: 0.05 }],
      says: () => [does('thank', { complements: [by('before', bare('everybody'))], object: TARGET })],
    },
    'gave-a-trifle': {
      by: 'grateful',
      opens: true,
      base: -1.2,
      weighs: { grateful: 2.2, fond: 1.2, warm: 0.5, watched: -0.3, grudge: -1.5 },
      next: ['took-it', 'made-little-of-it', 'turned-it-off'],
      brings: { to: 0.7, by: 1 },
      holds: [{ who: 'target', of: 'actor', what: 'affection', by: 0.06 }],
      says: () => [
        does('press', { object: a('carved spoon'), complements: [by('on')] }),
        does('mend', { object: { role: 'target', possessed: bare('coat') }, complement: 'unasked' }),
      ],
    },
    'took-it': {
      by: 'helper',
      base: 0.6,
      weighs: { fond: 0.5, trusts: 0.3, pride: 0.3 },
      next: ['lingered', 'nodded'],
      brings: { to: 0.9, by: 0.6 },
      says: () => [
        does('take', { object: bare('it'), complement: 'as it was meant' }),
        does('colour', { manner: ', and was pleased' }),
      ],
    },
    'made-little-of-it': {
      by: 'helper',
      base: 0.7,
      weighs: { guarded: 0.4, warm: 0.2 },
      next: ['insisted', 'nodded'],
      brings: { to: 0.6, by: 0.5 },
      says: ({ curt }) =>
        curt
          ? [says('It wanted doing', 'say', null), says('Anybody would', 'answer', null)]
          : [
              says('You would have done the same', 'say', null),
              does('make', { object: bare('light'), complements: [by('of', bare('it'))] }),
            ],
    },
    'returned-it': {
      by: 'helper',
      base: -0.1,
      weighs: { grateful: 1.5, fond: 0.8, warm: 0.3 },
      next: ['lingered', 'nodded'],
      brings: { to: 1, by: 0.7 },
      feels: [{ who: 'target', feels: 'pride', by: 0.2 }],
      says: () => [says('It is I who should thank you', 'say', null)],
    },
    'turned-it-off': {
      by: 'helper',
      base: 0,
      weighs: { guarded: 0.7, averse: 1.5, grudge: 1.2, troubled: 0.3, warm: -0.3 },
      next: ['insisted', 'nodded'],
      brings: { to: 0.15, by: 0.7 },
      says: ({ curt }) => [
        curt ? says('Thank me when it is over', 'say', null) : does('change', { object: the('subject') }),
        does('say', { object: NOTHING, manner: 'to that' }),
      ],
    },
    insisted: {
      by: 'grateful',
      base: 0.2,
      weighs: { grateful: 0.9, fond: 0.4, hot: 0.2 },
      next: ['took-it', 'returned-it'],
      says: () => [says('Let me say it', 'say', null), says('All the same', 'say', null)],
    },
    lingered: {
      by: 'grateful',
      base: 0.1,
      weighs: { fond: 1, come: 0.4 },
      brings: { to: 1, by: 0.4 },
      says: () => [does('stay', { complements: [by('with')], manner: 'a while longer' })],
    },
    nodded: {
      by: 'grateful',
      base: 0.7,
      says: () => [
        does('nod', { manner: ', and left it there' }),
        does('shake', { object: { role: 'target', possessed: bare('hand') } }),
      ],
    },
  },
  ends: {
    notable: ({ degree, cut }) => !cut && degree >= 0.9,
    feels: [{ who: 'target', feels: 'pride', by: 0.25, least: 0.4 }],
    holds: [
      { who: 'target', of: 'actor', what: 'affection', by: 0.08, least: 0.5 },
      { who: 'actor', of: 'target', what: 'affection', by: 0.05, least: 0.5 },
      { who: 'actor', of: 'target', what: 'familiarity', by: 0.06 },
      { who: 'target', of: 'actor', what: 'familiarity', by: 0.06 },
    ],
    says: ({ degree, cut }) =>
      cut
        ? [does('start', { purpose: does('thank', { object: TARGET }) })]
        : degree >= 0.3
          ? [does('thank', { object: TARGET })]
          : [does('thank', { object: TARGET, manner: ', to no great welcome' })],
  },
});
