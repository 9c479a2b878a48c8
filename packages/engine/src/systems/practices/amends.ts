/** Amends: after a quarrel, or with something on their conscience, somebody goes to say so. */
import { feeling, feelingRow, feltBy, strengthOf } from '../feelings/state.ts';
import { definePractice } from './practice.ts';
import { NOTHING, TARGET, bare, by, does, own, says, the } from './saying.ts';
import { known, shared, sharing } from './state.ts';

/** How badly a quarrel went that wants mending, 0..1, and for how many days it can be mended. [d] */
const WENT_BADLY = 0.4;
const MENDS_DAYS = 12;
/** How ashamed somebody is who comes of themselves, 0..1. [d] */
const ASHAMED = 0.25;

export const amends = definePractice({
  id: 'amends',
  roles: ['sorry', 'wronged'],
  rests: 48,
  pause: [1, 3],
  occasions: [
    {
      of: 'sorry',
      finds: (world, who) => {
        const quarrel = world.ruleset.filled(known).findIndex(({ id }) => id === 'quarrel');
        const rows = world.of(shared);
        const found = [];
        // Of those whom one began a quarrel with. The other side comes by its shame.
        for (let row = world.of(sharing).first.raw[who] - 1; row >= 0; row = rows.next.raw[row] - 1) {
          if (rows.practice.raw[row] !== quarrel || rows.degree.raw[row] >= WENT_BADLY) continue;
          if (world.time - rows.at.raw[row] > MENDS_DAYS * 86_400) continue;
          found.push({
            by: rows.by.raw[row],
            about: -1,
            with: rows.to.raw[row],
            seems: 1 - rows.degree.raw[row],
            read: () => void rows.degree.at(row),
          });
        }
        return found;
      },
    },
    {
      of: 'sorry',
      finds: (world, who) => {
        const row = feelingRow(who, 'shame');
        const [over = 0] = feltBy(world, who, 'shame');
        const seems = strengthOf(world, who, 'shame');
        if (seems < ASHAMED || over === 0) return [];
        return [{ by: over, about: -1, with: -1, seems, read: () => void world.of(feeling).strength.at(row) }];
      },
    },
  ],
  moves: {
    'came-to-say-it': {
      by: 'sorry',
      opens: true,
      base: -1.8,
      weighs: {
        shame: 1.6,
        seems: 0.8,
        upright: 0.7,
        fond: 1,
        trusts: 0.6,
        warm: 0.4,
        guarded: -0.7,
        grudge: -1,
        hot: -0.2,
        watched: -0.3,
        afraidOf: -0.4,
      },
      next: ['heard-out', 'cold-shoulder', 'waved-it-off'],
      brings: { to: 0.3, by: 1 },
      says: () => [
        does('come', { complements: [by('to')], purpose: does('say', { object: bare('something hard') }) }),
        does('seek', { object: TARGET, complement: 'out' }),
      ],
    },
    'did-a-kindness': {
      by: 'sorry',
      opens: true,
      base: -1.8,
      weighs: { shame: 1.2, seems: 0.5, fond: 1, warm: 0.5, guarded: 0.3, grudge: -1 },
      next: ['heard-out', 'cold-shoulder', 'waved-it-off'],
      brings: { to: 0.35, by: 1 },
      says: () => [
        does('bring', { object: TARGET, complement: 'a bowl, and stayed standing there' }),
        does('take', { object: { role: 'target', possessed: bare('turn at the pump') }, manner: 'unasked' }),
      ],
    },
    'heard-out': {
      by: 'wronged',
      base: 0.8,
      weighs: { warm: 0.4, fond: 0.5, trusts: 0.3, averse: -0.5, grudge: -0.6 },
      next: ['apologised', 'explained-away', 'could-not'],
      brings: { to: 0.4, by: 0.4 },
      says: () => [does('put', { object: own('work'), complement: 'down' }), does('wait', { manner: 'to hear it' })],
    },
    'cold-shoulder': {
      by: 'wronged',
      base: 0.1,
      weighs: { averse: 1, grudge: 1, resents: 1.2, guarded: 0.4, fond: -0.4, warm: -0.4 },
      next: ['apologised', 'gave-up'],
      brings: { to: 0.05, by: 0.8 },
      says: () => [does('go on', { manner: 'with what was in hand' }), does('look', { complements: [by('past')] })],
    },
    'waved-it-off': {
      by: 'wronged',
      base: 0.2,
      weighs: { warm: 0.6, fond: 0.7, trusts: 0.3, resents: -0.8, grudge: -0.8 },
      next: ['apologised', 'was-glad'],
      brings: { to: 0.7, by: 0.6 },
      says: ({ curt }) => [curt ? says('Forget it', 'say', null) : says('That is long past', 'say', null)],
    },
    apologised: {
      by: 'sorry',
      base: 0.6,
      weighs: { shame: 0.6, upright: 0.6, fond: 0.3, guarded: -0.4 },
      next: ['forgave', 'half-forgave', 'would-not-have-it'],
      brings: { to: 0.6, by: 0.4 },
      weight: 'beat',
      holds: [{ who: 'target', of: 'actor', what: 'integrity', by: 0.1 }],
      says: ({ curt }) => [
        curt ? says('I was in the wrong', 'say', null) : says('I am sorry for it', 'say'),
        does('ask', { object: { role: 'target', possessed: bare('pardon') } }),
      ],
    },
    'explained-away': {
      by: 'sorry',
      base: 0.2,
      weighs: { guarded: 0.5, hot: 0.3, upright: -0.4, shame: -0.2 },
      next: ['half-forgave', 'would-not-have-it'],
      brings: { to: 0.2, by: 0.4 },
      says: () => [
        does('explain', { object: bare('how it had come about') }),
        does('have', { object: bare('reasons'), manner: 'for everything' }),
      ],
    },
    'could-not': {
      by: 'sorry',
      base: 0,
      weighs: { guarded: 0.6, shame: 0.3, afraidOf: 0.4 },
      brings: { to: 0.2, by: 0.5 },
      says: () => [does('stand', { manner: 'there, and could not say it' })],
    },
    forgave: {
      by: 'wronged',
      base: 0.1,
      weighs: { warm: 0.7, fond: 0.9, trusts: 0.6, come: 0.4, grudge: -1, resents: -0.7 },
      next: ['was-glad', 'shook-hands'],
      brings: { to: 1, by: 0.8 },
      feels: [
        { who: 'target', feels: 'relief', by: 0.4 },
        { who: 'target', feels: 'gratitude', by: 0.3, towards: 'actor' },
      ],
      holds: [
        { who: 'actor', of: 'target', what: 'affection', by: 0.12 },
        { who: 'target', of: 'actor', what: 'goodwill', by: 0.12 },
      ],
      weight: 'beat',
      says: ({ curt }) => [
        curt
          ? says('Then that is done with', 'say', null)
          : says('I have been harder on you than I meant to be', 'say', null),
        does('forgive', { object: TARGET }),
      ],
    },
    'half-forgave': {
      by: 'wronged',
      base: 0.6,
      weighs: { guarded: 0.3, grudge: 0.2 },
      next: ['was-glad', 'gave-up'],
      brings: { to: 0.55, by: 0.7 },
      says: () => [says('I hear you', 'say', null), says('Give it time', 'say', null)],
    },
    'would-not-have-it': {
      by: 'wronged',
      base: 0,
      weighs: { grudge: 1.2, averse: 0.9, resents: 0.9, hot: 0.3, warm: -0.5, fond: -0.5 },
      next: ['gave-up'],
      brings: { to: 0, by: 0.9 },
      says: () => [says('You can keep your sorry', 'say', null), says('It does not bring anything back', 'say', null)],
    },
    'shook-hands': {
      by: 'sorry',
      base: 0.4,
      brings: { to: 1, by: 0.4 },
      says: () => [does('shake', { object: { role: 'target', possessed: bare('hand') } })],
    },
    'was-glad': {
      by: 'sorry',
      base: 0.4,
      weighs: { fond: 0.3 },
      brings: { to: 0.9, by: 0.2 },
      says: () => [does('go', { manner: 'away with a lighter step' })],
    },
    'gave-up': {
      by: 'sorry',
      base: 0.6,
      says: () => [does('go', { complement: 'away again' }), does('say', { object: NOTHING, manner: 'more' })],
    },
  },
  ends: {
    notable: ({ degree, cut }) => !cut && (degree >= 0.75 || degree <= 0.12),
    feels: [{ who: 'actor', feels: 'relief', by: 0.2, least: 0.6 }],
    holds: [
      { who: 'target', of: 'actor', what: 'integrity', by: 0.06, least: 0.5 },
      { who: 'target', of: 'actor', what: 'affection', by: 0.06, least: 0.5 },
      { who: 'actor', of: 'target', what: 'affection', by: -0.05, most: 0.15 },
      { who: 'actor', of: 'target', what: 'familiarity', by: 0.06 },
    ],
    says: ({ degree, cut }) => {
      if (cut) return [does('set out', { purpose: does('make', { object: the('peace'), complements: [by('with')] }) })];
      if (degree >= 0.6)
        return [
          does('make', { object: bare('peace'), complements: [by('with')] }),
          does('make', { object: bare('it'), complement: 'up', complements: [by('with')] }),
        ];
      if (degree >= 0.25) return [does('offer', { object: TARGET, complement: 'an apology, which was heard' })];
      return [does('offer', { object: TARGET, complement: 'an apology that was not taken' })];
    },
  },
});
