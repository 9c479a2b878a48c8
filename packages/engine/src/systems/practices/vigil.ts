/** Vigil: somebody sits through the night by another who is ill, or who should not be alone; few words. */
import { purpose } from '../../kernel/chance.ts';
import { stated } from '../../kernel/deliberation.ts';
import { body } from '../bodies/state.ts';
import { fever, vitals } from '../wounds/state.ts';
import { definePractice } from './practice.ts';
import { TARGET, a, bare, by, does, own, says, the } from './saying.ts';
import { seemsTo } from './troubles.ts';

/** How badly somebody lies, 0..1: down, in a fever, and with wounds alone. [d] */
const DOWN = 0.8;
const FEVERED = 0.9;
const HURT = 0.5;
/** How heavily something has to seem to weigh on somebody sound for another to sit up with them. [d] */
const SITS_UP_FROM = 0.5;
/** The hours between which it is nearly day. [d] */
const LATE_FROM = 3;
const LATE_UNTIL = 9;
const P_SEEMS = purpose('vigil/seems');

export const vigil = definePractice({
  id: 'vigil',
  roles: ['sitter', 'watched'],
  other: 'any',
  vigil: true,
  hours: [19, 23],
  rests: 20,
  pause: [45, 95],
  occasions: [
    {
      of: 'watched',
      finds: (world, who, seenBy) => {
        const { down, downBy } = world.of(body);
        const { state, by: fevered } = world.of(fever);
        const { wounds, worst } = world.of(vitals);
        const read = (): void => void [down.at(who), state.at(who), wounds.at(who)];
        if (state.raw[who] !== 0) return [{ by: fevered.raw[who], about: -1, with: -1, seems: FEVERED, read }];
        if (down.raw[who] === 1) return [{ by: downBy.raw[who], about: -1, with: -1, seems: DOWN, read }];
        if (wounds.raw[who] > 0 && world.of(body).awake.raw[who] === 0) {
          return [{ by: worst.raw[who], about: -1, with: -1, seems: HURT, read }];
        }
        const seen = seemsTo(world, who, seenBy, P_SEEMS);
        if (seen === null || seen.seems < SITS_UP_FROM) return [];
        const { by: over, about } = seen.trouble;
        return [{ by: over, about, with: -1, seems: seen.seems, read: seen.trouble.read }];
      },
    },
  ],
  considers: {
    late: {
      of: ({ world }) => {
        const hour = Math.floor(world.time / 3600) % 24;
        return hour >= LATE_FROM && hour < LATE_UNTIL ? 1 : 0;
      },
      says: () => stated({ verb: 'be', subject: { noun: 'it', of: 'none' }, complement: 'nearly day' }, {}),
    },
  },
  moves: {
    'sat-down': {
      by: 'sitter',
      opens: true,
      base: -1.4,
      weighs: {
        fond: 3.2,
        grateful: 1.5,
        used: 1.2,
        seems: 0.8,
        warm: 0.6,
        trusts: 0.4,
        weary: -0.8,
        averse: -2,
        grudge: -2,
      },
      next: ['spoke-low', 'kept-still', 'trimmed', 'took-hand'],
      brings: { to: 0.3, by: 1 },
      says: ({ close }) => [
        does('sit down', { complements: [by('by')], manner: 'for the night' }),
        close
          ? does('draw', { object: a('stool'), complements: [by('up to', { role: 'target', possessed: bare('bed') })] })
          : does('bring', {
              object: a('candle'),
              complements: [by('to', { role: 'target', possessed: bare('corner') })],
            }),
      ],
    },
    'spoke-low': {
      by: 'sitter',
      base: 0.7,
      weighs: { fond: 0.5, seems: 0.2, pressed: -0.5 },
      next: ['answered', 'looked-away', 'reached'],
      unanswered: ['kept-still', 'trimmed', 'took-hand', 'nodded-off', 'kept-till-light', 'went-to-bed'],
      brings: { to: 0.5, by: 0.3 },
      says: ({ close }) =>
        close
          ? [
              says('You did well', 'say', null),
              says('Sleep, I have the lamp', 'say'),
              says('I was thinking of home', 'say'),
            ]
          : [
              says('They say it will be fine tomorrow', 'say'),
              does('speak', { object: bare('a little'), complements: [by('to')], manner: 'of nothing much' }),
            ],
    },
    'kept-still': {
      by: 'sitter',
      base: 0.8,
      weighs: { weary: 0.4, used: 0.3 },
      next: ['spoke-low', 'took-hand', 'nodded-off', 'kept-till-light', 'went-to-bed'],
      brings: { to: 0.6, by: 0.3 },
      says: () => [
        does('watch', { object: { role: 'target', possessed: bare('breathing') }, manner: 'and said nothing' }),
      ],
    },
    trimmed: {
      by: 'sitter',
      base: 0.7,
      weighs: { used: 0.2 },
      next: ['spoke-low', 'kept-still', 'trimmed', 'took-hand', 'nodded-off', 'kept-till-light', 'went-to-bed'],
      brings: { to: 0.65, by: 0.3 },
      says: () => [does('trim', { object: the('candle'), complement: 'and sat on' })],
    },
    'took-hand': {
      by: 'sitter',
      base: -0.1,
      weighs: { fond: 1.3, warm: 0.4, come: 0.6 },
      next: ['held-on', 'drew-away', 'slept'],
      unanswered: ['kept-still', 'trimmed', 'spoke-low', 'nodded-off', 'kept-till-light'],
      brings: { to: 0.8, by: 0.4 },
      says: () => [does('take', { object: { role: 'target', possessed: bare('hand') } })],
    },
    answered: {
      by: 'watched',
      base: 0.8,
      weighs: { trusts: 0.5, fond: 0.5, guarded: -0.3 },
      next: ['kept-still', 'trimmed', 'took-hand', 'nodded-off', 'kept-till-light'],
      brings: { to: 0.8, by: 0.4 },
      says: ({ curt }) =>
        curt
          ? [says('You need not stay', 'say', null), says('It is not finished', 'say', null)]
          : [
              says('Talk to me about something', 'say', null),
              says('Is it still dark?', 'ask', null),
              says('I am glad it is you', 'say'),
            ],
    },
    'looked-away': {
      by: 'watched',
      base: 0.6,
      weighs: { guarded: 0.9, troubled: 0.3, averse: 1 },
      next: ['kept-still', 'trimmed', 'kept-till-light', 'went-to-bed'],
      brings: { to: 0.3, by: 0.4 },
      says: () => [
        does('turn', { object: own('face'), complements: [by('to', the('wall'))] }),
        does('look', { complements: [by('into', the('candle'))] }),
      ],
    },
    reached: {
      by: 'watched',
      base: 0.1,
      weighs: { fond: 1.3, trusts: 0.5, guarded: -0.6 },
      next: ['kept-still', 'trimmed', 'nodded-off', 'kept-till-light'],
      brings: { to: 1, by: 0.6 },
      says: () => [does('feel', { complements: [by('for', { role: 'target', possessed: bare('hand') })] })],
    },
    'held-on': {
      by: 'watched',
      base: 0.6,
      weighs: { fond: 0.8, trusts: 0.4, guarded: -0.4, used: 0.6 },
      next: ['kept-still', 'trimmed', 'nodded-off', 'kept-till-light'],
      brings: { to: 1, by: 0.6 },
      holds: [{ who: 'actor', of: 'target', what: 'affection', by: 0.05 }],
      says: () => [
        does('hold', { complements: [by('on to', the('hand'))] }),
        does('let', { object: TARGET, complement: 'keep hold' }),
      ],
    },
    'drew-away': {
      by: 'watched',
      base: 0.8,
      weighs: { guarded: 0.9, averse: 1, fond: -0.4, used: -0.5 },
      next: ['kept-still', 'trimmed', 'kept-till-light', 'went-to-bed'],
      brings: { to: 0.25, by: 0.5 },
      says: () => [does('draw', { object: the('hand'), complement: 'away' })],
    },
    slept: {
      by: 'watched',
      base: 0.5,
      weighs: { weary: 0.5, trusts: 0.3, come: 0.4 },
      next: ['kept-still', 'trimmed', 'nodded-off', 'kept-till-light', 'went-to-bed'],
      brings: { to: 0.9, by: 0.4 },
      says: () => [does('close', { object: own('eyes') })],
    },
    'nodded-off': {
      by: 'sitter',
      base: 0.2,
      weighs: { weary: 1, late: 0.6 },
      brings: { to: 0.7, by: 0.4 },
      says: () => [does('nod off', { complements: [by('beside')] })],
    },
    'kept-till-light': {
      by: 'sitter',
      base: -3.5,
      weighs: { late: 5, fond: 0.9, warm: 0.3, come: 0.5, weary: -0.4 },
      brings: { to: 1, by: 0.6 },
      feels: [{ who: 'target', feels: 'gratitude', by: 0.5, towards: 'actor' }],
      holds: [
        { who: 'target', of: 'actor', what: 'goodwill', by: 0.15 },
        { who: 'target', of: 'actor', what: 'integrity', by: 0.1 },
      ],
      says: () => [does('stay', { complements: [by('by')], manner: ', until it grew light' })],
    },
    'went-to-bed': {
      by: 'sitter',
      base: 0.1,
      weighs: { weary: 0.9, fond: -0.5, come: -0.4 },
      brings: { to: 0.4, by: 0.6 },
      says: () => [does('cover', { object: TARGET, complement: 'up and went to bed' })],
    },
  },
  ends: {
    notable: ({ degree, cut }) => !cut && degree >= 0.6,
    feels: [{ who: 'target', feels: 'gratitude', by: 0.3, least: 0.5, towards: 'actor' }],
    holds: [
      { who: 'target', of: 'actor', what: 'affection', by: 0.12, least: 0.4 },
      { who: 'target', of: 'actor', what: 'goodwill', by: 0.1, least: 0.4 },
      { who: 'target', of: 'actor', what: 'familiarity', by: 0.15 },
      { who: 'actor', of: 'target', what: 'familiarity', by: 0.1 },
      { who: 'actor', of: 'target', what: 'affection', by: 0.05, least: 0.5 },
    ],
    eases: [{ who: 'target', by: 0.12, least: 0.5 }],
    says: ({ degree, cut }) => {
      if (cut)
        return [
          does('be', {
            complement: 'called away',
            complements: [by('from', { role: 'target', possessed: bare('bed') })],
          }),
        ];
      if (degree >= 0.6)
        return [
          does('sit up', { complements: [by('with')], manner: 'through the night' }),
          does('watch', { complements: [by('by')], manner: 'until daybreak' }),
        ];
      return [does('sit', { complements: [by('with')], manner: 'for part of the night' })];
    },
  },
});
