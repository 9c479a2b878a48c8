/** Celebration: those who are glad want others to be, and not everybody can. */
import { SECONDS } from '../../kernel/system.ts';
import { feeling, feelingRow, feltBy, strengthOf } from '../feelings/state.ts';
import type { Emotion } from '../feelings/state.ts';
import { definePractice } from './practice.ts';
import { NOTHING, TARGET, a, bare, by, does, own, says, the } from './saying.ts';

/** How glad somebody has to be, 0..1, of what they may be glad of, and for how many hours after it. [d] */
const GLAD = 0.3;
const GLAD_OF: readonly Emotion[] = ['relief', 'hope'];
const GLAD_HOURS = 16;

export const celebration = definePractice({
  id: 'celebration',
  roles: ['merry', 'other'],
  rests: 60,
  pause: [1, 2],
  occasions: [
    {
      of: 'merry',
      finds: (world, who) =>
        GLAD_OF.flatMap((what) => {
          const [over = 0] = feltBy(world, who, what);
          const seems = strengthOf(world, who, what);
          const row = feelingRow(who, what);
          if (over === 0 || seems < GLAD || world.time - world.chronicle.time(over) > GLAD_HOURS * SECONDS.hour)
            return [];
          return [{ by: over, about: -1, with: -1, seems, read: () => void world.of(feeling).strength.at(row) }];
        }),
    },
  ],
  moves: {
    embraced: {
      by: 'merry',
      opens: true,
      base: -1.8,
      weighs: { relief: 1.8, fond: 2, warm: 0.6, guarded: -1, grief: -1, averse: -2, otherLeads: -0.4 },
      next: ['held-tight', 'stood-stiff', 'laughed'],
      brings: { to: 0.4, by: 1 },
      says: () => [
        does('throw', { object: bare('both arms'), complements: [by('about')] }),
        does('embrace', { object: TARGET }),
      ],
    },
    'struck-up-a-song': {
      by: 'merry',
      opens: true,
      base: -1.5,
      weighs: { relief: 1.4, hope: 0.8, watched: 0.8, warm: 0.4, guarded: -1, grief: -1.2, dark: 0.3, weary: -0.4 },
      next: ['sang-along', 'listened', 'walked-out'],
      brings: { to: 0.4, by: 1 },
      feels: [{ who: 'audience', feels: 'hope', by: 0.12 }],
      weight: 'beat',
      says: () => [
        does('strike up', { object: a('song') }),
        does('begin', { purpose: does('sing', { object: bare('what everybody knew') }) }),
      ],
    },
    'told-it-over': {
      by: 'merry',
      opens: true,
      base: -1,
      weighs: { relief: 1.2, pride: 1.2, hot: 0.4, fond: 0.5, grief: -0.8, guarded: -0.5, averse: -1 },
      next: ['laughed', 'listened', 'walked-out'],
      brings: { to: 0.3, by: 1 },
      says: () => [
        does('tell', { object: TARGET, complement: 'the whole of it over again' }),
        says('Did you see them run?', 'ask', null),
      ],
    },
    'held-tight': {
      by: 'other',
      base: 0.3,
      weighs: { fond: 1.4, relief: 1, trusts: 0.3, guarded: -0.5, grief: 0.4 },
      next: ['danced', 'let-go'],
      brings: { to: 1, by: 0.7 },
      feels: [{ who: 'target', feels: 'hope', by: 0.2 }],
      says: () => [does('hold', { object: TARGET, complement: 'tight' }), does('hold on', { complements: [by('to')] })],
    },
    'stood-stiff': {
      by: 'other',
      base: 0.1,
      weighs: { troubled: 0.9, guarded: 0.7, averse: 1.5, relief: -0.6 },
      next: ['coaxed', 'let-go'],
      brings: { to: 0.1, by: 0.8 },
      says: () => [
        does('stand', { manner: 'quite still until it was over' }),
        does('suffer', { object: bare('it'), complement: 'with hanging arms' }),
      ],
    },
    laughed: {
      by: 'other',
      base: 0.4,
      weighs: { relief: 1.1, fond: 0.5, hot: 0.3, troubled: -0.6, grief: -0.6 },
      next: ['danced', 'let-go'],
      brings: { to: 0.9, by: 0.7 },
      says: () => [does('laugh', { manner: 'until it hurt' }), does('laugh', { complements: [by('with')] })],
    },
    'sang-along': {
      by: 'other',
      base: 0.7,
      weighs: { relief: 1, hope: 0.6, fond: 0.4, troubled: -0.6, grief: -0.6, guarded: -0.6 },
      next: ['danced', 'let-go'],
      brings: { to: 0.95, by: 0.7 },
      feels: [{ who: 'audience', feels: 'hope', by: 0.08 }],
      says: () => [
        does('take up', { object: the('second voice') }),
        does('come in', { complements: [by('on', the('refrain'))] }),
      ],
    },
    listened: {
      by: 'other',
      base: 0.6,
      weighs: { guarded: 0.4, weary: 0.3 },
      next: ['coaxed', 'let-go'],
      brings: { to: 0.5, by: 0.6 },
      says: () => [does('listen', { manner: ', smiling a little' })],
    },
    'walked-out': {
      by: 'other',
      base: -0.1,
      weighs: { troubled: 0.9, grief: 0.8, guarded: 0.3, relief: -0.8 },
      brings: { to: 0, by: 0.9 },
      says: () => [
        does('go', { complement: 'out', complements: [by('into', the('air'))] }),
        does('find', { object: bare('a reason to be elsewhere') }),
      ],
    },
    coaxed: {
      by: 'merry',
      base: 0.2,
      weighs: { fond: 0.9, warm: 0.4, otherLeads: -0.4 },
      next: ['gave-in', 'shook-head'],
      says: ({ close }) => [
        close ? says('For me', 'say') : says('Tonight of all nights', 'say'),
        does('pull', { object: TARGET, complements: [by('by', the('sleeve'))] }),
      ],
    },
    'gave-in': {
      by: 'other',
      base: 0.3,
      weighs: { fond: 0.9, relief: 0.5, trusts: 0.3, troubled: -0.4, guarded: -0.4 },
      next: ['danced', 'let-go'],
      brings: { to: 0.8, by: 0.7 },
      says: () => [does('give in', { manner: ', and laughed at last' })],
    },
    'shook-head': {
      by: 'other',
      base: 0.4,
      weighs: { troubled: 0.6, guarded: 0.4, grief: 0.4 },
      next: ['let-go'],
      brings: { to: 0.1, by: 0.7 },
      says: ({ curt }) => [
        curt
          ? says('Somebody has to keep an eye on the wall', 'say', null)
          : says('Go on, I like to hear you', 'say', null),
        does('shake', { object: own('head') }),
      ],
    },
    danced: {
      by: 'merry',
      base: 0,
      weighs: { come: 0.8, relief: 0.4, fond: 0.5, weary: -0.6 },
      brings: { to: 1, by: 0.5 },
      feels: [{ who: 'audience', feels: 'hope', by: 0.08 }],
      says: () => [does('dance', { complements: [by('with')], manner: 'round the fire' })],
    },
    'let-go': {
      by: 'merry',
      base: 0.7,
      says: () => [does('let', { object: TARGET, complement: 'go' }), does('ask', { object: NOTHING, manner: 'more' })],
    },
  },
  ends: {
    notable: ({ degree, cut }) => !cut && degree >= 0.9,
    feels: [
      { who: 'actor', feels: 'hope', by: 0.2, least: 0.6 },
      { who: 'target', feels: 'hope', by: 0.2, least: 0.6 },
    ],
    holds: [
      { who: 'actor', of: 'target', what: 'affection', by: 0.05, least: 0.6 },
      { who: 'target', of: 'actor', what: 'affection', by: 0.05, least: 0.6 },
      { who: 'target', of: 'actor', what: 'familiarity', by: 0.08 },
      { who: 'actor', of: 'target', what: 'familiarity', by: 0.08 },
    ],
    eases: [
      { who: 'target', by: 0.05, least: 0.8 },
      { who: 'actor', by: 0.05, least: 0.8 },
    ],
    says: ({ degree, cut }) => {
      if (cut || degree < 0.25) return [does('find', { object: TARGET, complement: 'in no mood to rejoice' })];
      if (degree >= 0.6)
        return [
          does('make', { object: bare('merry'), complements: [by('with')] }),
          does('drink', { object: bare('hot water'), complements: [by('with')], manner: 'as if it were wine' }),
        ];
      return [does('rejoice', { complements: [by('with')], manner: 'for a while' })];
    },
  },
});
