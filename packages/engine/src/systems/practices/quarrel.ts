/** Quarrel: somebody has something against another, and says it. */
import { feeling, feelingRow, feltBy, strengthOf } from '../feelings/state.ts';
import { groupOf } from '../groups/state.ts';
import { bond } from '../past/state.ts';
import { definePractice } from './practice.ts';
import { NOTHING, TARGET, bare, by, does, own, says, the } from './saying.ts';

/** How bitter somebody has to be, and how much of a grudge they have to bear, to have it out, 0..1. [d] */
const BITTER = 0.2;
const GRUDGE = 0.4;

export const quarrel = definePractice({
  id: 'quarrel',
  roles: ['accuser', 'accused'],
  rests: 60,
  pause: [1, 2],
  occasions: [
    {
      of: 'accuser',
      finds: (world, who) => {
        const row = feelingRow(who, 'resentment');
        const whom = world.of(feeling).about.raw[row] - 1;
        const [over = 0] = feltBy(world, who, 'resentment');
        const seems = strengthOf(world, who, 'resentment');
        if (seems < BITTER || whom < 0 || over === 0 || groupOf(world, whom) !== groupOf(world, who)) return [];
        return [{ by: over, about: -1, with: whom, seems, read: () => void world.of(feeling).strength.at(row) }];
      },
    },
    {
      of: 'accuser',
      finds: (world, who) => {
        const rows = world.of(bond);
        const found = [];
        for (let row = 0; row < rows.count; row++) {
          if (!rows.isLive(row) || rows.from.raw[row] !== who || rows.grudge.raw[row] < GRUDGE) continue;
          const whom = rows.to.raw[row];
          if (rows.by.raw[row] === 0 || groupOf(world, whom) !== groupOf(world, who)) continue;
          found.push({
            by: rows.by.raw[row],
            about: -1,
            with: whom,
            seems: rows.grudge.raw[row],
            read: () => void rows.grudge.at(row),
          });
        }
        return found;
      },
    },
  ],
  moves: {
    reproached: {
      by: 'accuser',
      opens: true,
      base: -0.8,
      weighs: {
        resents: 2.6,
        grudge: 1.6,
        seems: 0.4,
        hot: 0.5,
        upright: 0.4,
        fond: -0.4,
        otherLeads: -0.5,
        afraidOf: -1.5,
        watched: -0.2,
      },
      next: ['owned-up', 'denied', 'shouted-back', 'walked-away'],
      brings: { to: 0.3, by: 1 },
      says: ({ curt }) =>
        curt
          ? [
              says('You and I have something to settle', 'say'),
              does('tell', { object: TARGET, complement: 'what it had cost' }),
            ]
          : [does('reproach', { object: TARGET }), says('I cannot get past what you did', 'say')],
    },
    'snapped-at': {
      by: 'accuser',
      opens: true,
      base: -1.2,
      weighs: {
        resents: 2.4,
        grudge: 1.6,
        hot: 1.2,
        weary: 0.7,
        watched: 0.3,
        fond: -0.6,
        otherLeads: -0.7,
        afraidOf: -1.5,
      },
      next: ['owned-up', 'denied', 'shouted-back', 'walked-away'],
      brings: { to: 0.15, by: 1 },
      says: () => [
        does('snap', { complements: [by('at')], manner: 'over a bowl' }),
        says('Of course it would be you', 'say', null),
      ],
    },
    'owned-up': {
      by: 'accused',
      base: 0.2,
      weighs: { upright: 0.7, shame: 0.9, fond: 0.4, warm: 0.3, hot: -0.5, guarded: -0.3, watched: -0.3 },
      next: ['softened', 'pressed-on', 'took-hand'],
      brings: { to: 0.7, by: 0.7 },
      holds: [{ who: 'target', of: 'actor', what: 'integrity', by: 0.08, seen: 0.03 }],
      says: ({ curt }) => [
        curt ? says('It was wrong. I know it', 'say', null) : says('You are right, and I am sorry', 'say', null),
      ],
    },
    denied: {
      by: 'accused',
      base: 0.7,
      weighs: { guarded: 0.4, otherLeads: 0.2, averse: 0.4 },
      next: ['let-drop', 'pressed-on', 'called-names'],
      brings: { to: 0.2, by: 0.5 },
      says: ({ curt }) => [
        curt
          ? says('I did what there was to do', 'say', null)
          : says('You were not there, you cannot know', 'say', null),
        does('say', { object: bare('it'), manner: 'had been nobody’s fault' }),
      ],
    },
    'shouted-back': {
      by: 'accused',
      base: 0,
      weighs: { hot: 1.2, averse: 1, grudge: 1, weary: 0.4, warm: -0.4, fond: -0.4 },
      next: ['called-names', 'let-drop', 'walked-off'],
      brings: { to: 0, by: 0.7 },
      feels: [{ who: 'target', feels: 'resentment', by: 0.15, towards: 'actor' }],
      holds: [{ who: 'target', of: 'actor', what: 'affection', by: -0.06, seen: -0.01 }],
      weight: 'beat',
      says: () => [
        does('shout', { complements: [by('at')], manner: ', so that the whole house heard' }),
        says('And where were you?', 'shout', null),
      ],
    },
    'walked-away': {
      by: 'accused',
      base: 0.2,
      weighs: { guarded: 0.4, afraidOf: 0.6, weary: 0.3, hot: -0.3 },
      next: ['called-after', 'let-drop'],
      brings: { to: 0.1, by: 0.6 },
      says: () => [
        does('walk', { complement: 'away' }),
        does('turn', { object: own('back'), complements: [by('on')] }),
      ],
    },
    softened: {
      by: 'accuser',
      base: 0.6,
      weighs: { warm: 0.5, fond: 0.7, trusts: 0.4, grudge: -0.6 },
      brings: { to: 0.9, by: 0.6 },
      feels: [{ who: 'target', feels: 'relief', by: 0.2 }],
      says: () => [
        says('Well. It is said now', 'say', null),
        does('have', { object: bare('nothing more'), manner: 'to say to that' }),
      ],
    },
    'took-hand': {
      by: 'accuser',
      base: 0.2,
      weighs: { fond: 1.1, warm: 0.5, grudge: -0.7, guarded: -0.3 },
      brings: { to: 1, by: 0.8 },
      holds: [
        { who: 'actor', of: 'target', what: 'affection', by: 0.1 },
        { who: 'target', of: 'actor', what: 'affection', by: 0.1 },
      ],
      says: () => [does('hold out', { object: bare('a hand'), complements: [by('to')] })],
    },
    'pressed-on': {
      by: 'accuser',
      base: 0.2,
      weighs: { resents: 0.8, grudge: 0.9, hot: 0.4, fond: -0.4 },
      next: ['owned-up', 'shouted-back', 'walked-away'],
      brings: { to: 0.15, by: 0.3 },
      says: () => [
        does('go on', { manner: 'as if nobody had answered' }),
        does('bring up', { object: bare('every other thing as well') }),
      ],
    },
    'called-names': {
      by: 'accuser',
      base: -0.1,
      weighs: { hot: 1, grudge: 0.9, resents: 0.6, fond: -0.5, upright: -0.3, watched: -0.2 },
      next: ['stood-there', 'walked-away'],
      brings: { to: 0, by: 0.8 },
      feels: [{ who: 'target', feels: 'resentment', by: 0.35, towards: 'actor' }],
      holds: [{ who: 'target', of: 'actor', what: 'affection', by: -0.12, seen: -0.03 }],
      weight: 'beat',
      says: () => [does('call', { object: TARGET, complement: 'a thing that is not forgotten in a week' })],
    },
    'stood-there': {
      by: 'accused',
      base: 0.6,
      weighs: { guarded: 0.4 },
      feels: [{ who: 'actor', feels: 'shame', by: 0.2 }],
      says: () => [does('stand', { manner: 'and said nothing' })],
    },
    'called-after': {
      by: 'accuser',
      base: 0.2,
      weighs: { hot: 0.6, resents: 0.5 },
      brings: { to: 0, by: 0.5 },
      says: () => [does('call', { object: bare('something'), complements: [by('after')] })],
    },
    'let-drop': {
      by: 'accuser',
      base: 0.6,
      weighs: { weary: 0.4, otherLeads: 0.4, fond: 0.3, watched: 0.3 },
      brings: { to: 0.4, by: 0.3 },
      says: () => [
        does('let', { object: bare('it'), complement: 'drop' }),
        does('say', { object: NOTHING, manner: 'more' }),
      ],
    },
    'walked-off': {
      by: 'accuser',
      base: 0.3,
      weighs: { guarded: 0.4, weary: 0.4 },
      says: () => [does('leave', { object: TARGET, complement: 'standing' }), does('slam', { object: the('door') })],
    },
  },
  ends: {
    notable: ({ cut }) => !cut,
    feels: [
      { who: 'target', feels: 'resentment', by: 0.2, most: 0.2, towards: 'actor' },
      { who: 'target', feels: 'shame', by: 0.2, least: 0.6 },
    ],
    holds: [
      { who: 'actor', of: 'target', what: 'affection', by: -0.06, most: 0.3 },
      { who: 'target', of: 'actor', what: 'affection', by: -0.08, most: 0.3, seen: -0.01 },
      { who: 'actor', of: 'target', what: 'integrity', by: 0.06, least: 0.6 },
    ],
    says: ({ degree, cut }) => {
      if (cut) return [does('begin', { purpose: does('quarrel', { complements: [by('with')] }) })];
      if (degree >= 0.6)
        return [
          does('have', {
            object: bare('it'),
            complement: 'out',
            complements: [by('with')],
            manner: ', and was the better for it',
          }),
        ];
      if (degree >= 0.25)
        return [
          does('have', { object: bare('words'), complements: [by('with')] }),
          does('quarrel', { complements: [by('with')] }),
        ];
      return [
        does('quarrel', { complements: [by('with')], manner: 'before everybody' }),
        does('fall out', { complements: [by('with')] }),
      ];
    },
  },
});
