/** Mourning: two who knew somebody speak of the dead, or stand together and do not. */
import { oneself } from '../../kernel/deliberation.ts';
import { person } from '../../kernel/tables.ts';
import { body } from '../bodies/state.ts';
import { feeling, feelingRow, feltBy, strengthOf } from '../feelings/state.ts';
import { definePractice } from './practice.ts';
import { ABOUT, NOTHING, TARGET, a, bare, by, does, own, says, the } from './saying.ts';

/** How deep grief has to be to be spoken of, 0..1. [d] */
const DEEP = 0.18;

export const mourning = definePractice({
  id: 'mourning',
  roles: ['mourner', 'companion'],
  rests: 30,
  pause: [2, 5],
  occasions: [
    {
      of: 'mourner',
      finds: (world, who) => {
        const row = feelingRow(who, 'grief');
        const dead = world.of(feeling).about.raw[row] - 1;
        const grief = strengthOf(world, who, 'grief');
        const [over = 0] = feltBy(world, who, 'grief');
        if (grief < DEEP || dead < 0 || over === 0 || world.of(body).alive.raw[dead] === 1) return [];
        return [{ by: over, about: dead, with: -1, seems: grief, read: () => void world.of(feeling).strength.at(row) }];
      },
    },
  ],
  considers: {
    sameGrief: {
      of: ({ world, self, about }) => {
        const row = feelingRow(self, 'grief');
        const { strength, about: whom } = world.of(feeling);
        return whom.at(row) === about + 1 ? Math.min(1, strength.at(row)) : 0;
      },
      says: ({ self, about }) => grieved(self, about),
    },
  },
  moves: {
    'spoke-of': {
      by: 'mourner',
      opens: true,
      base: -1.2,
      weighs: { grief: 2.6, fond: 1.6, trusts: 0.5, dark: 0.4, guarded: -0.8, averse: -1.5, watched: -0.2 },
      next: ['remembered', 'listened', 'would-not'],
      brings: { to: 0.3, by: 1 },
      says: ({ about }) =>
        about === undefined
          ? [does('speak', { complements: [by('to')], manner: 'of the dead' })]
          : [
              does('speak', { complements: [by('to'), by('of', ABOUT)] }),
              does('say', {
                object: { role: 'about', possessed: bare('name') },
                complements: [by('to')],
              }),
            ],
    },
    'went-to-grave': {
      by: 'mourner',
      opens: true,
      base: -1.6,
      weighs: { grief: 2.4, fond: 1.4, trusts: 0.4, averse: -1.5, dark: -0.8 },
      next: ['stood-with', 'would-not'],
      brings: { to: 0.4, by: 1 },
      aside: true,
      says: () => [does('ask', { object: TARGET, purpose: does('come', { complements: [by('to', the('grave'))] }) })],
    },
    remembered: {
      by: 'companion',
      base: 0.3,
      weighs: { sameGrief: 1.6, fond: 0.5, warm: 0.3, guarded: -0.3 },
      next: ['wept', 'smiled', 'fell-silent'],
      brings: { to: 0.9, by: 0.5 },
      feels: [{ who: 'target', feels: 'hope', by: 0.1 }],
      says: ({ about }) =>
        about === undefined
          ? [does('remember', { object: bare('a thing or two'), complements: [by('with')] })]
          : [
              does('have', {
                object: a('story'),
                complements: [by('of', ABOUT)],
                manner: ', that nobody else had heard',
              }),
            ],
    },
    listened: {
      by: 'companion',
      base: 0.8,
      weighs: { warm: 0.4, fond: 0.3, trusts: 0.2 },
      next: ['wept', 'fell-silent'],
      brings: { to: 0.7, by: 0.4 },
      says: () => [
        does('hear', { object: TARGET, complement: 'out' }),
        does('put', { object: bare('everything'), complement: 'down and listened', complements: [by('to')] }),
      ],
    },
    'would-not': {
      by: 'companion',
      base: 0.1,
      weighs: { guarded: 0.7, sameGrief: 0.5, averse: 1, fond: -0.4, warm: -0.3 },
      next: ['fell-silent', 'let-it-go'],
      brings: { to: 0.05, by: 0.9 },
      says: ({ curt }) =>
        curt
          ? [says('Not now', 'say', null)]
          : [says('I cannot, not yet', 'say', null), does('shake', { object: own('head') })],
    },
    'stood-with': {
      by: 'companion',
      base: 1,
      weighs: { fond: 0.4, sameGrief: 0.6, warm: 0.2 },
      next: ['wept', 'fell-silent', 'spoke-to-the-dead'],
      brings: { to: 0.7, by: 0.5 },
      says: () => [does('stand', { complements: [by('with'), by('by', the('grave'))] })],
    },
    'spoke-to-the-dead': {
      by: 'mourner',
      base: 0,
      weighs: { grief: 0.8, fond: 0.3, guarded: -0.4 },
      next: ['held', 'looked-elsewhere'],
      brings: { to: 0.9, by: 0.4 },
      says: ({ about }) => [
        about === undefined
          ? does('say', { object: bare('something'), complements: [by('to', the('grave'))] })
          : does('say', { object: bare('something'), complements: [by('to', ABOUT)], manner: 'under the ground' }),
      ],
    },
    wept: {
      by: 'mourner',
      base: 0.2,
      weighs: { grief: 1.1, trusts: 0.5, fond: 0.5, used: 0.5, guarded: -0.8, watched: -0.4 },
      next: ['held', 'looked-elsewhere'],
      brings: { to: 0.9, by: 0.5 },
      says: () => [does('weep', { complements: [by('before')] }), does('begin', { purpose: does('weep') })],
    },
    smiled: {
      by: 'mourner',
      base: 0.3,
      weighs: { fond: 0.4, hope: 0.3, grief: -0.2 },
      next: ['held', 'looked-elsewhere'],
      brings: { to: 0.85, by: 0.4 },
      says: () => [does('laugh', { manner: ', and was surprised at it' })],
    },
    'fell-silent': {
      by: 'mourner',
      base: 0.6,
      weighs: { guarded: 0.4, weary: 0.3 },
      says: () => [does('say', { object: NOTHING, manner: 'more' }), does('fall', { complement: 'silent' })],
    },
    'let-it-go': {
      by: 'mourner',
      base: 0.5,
      holds: [{ who: 'actor', of: 'target', what: 'affection', by: -0.03 }],
      says: () => [does('let', { object: bare('it'), complement: 'go' })],
    },
    held: {
      by: 'companion',
      base: 0.2,
      weighs: { fond: 1, warm: 0.6, sameGrief: 0.6, guarded: -0.3 },
      brings: { to: 1, by: 0.6 },
      feels: [{ who: 'target', feels: 'gratitude', by: 0.35, towards: 'actor' }],
      holds: [{ who: 'target', of: 'actor', what: 'affection', by: 0.08 }],
      says: () => [
        does('hold', { object: TARGET }),
        does('put', { object: bare('both arms'), complements: [by('about')] }),
      ],
    },
    'looked-elsewhere': {
      by: 'companion',
      base: 0.4,
      weighs: { guarded: 0.6, warm: -0.4 },
      says: () => [
        does('look', { complement: 'elsewhere', manner: ', to give them time' }),
        does('wait', { complements: [by('for')] }),
      ],
    },
  },
  ends: {
    notable: ({ degree, cut, about }) => !cut && degree >= 0.8 && about !== undefined,
    feels: [{ who: 'actor', feels: 'hope', by: 0.15, least: 0.6 }],
    holds: [
      { who: 'actor', of: 'target', what: 'affection', by: 0.06, least: 0.5 },
      { who: 'target', of: 'actor', what: 'affection', by: 0.06, least: 0.5 },
      { who: 'actor', of: 'target', what: 'familiarity', by: 0.1, least: 0.3 },
    ],
    eases: [
      { who: 'actor', by: 0.1, least: 0.5 },
      { who: 'target', by: 0.05, least: 0.5 },
    ],
    says: ({ degree, cut, about }) => {
      if (cut) return [does('break off', { complement: 'what was begun', complements: [by('with')] })];
      if (about === undefined) return [does('mourn', { complements: [by('with')] })];
      if (degree >= 0.45)
        return [
          does('mourn', { object: ABOUT, complements: [by('with')] }),
          does('talk', { complements: [by('with'), by('about', ABOUT)], manner: 'for an hour' }),
        ];
      return [does('try', { purpose: does('speak', { complements: [by('with'), by('of', ABOUT)] }), manner: 'once' })];
    },
  },
});

function grieved(self: number, about: number) {
  return oneself<'about' | 'actor'>(
    self,
    { verb: 'grieve', complements: [{ by: 'for', phrase: { role: 'about' } }], aspect: 'progressive' },
    { about: [person, Math.max(0, about)] },
  );
}
