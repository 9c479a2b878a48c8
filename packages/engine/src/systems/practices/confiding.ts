/** Confiding: somebody tells another, of themselves, what they have kept back. */
import { definePractice } from './practice.ts';
import { ABOUT, NOTHING, TARGET, bare, by, does, own, says, the } from './saying.ts';
import { troublesOf, worstOf } from './troubles.ts';

/** How heavily something has to weigh on somebody to be told, 0..1. [d] */
const HEAVY = 0.35;

export const confiding = definePractice({
  id: 'confiding',
  roles: ['confider', 'confidant'],
  rests: 72,
  pause: [2, 4],
  occasions: [
    {
      of: 'confider',
      finds: (world, who) => {
        const worst = worstOf(troublesOf(world, who));
        if (worst === null || worst.felt < HEAVY) return [];
        return [{ by: worst.by, about: worst.about, with: -1, seems: worst.felt, read: worst.read }];
      },
    },
  ],
  moves: {
    began: {
      by: 'confider',
      opens: true,
      base: -2,
      weighs: { trusts: 1.8, fond: 1.8, troubled: 1, used: 1, dark: 0.6, guarded: -1.2, watched: -0.9, weary: 0.3 },
      next: ['waited', 'urged', 'talked-past'],
      brings: { to: 0.2, by: 1 },
      says: () => [
        says('There is something I have told nobody', 'say'),
        does('begin', { purpose: does('tell', { object: TARGET, complement: 'something' }), manner: ', and stopped' }),
      ],
    },
    'walked-off-with': {
      by: 'confider',
      opens: true,
      aside: true,
      base: -2.4,
      weighs: { trusts: 1.8, fond: 1.6, troubled: 1, used: 1, watched: 0.8, guarded: -1 },
      next: ['waited', 'urged', 'talked-past'],
      brings: { to: 0.25, by: 1 },
      says: () => [does('ask', { object: TARGET, purpose: does('walk', { complements: [by('round', the('yard'))] }) })],
    },
    waited: {
      by: 'confidant',
      base: 0.8,
      weighs: { fond: 0.4, warm: 0.3, trusts: 0.2 },
      next: ['told', 'thought-better', 'told-half'],
      brings: { to: 0.4, by: 0.5 },
      says: () => [
        does('wait', { manner: 'for the rest' }),
        does('say', { object: NOTHING, manner: ', and let it come' }),
      ],
    },
    urged: {
      by: 'confidant',
      base: 0.3,
      weighs: { hot: 0.4, fond: 0.3, seems: 0.3 },
      next: ['told', 'thought-better', 'told-half'],
      says: () => [says('Say it, then', 'say', null), does('ask', { object: bare('what it was') })],
    },
    'talked-past': {
      by: 'confidant',
      base: 0,
      weighs: { troubled: 0.6, averse: 1.2, guarded: 0.5, fond: -0.5, warm: -0.3 },
      next: ['thought-better'],
      brings: { to: 0, by: 0.8 },
      says: ({ curt }) => [
        curt
          ? says('We all have something', 'say', null)
          : does('begin', { purpose: does('speak', { complements: [by('of', the('stores'))] }) }),
      ],
    },
    told: {
      by: 'confider',
      base: 0.2,
      weighs: { trusts: 0.9, fond: 0.7, troubled: 0.6, used: 0.6, guarded: -0.6, watched: -0.6 },
      next: ['kept-it', 'advised', 'told-in-turn', 'was-shocked'],
      brings: { to: 0.8, by: 0.7 },
      discloses: (world, self) => {
        const worst = worstOf(troublesOf(world, self));
        return { by: worst?.by ?? 0, about: worst?.about ?? -1 };
      },
      weight: 'beat',
      holds: [{ who: 'target', of: 'actor', what: 'affection', by: 0.05 }],
      says: ({ about }) =>
        about === undefined
          ? [does('tell', { object: TARGET, complement: 'of the dreams' })]
          : [does('tell', { object: TARGET, complement: 'everything', complements: [by('about', ABOUT)] })],
    },
    'told-half': {
      by: 'confider',
      base: 0.6,
      weighs: { guarded: 0.5, watched: 0.4 },
      next: ['kept-it', 'advised'],
      brings: { to: 0.5, by: 0.7 },
      says: () => [does('tell', { object: TARGET, complement: 'half of it' })],
    },
    'thought-better': {
      by: 'confider',
      base: 0.2,
      weighs: { guarded: 0.8, watched: 0.5, trusts: -0.3 },
      brings: { to: 0.05, by: 0.8 },
      says: () => [says('It does not matter', 'say', null), does('think', { manner: 'better of it' })],
    },
    'kept-it': {
      by: 'confidant',
      base: 0.6,
      weighs: { upright: 0.5, trusts: 0.3, fond: 0.3 },
      next: ['was-easier', 'wished-it-unsaid'],
      brings: { to: 0.9, by: 0.4 },
      holds: [{ who: 'target', of: 'actor', what: 'integrity', by: 0.08 }],
      says: ({ curt }) => [curt ? says('It goes no further', 'say', null) : says('I am glad you said it', 'say', null)],
    },
    advised: {
      by: 'confidant',
      base: 0.4,
      weighs: { upright: 0.3, hot: 0.3, warm: -0.1 },
      next: ['was-easier', 'wished-it-unsaid'],
      brings: { to: 0.7, by: 0.3 },
      holds: [{ who: 'target', of: 'actor', what: 'competence', by: 0.04 }],
      says: () => [
        does('tell', { object: TARGET, complement: 'what to do about it' }),
        does('have', { object: bare('advice'), manner: 'for that' }),
      ],
    },
    'told-in-turn': {
      by: 'confidant',
      base: -0.2,
      weighs: { troubled: 0.9, trusts: 0.6, fond: 0.5, guarded: -0.6 },
      next: ['was-easier'],
      brings: { to: 1, by: 0.7 },
      feels: [{ who: 'target', feels: 'gratitude', by: 0.2, towards: 'actor' }],
      holds: [{ who: 'target', of: 'actor', what: 'affection', by: 0.08 }],
      says: () => [does('have', { object: bare('something of the same kind'), manner: 'to tell' })],
    },
    'was-shocked': {
      by: 'confidant',
      base: -0.1,
      weighs: { averse: 1, upright: 0.3, warm: -0.5, fond: -0.3 },
      next: ['wished-it-unsaid'],
      brings: { to: 0.2, by: 0.7 },
      says: () => [does('look', { complements: [by('at')], manner: 'as if at a stranger' })],
    },
    'was-easier': {
      by: 'confider',
      base: 0.6,
      weighs: { come: 0.5, fond: 0.3 },
      brings: { to: 1, by: 0.3 },
      feels: [{ who: 'actor', feels: 'relief', by: 0.3 }],
      says: () => [does('be', { complement: 'the lighter for it' })],
    },
    'wished-it-unsaid': {
      by: 'confider',
      base: 0.1,
      weighs: { guarded: 0.7, shame: 0.4, come: -0.2 },
      brings: { to: 0.3, by: 0.4 },
      feels: [{ who: 'actor', feels: 'shame', by: 0.2 }],
      says: () => [does('wish', { object: bare('it'), complement: 'unsaid' })],
    },
  },
  ends: {
    notable: ({ told, cut, degree }) => !cut && told && degree >= 0.9,
    feels: [{ who: 'actor', feels: 'hope', by: 0.2, least: 0.6 }],
    holds: [
      { who: 'actor', of: 'target', what: 'goodwill', by: 0.08, least: 0.6 },
      { who: 'actor', of: 'target', what: 'goodwill', by: -0.08, most: 0.2 },
      { who: 'actor', of: 'target', what: 'familiarity', by: 0.15, least: 0.4 },
      { who: 'target', of: 'actor', what: 'familiarity', by: 0.15, least: 0.4 },
      { who: 'target', of: 'actor', what: 'affection', by: 0.05, least: 0.5 },
    ],
    eases: [{ who: 'actor', by: 0.15, least: 0.7 }],
    says: ({ told, cut, degree, about }) => {
      if (cut || degree < 0.3)
        return [does('begin', { purpose: does('confide', { complements: [by('in')] }), manner: ', and did not' })];
      if (!told) return [does('talk', { complements: [by('with')], manner: 'for a while, of what was near the bone' })];
      return about === undefined
        ? [
            does('confide', { complements: [by('in')] }),
            does('unburden', { object: own('heart'), complements: [by('to')] }),
          ]
        : [does('confide', { complements: [by('in'), by('about', ABOUT)] })];
    },
  },
});
